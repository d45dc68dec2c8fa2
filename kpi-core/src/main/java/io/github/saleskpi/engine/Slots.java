package io.github.saleskpi.engine;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the sums of one rep are, by period and storyline, so that few looks into memory find what a fact is added to. Not
 * thread-safe.
 */
final class Slots {
    static final int NONE = -1;

    private static final int BITS = 6;
    private static final int[] NOTHING = {};

    private final int storylines;
    private int[][] slots = {};
    private @Nullable Leaf[] leaves = new Leaf[0];

    Slots(int storylines) {
        this.storylines = storylines;
    }

    /** What was put there, to be taken apart with {@link #numberOf} and {@link #bitOf}; or {@code NONE}. */
    int get(int period, int storyline) {
        if (period >= slots.length) {
            return NONE;
        }
        int[] own = slots[period];
        return storyline < own.length ? own[storyline] : NONE;
    }

    static int numberOf(int slot) {
        return slot >>> BITS;
    }

    static long bitOf(int slot) {
        return 1L << slot;
    }

    /** The leaf that was put there for any storyline. */
    Leaf leaf(int period) {
        return Objects.requireNonNull(leaves[period]);
    }

    /** Puts the number of a sum there, and its leaf; nothing if there are too many sums. */
    void put(int period, int storyline, int number, Leaf leaf) {
        if (number > Integer.MAX_VALUE >>> BITS) {
            return;
        }
        if (period >= slots.length) {
            int before = slots.length;
            int periods = Math.max(period + 1, before * 2);
            leaves = Arrays.copyOf(leaves, periods);
            slots = Arrays.copyOf(slots, periods);
            Arrays.fill(slots, before, periods, NOTHING);
        }
        if (slots[period].length == 0) {
            slots[period] = new int[storylines];
            Arrays.fill(slots[period], NONE);
        }
        leaves[period] = leaf;
        slots[period][storyline] = (number << BITS) | Long.numberOfTrailingZeros(leaf.bit());
    }
}
