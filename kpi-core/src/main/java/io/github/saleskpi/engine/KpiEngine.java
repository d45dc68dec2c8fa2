package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collector;

/**
 * A query made ready: the way from events to a report. Immutable and thread-safe.
 *
 * <pre>{@code
 * KpiEngine engine = KpiEngine.of(KpiQuery.builder().every(Granularity.MONTH).groupBy(Dimension.REP).build());
 * KpiReport report = events.stream().collect(engine.collector(Viewpoint.asOf(Instant.parse("2026-07-01T00:00:00Z"))));
 * }</pre>
 */
public final class KpiEngine {
    private final KpiQuery query;
    private final Storylines storylines;

    private KpiEngine(KpiQuery query) {
        this.query = query;
        this.storylines = new Storylines(query);
    }

    /** An engine for that query. */
    public static KpiEngine of(KpiQuery query) {
        return new KpiEngine(query);
    }

    /** What it computes. */
    public KpiQuery query() {
        return query;
    }

    /**
     * Collects events, in any order and repeated or not, into the report from that viewpoint. It holds the events until the
     * stream ends, tells their stories then, and reads the figures: of a parallel stream on several threads too, those of the
     * stream's pool.
     */
    public Collector<SalesEvent, ?, KpiReport> collector(Viewpoint viewpoint) {
        return Collector.of(
                () -> new Batch(query, storylines, viewpoint),
                Batch::add,
                Batch::merge,
                Batch::report,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * The report of these events from that viewpoint, on the calling thread: what {@link #collector} makes of them, but their
     * columns are read. An event is made anew only where it has to be compared with another (of its id, or of its instant in one
     * story), where it retracts or merges something, where rows are grouped by what it has, and where an indicator of one's own
     * asks for all of it. Of none it is empty.
     */
    public KpiReport report(EventColumns events, Viewpoint viewpoint) {
        return report(events, viewpoint, 1);
    }

    /**
     * The same on as many threads as the common pool has, in that pool or the one from which it is called. As with a parallel
     * stream, tallies of one's own are merged, and figures are read on several threads.
     */
    public KpiReport parallelReport(EventColumns events, Viewpoint viewpoint) {
        return report(events, viewpoint, ForkJoinPool.getCommonPoolParallelism() + 1);
    }

    private KpiReport report(EventColumns events, Viewpoint viewpoint, int threads) {
        return new Batch(query, storylines, viewpoint).addAll(events, threads).report();
    }

    /**
     * Explains a place in the report of these events, in any order and repeated or not: as {@link KpiLedger#explain} does.
     *
     * @throws IllegalArgumentException if the query does not compute the indicator, group so or have such periods
     */
    public Explanation explain(
            Iterable<? extends SalesEvent> events,
            Indicator indicator,
            Scope scope,
            Period period,
            Viewpoint viewpoint) {
        KpiLedger ledger = newLedger();
        events.forEach(ledger::add);
        return ledger.explain(indicator, scope, period, viewpoint);
    }

    /** An empty ledger: for events that keep coming, and for reports from several viewpoints. */
    public KpiLedger newLedger() {
        return new KpiLedger(query);
    }

    /** An empty ledger that many threads may feed and read. */
    public SharedLedger newSharedLedger() {
        return SharedLedger.of(newLedger());
    }
}
