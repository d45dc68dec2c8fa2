package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.SalesEvent;
import java.util.EnumSet;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The seven primary figures by rep and month of a {@linkplain CrmYear year of a CRM}, by the library and its rivals, all in
 * one run. Set-up fails unless all give the same figures. Ten million events ({@code -p events=10000000}) need
 * {@code -jvmArgs -Xmx14g}; {@code -p rival=KPI_ENGINE,STREAMS} leaves the others out.
 *
 * <pre>{@code
 * java -jar kpi-benchmarks/target/benchmarks.jar RivalBenchmark -prof gc
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx8g")
public class RivalBenchmark {
    /** Who computes. */
    @Param
    Rival rival = Rival.KPI_ENGINE;

    /** About how many events there are. */
    @Param({"100000", "1000000"})
    int events;

    private Seat seat = () -> Map::of;

    /** Made by the annotation processor's classes. */
    public RivalBenchmark() {}

    /** Makes the events, holds all rivals against each other, and seats one. */
    @Setup(Level.Trial)
    public void compare() {
        List<SalesEvent> all = CrmYear.events(events, 2026);
        System.out.println(all.size() + " events, "
                + Rival.agreed(all, EnumSet.allOf(Rival.class)).size() + " equal figures");
        seat = rival.seat(all);
    }

    /** Ends the trial. */
    @TearDown(Level.Trial)
    public void leave() {
        seat.close();
    }

    /** All figures from all events. */
    @Benchmark
    public Object figures() {
        return seat.answer();
    }
}
