package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one storyline contributed to one cell: tallies, how many facts were counted, how many left out. Not thread-safe. */
final class Sum {
    /** The measures of one storyline in the order in which they were met, for all sums of it. Not thread-safe. */
    static final class Measures {
        private Measure<?, ?>[] met = new Measure<?, ?>[4];
        private int size;

        /** The place of a measure, or -1 if nothing was ever added to it. */
        int find(Measure<?, ?> measure) {
            for (int i = 0; i < size; i++) {
                if (met[i] == measure) {
                    return i;
                }
            }
            return -1;
        }

        private int place(Measure<?, ?> measure) {
            int known = find(measure);
            if (known >= 0) {
                return known;
            }
            met = size == met.length ? Arrays.copyOf(met, size * 2) : met;
            met[size] = measure;
            return size++;
        }
    }

    private static final @Nullable Tally<?, ?>[] NO_TALLIES = new Tally<?, ?>[0];
    private static final Rule[] NO_RULES = {};
    private static final long[] NO_TIMES = {};

    private final Measures measures;
    private @Nullable Tally<?, ?>[] tallies = NO_TALLIES;
    private Rule[] rules = NO_RULES;
    private long[] timesLeftOut = NO_TIMES;
    private long counted;
    private long lines;

    Sum(Measures measures) {
        this.measures = measures;
    }

    <A, S> void add(Measure<A, S> measure, A amount, long times) {
        tally(measure).add(amount, times); // first, since one of somebody's own may throw
        lines = Math.addExact(lines, times);
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
        int i = 0;
        while (i < rules.length && !isSame(rules[i], rule)) {
            i++;
        }
        if (i == rules.length) {
            rules = Arrays.copyOf(rules, i + 1);
            timesLeftOut = Arrays.copyOf(timesLeftOut, i + 1);
            rules[i] = rule;
        }
        timesLeftOut[i] = Math.addExact(timesLeftOut[i], times);
    }

    @SuppressWarnings("ReferenceEquality") // mostly it is the very rule
    private static boolean isSame(Rule one, Rule other) {
        return one == other || one.equals(other);
    }

    /** Adds what the same storyline contributed elsewhere, by other stories. */
    void merge(Sum other) {
        lines = Math.addExact(lines, other.lines);
        counted = Math.addExact(counted, other.counted);
        for (int i = 0; i < other.rules.length; i++) {
            addLeftOut(other.rules[i], other.timesLeftOut[i]);
        }
        for (int i = 0; i < other.tallies.length; i++) {
            Tally<?, ?> tally = other.tallies[i];
            if (tally != null) {
                merge(other.measures.met[i], tally);
            }
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

    SortedMap<String, Long> leftOut() {
        SortedMap<String, Long> leftOut = new TreeMap<>();
        for (int i = 0; i < rules.length; i++) {
            if (timesLeftOut[i] != 0) {
                leftOut.put(rules[i].name(), timesLeftOut[i]);
            }
        }
        return leftOut;
    }

    @SuppressWarnings("unchecked") // a measure's tally is made by that measure
    <A, S> @Nullable Tally<A, S> existing(Measure<A, S> measure) {
        int place = measures.find(measure);
        return place < 0 || place >= tallies.length ? null : (Tally<A, S>) tallies[place];
    }

    @SuppressWarnings("unchecked") // a measure's tally is made by that measure
    private <A, S> Tally<A, S> tally(Measure<A, S> measure) {
        int place = measures.place(measure);
        if (place >= tallies.length) {
            tallies = Arrays.copyOf(tallies, Math.max(place + 1, measures.size));
        }
        Tally<A, S> tally = (Tally<A, S>) tallies[place];
        if (tally == null) {
            tally = measure.newTally();
            tallies[place] = tally;
        }
        return tally;
    }
}
