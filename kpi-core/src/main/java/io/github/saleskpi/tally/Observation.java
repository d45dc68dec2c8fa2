package io.github.saleskpi.tally;

import java.time.Duration;
import java.time.Instant;

/**
 * A length of time that ended, was cut off before it could end (censored), or is still running. Immutable and
 * thread-safe.
 */
public sealed interface Observation {
    /** A length that is known. */
    record Ended(Duration length) implements Observation {
        public Ended {
            checkLength(length);
        }
    }

    /** At least that long; what it would have become is not known. */
    record CutOff(Duration length) implements Observation {
        public CutOff {
            checkLength(length);
        }
    }

    /** Still running: censored at the moment from which one looks. */
    record Running(Instant since) implements Observation {}

    /** A length that ended. */
    static Observation ended(Duration length) {
        return new Ended(length);
    }

    /** From one instant to another at which it ended. */
    static Observation ended(Instant from, Instant to) {
        return new Ended(Duration.between(from, to));
    }

    /** A length that was cut off. */
    static Observation cutOff(Duration length) {
        return new CutOff(length);
    }

    /** From one instant to another at which it was cut off. */
    static Observation cutOff(Instant from, Instant to) {
        return new CutOff(Duration.between(from, to));
    }

    /** Since an instant, and not over. */
    static Observation running(Instant since) {
        return new Running(since);
    }

    private static void checkLength(Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException(
                    "length (" + length + "): must not be negative. Maybe its two instants are swapped.");
        }
    }
}
