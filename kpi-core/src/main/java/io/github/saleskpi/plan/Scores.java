package io.github.saleskpi.plan;

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
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Comparison each : comparisons) {
            BigDecimal counted = counted(each, cap);
            if (counted == null) {
                noData.add(each.target().id());
            } else {
                sum = sum.add(each.target().weight().multiply(counted));
                weights = weights.add(each.target().weight());
            }
        }
        BigDecimal score = weights.signum() == 0 ? null : sum.divide(weights, MathContext.DECIMAL128);
        return new Score(place.who, place.period, score, noData);
    }

    /** What the score counts; null for no data. */
    private static @Nullable BigDecimal counted(Comparison each, BigDecimal cap) {
        if (each.belowThreshold()) {
            return BigDecimal.ZERO;
        }
        BigDecimal attainment = each.attainment();
        return attainment == null ? null : attainment.max(BigDecimal.ZERO).min(cap);
    }
}
