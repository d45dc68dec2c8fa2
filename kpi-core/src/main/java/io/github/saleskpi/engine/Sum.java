package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one storyline contributed to one cell: tallies, how many facts were counted, how many left out. All that are whole
 * numbers stand in the storyline's {@link Counts}. Not thread-safe.
 */
final class Sum {
    private static final @Nullable Tally<?, ?>[] NO_TALLIES = new Tally<?, ?>[0];

    private final Counts counts;
    private final int number;
    private @Nullable Tally<?, ?>[] tallies = NO_TALLIES;

    Sum(Counts counts) {
        this.counts = counts;
        this.number = counts.add(this);
    }

    /** Its number among those of the storyline. */
    int number() {
        return number;
    }

    <A, S> void add(Measure<A, S> measure, A amount, long times) {
        if (!measure.isCount() || !addCount(counts.of(measure), (Long) amount, times)) {
            addToTally(measure, amount, times); // first, since one of somebody's own may throw
        }
        counts.add(number, Counts.LINES, times);
    }

    <A, S> void addToTally(Measure<A, S> measure, A amount, long times) {
        tally(measure).add(amount, times);
    }

    /** Counts are most of all that is added, and need no tally; false if it goes beyond a long. */
    private boolean addCount(int place, long amount, long times) {
        try {
            counts.add(number, place, Math.multiplyExact(amount, times));
            return true;
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    void count(long times) {
        counts.add(number, Counts.LINES, times);
        counts.add(number, Counts.COUNTED, times);
    }

    void leaveOut(Rule rule, long times) {
        counts.add(number, Counts.LINES, times);
        counts.add(number, counts.of(rule), times);
    }

    /** Adds what the same storyline contributed elsewhere, by other stories. */
    void merge(Sum other) {
        counts.add(number, Counts.LINES, other.get(Counts.LINES));
        counts.add(number, Counts.COUNTED, other.get(Counts.COUNTED));
        for (int i = Counts.FIRST; i < other.counts.places(); i++) {
            if (other.get(i) != 0 && other.counts.met(i) instanceof Rule rule) {
                counts.add(number, counts.of(rule), other.get(i));
            } else if (other.get(i) != 0) {
                addCount((Measure<?, ?>) other.counts.met(i), other.get(i));
            }
        }
        for (int i = Counts.FIRST; i < other.tallies.length; i++) {
            Tally<?, ?> tally = other.tallies[i];
            if (tally != null) {
                merge((Measure<?, ?>) other.counts.met(i), tally);
            }
        }
    }

    private long get(int place) {
        return counts.get(number, place);
    }

    @SuppressWarnings("unchecked") // only those of counts have one
    private void addCount(Measure<?, ?> measure, long count) {
        if (!addCount(counts.of(measure), count, 1)) {
            tally((Measure<Long, ?>) measure).add(count, 1);
        }
    }

    @SuppressWarnings("unchecked") // a measure's tally is made by that measure
    private <A, S> void merge(Measure<A, S> measure, Tally<?, ?> other) {
        tally(measure).merge((Tally<A, S>) other);
    }

    /** Whether all that was ever told into it was taken back. */
    boolean isEmpty() {
        return get(Counts.LINES) == 0;
    }

    long counted() {
        return get(Counts.COUNTED);
    }

    /** Adds how many facts were left out, by the rule's name. */
    void addLeftOut(Map<String, Long> to) {
        for (int i = Counts.FIRST; i < counts.places(); i++) {
            if (get(i) != 0 && counts.met(i) instanceof Rule rule) {
                to.merge(rule.name(), get(i), Math::addExact);
            }
        }
    }

    /** What was counted of that measure, 0 if nothing was; all of it, unless it {@linkplain #isBeyond is beyond} a long. */
    long count(Measure<?, ?> measure) {
        int place = counts.find(measure);
        return place < 0 ? 0 : get(place);
    }

    /** Whether a tally holds what of that count does not fit into a long. */
    boolean isBeyond(Measure<?, ?> measure) {
        if (tallies.length == 0) {
            return false;
        }
        int place = counts.find(measure);
        return place >= 0 && place < tallies.length && tallies[place] != null;
    }

    @SuppressWarnings("unchecked") // a measure's tally is made by that measure
    <A, S> @Nullable Tally<A, S> existing(Measure<A, S> measure) {
        int place = counts.find(measure);
        Tally<A, S> tally = place < 0 || place >= tallies.length ? null : (Tally<A, S>) tallies[place];
        return measure.isCount() && place >= 0
                ? (Tally<A, S>) whole((Measure<Long, S>) measure, get(place), (Tally<Long, S>) tally)
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
        int place = counts.of(measure);
        if (place >= tallies.length) {
            tallies = Arrays.copyOf(tallies, counts.places());
        }
        Tally<A, S> tally = (Tally<A, S>) tallies[place];
        if (tally == null) {
            tally = measure.newTally();
            tallies[place] = tally;
        }
        return tally;
    }
}
