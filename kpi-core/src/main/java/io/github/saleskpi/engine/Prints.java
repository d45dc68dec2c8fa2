package io.github.saleskpi.engine;

import java.util.Arrays;

/**
 * Events by their numbers, each under a fingerprint, in the order of adding. They stand on pages, in pairs: two fingerprints
 * and, in one number, two events. Not thread-safe.
 */
final class Prints {
    private static final int BITS = 8;
    private static final int PAGE = 1 << BITS;

    /** How many the first page lacks. */
    private static final int LESS = PAGE - 8;

    private static final int PAIR = 3;

    private final Slab slab;
    private long[][] pages = {};
    private int[] bases = {};
    private int size;

    Prints(Slab slab) {
        this.slab = slab;
    }

    void add(long print, int event) {
        int index = size + LESS;
        int page = index >> BITS;
        if (size == 0 || (index & PAGE - 1) == 0) {
            addPage(page);
        }
        long[] own = pages[page];
        int at = at(page, index);
        own[at + (index & 1)] = print;
        own[at + 2] |= Integer.toUnsignedLong(event) << shift(index);
        size = Math.incrementExact(size);
    }

    private void addPage(int page) {
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, Math.max(2, page * 2));
            bases = Arrays.copyOf(bases, pages.length);
        }
        int less = page == 0 ? LESS / 2 * PAIR : 0;
        bases[page] = slab.take(PAGE / 2 * PAIR - less) - less;
        pages[page] = slab.numbers();
    }

    private int at(int page, int index) {
        return bases[page] + ((index & PAGE - 1) >> 1) * PAIR;
    }

    private static int shift(int index) {
        return (index & 1) * Integer.SIZE;
    }

    int size() {
        return size;
    }

    long print(int number) {
        int index = number + LESS;
        return pages[index >> BITS][at(index >> BITS, index) + (index & 1)];
    }

    int event(int number) {
        int index = number + LESS;
        return (int) (pages[index >> BITS][at(index >> BITS, index) + 2] >>> shift(index));
    }
}
