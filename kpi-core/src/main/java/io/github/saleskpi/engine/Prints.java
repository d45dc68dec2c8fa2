package io.github.saleskpi.engine;

import java.util.Arrays;

/** Events by their numbers, each under a fingerprint, in the order of adding. Not thread-safe. */
final class Prints {
    private long[] prints = new long[8];
    private int[] events = new int[8];
    private int size;

    void add(long print, int event) {
        if (size == events.length) {
            int more = Math.addExact(size, Math.max(8, size / 2));
            prints = Arrays.copyOf(prints, more);
            events = Arrays.copyOf(events, more);
        }
        prints[size] = print;
        events[size++] = event;
    }

    int size() {
        return size;
    }

    long print(int index) {
        return prints[index];
    }

    int event(int index) {
        return events[index];
    }
}
