package io.github.saleskpi.plan;

import io.github.saleskpi.plan.Comparison.Step;
import io.github.saleskpi.plan.Scorecard.Score;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weighs attainments. */
final class Scores {
    private record Place(Scope who, Period period) {}

    private Scores() {}

    /** One for each rep or team and period, in the order of the comparisons. */
    static List<Score> of(List<Comparison> comparisons, BigDecimal cap) {
        Map<Place, List<Comparison>> places = new LinkedHashMap<>();
        for (Comparison each : comparisons) {
            if (!each.who().values().isEmpty()) {
                places.computeIfAbsent(new Place(each.who(), each.period()), place -> new ArrayList<>())
                        .add(each);
            }
        }
        List<Score> scores = new ArrayList<>();
        places.forEach((place, each) -> scores.add(score(place, each, cap)));
        return scores;
    }

    private static Score score(Place place, List<Comparison> comparisons, BigDecimal cap) {
        List<String> noData = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Comparison each : comparisons) {
            Target target = each.target();
            BigDecimal counted = counted(each, cap);
            if (counted == null) {
                noData.add(target.id());
            } else {
                BigDecimal term = target.weight().multiply(counted);
                sum = sum.add(term);
                weights = weights.add(target.weight());
                terms.add(Arithmetic.digits(term));
                steps.add(new Step(
                        target.id(),
                        Arithmetic.digits(target.weight()) + " x " + Arithmetic.digits(counted) + " = "
                                + Arithmetic.digits(term) + why(each, counted)));
            }
        }
        BigDecimal score = weights.signum() == 0 ? null : sum.divide(weights, MathContext.DECIMAL128);
        if (score != null) {
            steps.add(new Step(
                    "score",
                    "(" + String.join(" + ", terms) + ") / " + Arithmetic.digits(weights) + " = "
                            + Arithmetic.digits(score)));
        }
        return new Score(place.who, place.period, score, noData, steps);
    }

    /** What the score counts; null for no data. */
    private static @Nullable BigDecimal counted(Comparison each, BigDecimal cap) {
        if (each.belowThreshold()) {
            return BigDecimal.ZERO;
        }
        BigDecimal attainment = each.attainment();
        return attainment == null ? null : attainment.max(BigDecimal.ZERO).min(cap);
    }

    /** Why it does not count the attainment as it is, or nothing. */
    private static String why(Comparison each, BigDecimal counted) {
        BigDecimal attainment = each.attainment();
        if (each.belowThreshold() || attainment == null) {
            return ", below its threshold";
        }
        int side = attainment.compareTo(counted);
        return side == 0 ? "" : ", of " + Arithmetic.digits(attainment) + (side > 0 ? " the cap" : " nothing");
    }
}
