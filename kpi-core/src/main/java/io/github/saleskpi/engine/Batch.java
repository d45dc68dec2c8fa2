package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Viewpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to one report, of which nothing is kept afterwards. Not thread-safe.
 *
 * <p>It tells what a {@link KpiLedger} with these events would tell, in another schedule. A ledger must be able to take
 * back and to look from anywhere, so it ties events to strands and keeps all versions in order. A batch sees each event at
 * its {@link Door}, and then works through one bucket of ids after another, to {@linkplain Standing choose} what is in
 * force, and one bucket of keys after another, to {@linkplain Bench tell} its stories. A bucket fits into the cache; stories
 * are disjoint, so several threads can take buckets each into cells of its own, which are merged. What is written down of an
 * event until then is the number and the fingerprint of its id and of its keys. Fingerprints find suspects only; these are
 * compared.
 */
final class Batch {
    private final KpiQuery query;
    private final Storylines storylines;
    private final Viewpoint view;
    private final EventDoor door;
    private final List<Door> doors = new ArrayList<>();

    Batch(KpiQuery query, Storylines storylines, Viewpoint view) {
        this.query = query;
        this.storylines = storylines;
        this.view = view;
        this.door = new EventDoor(query, storylines, view);
        doors.add(door);
    }

    void add(SalesEvent event) {
        door.add(event);
    }

    /** Looks at all events of columns, in so many threads; nothing else is added. */
    Batch addAll(EventColumns columns, int threads) {
        doors.clear();
        int rows = columns.size();
        IntStream parts = IntStream.range(0, threads);
        doors.addAll((threads == 1 ? parts : parts.parallel())
                .mapToObj(part -> {
                    int from = (int) ((long) rows * part / threads);
                    int to = (int) ((long) rows * (part + 1) / threads);
                    ColumnDoor own = new ColumnDoor(query, storylines, view, columns, from, to);
                    own.readAll();
                    return own;
                })
                .toList());
        return this;
    }

    /** Takes over all that another has seen. */
    Batch merge(Batch other) {
        doors.addAll(other.doors);
        return this;
    }

    /** Tells all stories; in several threads if events came in several. To be asked once. */
    KpiReport report() {
        doors.removeIf(each -> each.size() == 0);
        int workers = doors.size() < 2 ? 1 : Math.min(ForkJoinPool.getCommonPoolParallelism() + 1, Door.BUCKETS);
        Standing standing = new Standing(doors, storylines, view);
        each(workers, standing::chooser, Standing.Chooser::choose);
        standing.settle();
        List<IdentityMerged> merges = standing.merges();
        Identities identities = new Identities(merges);
        Roster roster = new Roster(query, identities);
        Supplier<State> state = () -> new State(view, 0, identities, roster);
        List<Bench> benches = each(workers, () -> new Bench(query, storylines, standing, state.get()), Bench::tell);
        Bench all = merged(benches);
        if (all == null) {
            all = each(1, () -> new Bench(query, storylines, standing, state.get()), Bench::tell)
                    .get(0);
        }
        all.tellJoined();
        Held held = standing.held(new Days(query.calendar(), query.every()));
        ReportBuilder reports = new ReportBuilder(query, all.cells(), all.failures());
        return workers == 1 ? reports.build(state.get(), held, 0) : reports.buildOnce(state.get(), held);
    }

    /** All in one; null if a tally of somebody's own fails to merge, so that all must be told on one bench. */
    private static @Nullable Bench merged(List<Bench> benches) {
        try {
            benches.get(0).merge(benches.subList(1, benches.size()));
            return benches.get(0);
        } catch (RuntimeException failed) {
            return null;
        }
    }

    /** Lets so many workers take buckets until none is left. */
    private static <W> List<W> each(int workers, Supplier<W> make, Work<W> work) {
        AtomicInteger next = new AtomicInteger();
        IntStream threads = IntStream.range(0, workers);
        return (workers == 1 ? threads : threads.parallel())
                .mapToObj(worker -> {
                    W bench = make.get();
                    for (int bucket = next.getAndIncrement(); bucket < Door.BUCKETS; bucket = next.getAndIncrement()) {
                        work.on(bench, bucket);
                    }
                    return bench;
                })
                .toList();
    }

    private interface Work<W> {
        void on(W worker, int bucket);
    }
}
