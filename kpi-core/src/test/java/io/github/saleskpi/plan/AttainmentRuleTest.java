package io.github.saleskpi.plan;

import static io.github.saleskpi.plan.Goal.AttainmentRule.BAND;
import static io.github.saleskpi.plan.Goal.AttainmentRule.DEVIATION;
import static io.github.saleskpi.plan.Goal.AttainmentRule.INVERSE;
import static io.github.saleskpi.plan.Goal.AttainmentRule.RATIO;
import static io.github.saleskpi.plan.Goal.AttainmentRule.REDUCTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.plan.Goal.AttainmentRule;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/** How far a fact has come, by each rule, with its zeros and negative amounts. */
class AttainmentRuleTest {
    private static String attained(AttainmentRule rule, Goal goal, String fact) {
        return rule.attained(goal, new BigDecimal(fact))
                .map(share ->
                        share.round(new MathContext(4)).stripTrailingZeros().toPlainString())
                .orElse("undefined");
    }

    private static String least(AttainmentRule rule, String target, String fact) {
        return attained(rule, Goal.atLeast(target), fact);
    }

    @Test
    void theWorkedValuesOfReductionHold() {
        assertThat(least(REDUCTION, "50", "50")).isEqualTo("1");
        assertThat(least(REDUCTION, "50", "100")).isEqualTo("0");
        assertThat(least(REDUCTION, "50", "200")).isEqualTo("-2");
        assertThat(least(REDUCTION, "50", "0")).isEqualTo("2");
        assertThat(least(REDUCTION, "60", "90")).isEqualTo("0.5");
    }

    @Test
    void theWorkedValueOfInverseHolds() {
        assertThat(least(INVERSE, "60", "90")).isEqualTo("0.6667");
    }

    @Test
    void ratioIsTheFactOverTheTarget() {
        assertThat(least(RATIO, "50", "40")).isEqualTo("0.8");
        assertThat(least(RATIO, "50", "-10")).isEqualTo("-0.2");
    }

    @Test
    void ratioOfATargetBelowZeroRisesWithTheFact() {
        assertThat(least(RATIO, "-50", "-50")).isEqualTo("1");
        assertThat(least(RATIO, "-50", "-25")).isEqualTo("1.5");
        assertThat(least(RATIO, "-50", "-100")).isEqualTo("0");
        assertThat(least(RATIO, "-50", "50")).isEqualTo("3");
    }

    @Test
    void ratioAndDeviationFromZeroAreUndefinedUnlessTheFactIsZero() {
        assertThat(least(RATIO, "0", "1")).isEqualTo("undefined");
        assertThat(least(RATIO, "0", "-1")).isEqualTo("undefined");
        assertThat(least(RATIO, "0", "0.00")).isEqualTo("1");
        assertThat(least(DEVIATION, "0", "1")).isEqualTo("undefined");
        assertThat(least(DEVIATION, "0", "0")).isEqualTo("1");
    }

    @Test
    void reductionToZeroIsReachedByZeroAndLessAndElseUndefined() {
        assertThat(least(REDUCTION, "0", "0")).isEqualTo("1");
        assertThat(least(REDUCTION, "0", "-3")).isEqualTo("1");
        assertThat(least(REDUCTION, "0", "3")).isEqualTo("undefined");
    }

    @Test
    void reductionToLessThanZeroIsMeasuredByTheSizeOfTheTarget() {
        assertThat(least(REDUCTION, "-50", "-50")).isEqualTo("1");
        assertThat(least(REDUCTION, "-50", "-100")).isEqualTo("2");
        assertThat(least(REDUCTION, "-50", "0")).isEqualTo("0");
    }

    @Test
    void inverseIsUndefinedForAFactOrATargetOfZero() {
        assertThat(least(INVERSE, "60", "0")).isEqualTo("undefined");
        assertThat(least(INVERSE, "0", "60")).isEqualTo("undefined");
    }

    @Test
    void deviationCountsBothSidesAlike() {
        assertThat(least(DEVIATION, "50", "40")).isEqualTo("0.8");
        assertThat(least(DEVIATION, "50", "60")).isEqualTo("0.8");
        assertThat(least(DEVIATION, "50", "150")).isEqualTo("-1");
        assertThat(least(DEVIATION, "-50", "-40")).isEqualTo("0.8");
    }

