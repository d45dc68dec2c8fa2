package io.github.saleskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.plan.Goal.AttainmentRule;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Where a fact stands to its target: at the end of the period, during it, and at thresholds and stretches. */
class StatusTest {
    private static final KpiValue.Defined FOUR_OF_TEN = (KpiValue.Defined) KpiValue.proportion(4, 10);

    // At the end

    @Test
    void atTheEndTheGoalIsAchievedOrMissed() {
        Against atLeast = Against.count(Goal.atLeast("22"));
        assertThat(atLeast.says("22")).isEqualTo("ACHIEVED");
        assertThat(atLeast.says("21")).isEqualTo("MISSED");
        Against atMost = Against.ratio(Goal.atMost("0.1"));
        assertThat(atMost.says("0.1")).isEqualTo("ACHIEVED");
        assertThat(atMost.says("0.11")).isEqualTo("MISSED");
        Against within = Against.ratio(Goal.within("0.1", "0.2"));
        assertThat(within.says("0.2")).isEqualTo("ACHIEVED");
        assertThat(within.says("0.21")).isEqualTo("MISSED");
    }

    @Test
    void atTheEndAFactAtOrBeyondTheStretchHasStretched() {
        Against atLeast = Against.count(Goal.atLeast("22")).stretch("30");
        assertThat(atLeast.says("30")).isEqualTo("STRETCHED");
        assertThat(atLeast.says("29")).isEqualTo("ACHIEVED");
        Against atMost = Against.ratio(Goal.atMost("0.2")).stretch("0.1");
        assertThat(atMost.says("0.1")).isEqualTo("STRETCHED");
        assertThat(atMost.says("0.15")).isEqualTo("ACHIEVED");
    }

    @Test
    void theStretchOfABandAndOfAnExactGoalLooksUpwards() {
        Against within = Against.ratio(Goal.within("0.1", "0.3")).stretch("0.25");
        assertThat(within.says("0.25")).isEqualTo("STRETCHED");
        assertThat(within.says("0.2")).isEqualTo("ACHIEVED");
        assertThat(Against.count(Goal.exactly("22")).stretch("30").says("31")).isEqualTo("STRETCHED");
    }

    @Test
    void thePeriodIsOverOnTheDateThatFollowsIt() {
        Against visits = Against.count(Goal.atLeast("22"));
        assertThat(visits.on(31).says("22")).isEqualTo("AHEAD");
        assertThat(visits.says("22")).isEqualTo("ACHIEVED");
    }

    @Test
    void anUndefinedAttainmentStillAchievesOrMisses() {
        assertThat(Against.count(Goal.atLeast("0")).fact("5").attainment()).isNull();
        assertThat(Against.count(Goal.atLeast("0")).says("5")).isEqualTo("ACHIEVED");
        assertThat(Against.count(Goal.atMost("0")).says("5")).isEqualTo("MISSED");
    }

    @Test
    void aCensoredFactThatIsAtLeastMoreThanTheGoalAllowsHasMissedIt() {
        KpiValue atLeastAnHour = KpiValue.censored(new BigDecimal("3600"), 5);
        Against within = Against.duration(Goal.atMost("1800"));
        assertThat(within.fact(atLeastAnHour).status()).hasToString("MISSED");
        assertThat(within.on(16).fact(atLeastAnHour).status()).hasToString("AT_RISK");
        assertThat(within.fact(atLeastAnHour).attainment()).isNull();
        assertThat(Against.duration(Goal.within("60", "1800"))
                        .fact(atLeastAnHour)
                        .status())
                .hasToString("MISSED");
        assertThat(Against.duration(Goal.atMost("3600")).fact(atLeastAnHour).status())
                .hasToString("NO_DATA");
        assertThat(Against.duration(Goal.atLeast("3600")).fact(atLeastAnHour).status())
                .hasToString("ACHIEVED");
        assertThat(Against.duration(Goal.atLeast("3600"))
                        .on(16)
                        .fact(atLeastAnHour)
                        .status())
                .hasToString("AHEAD");
        assertThat(Against.duration(Goal.atLeast("3601")).fact(atLeastAnHour).status())
                .hasToString("NO_DATA");
    }

    @Test
    void aCensoredFactThatExceedsTheThresholdCountsNothing() {
        KpiValue atLeastAnHour = KpiValue.censored(new BigDecimal("3600"), 5);
        Against within = Against.duration(Goal.atMost("1800"));
        assertThat(within.threshold("3599").fact(atLeastAnHour).belowThreshold())
                .isTrue();
        assertThat(within.threshold("3600").fact(atLeastAnHour).belowThreshold())
                .isFalse();
        assertThat(within.fact(atLeastAnHour).belowThreshold()).isFalse();
    }

