package io.github.saleskpi.tally;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A share as the exact quotient of two products of counts. While nothing is censored between two drops, the survivors of
 * one are at risk at the next and cancel, so at most one pair of counts is left for each run of censored lengths. It is
 * compared by leading bits, and in full only where these leave it open.
 */
final class ExactProduct {
    /** How many leading bits of a product mostly suffice. */
    private static final int ROUGH = 256;
    /** What dropping the other bits cannot cost: 2^31 times 2^-255, twice. */
    private static final int SLACK = 220;

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
        int rough = compare(level, ROUGH, SLACK);
        return rough != 0 ? rough : compare(level, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** 0 also where they are too close to tell: when neither is greater than the other by its 2^-slack. */
    private int compare(BigDecimal level, int bits, int slack) {
        Leading left = product(above, 0, size, bits);
        Leading right = product(below, 0, size, bits);
        long shift = left.dropped - right.dropped;
        BigInteger share =
                left.digits.multiply(BigInteger.TEN.pow(level.scale())).shiftLeft((int) Math.max(0, shift));
        BigInteger other = right.digits.multiply(level.unscaledValue()).shiftLeft((int) Math.max(0, -shift));
        BigInteger margin = share.max(other).shiftRight(slack);
        BigInteger difference = share.subtract(other);
        return difference.abs().compareTo(margin) <= 0 ? 0 : difference.signum();
    }

    /** By halves, so that the factors of each multiplication are about equally long. */
    private static Leading product(long[] factors, int from, int to, int bits) {
        if (to - from == 1) {
            return new Leading(BigInteger.valueOf(factors[from]), 0);
        }
        int middle = (from + to) >>> 1;
        return product(factors, from, middle, bits).times(product(factors, middle, to, bits), bits);
    }

    /** A product of which low bits were dropped, each time less than 2^(1 - bits) of it. */
    private record Leading(BigInteger digits, long dropped) {
        Leading times(Leading other, int bits) {
            BigInteger product = digits.multiply(other.digits);
            int surplus = Math.max(0, product.bitLength() - bits);
            return new Leading(product.shiftRight(surplus), dropped + other.dropped + surplus);
        }
    }
}
