package io.github.saleskpi.indicator;

import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A time that a material spent in the catalogue.
 *
 * @param since its publishing
 * @param until its retirement, exclusive, or null if it is still there
 */
record Shelving(String assetId, Moment since, @Nullable Moment until) implements Comparable<Shelving> {
    private static final Comparator<Shelving> ORDER = Comparator.comparing(Shelving::assetId)
            .thenComparing(shelving -> shelving.since.at())
            .thenComparing(shelving -> shelving.until == null ? Instant.MAX : shelving.until.at());

    static Measure<Shelving, SortedSet<Shelving>> measure() {
        return Measure.of("catalogue", Shelvings::new);
    }

    /** Whether a use at that moment finds it there. */
    boolean holds(Moment use) {
        return !use.isBefore(since) && (until == null || use.isBefore(until));
    }

    /** Whether it is there at any moment of the cell's period, as far as that has come. */
    boolean isWithin(Frame frame) {
        Instant end = frame.end().isBefore(frame.viewpoint().asOf())
                ? frame.end()
                : frame.viewpoint().asOf();
        return since.start().isBefore(end) && (until == null || until.start().isAfter(frame.start()));
    }

    @Override
    public int compareTo(Shelving other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code a1 from 2026-03-01T09:00:00Z to 2026-04-01T09:00:00Z}. */
    @Override
    public String toString() {
        return assetId + " from " + since.at() + (until == null ? "" : " to " + until.at());
    }

    /** Shelvings with multiplicity. */
    private static final class Shelvings implements Tally<Shelving, SortedSet<Shelving>> {
        private final TreeMap<Shelving, Long> times = new TreeMap<>();

        @Override
        public void add(Shelving amount, long more) {
            if (more != 0) {
                times.merge(amount, more, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
            }
        }

        @Override
        public void merge(Tally<Shelving, SortedSet<Shelving>> other) {
            ((Shelvings) other).times.forEach(this::add);
        }

        @Override
        public SortedSet<Shelving> read(Viewpoint view) {
            return Collections.unmodifiableSortedSet(new TreeSet<>(times.keySet()));
        }
    }
}
