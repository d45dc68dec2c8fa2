package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one storyline contributed to one cell: tallies, how many facts were counted, how many left out. All that are whole numbers,
 * which is most of it, stand side by side in one array, for a cell is somewhere else in memory than the last. Not thread-safe.
 */
final class Sum {
    private static final int LINES = 0;
    private static final int COUNTED = 1;
    private static final int FIRST = 2;

    /** The measures and rules of one storyline in the order in which they were met, for all sums of it. Not thread-safe. */
    static final class Places {
        private Object[] met = new Object[8];
        private int end = FIRST;

        /** The place of a measure, or -1 if nothing was ever added to it. */
        int find(Measure<?, ?> measure) {
            for (int i = FIRST; i < end; i++) {
                if (met[i] == measure) {
                    return i;
                }
            }
            return -1;
        }

        private int of(Measure<?, ?> measure) {
            int known = find(measure);
            return known >= 0 ? known : next(measure);
        }

        @SuppressWarnings("ReferenceEquality") // mostly it is the very rule
        private int of(Rule rule) {
            for (int i = FIRST; i < end; i++) {
                if (met[i] == rule || met[i].equals(rule)) {
                    return i;
                }
            }
            return next(rule);
        }

        private int next(Object thing) {
            met = end == met.length ? Arrays.copyOf(met, end * 2) : met;
            met[end] = thing;
            return end++;
        }
    }

    private static final @Nullable Tally<?, ?>[] NO_TALLIES = new Tally<?, ?>[0];

    private final Places places;
    private long[] numbers;
    private @Nullable Tally<?, ?>[] tallies = NO_TALLIES;

    Sum(Places places) {
        this.places = places;
        this.numbers = new long[places.end];
    }

    <A, S> void add(Measure<A, S> measure, A amount, long times) {
        if (!measure.isCount() || !addCount(places.of(measure), (Long) amount, times)) {
            tally(measure).add(amount, times); // first, since one of somebody's own may throw
        }
        addTo(LINES, times);
    }

    private void addTo(int place, long amount) {
        if (place >= numbers.length) {
            numbers = Arrays.copyOf(numbers, places.end);
        }
        numbers[place] = Math.addExact(numbers[place], amount);
    }

    /** Counts are most of all that is added, and need no tally; false if it goes beyond a long. */
    private boolean addCount(int place, long amount, long times) {
        try {
            addTo(place, Math.multiplyExact(amount, times));
            return true;
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    void count(long times) {
        addTo(LINES, times);
        addTo(COUNTED, times);
    }

    void leaveOut(Rule rule, long times) {
        addTo(LINES, times);
        addTo(places.of(rule), times);
    }

    /** Adds what the same storyline contributed elsewhere, by other stories. */
    void merge(Sum other) {
        addTo(LINES, other.numbers[LINES]);
        addTo(COUNTED, other.numbers[COUNTED]);
        for (int i = FIRST; i < other.numbers.length; i++) {
            if (other.numbers[i] != 0 && other.places.met[i] instanceof Rule rule) {
                addTo(places.of(rule), other.numbers[i]);
            } else if (other.numbers[i] != 0) {
                addCount((Measure<?, ?>) other.places.met[i], other.numbers[i]);
            }
        }
        for (int i = FIRST; i < other.tallies.length; i++) {
            Tally<?, ?> tally = other.tallies[i];
            if (tally != null) {
                merge((Measure<?, ?>) other.places.met[i], tally);
            }
        }
    }

    @SuppressWarnings("unchecked") // only those of counts have one
    private void addCount(Measure<?, ?> measure, long count) {
        if (!addCount(places.of(measure), count, 1)) {
            tally((Measure<Long, ?>) measure).add(count, 1);
        }
    }

    @SuppressWarnings("unchecked") // a measure's tally is made by that measure
    private <A, S> void merge(Measure<A, S> measure, Tally<?, ?> other) {
        tally(measure).merge((Tally<A, S>) other);
    }

    /** Whether all that was ever told into it was taken back. */
    boolean isEmpty() {
        return numbers[LINES] == 0;
    }

    long counted() {
        return numbers[COUNTED];
    }

    /** Adds how many facts were left out, by the rule's name. */
    void addLeftOut(Map<String, Long> to) {
        for (int i = FIRST; i < numbers.length; i++) {
            if (numbers[i] != 0 && places.met[i] instanceof Rule rule) {
                to.merge(rule.name(), numbers[i], Math::addExact);
            }
        }
    }

    @SuppressWarnings("unchecked") // a measure's tally is made by that measure
    <A, S> @Nullable Tally<A, S> existing(Measure<A, S> measure) {
        int place = places.find(measure);
        Tally<A, S> tally = place < 0 || place >= tallies.length ? null : (Tally<A, S>) tallies[place];
        boolean isCounted = measure.isCount() && place >= 0 && place < numbers.length;
        return isCounted
                ? (Tally<A, S>) whole((Measure<Long, S>) measure, numbers[place], (Tally<Long, S>) tally)
                : tally;
    }

    private static <S> Tally<Long, S> whole(Measure<Long, S> measure, long count, @Nullable Tally<Long, S> beyond) {
        Tally<Long, S> whole = measure.newTally();
        whole.add(count, 1);
        if (beyond != null) {
            whole.merge(beyond);
        }
        return whole;
    }

    @SuppressWarnings("unchecked") // a measure's tally is made by that measure
    private <A, S> Tally<A, S> tally(Measure<A, S> measure) {
        int place = places.of(measure);
        if (place >= tallies.length) {
            tallies = Arrays.copyOf(tallies, places.end);
        }
        Tally<A, S> tally = (Tally<A, S>) tallies[place];
        if (tally == null) {
            tally = measure.newTally();
            tallies[place] = tally;
        }
        return tally;
    }
}
