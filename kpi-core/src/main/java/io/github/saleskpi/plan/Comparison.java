package io.github.saleskpi.plan;

import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a fact stands to the target that is in force for it. Immutable and thread-safe. Amounts are in the figure's unit;
 * quotients have 34 digits, half-even. What made the fact is told by {@link PlanFactComparator#explain}.
 *
 * @param target as the plan has it
 * @param who the company, a team, or one rep, also of a target that is meant for each rep of a team
 * @param row where the fact was read: who, or of a figure that {@linkplain io.github.saleskpi.indicator.Figure#needsTeam()
 *     needs a team} the rep in that team, if there is one
 * @param period when
 * @param share the part of the target that holds: 1, or less where it was pro-rated to the days employed
 * @param goal of the target, after pro-rating
 * @param threshold of the target, after pro-rating, or null
 * @param stretch of the target, after pro-rating, or null
 * @param fact the report's value; money of nothing is 0 in the target's currency, money in another one
 *     {@code NOT_APPLICABLE}
 * @param deviation fact minus goal, of a band minus its nearest limit and 0 inside; null without a fact
 * @param attainment by the target's rule; null without a fact, or where the rule has no answer
 * @param pace of what accrues; null of anything else
 * @param status where it stands
 * @param withinNoise whether the fact's interval contains the goal's amount, limits included; of a band one of its limits
 * @param belowThreshold whether the fact is on the wrong side of the threshold (during the period: of the part of it that
 *     is expected by now), so that the score counts 0
 * @param arithmetic how all of it was computed, step by step, in the order in which one reads it; {@code status} is last
 */
public record Comparison(
        Target target,
        Scope who,
        Scope row,
        Period period,
        BigDecimal share,
        Goal goal,
        @Nullable BigDecimal threshold,
        @Nullable BigDecimal stretch,
        KpiValue fact,
        @Nullable BigDecimal deviation,
        @Nullable BigDecimal attainment,
        @Nullable Pace pace,
        Status status,
        boolean withinNoise,
        boolean belowThreshold,
        List<Step> arithmetic) {

    /** Where a fact stands. */
    public enum Status {
        /** There is no fact, and nothing that says whether the goal is met. */
        NO_DATA,
        /** The period is over, and the fact is at or beyond the stretch. */
        STRETCHED,
        /** The period is over, and the goal is met. */
        ACHIEVED,
        /** The period is over, and the goal is not met, or the fact is below the threshold. */
        MISSED,
        /** During the period: at or above the first limit of attainment against what is expected by now. */
        AHEAD,
        /** During the period: at or above the second limit, or nothing is expected yet. */
        ON_TRACK,
        /** During the period: at or above the third limit. */
        BEHIND,
        /** During the period: below all limits, or below the threshold. */
        AT_RISK
    }

    /**
     * How a target on a figure that accrues is coming along. The days of its spread before the local date of the
     * viewpoint have elapsed; that date and those after it remain. For a rep only days on which the rep is employed
     * count.
     *
     * @param elapsed the part of the spread on days that have elapsed, 0 to 1
     * @param expectedByNow that part of the goal
     * @param projection fact / elapsed; null without a fact, or while nothing has elapsed
     * @param remainingDays the working days that remain
     * @param requiredPace (goal - fact) / remaining working days; null without a fact, when none remain, and of a band
     */
    public record Pace(
            BigDecimal elapsed,
            Goal expectedByNow,
            @Nullable BigDecimal projection,
            long remainingDays,
            @Nullable BigDecimal requiredPace) {
        public Pace {
            elapsed = Decimals.canonical(elapsed);
            projection = Decimals.canonicalIfAny(projection);
            requiredPace = Decimals.canonicalIfAny(requiredPace);
        }
    }

    /**
     * A step of the calculation: its words hold the digits that it was computed from, with 15 significant digits.
     *
     * @param name what was computed: {@code goal}, {@code threshold}, {@code stretch}, {@code fact}, {@code deviation},
     *     {@code attainment}, {@code elapsed}, {@code expected by now}, {@code projection}, {@code required pace},
     *     {@code within noise} or {@code status}; what there is not has no step
     * @param words such as {@code fact / goal = 18400 / 20000 = 0.92}
     */
    public record Step(String name, String words) {
        /** Such as {@code attainment: fact / goal = 18400 / 20000 = 0.92}. */
        @Override
        public String toString() {
            return name + ": " + words;
        }
    }

    public Comparison {
        arithmetic = List.copyOf(arithmetic);
        share = Decimals.canonical(share);
        threshold = Decimals.canonicalIfAny(threshold);
        stretch = Decimals.canonicalIfAny(stretch);
        deviation = Decimals.canonicalIfAny(deviation);
        attainment = Decimals.canonicalIfAny(attainment);
        if ((pace == null) != (target.spread() == null)) {
            throw new IllegalArgumentException("pace of target " + target.id() + " (" + pace
                    + "): what accrues has one, and nothing else. Maybe it is of another target.");
        }
    }
}
