package io.github.saleskpi.engine;

/**
 * Where a door writes its rows: arrays that grow from small ones to such as a collector takes for large, and never moves. Not
 * thread-safe.
 */
final class Slab {
    private static final int LEAST = 1 << 10;

    /** Somewhat less than a power of two, so that with its header it still fits where a collector has room for one. */
    private static final int MOST = (1 << 20) - (1 << 6);

    private long[] numbers = {};
    private int used;
    private int next = LEAST;

    /** Makes room for so many numbers, at most {@code LEAST}. */
    int take(int room) {
        if (numbers.length - used < room) {
            numbers = new long[next];
            used = 0;
            next = Math.min(MOST, next * 2);
        }
        used += room;
        return used - room;
    }

    /** The array in which there was room last. */
    long[] numbers() {
        return numbers;
    }
}
