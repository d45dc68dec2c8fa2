package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one storyline contributed to one cell: tallies, how many facts were counted, how many left out. Not thread-safe. */
final class Sum {
    /** The measures and rules of one storyline in the order in which they were met, for all sums of it. Not thread-safe. */
    static final class Places {
        private Measure<?, ?>[] measures = new Measure<?, ?>[4];
        private int met;
        private Rule[] rules = new Rule[4];
        private int named;

        /** The place of a measure, or -1 if nothing was ever added to it. */
        int find(Measure<?, ?> measure) {
            for (int i = 0; i < met; i++) {
                if (measures[i] == measure) {
                    return i;
                }
            }
            return -1;
        }

        private int of(Measure<?, ?> measure) {
            int known = find(measure);
            if (known >= 0) {
                return known;
            }
            measures = met == measures.length ? Arrays.copyOf(measures, met * 2) : measures;
            measures[met] = measure;
            return met++;
        }

        private int of(Rule rule) {
            for (int i = 0; i < named; i++) {
                if (isSame(rules[i], rule)) {
                    return i;
                }
            }
            rules = named == rules.length ? Arrays.copyOf(rules, named * 2) : rules;
            rules[named] = rule;
            return named++;
        }

        @SuppressWarnings("ReferenceEquality") // mostly it is the very rule
        private static boolean isSame(Rule one, Rule other) {
            return one == other || one.equals(other);
        }
    }

    private static final @Nullable Tally<?, ?>[] NO_TALLIES = new Tally<?, ?>[0];
    private static final long[] NONE = {};

    private final Places places;
    private @Nullable Tally<?, ?>[] tallies = NO_TALLIES;
    private long[] counts = NONE;
    private long[] leftOut = NONE;
    private long counted;
    private long lines;

    Sum(Places places) {
        this.places = places;
    }

    <A, S> void add(Measure<A, S> measure, A amount, long times) {
        if (!measure.isCount() || !addCount(places.of(measure), (Long) amount, times)) {
            tally(measure).add(amount, times); // first, since one of somebody's own may throw
        }
        lines = Math.addExact(lines, times);
    }

    /** Counts are most of all that is added, and stand side by side instead of in tallies; false if it goes beyond a long. */
    private boolean addCount(int place, long amount, long times) {
        if (place >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(place + 1, places.met));
        }
        try {
            counts[place] = Math.addExact(counts[place], Math.multiplyExact(amount, times));
            return true;
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    void count(long times) {
        lines = Math.addExact(lines, times);
        counted = Math.addExact(counted, times);
    }

    void leaveOut(Rule rule, long times) {
        lines = Math.addExact(lines, times);
        addLeftOut(rule, times);
    }

    private void addLeftOut(Rule rule, long times) {
        int place = places.of(rule);
        if (place >= leftOut.length) {
            leftOut = Arrays.copyOf(leftOut, Math.max(place + 1, places.named));
        }
        leftOut[place] = Math.addExact(leftOut[place], times);
    }

    /** Adds what the same storyline contributed elsewhere, by other stories. */
    void merge(Sum other) {
        lines = Math.addExact(lines, other.lines);
        counted = Math.addExact(counted, other.counted);
        for (int i = 0; i < other.leftOut.length; i++) {
            if (other.leftOut[i] != 0) {
                addLeftOut(other.places.rules[i], other.leftOut[i]);
            }
        }
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] != 0) {
                addCount(other.places.measures[i], other.counts[i]);
            }
        }
        for (int i = 0; i < other.tallies.length; i++) {
            Tally<?, ?> tally = other.tallies[i];
            if (tally != null) {
                merge(other.places.measures[i], tally);
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
        return lines == 0;
    }

    long counted() {
        return counted;
    }

    /** Adds how many facts were left out, by the rule's name. */
    void addLeftOut(Map<String, Long> to) {
        for (int i = 0; i < leftOut.length; i++) {
            if (leftOut[i] != 0) {
                to.merge(places.rules[i].name(), leftOut[i], Math::addExact);
            }
        }
    }

    @SuppressWarnings("unchecked") // a measure's tally is made by that measure
    <A, S> @Nullable Tally<A, S> existing(Measure<A, S> measure) {
        int place = places.find(measure);
        Tally<A, S> tally = place < 0 || place >= tallies.length ? null : (Tally<A, S>) tallies[place];
        boolean isCounted = measure.isCount() && place >= 0 && place < counts.length;
        return isCounted
                ? (Tally<A, S>) whole((Measure<Long, S>) measure, counts[place], (Tally<Long, S>) tally)
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
            tallies = Arrays.copyOf(tallies, Math.max(place + 1, places.met));
        }
        Tally<A, S> tally = (Tally<A, S>) tallies[place];
        if (tally == null) {
            tally = measure.newTally();
            tallies[place] = tally;
        }
        return tally;
    }
}
