package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.GOOD;
import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Viewpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectingTest {
    private static final int[] THREADS = {1, 2, 3, 8};
    private static final KpiEngine ENGINE = KpiEngine.of(KpiQuery.builder().build());
    private static final Viewpoint VIEW = Viewpoint.asOf(Instant.parse("2026-07-01T00:00:00Z"));

    /** Lines as they are written and, now and then, none. */
    private static byte[] lines(int count, int badEach) {
        SalesEvents events = new SalesEvents(20261128);
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append(i % badEach == 0 ? "{\"type\":" + i : KpiJackson3.toJson(events.any()))
                    .append('\n');
        }
        return utf8(text.toString());
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    @Test
    void theReportAndTheSummaryAreTheSameOnAnyNumberOfThreads() throws IOException {
        byte[] input = lines(4_000, 37);
        List<SalesEvent> events = new ArrayList<>();
        ReadSummary summary = KpiJackson3.eventReader().collecting(50).read(in(input), events::add);
        KpiReport report = events.stream().collect(ENGINE.collector(VIEW));
        assertThat(summary.rejected()).isEqualTo(108);
        for (int threads : THREADS) {
            EventReader reader = KpiJackson3.eventReader().collecting(50).onThreads(threads);
            EventReader.Collected<KpiReport> collected = reader.collect(in(input), ENGINE.collector(VIEW));
            assertThat(collected.summary()).as(threads + " threads").isEqualTo(summary);
            assertThat(collected.result().events()).isEqualTo(report.events());
            assertThat(collected.result().toString()).isEqualTo(report.toString());
        }
    }

    @Test
    void aFileIsCollectedLikeAnInput(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("events.ndjson"), lines(600, 100));
        EventReader reader = KpiJackson3.eventReader().onThreads(2);
        EventReader.Collected<Long> collected = reader.collect(file, Collectors.counting());
        assertThat(collected.result()).isEqualTo(594);
        assertThat(collected.summary().rejected()).isEqualTo(6);
    }

    @Test
    void nothingIsCollectedFromAnEmptyInput() throws IOException {
        for (int threads : THREADS) {
            EventReader.Collected<KpiReport> none =
                    KpiJackson3.eventReader().onThreads(threads).collect(in(new byte[0]), ENGINE.collector(VIEW));
            assertThat(none.result().events()).isZero();
            assertThat(none.summary()).isEqualTo(new ReadSummary(0, 0, 0, List.of()));
        }
    }

    @Test
    void aCollectorThatKeepsOrderGetsTheEventsInTheOrderOfTheLines() throws IOException {
        byte[] input = lines(3_000, 50);
        List<SalesEvent> wanted = new ArrayList<>();
        KpiJackson3.eventReader().read(in(input), wanted::add);
        for (int threads : THREADS) {
            EventReader reader = KpiJackson3.eventReader().onThreads(threads);
            assertThat(reader.collect(in(input), Collectors.toList()).result()).isEqualTo(wanted);
        }
    }

    @Test
    void rejectsComeInTheOrderOfTheLinesOnTheThreadThatReads() throws IOException {
        byte[] input = lines(3_000, 7);
        Thread here = Thread.currentThread();
        for (int threads : THREADS) {
            List<Long> rejected = new ArrayList<>();
            EventReader reader = KpiJackson3.eventReader().onThreads(threads).rejectsTo(reject -> {
                assertThat(Thread.currentThread()).isSameAs(here);
                rejected.add(reject.line());
            });
            reader.collect(in(input), ENGINE.collector(VIEW));
            assertThat(rejected).hasSize(428).isSorted().startsWith(7L, 14L).endsWith(2_996L);
        }
    }

    /** Counts what each of its containers got. */
    private static Collector<SalesEvent, List<SalesEvent>, List<Integer>> sizes(Set<Thread> threads) {
        List<Integer> sizes = new ArrayList<>();
        return Collector.of(
                ArrayList::new,
                (container, event) -> {
                    threads.add(Thread.currentThread());
                    container.add(event);
                },
                (some, others) -> {
                    sizes.add(others.size());
                    return some;
                },
                first -> {
                    sizes.add(first.size());
                    return sizes;
                },
                Collector.Characteristics.UNORDERED);
    }

    @Test
    void eachThreadFillsAContainerOfItsOwn() throws IOException {
        byte[] input = lines(20_000, 30_000);
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        List<Integer> sizes = KpiJackson3.eventReader()
                .onThreads(3)
                .collect(in(input), sizes(workers))
                .result();
        assertThat(workers).hasSizeBetween(1, 3).doesNotContain(Thread.currentThread());
        assertThat(sizes).hasSizeBetween(1, 3);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20_000);
    }

    @Test
    void strictStopsAtTheFirstBadLineOnAnyNumberOfThreads() {
        byte[] input = lines(3_000, 701);
        for (int threads : THREADS) {
            EventReader reader = KpiJackson3.eventReader().onThreads(threads).strict();
            assertThatThrownBy(() -> reader.collect(in(input), ENGINE.collector(VIEW)))
                    .isInstanceOf(RejectedLineException.class)
                    .hasMessageStartingWith("line 701, ");
        }
    }

    @Test
    void whatTheCollectorThrowsComesThroughBehindTheRejectsOfEarlierLines() {
        byte[] input = utf8((GOOD + "\n").repeat(300) + "{}\n" + GOOD.replace("\"good\"", "\"poison\"") + "\n[]\n");
        Collector<SalesEvent, ?, Long> choking = Collector.of(
                () -> new long[1],
                (count, event) -> {
                    if (event.toString().contains("poison")) {
                        throw new IllegalCallerException("choked");
                    }
                },
                (some, others) -> some,
                count -> count[0],
                Collector.Characteristics.UNORDERED);
        for (int threads : THREADS) {
            List<Long> rejected = new ArrayList<>();
            EventReader reader =
                    KpiJackson3.eventReader().onThreads(threads).rejectsTo(reject -> rejected.add(reject.line()));
            assertThatThrownBy(() -> reader.collect(in(input), choking))
                    .isInstanceOf(IllegalCallerException.class)
                    .hasMessage("choked");
            assertThat(rejected).containsExactly(301L);
        }
    }

    @Test
    void nobodyIsInTheCollectorAnyMoreWhenItsExceptionComesThrough() {
        byte[] input = utf8(GOOD.replace("\"good\"", "\"poison\"") + "\n" + (GOOD + "\n").repeat(20_000));
        CountDownLatch inside = new CountDownLatch(1);
        Visits visits = new Visits();
        Collector<SalesEvent, ?, Long> slow = visits.collector(event -> {
            if (event.toString().contains("poison")) {
                await(inside);
                throw new IllegalCallerException("choked");
            }
            inside.countDown();
        });
        assertThatThrownBy(() -> KpiJackson3.eventReader().onThreads(2).collect(in(input), slow))
                .isInstanceOf(IllegalCallerException.class)
                .hasMessage("choked");
        assertThat(visits.entered.get()).isGreaterThan(1).isEqualTo(visits.left.get());
    }

    /** How often threads came into a collector, in which the first ones stay until they are interrupted, and left it. */
    private static final class Visits {
        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicInteger entered = new AtomicInteger();
        private final AtomicInteger left = new AtomicInteger();

        Collector<SalesEvent, ?, Long> collector(Consumer<SalesEvent> first) {
            return Collector.of(
                    () -> new long[1],
                    (count, event) -> visit(event, first),
                    (some, others) -> some,
                    count -> count[0],
                    Collector.Characteristics.UNORDERED);
        }

        private void visit(SalesEvent event, Consumer<SalesEvent> first) {
            entered.incrementAndGet();
            try {
                first.accept(event);
                if (!over.get()) {
                    over.set(await(new CountDownLatch(1)));
                    busy();
                }
            } finally {
                left.incrementAndGet();
            }
        }
    }

    /** Whether it was interrupted. */
    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return false;
        } catch (InterruptedException interrupted) {
            return true;
        }
    }

    /** For a while in which somebody who does not wait goes on. */
    private static void busy() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < 50_000_000) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aThreadThatIsInterruptedWhileItReadsWaitsForTheOthersAndStaysInterrupted() {
        byte[] input = utf8((GOOD + "\n").repeat(20_000));
        Thread here = Thread.currentThread();
        AtomicBoolean asked = new AtomicBoolean();
        Visits visits = new Visits();
        Collector<SalesEvent, ?, Long> interrupting = visits.collector(event -> {
            if (!asked.getAndSet(true)) {
                here.interrupt();
            }
        });
        assertThatThrownBy(() -> KpiJackson3.eventReader().onThreads(2).collect(in(input), interrupting))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(visits.entered.get()).isPositive().isEqualTo(visits.left.get());
    }

    @Test
    void linesOfAnyLengthAreCollectedOnThreads() throws IOException {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        for (int length : new int[] {10, 70_000, 60_000, 131_000, 10, 200_000, 900_000, 10}) {
            input.write(utf8(GOOD + " ".repeat(length) + "\n"));
        }
        input.write(utf8(GOOD + " ".repeat(1 << 20) + "\n" + GOOD));
        for (int threads : THREADS) {
            EventReader reader = KpiJackson3.eventReader().onThreads(threads);
            EventReader.Collected<Long> collected = reader.collect(in(input.toByteArray()), Collectors.counting());
            assertThat(collected.result()).isEqualTo(9);
            assertThat(collected.summary().rejects().get(0).message()).startsWith("line 9, ");
        }
    }

    @Test
    void anInputThatFailsFailsTheCollecting() {
        byte[] input = lines(2_000, 5_000);
        for (int threads : THREADS) {
            InputStream failing = new Unplugged(in(input));
            assertThatThrownBy(
                            () -> KpiJackson3.eventReader().onThreads(threads).collect(failing, ENGINE.collector(VIEW)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("unplugged");
        }
    }
}
