package io.github.saleskpi.time;

import java.time.Instant;

/**
 * From where one looks: facts that occurred by {@code asOf} and were recorded by {@code knownAt}, both inclusive.
 * Immutable and thread-safe. No code of this library reads a clock; this is the only "now" there is.
 *
 * <p>Corrections, retractions and merges of identities act by {@code recordedAt} alone, whenever they are said to have
 * occurred: {@link #asOf} shows that moment as it is known today, {@link #at} as it was known then.
 *
 * @param asOf up to when facts count; years 1678 to 2261
 * @param knownAt up to when records count
 */
public record Viewpoint(Instant asOf, Instant knownAt) {
    private static final Instant FIRST = Instant.parse("1678-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2262-01-01T00:00:00Z");

    public Viewpoint {
        if (asOf.isBefore(FIRST) || !asOf.isBefore(END)) {
            throw new IllegalArgumentException("asOf (" + asOf
                    + "): must lie in the years 1678 to 2261. Maybe take the newest instant of the events.");
        }
    }

    /** Looks at that moment with all that was ever recorded, later corrections and retractions included. */
    public static Viewpoint asOf(Instant asOf) {
        return new Viewpoint(asOf, Instant.MAX);
    }

    /** Looks at that moment with what had been recorded by then. */
    public static Viewpoint at(Instant instant) {
        return new Viewpoint(instant, instant);
    }

    /** The same moment with what had been recorded by that instant. */
    public Viewpoint withKnownAt(Instant instant) {
        return new Viewpoint(asOf, instant);
    }
}
