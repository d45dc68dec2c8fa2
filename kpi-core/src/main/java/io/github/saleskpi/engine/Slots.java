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

    /** How long an array may be; what would make it longer is not put. */
    private static final long MOST = 1L << 28;

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
        long at = (long) rep * columns + column;
        if (column >= columns || at >= pages.length || pages[(int) at] == NONE) {
            return NONE;
        }
        return pages[(int) at] + (period & (1 << TOGETHER) - 1);
    }

    /** Puts the number of a sum there, and its leaf; nothing if there are too many sums, reps or periods. */
    void put(int rep, int period, int storyline, int number, Leaf leaf) {
        if (number > Integer.MAX_VALUE >>> BITS || !makeRoom(rep, period >>> TOGETHER)) {
            return;
        }
        int place = place(rep, period);
        leaves[place] = leaf;
        slots[place * storylines + storyline] = (number << BITS) | Long.numberOfTrailingZeros(leaf.bit());
    }

    private boolean makeRoom(int rep, int column) {
        int wider = column < columns ? columns : Math.max(column + 1, columns * 2);
        long at = (long) rep * wider + column;
        if (at >= MOST || (pages.length / columns + 1L) * wider > MOST) {
            return false;
        }
        if (wider > columns) {
            widen(wider);
        }
        if (at >= pages.length) {
            int before = pages.length;
            pages = Arrays.copyOf(pages, (int) Math.max(at + 1, Math.min(MOST, before * 2L)));
            Arrays.fill(pages, before, pages.length, NONE);
        }
        return pages[(int) at] != NONE || addPage((int) at);
    }

    private boolean addPage(int at) {
        int more = size + (1 << TOGETHER);
        if (more > leaves.length) {
            long room = Math.max(more, leaves.length / 2 * 3L);
            if (room * storylines > MOST) {
                return false;
            }
            int before = slots.length;
            leaves = Arrays.copyOf(leaves, (int) room);
            slots = Arrays.copyOf(slots, (int) room * storylines);
            Arrays.fill(slots, before, slots.length, NONE);
        }
        pages[at] = size;
        size = more;
        return true;
    }

    private void widen(int wider) {
        int[] wide = new int[(pages.length / columns + 1) * wider];
        Arrays.fill(wide, NONE);
        for (int at = 0; at < pages.length; at++) {
            wide[at / columns * wider + at % columns] = pages[at];
        }
        pages = wide;
        columns = wider;
    }
}
