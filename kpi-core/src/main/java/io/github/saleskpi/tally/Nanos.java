package io.github.saleskpi.tally;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Lengths and instants as whole nanoseconds in a long: 292 years, or the years 1678 to 2261. */
final class Nanos {
    private Nanos() {}

    static long of(Duration length) {
        try {
            return length.toNanos();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "length (" + length
                            + "): must be shorter than 292 years. Maybe an instant is not in the right unit.",
                    e);
        }
    }

    /** Since the epoch. */
    static long of(Instant instant) {
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "instant (" + instant
                            + "): must be of the years 1678 to 2261 to measure from or to. Maybe a real asOf is missing.",
                    e);
        }
    }

    static Instant instant(long nanosSinceEpoch) {
        return Instant.ofEpochSecond(0, nanosSinceEpoch);
    }

    static BigDecimal seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9);
    }
}
