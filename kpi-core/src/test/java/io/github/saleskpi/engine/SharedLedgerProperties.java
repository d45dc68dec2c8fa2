package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.time.Viewpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds while several threads add and several read, on random histories. Which of them is first is left to chance. */
class SharedLedgerProperties {
    private static final int FEEDERS = 4;
    private static final int READERS = 2;
    private static final int BATCHES = 12;

    /** What one reading saw: the events held, and what is said of them. */
    private record Seen(List<SalesEvent> events, Viewpoint from, String report, List<Integer> least) {}

    /** Events in batches, each known by the very objects in it. */
    private record Feed(List<List<SalesEvent>> batches, AtomicInteger added) {}

    @Test
    @Timeout(60)
    void everyReportIsThatOfOneSetOfEventsWithAllThatWasAddedBefore() throws Exception {
        int reports = 0;
        int between = 0;
        int torn = 0;
        for (long seed = 0; seed < Tries.of(25); seed++) {
            Race run = new Race(seed);
            for (List<Seen> reader : run.race()) {
                int last = 0;
                for (Seen seen : reader) {
                    run.check(seed, seen);
                    assertThat(seen.events.size()).as("seed %s", seed).isGreaterThanOrEqualTo(last);
                    last = seen.events.size();
                    reports++;
                    between += last > 0 && last < run.all().size() ? 1 : 0;
                    torn += run.isMixed(seen) ? 1 : 0;
                }
            }
            run.checkEnd(seed);
        }
        System.out.println("Census of shared ledgers: " + reports + " reports, " + between
                + " of a part of the events, " + torn + " of parts of several feeders");
        if (Tries.of(1) >= 1) {
            assertThat(List.of(reports, between, torn)).allMatch(times -> times > 20);
        }
    }

    /** Feeders, readers and the ledger between them. */
    private static final class Race {
        private final Question question;
        private final KpiEngine engine;
        private final SharedLedger shared;
        private final List<Feed> feeds = new ArrayList<>();
        private final List<Viewpoint> viewpoints = new ArrayList<>();
        private final AtomicInteger feeding = new AtomicInteger(FEEDERS);
        private final CyclicBarrier halfway = new CyclicBarrier(FEEDERS + READERS);

        Race(long seed) {
            DenseHistory history = new DenseHistory(seed);
            question = OddIndicators.question(seed, history.start());
            engine = KpiEngine.of(Script.queryOf(question));
            shared = engine.newSharedLedger();
            KpiLedger distinct = engine.newLedger();
            for (int feeder = 0; feeder < FEEDERS; feeder++) {
                List<List<SalesEvent>> batches = new ArrayList<>();
                for (int i = 0; i < BATCHES; i++) {
                    List<SalesEvent> batch = new ArrayList<>(history.next(1 + i % 3));
                    batch.removeIf(event -> distinct.add(event) != KpiLedger.Added.NEW);
                    batches.add(batch);
                }
                feeds.add(new Feed(batches, new AtomicInteger()));
            }
            Viewpoints looks = new Viewpoints(seed, history.start(), question.calendar());
            for (int i = 0; i < 5; i++) {
                viewpoints.add(looks.next(history.drawn()));
            }
        }

        private List<SalesEvent> all() {
            return feeds.stream()
                    .flatMap(feed -> feed.batches.stream())
                    .flatMap(List::stream)
                    .toList();
        }

        /** Runs feeders and readers at once, and gives what the readers saw. */
        private List<List<Seen>> race() throws InterruptedException, ExecutionException {
            CyclicBarrier begin = new CyclicBarrier(FEEDERS + READERS);
            List<Callable<List<Seen>>> all = new ArrayList<>();
            for (Feed feed : feeds) {
                all.add(() -> {
                    begin.await();
                    feed(feed);
                    return List.of();
                });
            }
            for (int reader = 0; reader < READERS; reader++) {
                all.add(() -> {
                    begin.await();
                    return read();
                });
            }
            ExecutorService threads = Executors.newFixedThreadPool(all.size());
            try {
                List<List<Seen>> seen = new ArrayList<>();
                for (Future<List<Seen>> done : threads.invokeAll(all)) {
                    seen.add(done.get());
                }
                return seen;
            } finally {
                threads.shutdownNow();
            }
        }

        private void feed(Feed feed) throws Exception {
            for (List<SalesEvent> batch : feed.batches) {
                if (feed.added.get() == BATCHES / 2) {
                    halfway.await(1, TimeUnit.MINUTES);
                    halfway.await(1, TimeUnit.MINUTES);
                }
                if (batch.size() == 1) {
                    shared.add(batch.get(0));
                } else {
                    shared.addAll(batch);
                }
                feed.added.incrementAndGet();
                Thread.onSpinWait();
            }
            feeding.decrementAndGet();
        }

        /** Reads all the time, and once while everybody waits halfway, so that no schedule misses that. */
        private List<Seen> read() throws Exception {
            List<Seen> seen = new ArrayList<>();
            boolean isLast;
            int size = -1;
            int reads = 0;
            do {
                isLast = feeding.get() == 0;
                List<Integer> least =
                        feeds.stream().map(feed -> feed.added.get()).toList();
                Viewpoint from = viewpoints.get(seen.size() % viewpoints.size());
                Seen next = shared.read(ledger -> new Seen(
                        ledger.events().toList(), from, ledger.report(from).toString(), least));
                if (next.events.size() != size) { // else nothing new to check
                    seen.add(next);
                }
                size = next.events.size();
                reads++;
                if (reads <= 2) { // before the second one all are halfway, and until it is done
                    halfway.await(1, TimeUnit.MINUTES);
                }
            } while (!isLast);
            return seen;
        }

        private void check(long seed, Seen seen) {
            int held = 0;
            for (int i = 0; i < FEEDERS; i++) {
                int whole = 0;
                for (List<SalesEvent> batch : feeds.get(i).batches) {
                    boolean isIn = seen.events.containsAll(batch);
                    assertThat(isIn || batch.stream().noneMatch(seen.events::contains))
                            .as("seed %s: a batch is in whole or not at all", seed)
                            .isTrue();
                    if (!isIn) {
                        break;
                    }
                    whole++;
                    held += batch.size();
                }
                assertThat(whole).as("seed %s: all added before", seed).isGreaterThanOrEqualTo(seen.least.get(i));
            }
            assertThat(seen.events).as("seed %s: nothing after a gap", seed).hasSize(held);
            KpiLedger alone = engine.newLedger();
            seen.events.forEach(alone::add);
            assertThat(seen.report)
                    .as("seed %s", seed)
                    .isEqualTo(alone.report(seen.from).toString());
        }

        private void checkEnd(long seed) {
            KpiLedger alone = engine.newLedger();
            all().forEach(alone::add);
            for (Viewpoint from : viewpoints) {
                String text = shared.read(ledger -> ledger.report(from).toString());
                assertThat(text)
                        .as("seed %s", seed)
                        .isEqualTo(alone.report(from).toString());
            }
            assertThat(shared.counts().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(all().size());
        }

        private boolean isMixed(Seen seen) {
            return feeds.stream()
                            .filter(feed -> seen.events.contains(feed.batches.stream()
                                    .flatMap(List::stream)
                                    .findFirst()
                                    .orElseThrow()))
                            .filter(feed -> !seen.events.containsAll(
                                    feed.batches.stream().flatMap(List::stream).toList()))
                            .count()
                    > 1;
        }
    }
}
