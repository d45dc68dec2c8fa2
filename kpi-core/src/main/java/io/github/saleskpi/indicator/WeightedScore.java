package io.github.saleskpi.indicator;

import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.KpiValue.Reason;
import io.github.saleskpi.value.KpiValue.Undefined;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weighs what the parts of a score have attained on their scales. */
final class WeightedScore {
    /**
     * A part of a score. Immutable.
     *
     * @param weight positive
     * @param worst where it attains nothing, and on its far side
     * @param best where it attains 1, and on its far side; another amount
     */
    record Part(Indicator indicator, BigDecimal weight, BigDecimal worst, BigDecimal best) {
        /** What is gained of the scale: from 0 to the scale's length; null if it is not known. */
        @Nullable
        BigDecimal gained(KpiValue value) {
            if (value instanceof Defined defined) {
                return gained(defined.amount());
            }
            BigDecimal least = ((Undefined) value).lowerBound();
            return least == null || least.compareTo(worst.max(best)) < 0 ? null : gained(least);
        }

        private BigDecimal gained(BigDecimal amount) {
            BigDecimal above = best.compareTo(worst) > 0 ? amount.subtract(worst) : worst.subtract(amount);
            return above.max(BigDecimal.ZERO).min(length());
        }

        /** Such as {@code win-rate (weight 2, from 0.1 to 0.4)}. */
        String text() {
            return Composition.nameOf(indicator) + " (weight " + weight.toPlainString() + ", from "
                    + worst.toPlainString() + " to " + best.toPlainString() + ")";
        }

        BigDecimal length() {
            return best.subtract(worst).abs();
        }
    }

    private WeightedScore() {}

    /** The weighted mean over the parts of which a value is known, rounded once; the others are noted. */
    static KpiValue of(List<Part> parts, Totals totals) {
        List<String> notes = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO; // over whole
        BigDecimal whole = BigDecimal.ONE;
        BigDecimal weights = BigDecimal.ZERO;
        long sample = Long.MAX_VALUE;
        for (Part part : parts) {
            KpiValue value = part.indicator.primary().reading().apply(totals);
            BigDecimal gained = part.gained(value);
            if (gained == null) {
                notes.add("unscored:" + Composition.nameOf(part.indicator) + " " + ((Undefined) value).reason());
            } else {
                sum = sum.multiply(part.length())
                        .add(part.weight.multiply(gained).multiply(whole));
                whole = whole.multiply(part.length());
                weights = weights.add(part.weight);
                sample = Math.min(sample, value.sample());
            }
        }
        if (weights.signum() == 0) {
            return new Undefined(Reason.NO_DATA, null, 0, notes);
        }
        BigDecimal score = sum.divide(whole.multiply(weights), MathContext.DECIMAL128);
        return new Defined(score, null, null, sample, null, null, List.of(), notes);
    }
}
