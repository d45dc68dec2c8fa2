package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.tally.Measure;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All whole numbers in the {@linkplain Sum sums} of one storyline, which is most of what is added, side by side: those of one
 * sum together, since each telling goes to another, and as ints until one of them does not fit. Not thread-safe.
 */
final class Counts {
    /** The place of how much was told at all. */
    static final int LINES = 0;

    /** The place of how many facts were counted. */
    static final int COUNTED = 1;

    /** The first place of a measure or a rule. */
    static final int FIRST = 2;

    private static final int[] NONE = {};

    private Object[] met = new Object[8];
    private int[] after = new int[met.length];
    private int last;
    private int end = FIRST;
    private int width = 8;
    private int[] small = {};
    private long @Nullable [] large; // null while all fit into the small ones
    private @Nullable Sum[] sums = new Sum[0];
    private int size;

    /** Makes room for one more sum, and says its number. */
    int add(Sum sum) {
        if (size == sums.length) {
            sums = Arrays.copyOf(sums, Math.max(16, size + size / 2));
            resize(sums.length, width);
        }
        sums[size] = sum;
        return size++;
    }

    Sum sum(int number) {
        return Objects.requireNonNull(sums[number]);
    }

    /** What stands at a place of a sum. */
    long get(int sum, int place) {
        int at = sum * width + place;
        return large == null ? small[at] : large[at];
    }

    /**
     * Adds to what stands at a place of a sum.
     *
     * @throws ArithmeticException if that goes beyond a long, and nothing is added
     */
    void add(int sum, int place, long amount) {
        int at = sum * width + place;
        if (large == null) {
            long total = small[at] + amount;
            if ((int) total == total) {
                small[at] = (int) total;
                return;
            }
            large = Arrays.stream(small).asLongStream().toArray();
            small = NONE;
        }
        large[at] = Math.addExact(large[at], amount);
    }

    /** How many places there are. */
    int places() {
        return end;
    }

    /** The measure or the rule of a place. */
    Object met(int place) {
        return met[place];
    }

    /** The place of a measure, or -1 if nothing was ever added to it. */
    int find(Measure<?, ?> measure) {
        for (int i = FIRST; i < end; i++) {
            if (met[i] == measure) {
                return i;
            }
        }
        return -1;
    }

    /** The place of a measure from now on. */
    int of(Measure<?, ?> measure) {
        if (met[after[last]] == measure) {
            last = after[last];
            return last;
        }
        int known = find(measure);
        return follow(known >= 0 ? known : next(measure));
    }

    /** A storyline tells most of its stories in the same words, so what followed what is looked at first. */
    private int follow(int place) {
        after[last] = place;
        last = place;
        return place;
    }

    /** The place of a rule from now on. */
    @SuppressWarnings("ReferenceEquality") // mostly it is the very rule
    int of(Rule rule) {
        if (met[after[last]] == rule) {
            last = after[last];
            return last;
        }
        for (int i = FIRST; i < end; i++) {
            if (met[i] == rule || met[i].equals(rule)) {
                return follow(i);
            }
        }
        return follow(next(rule));
    }

    private int next(Object thing) {
        if (end == met.length) {
            met = Arrays.copyOf(met, end * 2);
            after = Arrays.copyOf(after, end * 2);
        }
        met[end] = thing;
        if (end == width) {
            widen();
        }
        return end++;
    }

    private void widen() {
        resize(sums.length, width * 2);
    }

    /** Makes room for so many sums of so many places. */
    private void resize(int room, int wider) {
        int length = Math.multiplyExact(room, wider);
        int[] moreSmall = new int[large == null ? length : 0];
        long[] moreLarge = new long[large == null ? 0 : length];
        for (int i = 0; i < size; i++) {
            if (large == null) {
                System.arraycopy(small, i * width, moreSmall, i * wider, width);
            } else {
                System.arraycopy(large, i * width, moreLarge, i * wider, width);
            }
        }
        small = moreSmall;
        large = large == null ? null : moreLarge;
        width = wider;
    }
}
