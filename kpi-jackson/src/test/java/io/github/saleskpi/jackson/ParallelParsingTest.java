package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ParallelParsingTest {
    private static final int[] THREADS = {1, 2, 3, 8};
    private static final List<String> BAD =
            List.of("{}", "", "  \t", "{\"type\":", "[1]", "{\"type\":\"callEnded\",\"id\":\"\"}");

    /** All that can be seen of a reading. */
    private record Seen(List<String> inOrder, ReadSummary summary) {}

    private static byte[] lines(int count, long seed) {
        Random random = new Random(seed);
        SalesEvents events = new SalesEvents(seed);
        StringBuilder text = new StringBuilder("\ufeff");
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(10);
            text.append(kind < 7 ? KpiJackson3.toJson(events.any()) : BAD.get(random.nextInt(BAD.size())));
            text.append(kind == 0 ? " ".repeat(random.nextInt(3_000)) : "");
            text.append(random.nextBoolean() ? "\r\n" : "\n");
        }
        return utf8(text.toString());
    }

    private static Seen seen(byte[] input, int threads) throws IOException {
        List<String> inOrder = new ArrayList<>();
        EventReader reader = KpiJackson3.eventReader()
                .withLimits(ReadLimits.standard().withLineBytes(2_500))
                .onThreads(threads);
        ReadSummary counted = reader.rejectsTo(reject -> inOrder.add(reject.toString()))
                .read(new ByteArrayInputStream(input), event -> inOrder.add(event.toString()));
        assertThat(inOrder).hasSize((int) counted.read());
        return new Seen(inOrder, reader.collecting(40).read(new ByteArrayInputStream(input), event -> {}));
    }

    @Test
    void whatIsReadDoesNotDependOnTheNumberOfThreads() throws IOException {
        for (int count : new int[] {0, 1, 255, 256, 257, 5_000}) {
            byte[] input = lines(count, 20260737 + count);
            Seen alone = seen(input, 1);
            for (int threads : THREADS) {
                assertThat(seen(input, threads))
                        .as(count + " lines on " + threads)
                        .isEqualTo(alone);
            }
            if (count == 5_000) {
                assertThat(alone.summary().delivered()).isGreaterThan(3_000);
                assertThat(alone.summary().rejected()).isGreaterThan(500);
                assertThat(alone.inOrder()).anyMatch(line -> line.contains("limit lineBytes"));
            }
        }
    }

    @Test
    void anInputCutOffIsTheSameRejectOnAnyNumberOfThreads() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(lines(2_000, 20260738));
        }
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 100);
        assertThat(seen(cut, 4)).isEqualTo(seen(cut, 1));
        assertThat(seen(cut, 4).inOrder()).last().asString().contains("must not be cut off or damaged");
    }

    @Test
    void strictStopsAtTheSameLineOnAnyNumberOfThreads() {
        String good = KpiJackson3.toJson(new SalesEvents(1).any()) + "\n";
        byte[] input = utf8(good.repeat(700) + "{}\n" + good.repeat(700) + "[]\n");
        for (int threads : THREADS) {
            List<SalesEvent> before = new ArrayList<>();
            assertThatThrownBy(() -> KpiJackson3.eventReader()
                            .onThreads(threads)
                            .strict()
                            .read(new ByteArrayInputStream(input), before::add))
                    .isInstanceOf(RejectedLineException.class)
                    .hasMessageStartingWith("line 701, ");
            assertThat(before).hasSize(700);
        }
    }

    @Test
    void whatStandsBeforeAFailureIsGivenOnAnyNumberOfThreads() {
        byte[] input = utf8((KpiJackson3.toJson(new SalesEvents(2).any()) + "\n").repeat(900));
        for (int threads : THREADS) {
            List<SalesEvent> before = new ArrayList<>();
            InputStream failing = new Unplugged(new ByteArrayInputStream(input));
            assertThatThrownBy(
                            () -> KpiJackson3.eventReader().onThreads(threads).read(failing, before::add))
                    .isInstanceOf(IOException.class)
                    .hasMessage("unplugged");
            assertThat(before).hasSize(900);
        }
    }

    @Test
    void whatTheSinkThrowsComesThroughOnTheThreadThatReads() {
        byte[] input = lines(3_000, 20260739);
        Thread here = Thread.currentThread();
        assertThatThrownBy(() -> KpiJackson3.eventReader().onThreads(3).read(new ByteArrayInputStream(input), event -> {
                    assertThat(Thread.currentThread()).isSameAs(here);
                    throw new IllegalCallerException("full");
                }))
                .isInstanceOf(IllegalCallerException.class)
                .hasMessage("full");
    }

    @Test
    void thereIsAtLeastOneThread() {
        for (int threads : new int[] {0, -1, 257}) {
            assertThatThrownBy(() -> KpiJackson3.eventReader().onThreads(threads))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("threads (" + threads + "): must be 1 to 256. Maybe as many as there are processors.");
        }
    }
}
