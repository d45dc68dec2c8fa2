package io.github.saleskpi.value;

import java.math.BigDecimal;
import java.math.MathContext;

/** The one form of a number, so that equal numbers are equal values. */
final class Numbers {
    /** The most decimals with which any quotient below 10 still fits into a long. */
    private static final int MOST_DECIMALS = 18;

    private Numbers() {}

    /** Without trailing zeros and without a negative scale. */
    static BigDecimal canonical(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * A quotient to 34 digits, half-even; the divisor is not 0. One that ends after a few decimals is found without long
     * division, for taking the zeros off 34 digits is most of what that costs.
     */
    static BigDecimal quotient(long dividend, long divisor) {
        if (dividend >= 0 && divisor > 0) {
            long common = greatestCommonDivisor(dividend, divisor);
            long least = divisor / common;
            int decimals = decimals(least);
            if (decimals >= 0) {
                long times = powerOfTen(decimals) / least;
                long over = dividend / common;
                if (over <= Long.MAX_VALUE / times) {
                    return BigDecimal.valueOf(over * times, decimals);
                }
            }
        }
        return BigDecimal.valueOf(dividend).divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL128);
    }

    /** How many decimals 1 over that has; -1 if they never end or are more than a long can hold. */
    private static int decimals(long divisor) {
        int twos = Long.numberOfTrailingZeros(divisor);
        int fives = 0;
        long left = divisor >> twos;
        while (left % 5 == 0) {
            left /= 5;
            fives++;
        }
        int decimals = Math.max(twos, fives);
        return left == 1 && decimals <= MOST_DECIMALS ? decimals : -1;
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private static long greatestCommonDivisor(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
