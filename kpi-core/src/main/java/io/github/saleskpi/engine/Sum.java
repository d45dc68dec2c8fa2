package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one storyline contributed to one cell: tallies, how many facts were counted, how many left out. Not thread-safe. */
final class Sum {
    private final Map<Measure<?, ?>, Tally<?, ?>> tallies = new LinkedHashMap<>();
    private final SortedMap<String, Long> leftOut = new TreeMap<>();
    private long counted;
    private long lines;

    <A, S> void add(Measure<A, S> measure, A amount, long times) {
        lines = Math.addExact(lines, times);
        tally(measure).add(amount, times);
    }

    void count(long times) {
        lines = Math.addExact(lines, times);
        counted = Math.addExact(counted, times);
    }

    void leaveOut(Rule rule, long times) {
        lines = Math.addExact(lines, times);
        leftOut.merge(rule.name(), times, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
    }

    /** Whether all that was ever told into it was taken back. */
    boolean isEmpty() {
        return lines == 0;
    }

    long counted() {
        return counted;
    }

    SortedMap<String, Long> leftOut() {
        return leftOut;
    }

    @SuppressWarnings("unchecked") // a measure's tally is made by that measure
    <A, S> @Nullable Tally<A, S> existing(Measure<A, S> measure) {
        return (Tally<A, S>) tallies.get(measure);
    }

    @SuppressWarnings("unchecked") // a measure's tally is made by that measure
    private <A, S> Tally<A, S> tally(Measure<A, S> measure) {
        return (Tally<A, S>) tallies.computeIfAbsent(measure, Measure::newTally);
    }
}
