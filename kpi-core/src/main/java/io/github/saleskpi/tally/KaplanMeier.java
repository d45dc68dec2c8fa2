package io.github.saleskpi.tally;

import io.github.saleskpi.value.Bounds;
import java.math.BigDecimal;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The survival curve of ended and censored lengths, both ascending; one of them is not empty.
 *
 * <p>The curve S is the product of survivors / at risk over its drops, and is compared with 1 - p exactly. It is followed
 * in double: each drop rounds twice, so after k drops S is off by less than k * 2^-51 of itself, and only where 1 - p lies
 * within that is the exact product taken. Two drops that both need it have curves that differ by less than k * 2^-49 of
 * themselves; but each drop takes at least 1/n of S away, so of up to 16 million lengths at most one needs it.
 */
final class KaplanMeier {
    private static final double ERROR_OF_A_DROP = 0x1p-51;
    /** For the roundings of 1 - p and of the comparison itself. */
    private static final int SPARE_DROPS = 8;
    /** Within this, as in R's survfit, a confidence curve equals 1 - p. */
    private static final double TIE = 0x1p-26;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final long[] ended;
    private final long[] censored;
    private final LongFunction<BigDecimal> amount;

    /** @param amount what a length is in the unit of the quantiles; rises with it */
    KaplanMeier(long[] ended, long[] censored, LongFunction<BigDecimal> amount) {
        this.ended = ended;
        this.censored = censored;
        this.amount = amount;
    }

    /** The greatest length of either kind. */
    long greatest() {
        long lastEnded = ended.length == 0 ? 0 : ended[ended.length - 1];
        long lastCensored = censored.length == 0 ? 0 : censored[censored.length - 1];
        return Math.max(lastEnded, lastCensored);
    }

    /** An amount, or null if S stays above 1 - p. */
    @Nullable
    BigDecimal quantile(BigDecimal p) {
        BigDecimal level = BigDecimal.ONE.subtract(p);
        double near = level.doubleValue();
        double s = 1;
        int done = SPARE_DROPS;
        CurveSteps steps = steps();
        while (steps.next()) {
            s *= (double) steps.survivors() / steps.atRisk();
            done++;
            double error = done * ERROR_OF_A_DROP;
            if (s * (1 - error) > near) {
                continue;
            }
            int exact = s * (1 + error) < near
                    ? -1
                    : ExactProduct.ofCurve(steps(), steps.length()).compareTo(level);
            if (exact <= 0) {
                return exact < 0 ? amount.apply(steps.length()) : middle(steps);
            }
        }
        return null;
    }

    /** The same quantile of the two confidence curves. */
    Bounds limits(BigDecimal p) {
        double level = BigDecimal.ONE.subtract(p).doubleValue();
        double reached = logLog(level + TIE);
        double passed = logLog(level - TIE);
        return new Bounds(limit(reached, passed, Bounds.Z), limit(reached, passed, -Bounds.Z));
    }

    /**
     * The quantile of the curve that lies z standard errors from S on the scale of log(-log S), by Greenwood's variance;
     * where S is 0 or 1 it has no points.
     *
     * @param reached where on that scale the level begins
     * @param passed where it ends
     */
    private @Nullable BigDecimal limit(double reached, double passed, double z) {
        double s = 1;
        double variance = 0;
        CurveSteps steps = steps();
        while (steps.next() && steps.survivors() > 0) {
            s *= (double) steps.survivors() / steps.atRisk();
            variance += (double) steps.drops() / steps.atRisk() / steps.survivors();
            double minusLog = -StrictMath.log(s);
            double point = StrictMath.log(minusLog) + z * StrictMath.sqrt(variance) / minusLog;
            if (point >= reached) {
                return point >= passed ? amount.apply(steps.length()) : middle(steps);
            }
        }
        return null;
    }

    /** Rises as the share falls. */
    private static double logLog(double share) {
        if (share >= 1) {
            return Double.NEGATIVE_INFINITY;
        }
        return share <= 0 ? Double.POSITIVE_INFINITY : StrictMath.log(-StrictMath.log(share));
    }

    /** Halfway from this drop to the next, or to the greatest length. */
    private BigDecimal middle(CurveSteps steps) {
        BigDecimal from = amount.apply(steps.length());
        BigDecimal to = amount.apply(steps.next() ? steps.length() : greatest());
        return from.add(to).multiply(HALF);
    }

    private CurveSteps steps() {
        return new CurveSteps(ended, censored);
    }
}
