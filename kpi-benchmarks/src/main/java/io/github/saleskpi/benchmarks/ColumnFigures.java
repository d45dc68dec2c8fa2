package io.github.saleskpi.benchmarks;

import io.github.saleskpi.engine.EventColumns;
import io.github.saleskpi.event.SalesEvent;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * What {@link EventColumns} need per event of a {@link CrmYear}: bytes held beside the events, and nanoseconds of the thread, in
 * each round, to take one apart and to make it anew. Fails unless all events are given back.
 *
 * <p>Arguments: about how many events, and how many rounds.
 *
 * <pre>{@code
 * java -Xmx8g -cp kpi-benchmarks/target/benchmarks.jar io.github.saleskpi.benchmarks.ColumnFigures 1000000 5
 * }</pre>
 */
public final class ColumnFigures {
    private static final long SEED = 2026;

    private ColumnFigures() {}

    /** Measures what the arguments say. */
    public static void main(String[] args) {
        int number = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        int rounds = args.length < 2 ? 5 : Integer.parseInt(args[1]);
        List<SalesEvent> events = CrmYear.events(number, SEED);
        int size = events.size();
        for (int round = 0; round < rounds; round++) {
            long before = held();
            long begin = nanos();
            EventColumns columns = EventColumns.builder().addAll(events).build();
            long built = nanos();
            long bytes = held() - before;
            long again = nanos();
            for (int row = 0; row < size; row++) {
                if (!columns.get(row).equals(events.get(row))) {
                    throw new IllegalStateException("row (" + row + "): must be the event that was added.");
                }
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "%,d events: %.1f bytes each, %,d ns to take apart, %,d ns to make anew and compare",
                    size,
                    (double) bytes / size,
                    (built - begin) / size,
                    (nanos() - again) / size));
        }
    }

    private static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Bytes of the heap in use, after a collection of garbage. */
    private static long held() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
