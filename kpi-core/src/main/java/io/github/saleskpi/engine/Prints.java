package io.github.saleskpi.engine;

import java.util.Arrays;

/**
 * Events by their numbers, each under a fingerprint, in the order of adding; on pages that are not copied when more come. Not
 * thread-safe.
 */
final class Prints {
    private static final int FEW = 8;
    private static final int BITS = 8;
    private static final int PAGE = 1 << BITS;

    private long[][] prints = {new long[FEW]};
    private int[][] events = {new int[FEW]};
    private int size;

    void add(long print, int event) {
        int page = size >> BITS;
        int place = size & PAGE - 1;
        if (page == prints.length || place == prints[page].length) {
            makeRoom(page);
        }
        prints[page][place] = print;
        events[page][place] = event;
        size = Math.incrementExact(size);
    }

    /** The first page grows, the others are whole from the beginning. */
    private void makeRoom(int page) {
        if (page == 0) {
            prints[0] = Arrays.copyOf(prints[0], size * 2);
            events[0] = Arrays.copyOf(events[0], size * 2);
            return;
        }
        if (page == prints.length) {
            prints = Arrays.copyOf(prints, page * 2);
            events = Arrays.copyOf(events, page * 2);
            Arrays.fill(prints, page, page * 2, new long[0]);
        }
        prints[page] = new long[PAGE];
        events[page] = new int[PAGE];
    }

    int size() {
        return size;
    }

    long print(int index) {
        return prints[index >> BITS][index & PAGE - 1];
    }

    int event(int index) {
        return events[index >> BITS][index & PAGE - 1];
    }
}