    // During the period

    @Test
    void duringThePeriodTheAttainmentAgainstWhatIsExpectedByNowCounts() {
        Against visits = Against.count(Goal.atLeast("22")).on(16); // 10 of 22 days have elapsed
        assertThat(visits.says("10")).isEqualTo("AHEAD");
        assertThat(visits.says("9.99")).isEqualTo("ON_TRACK");
        assertThat(visits.says("9")).isEqualTo("ON_TRACK");
        assertThat(visits.says("8.99")).isEqualTo("BEHIND");
        assertThat(visits.says("7.5")).isEqualTo("BEHIND");
        assertThat(visits.says("7.49")).isEqualTo("AT_RISK");
    }

    @Test
    void anAttainmentThatIsExactlyALimitReachesItWhateverTheFractions() {
        Against visits = Against.count(Goal.atLeast("330")).on(23); // 15 of 22 days: 225 are expected
        assertThat(visits.says("202.5")).isEqualTo("ON_TRACK");
        Judge narrow = new Judge(new BigDecimal("0.99"), new BigDecimal("0.98"), new BigDecimal("0.97"));
        Against seven = Against.count(Goal.atLeast("100")).on(11); // 31.8181... are expected, 31.5 is 0.99 of it
        assertThat(seven.fact(KpiValue.of(new BigDecimal("31.5"), 1), narrow).status())
                .isEqualTo(Comparison.Status.AHEAD);
    }

    @Test
    void theLimitsAreConfigurable() {
        Against visits = Against.count(Goal.atLeast("22")).on(16);
        Judge strict = new Judge(new BigDecimal("1.2"), new BigDecimal("1.1"), BigDecimal.ONE);
        assertThat(visits.fact(KpiValue.count(12), strict).status()).hasToString("AHEAD");
        assertThat(visits.fact(KpiValue.count(11), strict).status()).hasToString("ON_TRACK");
        assertThat(visits.fact(KpiValue.count(10), strict).status()).hasToString("BEHIND");
        assertThat(visits.fact(KpiValue.count(9), strict).status()).hasToString("AT_RISK");
    }

    @Test
    void aTargetIsOnTrackUntilSomethingIsExpected() {
        Against visits = Against.count(Goal.atLeast("22")).on(2); // no working day has elapsed
        assertThat(visits.says("0")).isEqualTo("ON_TRACK");
        assertThat(visits.says("5")).isEqualTo("ON_TRACK");
        assertThat(visits.threshold("11").says("-1")).isEqualTo("ON_TRACK");
        assertThat(visits.threshold("11").fact("-1").belowThreshold()).isFalse();
    }

    @Test
    void whatDoesNotAccrueIsComparedWithTheGoalItselfAtOnce() {
        Against winRate = Against.ratio(Goal.atLeast("0.4")).on(1);
        assertThat(winRate.says("0.4")).isEqualTo("AHEAD");
        assertThat(winRate.says("0.36")).isEqualTo("ON_TRACK");
        assertThat(winRate.says("0.3")).isEqualTo("BEHIND");
        assertThat(winRate.says("0.29")).isEqualTo("AT_RISK");
        assertThat(winRate.fact("0.4").pace()).isNull();
    }

    @Test
    void anUndefinedAttainmentIsAheadWhenTheGoalIsMetAndElseAtRisk() {
        assertThat(Against.count(Goal.atLeast("0")).on(16).says("5")).isEqualTo("AHEAD");
        assertThat(Against.count(Goal.atMost("0")).on(16).says("5")).isEqualTo("AT_RISK");
        Against inverse =
                Against.ratio(Goal.atMost("0.2")).by(AttainmentRule.INVERSE).on(16);
        assertThat(inverse.fact("0").attainment()).isNull();
        assertThat(inverse.says("0")).isEqualTo("AHEAD");
    }

    // Thresholds

    @Test
    void belowTheThresholdTheTargetIsMissedAndTheScoreCountsZero() {
        Against visits = Against.count(Goal.atLeast("22")).threshold("11");
        assertThat(visits.fact("10").belowThreshold()).isTrue();
        assertThat(visits.says("10")).isEqualTo("MISSED");
        assertThat(visits.fact("11").belowThreshold()).isFalse();
        assertThat(visits.threshold("30").says("25"))
                .as("an odd threshold counts too")
                .isEqualTo("MISSED");
    }

