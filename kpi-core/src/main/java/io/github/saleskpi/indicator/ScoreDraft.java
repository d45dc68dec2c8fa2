package io.github.saleskpi.indicator;

import io.github.saleskpi.indicator.WeightedScore.Part;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parts of a weighted score. Immutable and thread-safe.
 *
 * <p>Each part attains 0 at its worst amount and 1 at its best, in between what lies there on a straight line, and beyond
 * either no less and no more. The score is the mean of what is attained, weighted, over the parts of which a value is
 * known, rounded once to 34 digits, half-even; so it lies between 0 and 1. A part without a value is not 0: it is noted as
 * {@code unscored:NAME REASON}, and its weight falls away; but one known to be at least so much that it lies at the end of
 * its scale attains what that end does. Without any value known the score is {@code NO_DATA}. Its sample is the least of
 * its parts.
 */
public final class ScoreDraft {
    private final IndicatorId id;
    private final List<Part> parts;

    ScoreDraft(IndicatorId id, List<Part> parts) {
        this.id = id;
        this.parts = parts;
    }

    /**
     * With the primary figure of one more indicator.
     *
     * @param weight positive
     * @param worst where it attains 0, in the figure's unit (seconds, of lengths of time); above {@code best} where less is
     *     better
     * @param best where it attains 1
     * @throws IllegalArgumentException if the weight is not positive, both ends of the scale are one amount, lie against the
     *     figure's direction, or the figure is money, which needs a currency, or a list
     */
    public ScoreDraft part(Indicator part, BigDecimal weight, BigDecimal worst, BigDecimal best) {
        Figure figure = part.primary();
        if (weight.signum() <= 0) {
            throw refused(part, "weight " + weight.toPlainString(), "must be positive. Maybe leave the part out.");
        }
        int rises = best.compareTo(worst);
        boolean isAgainst = (rises > 0 && figure.direction() == Direction.LOWER_IS_BETTER)
                || (rises < 0 && figure.direction() == Direction.HIGHER_IS_BETTER);
        if (rises == 0 || isAgainst) {
            throw refused(
                    part,
                    "worst " + worst.toPlainString() + ", best " + best.toPlainString(),
                    "must differ, and the better end be the best. Maybe they are swapped.");
        }
        if (figure.unit() == Unit.MONEY || figure.unit() == Unit.LIST) {
            throw refused(part, "a " + figure.unit(), "has no scale of plain numbers. Maybe a ratio of it.");
        }
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(part, weight, worst, best));
        return new ScoreDraft(id, List.copyOf(more));
    }

    /** The same, with decimals in writing. */
    public ScoreDraft part(Indicator part, String weight, String worst, String best) {
        return part(part, decimal(part, "weight", weight), decimal(part, "worst", worst), decimal(part, "best", best));
    }

    private BigDecimal decimal(Indicator part, String what, String written) {
        try {
            return new BigDecimal(written);
        } catch (NumberFormatException noDecimal) {
            throw refused(part, what + " " + written, "must be a decimal. Maybe 0.5; lengths of time are in seconds.");
        }
    }

    private IllegalArgumentException refused(Indicator part, String what, String why) {
        return new IllegalArgumentException(id + " (" + part.id() + ", " + what + "): " + why);
    }

    /**
     * The indicator: a score of which more is better, with its parts as companions.
     *
     * @throws IllegalArgumentException if there is no part, or one is named twice
     */
    public Indicator build() {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(id + " (): must have a part. Maybe Indicators.WIN_RATE.");
        }
        List<Part> all = parts;
        return new Draft(
                        id,
                        Composition.of(
                                all.stream().map(Part::indicator).toList(),
                                Unit.SCORE,
                                Direction.HIGHER_IS_BETTER,
                                "weighted mean of "
                                        + all.stream().map(Part::text).collect(Collectors.joining(", ")),
                                t -> WeightedScore.of(all, t)))
                .build();
    }
}
