package io.github.saleskpi.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one computation took: nanoseconds, and bytes of the Java heap allocated by all threads. */
record Turn(long nanos, long allocated) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Has it compute once, after a collection of garbage. */
    static Turn of(Seat seat) {
        ManagementFactory.getMemoryMXBean().gc();
        Map<Long, Long> before = allocatedByThread();
        long begin = System.nanoTime();
        Answer answer = seat.answer();
        long nanos = System.nanoTime() - begin;
        long bytes = 0;
        for (Map.Entry<Long, Long> thread : allocatedByThread().entrySet()) {
            bytes += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
        }
        if (answer.figures().isEmpty()) {
            throw new IllegalStateException("figures (none): there must be some.");
        }
        return new Turn(nanos, bytes);
    }

    /** Those of parallel streams included. */
    private static Map<Long, Long> allocatedByThread() {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        Map<Long, Long> all = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            all.put(ids[i], Math.max(0, bytes[i]));
        }
        return all;
    }

    /** Nanoseconds of the one in the middle; of an even number the upper. */
    static long medianNanos(List<Turn> turns) {
        return sorted(turns)[turns.size() / 2];
    }

    /** Nanoseconds of the fastest. */
    static long leastNanos(List<Turn> turns) {
        return sorted(turns)[0];
    }

    private static long[] sorted(List<Turn> turns) {
        return turns.stream().mapToLong(Turn::nanos).sorted().toArray();
    }

    /** Bytes of the one in the middle; of an even number the upper. */
    static long medianBytes(List<Turn> turns) {
        return turns.stream().mapToLong(Turn::allocated).sorted().toArray()[turns.size() / 2];
    }

    /** How much the machine has to do at the moment. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
