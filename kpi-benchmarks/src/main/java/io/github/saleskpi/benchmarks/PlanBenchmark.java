package io.github.saleskpi.benchmarks;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.TaskCompleted;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
 * Targets of a year, each for one rep and month, compared with the report beside them; half of the reps are hired within
 * the year.
 *
 * <pre>{@code
 * java -jar kpi-benchmarks/target/benchmarks.jar PlanBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class PlanBenchmark {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    /** How many targets there are, for ten targets each of so many reps. */
    @Param({"1000", "10000"})
    int targets;

    private Plan plan = Plan.of("none");
    private List<KpiReport> reports = List.of();

    /** Made by the annotation processor's classes. */
    public PlanBenchmark() {}

    /** Makes the plan, the events and the reports. */
    @Setup(Level.Trial)
    public void plan() {
        int reps = targets / 10;
        Organization.Builder people = Organization.builder();
        List<Target> all = new ArrayList<>();
        for (int rep = 0; rep < reps; rep++) {
            people.employed("r" + rep, START.plusDays(rep % 2 == 0 ? 0 : rep % 365), null);
            for (int i = 0; i < 10; i++) {
                all.add(Target.of(
                        "r" + rep + "-" + i,
                        Indicators.tasks("visit"),
                        Audience.rep("r" + rep),
                        Schedule.in(Period.month(2026, 1 + (rep + i) % 12)),
                        Goal.atLeast("20")));
            }
        }
        plan = Plan.of("year").with(START, all);
        KpiQuery base = KpiQuery.builder().organization(people.build()).build();
        KpiLedger ledger = KpiEngine.of(base).newLedger();
        for (int i = 0; i < targets; i++) {
            Header header =
                    Header.of("e" + i, START.plusDays(i % 365).atTime(9, 0).toInstant(ZoneOffset.UTC));
            ledger.add(new TaskCompleted(header.withRep("r" + i % reps), "k" + i, "visit"));
        }
        Viewpoint viewpoint = Viewpoint.asOf(Instant.parse("2026-12-31T00:00:00Z"));
        reports = PlanFactComparator.standard().queries(plan, base).stream()
                .map(query -> ledger.report(query, viewpoint))
                .toList();
        Scorecard scorecard = compare();
        System.out.println(scorecard.comparisons().size() + " comparisons, "
                + scorecard.scores().size() + " scores");
    }

    /** All comparisons and scores. */
    @Benchmark
    public Scorecard compare() {
        return PlanFactComparator.standard().compare(plan, reports);
    }
}
