package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.GOOD;
import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any change of a valid line yields an event or exactly one reject a line, and never touches its neighbours. */
class MutationTest {
    private static final int TRIES = 8_000;
    private static final int BATCH = 20;
    private static final byte[] INSERTED = utf8("{}[]\",:\\0eE.-+tfn \t\r\u0000\u00e9");

    private final SalesEvent good = Wire.eventOf(GOOD);
    private final Random random = new Random(20260741);
    private final SalesEvents events = new SalesEvents(20260742);

    @Test
    void aChangedLineIsAnEventOrOneReject() throws IOException {
        double scale = Double.parseDouble(System.getProperty("kpi.tries.scale", "1"));
        long delivered = 0;
        long rejected = 0;
        for (int i = 0; i < TRIES * scale / BATCH; i++) {
            ByteArrayOutputStream input = new ByteArrayOutputStream();
            for (int line = 0; line < BATCH; line++) {
                input.write(changed(utf8(KpiJackson3.toJson(events.any()))));
                input.write(utf8("\n" + GOOD + "\n"));
            }
            ReadSummary summary = read(input.toByteArray());
            delivered += summary.delivered() - BATCH;
            rejected += summary.rejected();
        }
        assertThat(delivered).as("events").isPositive();
        assertThat(rejected).as("rejects").isGreaterThan(delivered);
    }

    private ReadSummary read(byte[] input) throws IOException {
        List<SalesEvent> read = new ArrayList<>();
        ReadSummary summary = KpiJackson3.eventReader().read(new ByteArrayInputStream(input), read::add);
        assertThat(summary.read()).isEqualTo(countOfLines(input));
        assertThat(summary.rejects()).hasSize((int) summary.rejected());
        assertThat(read.stream().filter(good::equals)).hasSize(BATCH);
        for (Reject reject : summary.rejects()) {
            assertThat(reject.message()).matches("line \\d+, byte \\d+: .*\\(.*\\): .*[^.]\\. Maybe .*\\.");
            assertThat(reject.found().length()).isBetween(0, 81);
            long start = startOf(input, reject.line());
            assertThat(reject.byteOffset()).isBetween(start, startOf(input, reject.line() + 1));
        }
        return summary;
    }

    private static long countOfLines(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        return Arrays.stream(text.split("\n", -1))
                .filter(line -> !line.matches("[ \t\r]*"))
                .count();
    }

    private static long startOf(byte[] input, long line) {
        long number = 1;
        for (int i = 0; i < input.length; i++) {
            if (number == line) {
                return i;
            }
            if (input[i] == '\n') {
                number++;
            }
        }
        return input.length;
    }

    private byte[] changed(byte[] line) {
        byte[] changed = line;
        for (int i = random.nextInt(3); i >= 0; i--) {
            if (changed.length > 0) {
                changed = changedOnce(changed);
            }
        }
        return changed;
    }

    private byte[] changedOnce(byte[] line) {
        int at = random.nextInt(line.length);
        int other = random.nextInt(line.length);
        byte[] changed = line.clone();
        switch (random.nextInt(7)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[at] = (byte) random.nextInt(256);
            case 2 -> changed[at] = INSERTED[random.nextInt(INSERTED.length)];
            case 3 -> changed = Arrays.copyOf(line, at);
            case 4 -> changed = joined(line, at, new byte[] {INSERTED[random.nextInt(INSERTED.length)]}, at);
            case 5 -> changed = joined(line, Math.min(at, other), new byte[0], Math.max(at, other));
            default -> changed = joined(line, Math.max(at, other), new byte[0], Math.min(at, other));
        }
        return changed;
    }

    /** The line up to one place, what is put in, and the line from the other place on. */
    private static byte[] joined(byte[] line, int to, byte[] inserted, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(line, 0, to);
        joined.writeBytes(inserted);
        joined.write(line, from, line.length - from);
        return joined.toByteArray();
    }
}
