package io.github.saleskpi.time;

import java.time.Instant;

/**
 * From where one looks: facts that occurred by {@code asOf} and were recorded by {@code knownAt}, both inclusive.
 * Immutable and thread-safe. No code of this library reads a clock; this is the only "now" there is.
 */
public record Viewpoint(Instant asOf, Instant knownAt) {
    /** Looks from that instant with all that was ever recorded. */
    public static Viewpoint asOf(Instant asOf) {
        return new Viewpoint(asOf, Instant.MAX);
    }

    /** The same moment with what was known at that instant only. */
    public Viewpoint knownAt(Instant instant) {
        return new Viewpoint(asOf, instant);
    }
}
