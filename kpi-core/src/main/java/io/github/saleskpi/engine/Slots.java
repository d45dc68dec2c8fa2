package io.github.saleskpi.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the sums are, by the number of the rep, the period and the storyline, side by side, so that few looks into memory find
 * what a fact is added to. Not thread-safe.
 */
final class Slots {
    static final int NONE = -1;

    private static final int BITS = 6;
    /** How many periods of a rep stand together, as a binary logarithm. */
    private static final int TOGETHER = 3;

    private final int storylines;
    private int[] pages = {}; // by rep and every so many periods
    private int columns = 1;
    private int size;
    private int[] slots = {};
    private @Nullable Leaf[] leaves = new Leaf[0];

    Slots(int storylines) {
        this.storylines = storylines;
    }

    /** What was put there, to be taken apart with {@link #numberOf} and {@link #bitOf}; or {@code NONE}. */
    int get(int rep, int period, int storyline) {
        int place = place(rep, period);
        return place == NONE ? NONE : slots[place * storylines + storyline];
    }

    static int numberOf(int slot) {
        return slot >>> BITS;
    }

    static long bitOf(int slot) {
        return 1L << slot;
    }

    /** The leaf that was put there for any storyline; null if none was. */
    @Nullable
    Leaf leaf(int rep, int period) {
        int place = place(rep, period);
        return place == NONE ? null : leaves[place];
    }

    private int place(int rep, int period) {
        int column = period >>> TOGETHER;
        int at = rep * columns + column;
        if (column >= columns || at >= pages.length || pages[at] == NONE) {
            return NONE;
        }
        return pages[at] + (period & (1 << TOGETHER) - 1);
    }

    /** Puts the number of a sum there, and its leaf; nothing if there are too many sums. */
    void put(int rep, int period, int storyline, int number, Leaf leaf) {
        if (number > Integer.MAX_VALUE >>> BITS) {
            return;
        }
        makeRoom(rep, period >>> TOGETHER);
        int place = place(rep, period);
        leaves[place] = leaf;
        slots[place * storylines + storyline] = (number << BITS) | Long.numberOfTrailingZeros(leaf.bit());
    }

    private void makeRoom(int rep, int column) {
        if (column >= columns) {
            widen(Math.max(column + 1, columns * 2));
        }
        int at = Math.addExact(Math.multiplyExact(rep, columns), column);
        if (at >= pages.length) {
            int before = pages.length;
            pages = Arrays.copyOf(pages, Math.max(Math.addExact(at, 1), before * 2));
            Arrays.fill(pages, before, pages.length, NONE);
        }
        if (pages[at] == NONE) {
            pages[at] = size;
            size += 1 << TOGETHER;
            if (size > leaves.length) {
                int before = slots.length;
                leaves = Arrays.copyOf(leaves, Math.max(size, leaves.length / 2 * 3));
                slots = Arrays.copyOf(slots, Math.multiplyExact(leaves.length, storylines));
                Arrays.fill(slots, before, slots.length, NONE);
            }
        }
    }

    private void widen(int wider) {
        int[] wide = new int[Math.multiplyExact(pages.length / columns + 1, wider)];
        Arrays.fill(wide, NONE);
        for (int at = 0; at < pages.length; at++) {
            wide[at / columns * wider + at % columns] = pages[at];
        }
        pages = wide;
        columns = wider;
    }
}
