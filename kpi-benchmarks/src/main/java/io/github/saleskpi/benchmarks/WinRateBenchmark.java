package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.SalesEvent;
import java.util.List;
import java.util.Map;
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
 * The win rate by rep and month of a simulated team, by the engine and by what a good developer would write with streams.
 * Set-up fails unless both give the same figures.
 *
 * <pre>{@code
 * java -jar kpi-benchmarks/target/benchmarks.jar WinRateBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class WinRateBenchmark {
    /** Who computes. */
    @Param
    Contender contender = Contender.KPI_ENGINE;

    /** How many reps work for six months; each makes about 1,500 events. */
    @Param({"12", "120"})
    int reps;

    private List<SalesEvent> events = List.of();

    /** Made by the annotation processor's classes. */
    public WinRateBenchmark() {}

    /** Makes the events and compares the contenders on them. */
    @Setup(Level.Trial)
    public void compare() {
        events = SimulatedTeam.events(reps, 6, 2026);
        Map<String, String> expected = Contender.STREAMS.winRates(events);
        for (Contender each : Contender.values()) {
            if (expected.isEmpty() || !each.winRates(events).equals(expected)) {
                throw new IllegalStateException(each + " differs: " + each.winRates(events) + " is not " + expected);
            }
        }
        System.out.println(events.size() + " events, " + expected.size() + " cells, equal figures");
    }

    /** Won and closed opportunities by rep and month. */
    @Benchmark
    public Map<String, String> winRates() {
        return contender.winRates(events);
    }
}
