package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.GOOD;
import static io.github.saleskpi.jackson.Wire.call;
import static io.github.saleskpi.jackson.Wire.rejectOf;
import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class HugeInputTest {
    private static final long TWO_GIGABYTES = (1L << 31) + 5;

    /** That many times the same byte. */
    private static final class Monotonous extends InputStream {
        private final char character;
        private long left;

        Monotonous(char character, long length) {
            this.character = character;
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? character : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(bytes, from, from + count, (byte) character);
            left -= count;
            return count;
        }
    }

    private static InputStream sequence(InputStream... parts) {
        return new SequenceInputStream(Collections.enumeration(List.of(parts)));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(utf8(text));
    }

    @Test
    void aLineOfTwoGigabytesIsOneReject() throws IOException {
        List<SalesEvent> events = new ArrayList<>();
        ReadSummary summary = KpiJackson3.eventReader()
                .read(
                        sequence(
                                text(GOOD + "\n"), new Monotonous('{', TWO_GIGABYTES), text("\n" + GOOD + "\n" + GOOD)),
                        events::add);
        assertThat(events).hasSize(3);
        assertThat(summary.read()).isEqualTo(4);
        assertThat(summary.rejects())
                .extracting(Reject::message)
                .containsExactly("line 2, byte 88: (2147483653 bytes): must have at most 1048576 bytes "
                        + "(limit lineBytes). Maybe line ends are missing.");
    }

    @Test
    void aFileOfTwoGigabytesWithoutALineEndIsOneReject() throws IOException {
        List<SalesEvent> events = new ArrayList<>();
        ReadSummary summary = KpiJackson3.eventReader()
                .withLimits(ReadLimits.standard().withLineBytes(1000))
                .read(sequence(text("{\"id\":\""), new Monotonous(' ', TWO_GIGABYTES)), events::add);
        assertThat(summary.read()).isEqualTo(1);
        assertThat(summary.rejects())
                .extracting(Reject::message)
                .containsExactly("line 1, byte 0: (2147483660 bytes): must have at most 1000 bytes "
                        + "(limit lineBytes). Maybe line ends are missing.");
    }

    @Test
    void aThousandfoldCompressedLineIsOneReject() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            new Monotonous('[', 50_000_000).transferTo(gzip);
        }
        assertThat(bomb.size()).isLessThan(1_000_000);
        ReadSummary summary = Wire.read(KpiJackson3.eventReader(), bomb.toByteArray(), new ArrayList<>());
        assertThat(summary.rejects())
                .extracting(Reject::message)
                .containsExactly("line 1, byte 0: (50000000 bytes): must have at most 1048576 bytes "
                        + "(limit lineBytes). Maybe line ends are missing.");
    }

    @Test
    void aMillionBracketsAreOneReject() {
        String brackets = "[".repeat(1_000_000);
        assertThat(rejectOf(brackets)).startsWith("line 1, byte 0: (an array): must be one JSON object.");
        assertThat(rejectOf(call(",\"personId\":" + brackets))).startsWith("line 1, byte 112: personId (an array): ");
        assertThat(rejectOf(call(",\"x\":" + brackets))).contains(": x (depth 33): must be nested at most 32 deep");
        assertThat(rejectOf("{\"a\":".repeat(200_000))).contains(": a (depth 33): must be nested at most 32 deep");
    }

    @Test
    void aHundredThousandRejectsAreCountedAndAThousandKept() throws IOException {
        ReadSummary summary = KpiJackson3.eventReader().read(text("[\n".repeat(100_000)), event -> {});
        assertThat(summary.rejected()).isEqualTo(100_000);
        assertThat(summary.rejects()).hasSize(1_000);
        assertThat(summary.rejects().get(999).line()).isEqualTo(1_000);
    }

    @Test
    void eightyThousandNamesInALineAreNoTrap() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 80_000; i++) {
            fields.append(",\"n").append(i).append("\":0");
        }
        assertThat(Wire.eventOf(call(fields.toString()))).isEqualTo(Wire.eventOf(call("")));
    }

    @Test
    void aTrickleOfBytesIsReadLikeAFlood() throws IOException {
        byte[] input = utf8("\ufeff\r\n" + (GOOD + "\r\n\n").repeat(50) + "x".repeat(200) + "\n" + GOOD);
        InputStream trickle = new ByteArrayInputStream(input) {
            private int calls;

            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
                return calls++ % 3 == 0 ? 0 : super.read(bytes, from, 1);
            }
        };
        List<SalesEvent> events = new ArrayList<>();
        ReadSummary summary = KpiJackson3.eventReader()
                .withLimits(ReadLimits.standard().withLineBytes(120))
                .read(trickle, events::add);
        assertThat(events).hasSize(51);
        assertThat(summary.rejects()).extracting(Reject::line).containsExactly(102L);
    }
}
