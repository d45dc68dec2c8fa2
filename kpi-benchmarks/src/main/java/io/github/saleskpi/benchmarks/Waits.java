package io.github.saleskpi.benchmarks;

import java.math.BigInteger;
import java.util.Arrays;

/** The median of lengths of which some have not ended (Kaplan and Meier), compared with one half exactly. */
final class Waits {
    private static final double NEAR = 1e-9;

    private Waits() {}

    /** Sorts both; one of them is not empty. In nanoseconds. */
    static Reading.Median median(long[] ended, long[] censored) {
        Arrays.sort(ended);
        Arrays.sort(censored);
        long greatest = Math.max(last(ended), last(censored));
        double left = 1;
        int cut = 0;
        for (int i = 0; i < ended.length; ) {
            long length = ended[i];
            while (cut < censored.length && censored[cut] < length) {
                cut++;
            }
            int atRisk = ended.length - i + censored.length - cut;
            int from = i;
            while (i < ended.length && ended[i] == length) {
                i++;
            }
            left *= (double) (atRisk - (i - from)) / atRisk;
            int order = Math.abs(left - 0.5) > NEAR ? Double.compare(left, 0.5) : exactly(ended, censored, i);
            if (order < 0) {
                return new Reading.Median(2 * length, false);
            }
            if (order == 0) {
                return new Reading.Median(length + (i < ended.length ? ended[i] : greatest), false);
            }
        }
        return new Reading.Median(2 * greatest, true);
    }

    private static long last(long[] lengths) {
        return lengths.length == 0 ? 0 : lengths[lengths.length - 1];
    }

    /** The share that is left after so many have ended, against one half, without rounding. */
    private static int exactly(long[] ended, long[] censored, int upTo) {
        BigInteger survivors = BigInteger.ONE;
        BigInteger atRisk = BigInteger.ONE;
        int cut = 0;
        for (int i = 0; i < upTo; i++) {
            while (cut < censored.length && censored[cut] < ended[i]) {
                cut++;
            }
            int risk = ended.length - i + censored.length - cut;
            survivors = survivors.multiply(BigInteger.valueOf(risk - 1L));
            atRisk = atRisk.multiply(BigInteger.valueOf(risk));
        }
        return survivors.shiftLeft(1).compareTo(atRisk);
    }
}
