package io.github.saleskpi.tally;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A share as the exact quotient of two products of counts. While nothing is censored between two drops, the survivors of
 * one are at risk at the next and cancel, so at most one pair of counts is left for each run of censored lengths.
 */
final class ExactProduct {
    private long[] above = new long[4];
    private long[] below = new long[4];
    private int size;

    private ExactProduct() {}

    /** The curve right after its drop at that length. */
    static ExactProduct ofCurve(CurveSteps steps, long length) {
        ExactProduct share = new ExactProduct();
        while (steps.next() && steps.length() <= length) {
            share.times(steps.survivors(), steps.atRisk());
        }
        return share;
    }

    private void times(long survivors, long atRisk) {
        if (size > 0 && above[size - 1] == atRisk) {
            above[size - 1] = survivors;
            return;
        }
        if (size == above.length) {
            above = Arrays.copyOf(above, size * 2);
            below = Arrays.copyOf(below, size * 2);
        }
        above[size] = survivors;
        below[size++] = atRisk;
    }

    /** Less than, equal to or greater than 0 as the share is to a decimal between 0 and 1. */
    int compareTo(BigDecimal level) {
        BigInteger scale = BigInteger.TEN.pow(level.scale());
        BigInteger left = product(above, 0, size).multiply(scale);
        return left.compareTo(product(below, 0, size).multiply(level.unscaledValue()));
    }

    /** By halves, so that the factors of each multiplication are about equally long. */
    private static BigInteger product(long[] factors, int from, int to) {
        if (to - from <= 1) {
            return to == from ? BigInteger.ONE : BigInteger.valueOf(factors[from]);
        }
        int middle = (from + to) >>> 1;
        return product(factors, from, middle).multiply(product(factors, middle, to));
    }
}