    @Test
    void aBandIsReachedInsideItWithItsLimits() {
        Goal band = Goal.within("3", "5");
        assertThat(attained(BAND, band, "3")).isEqualTo("1");
        assertThat(attained(BAND, band, "4")).isEqualTo("1");
        assertThat(attained(BAND, band, "5")).isEqualTo("1");
    }

    @Test
    void outsideABandTheDistanceCountsByItsWidthAndNeverBelowZero() {
        Goal band = Goal.within("3", "5");
        assertThat(attained(BAND, band, "2")).isEqualTo("0.5");
        assertThat(attained(BAND, band, "6.5")).isEqualTo("0.25");
        assertThat(attained(BAND, band, "1")).isEqualTo("0");
        assertThat(attained(BAND, band, "900")).isEqualTo("0");
    }

    @Test
    void aBandOfWidthZeroIsExactly() {
        Goal band = Goal.within("5", "5");
        assertThat(attained(BAND, band, "5")).isEqualTo("1");
        assertThat(attained(BAND, band, "4")).isEqualTo("0.8");
        assertThat(attained(BAND, band, "20")).isEqualTo("-2");
        assertThat(attained(BAND, Goal.within("0", "0"), "1")).isEqualTo("undefined");
    }

    @Test
    void theDefaultRuleDependsOnTheGoal() {
        assertThat(AttainmentRule.defaultOf(Goal.atLeast("1"))).isEqualTo(RATIO);
        assertThat(AttainmentRule.defaultOf(Goal.atMost("1"))).isEqualTo(REDUCTION);
        assertThat(AttainmentRule.defaultOf(Goal.exactly("1"))).isEqualTo(DEVIATION);
        assertThat(AttainmentRule.defaultOf(Goal.within("1", "2"))).isEqualTo(BAND);
    }

    @Test
    void bandsHaveARuleOfTheirOwn() {
        assertThatThrownBy(() -> RATIO.attained(Goal.within("1", "2"), BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attainment (ratio): has no meaning")
                .hasMessageContaining("Maybe band.");
        assertThatThrownBy(() -> BAND.attained(Goal.atLeast("1"), BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quotientsHave34DigitsHalfEven() {
        assertThat(RATIO.attained(Goal.atLeast("3"), new BigDecimal("2")))
                .contains(new BigDecimal("0.6666666666666666666666666666666667"));
    }

    @Test
    void theDeviationFromABandIsTheDistanceToItsNearestLimitAndZeroInside() {
        Goal band = Goal.within("3", "5");
        assertThat(band.deviation(new BigDecimal("2.5"))).isEqualByComparingTo("-0.5");
        assertThat(band.deviation(new BigDecimal("5.5"))).isEqualByComparingTo("0.5");
        assertThat(band.deviation(new BigDecimal("4"))).isZero();
        assertThat(Goal.atMost("3").deviation(new BigDecimal("1"))).isEqualByComparingTo("-2");
    }

    @Test
    void aGoalIsMetAtItsLimit() {
        assertThat(Goal.atLeast("3").isMet(new BigDecimal("3.0"))).isTrue();
        assertThat(Goal.atLeast("3").isMet(new BigDecimal("2.9"))).isFalse();
        assertThat(Goal.atMost("3").isMet(new BigDecimal("3.0"))).isTrue();
        assertThat(Goal.atMost("3").isMet(new BigDecimal("3.1"))).isFalse();
        assertThat(Goal.exactly("3").isMet(new BigDecimal("3.0"))).isTrue();
        assertThat(Goal.exactly("3").isMet(new BigDecimal("3.1"))).isFalse();
        assertThat(Goal.within("3", "5").isMet(new BigDecimal("5"))).isTrue();
        assertThat(Goal.within("3", "5").isMet(new BigDecimal("5.1"))).isFalse();
    }

    @Test
    void equalNumbersAreEqualGoals() {
        assertThat(Goal.atLeast("20000.00")).isEqualTo(Goal.atLeast("2E4")).hasSameHashCodeAs(Goal.atLeast("20000"));
    }

    @Test
    void aBandMustNotBeUpsideDown() {
        assertThatThrownBy(() -> Goal.within("5", "3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("band (5 to 3): the low limit must not exceed the high one. Maybe the two are swapped.");
    }
}
