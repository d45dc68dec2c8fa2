package io.github.saleskpi.benchmarks;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A ledger that holds many events of a simulated team and is asked for the standard indicators by rep and month: a report
 * after one event was corrected (with percentiles), and the merge of two ledgers of one half each. {@link LedgerFigures}
 * measures what adding costs and what an event occupies.
 *
 * <pre>{@code
 * java -jar kpi-benchmarks/target/benchmarks.jar LedgerBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
public class LedgerBenchmark {
    static final int EVENTS_PER_REP = 1_500;
    static final int MONTHS = 6;
    static final Viewpoint JULY = Viewpoint.asOf(Instant.parse("2026-07-01T00:00:00Z"));
    static final KpiEngine ENGINE =
            KpiEngine.of(KpiQuery.builder().groupBy(Dimension.REP).build());

    /** About how many events the ledger holds. */
    @Param({"1000000"})
    int events;

    private KpiLedger ledger = ENGINE.newLedger();
    private KpiLedger firstHalf = ENGINE.newLedger();
    private KpiLedger secondHalf = ENGINE.newLedger();
    private List<SalesEvent> first = List.of();
    private List<OpportunityMoved> moves = List.of();
    private int changes;

    /** Made by the annotation processor's classes. */
    public LedgerBenchmark() {}

    /** About so many events of as many reps as it takes. */
    static List<SalesEvent> events(int number) {
        return SimulatedTeam.events(Math.max(1, number / EVENTS_PER_REP), MONTHS, 2026);
    }

    static KpiLedger ledger(List<SalesEvent> events) {
        KpiLedger ledger = ENGINE.newLedger();
        events.forEach(ledger::add);
        return ledger;
    }

    /** Makes the events, a ledger of them that was asked once, and one of their second half. */
    @Setup(Level.Trial)
    public void fill() {
        List<SalesEvent> all = events(events);
        ledger = ledger(all);
        ledger.report(JULY);
        moves = all.stream()
                .filter(OpportunityMoved.class::isInstance)
                .map(OpportunityMoved.class::cast)
                .toList();
        first = all.subList(0, all.size() / 2);
        secondHalf = ledger(all.subList(all.size() / 2, all.size()));
        System.out.println(
                ledger.size() + " events, " + ledger.report(JULY).cells().size() + " cells");
    }

    /** Makes the ledger anew that the merge fills. */
    @Setup(Level.Iteration)
    public void halve() {
        firstHalf = ledger(first);
    }

    /** A correction comes in and the report is asked for again. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Warmup(iterations = 2, time = 5)
    @Measurement(iterations = 3, time = 10)
    public KpiReport reportAfterOneChange() {
        OpportunityMoved move = moves.get((int) (changes * 7919L % moves.size()));
        ledger.add(move.withReason("change " + changes++));
        return ledger.report(JULY);
    }

    /** The second half comes into the first. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 2)
    @Measurement(iterations = 5)
    public KpiLedger mergeOfTwoHalves() {
        return firstHalf.merge(secondHalf);
    }
}