    @Test
    void duringThePeriodThePartOfTheThresholdThatIsExpectedByNowCounts() {
        Against visits = Against.count(Goal.atLeast("22")).threshold("19.8").on(16); // 9 are the threshold by now
        assertThat(visits.fact("9").belowThreshold()).isFalse();
        assertThat(visits.says("9")).isEqualTo("ON_TRACK");
        assertThat(visits.fact("8.9").belowThreshold()).isTrue();
        assertThat(visits.says("8.9"))
                .as("behind, were it not for the threshold")
                .isEqualTo("AT_RISK");
    }

    @Test
    void aThresholdOfWhatDoesNotAccrueIsWholeAlsoDuringThePeriod() {
        Against winRate = Against.ratio(Goal.atLeast("0.4")).threshold("0.39").on(1);
        assertThat(winRate.says("0.38")).isEqualTo("AT_RISK");
        assertThat(winRate.says("0.39")).isEqualTo("ON_TRACK");
    }

    @Test
    void theThresholdOfAGoalOfAtMostLiesAboveIt() {
        Against atMost = Against.ratio(Goal.atMost("0.1")).threshold("0.2");
        assertThat(atMost.fact("0.2").belowThreshold()).isFalse();
        assertThat(atMost.fact("0.21").belowThreshold()).isTrue();
    }

    @Test
    void theThresholdOfABandLooksUpwards() {
        Against within = Against.ratio(Goal.within("0.1", "0.2")).threshold("0.05");
        assertThat(within.fact("0.04").belowThreshold()).isTrue();
        assertThat(within.fact("0.9").belowThreshold()).isFalse();
    }

    // No data, noise

    @Test
    void withoutAFactThereIsNoData() {
        Comparison nothing =
                Against.ratio(Goal.atLeast("0.4")).threshold("0.1").fact(KpiValue.undefined(Reason.NO_DATA));
        assertThat(nothing.status()).isEqualTo(Comparison.Status.NO_DATA);
        assertThat(nothing.deviation()).isNull();
        assertThat(nothing.attainment()).isNull();
        assertThat(nothing.belowThreshold()).isFalse();
        assertThat(nothing.withinNoise()).isFalse();
    }

    @Test
    void aTargetInsideTheIntervalOfTheFactIsWithinNoise() {
        BigDecimal low = FOUR_OF_TEN.bounds().low();
        BigDecimal high = FOUR_OF_TEN.bounds().high();
        assertThat(Against.ratio(Goal.atLeast("0.5")).fact(FOUR_OF_TEN).withinNoise())
                .isTrue();
        assertThat(Against.ratio(Goal.atLeast(low)).fact(FOUR_OF_TEN).withinNoise())
                .as("limits included")
                .isTrue();
        assertThat(Against.ratio(Goal.atMost(high)).fact(FOUR_OF_TEN).withinNoise())
                .as("limits included")
                .isTrue();
        assertThat(Against.ratio(Goal.atLeast("0.9")).fact(FOUR_OF_TEN).withinNoise())
                .isFalse();
        assertThat(Against.ratio(Goal.atLeast("0.1")).fact(FOUR_OF_TEN).withinNoise())
                .isFalse();
        assertThat(Against.ratio(Goal.atLeast("0.4")).fact("0.4").withinNoise())
                .as("no interval")
                .isFalse();
    }

    @Test
    void anIntervalWithoutALimitGoesOnThere() {
        KpiValue open = FOUR_OF_TEN.withBounds(new Bounds(new BigDecimal("0.3"), null));
        assertThat(Against.ratio(Goal.atLeast("0.9")).fact(open).withinNoise()).isTrue();
        assertThat(Against.ratio(Goal.atLeast("0.2")).fact(open).withinNoise()).isFalse();
    }

    @Test
    void aBandIsWithinNoiseWhereOneOfItsLimitsIs() {
        assertThat(Against.ratio(Goal.within("0.5", "0.9")).fact(FOUR_OF_TEN).withinNoise())
                .isTrue();
        assertThat(Against.ratio(Goal.within("0.1", "0.5")).fact(FOUR_OF_TEN).withinNoise())
                .isTrue();
        assertThat(Against.ratio(Goal.within("0.1", "0.9")).fact(FOUR_OF_TEN).withinNoise())
                .isFalse();
    }
}
