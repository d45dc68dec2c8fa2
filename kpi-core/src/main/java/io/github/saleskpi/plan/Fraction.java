package io.github.saleskpi.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact part of something, so that an amount is rounded once and parts add up. Immutable and thread-safe.
 *
 * @param part in lowest terms
 * @param whole in lowest terms, positive
 */
record Fraction(BigInteger part, BigInteger whole) {
    static final Fraction ZERO = of(0, 1);
    static final Fraction ONE = of(1, 1);

    Fraction {
        if (whole.signum() <= 0) {
            throw new IllegalArgumentException("whole (" + whole + "): must be positive. Maybe there are no days.");
        }
        BigInteger common = part.gcd(whole);
        if (!common.equals(BigInteger.ONE)) {
            part = part.divide(common);
            whole = whole.divide(common);
        }
    }

    static Fraction of(long part, long whole) {
        return new Fraction(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    static Fraction of(BigDecimal decimal) {
        BigDecimal plain = Decimals.canonical(decimal);
        return new Fraction(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    Fraction plus(Fraction other) {
        return new Fraction(part.multiply(other.whole).add(other.part.multiply(whole)), whole.multiply(other.whole));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.part.negate(), other.whole));
    }

    Fraction times(Fraction other) {
        return new Fraction(part.multiply(other.part), whole.multiply(other.whole));
    }

    /** This over the other, which is not 0 and not negative. */
    Fraction over(Fraction other) {
        return new Fraction(part.multiply(other.whole), whole.multiply(other.part));
    }

    int signum() {
        return part.signum();
    }

    boolean isOne() {
        return part.equals(whole);
    }

    /** That part of an amount, to 34 digits, half-even; all of it exactly. */
    BigDecimal partOf(BigDecimal amount) {
        return isOne()
                ? amount
                : Decimals.canonical(
                        amount.multiply(new BigDecimal(part)).divide(new BigDecimal(whole), MathContext.DECIMAL128));
    }

    /** The decimal, to 34 digits, half-even. */
    BigDecimal decimal() {
        return partOf(BigDecimal.ONE);
    }
}
