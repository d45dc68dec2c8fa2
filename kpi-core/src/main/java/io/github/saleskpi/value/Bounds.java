package io.github.saleskpi.value;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a 95 % confidence interval, both inclusive, in the unit of the value that they belong to. Immutable and
 * thread-safe.
 *
 * @param low the lower limit, or null where there is none
 * @param high the upper limit, or null where it is never reached
 */
public record Bounds(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    /** The standard normal quantile of 97.5 %, by which every interval of this library is drawn. */
    public static final double Z = 1.959963984540054;

    private static final MathContext DIGITS = new MathContext(15);

    public Bounds {
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "bounds (" + low + ", " + high + "): low must not exceed high. Maybe they are swapped.");
        }
        low = low == null ? null : Numbers.canonical(low);
        high = high == null ? null : Numbers.canonical(high);
    }

    /**
     * The Wilson score interval of k successes in n trials (E. B. Wilson, JASA 22, 1927): exactly 0 below at k = 0 and
     * exactly 1 above at k = n.
     *
     * @throws IllegalArgumentException unless 0 &lt;= k &lt;= n and n &gt; 0
     */
    public static Bounds wilson(long k, long n) {
        if (n <= 0 || k < 0 || k > n) {
            throw new IllegalArgumentException("successes and trials (" + k + ", " + n
                    + "): 0 <= successes <= trials and trials > 0. Maybe they are swapped.");
        }
        double p = (double) k / n;
        double z2 = Z * Z;
        double centre = p + z2 / (2.0 * n);
        double spread = Z * StrictMath.sqrt((p * (1 - p) + z2 / (4.0 * n)) / n);
        double scale = 1 + z2 / n;
        BigDecimal low = k == 0 ? BigDecimal.ZERO : rounded(Math.max(0, (centre - spread) / scale));
        BigDecimal high = k == n ? BigDecimal.ONE : rounded(Math.min(1, (centre + spread) / scale));
        return new Bounds(low, high);
    }

    private static BigDecimal rounded(double limit) {
        return new BigDecimal(limit, DIGITS);
    }
}
