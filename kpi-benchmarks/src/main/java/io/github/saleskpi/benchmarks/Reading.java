package io.github.saleskpi.benchmarks;

import java.math.BigDecimal;

/** A figure's value, exactly. Equal when it is the same figure. */
sealed interface Reading {
    /** A quotient by its parts; the denominator is not 0. */
    record Quotient(long numerator, long denominator) implements Reading {
        Quotient plus(Quotient other) {
            return new Quotient(numerator + other.numerator, denominator + other.denominator);
        }

        @Override
        public String toString() {
            return numerator + "/" + denominator;
        }
    }

    /** A median in half nanoseconds, or, where too many are censored, the least that it can be. */
    record Median(long halfNanos, boolean censored) implements Reading {
        private static final int SCALE = 10;

        BigDecimal seconds() {
            return BigDecimal.valueOf(Math.multiplyExact(halfNanos, 5L), SCALE);
        }

        @Override
        public String toString() {
            return (censored ? "at least " : "") + text(seconds()) + " s";
        }
    }

    /** A number without trailing zeros. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
