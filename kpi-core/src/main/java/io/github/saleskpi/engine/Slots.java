package io.github.saleskpi.engine;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the sums of one rep are, by period and storyline, so that one look into memory finds what a fact is added to. Not
 * thread-safe.
 */
final class Slots {
    static final int NONE = -1;

    private static final int BITS = 6;

    private final int storylines;
    private int[] slots = {};
    private @Nullable Leaf[] leaves = new Leaf[0];

    Slots(int storylines) {
        this.storylines = storylines;
    }

    /** What was put there, to be taken apart with {@link #numberOf} and {@link #bitOf}; or {@code NONE}. */
    int get(int period, int storyline) {
        int at = period * storylines + storyline;
        return at < slots.length ? slots[at] : NONE;
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
        if (period >= leaves.length) {
            int periods = Math.max(period + 1, leaves.length * 2);
            leaves = Arrays.copyOf(leaves, periods);
            int before = slots.length;
            slots = Arrays.copyOf(slots, periods * storylines);
            Arrays.fill(slots, before, slots.length, NONE);
        }
        leaves[period] = leaf;
        slots[period * storylines + storyline] = (number << BITS) | Long.numberOfTrailingZeros(leaf.bit());
    }
}
