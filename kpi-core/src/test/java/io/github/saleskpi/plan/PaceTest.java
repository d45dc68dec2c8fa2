package io.github.saleskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.plan.Comparison.Pace;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How what accrues is coming along. */
class PaceTest {
    private static final Against VISITS = Against.count(Goal.atLeast("44"));

    private static Pace pace(Against target, String fact) {
        return target.fact(fact).pace();
    }

    @Test
    void expectedByNowIsTheElapsedPartOfTheGoal() {
        assertThat(pace(VISITS.on(16), "1").expectedByNow()).isEqualTo(Goal.atLeast("20"));
        assertThat(pace(VISITS.on(2), "1").expectedByNow()).isEqualTo(Goal.atLeast("0"));
        assertThat(pace(VISITS, "1").expectedByNow()).isEqualTo(Goal.atLeast("44"));
    }

    @Test
    void ofABandBothLimitsAreExpectedInPart() {
        assertThat(pace(Against.count(Goal.within("22", "44")).on(16), "1").expectedByNow())
                .isEqualTo(Goal.within("10", "20"));
    }

    @Test
    void theProjectionIsTheFactOverTheElapsedPart() {
        assertThat(pace(VISITS.on(16), "15").projection()).isEqualByComparingTo("33");
        assertThat(pace(VISITS, "15").projection()).isEqualByComparingTo("15");
    }

    @Test
    void thereIsNoProjectionWhileNothingHasElapsed() {
        assertThat(pace(VISITS.on(2), "15").projection()).isNull();
    }

    @Test
    void theRequiredPaceIsWhatIsMissingPerRemainingWorkingDay() {
        Pace pace = pace(VISITS.on(16), "20"); // 12 days remain, the 16th included
        assertThat(pace.remainingDays()).isEqualTo(12);
        assertThat(pace.requiredPace()).isEqualByComparingTo("2");
    }

    @Test
    void theRequiredPaceIsNegativeOnceTheGoalIsPassed() {
        assertThat(pace(VISITS.on(16), "56").requiredPace()).isEqualByComparingTo("-1");
    }

    @Test
    void theRequiredPaceIsAbsentWhenNoDayRemainsAndForBands() {
        assertThat(pace(VISITS, "20").requiredPace()).isNull();
        assertThat(pace(Against.count(Goal.within("22", "44")).on(16), "20").requiredPace())
                .isNull();
    }

    @Test
    void withoutAFactOnlyWhatIsExpectedIsKnown() {
        Pace pace = VISITS.on(16).fact(KpiValue.undefined(Reason.FAILED)).pace();
        assertThat(pace.expectedByNow()).isEqualTo(Goal.atLeast("20"));
        assertThat(pace.projection()).isNull();
        assertThat(pace.requiredPace()).isNull();
    }

    @Test
    void theElapsedPartIsTold() {
        assertThat(pace(VISITS.on(13), "1").elapsed())
                .isEqualByComparingTo(new BigDecimal("0.4090909090909090909090909090909091"));
    }

    @Test
    void onlyWhatAccruesHasAPace() {
        Comparison of = VISITS.fact("1");
        Target winRate = Against.ratio(Goal.atLeast("0.4")).target();
        assertThatThrownBy(() -> new Comparison(
                        winRate,
                        of.who(),
                        of.row(),
                        of.period(),
                        of.share(),
                        of.goal(),
                        null,
                        null,
                        of.fact(),
                        null,
                        null,
                        of.pace(),
                        of.status(),
                        false,
                        false,
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("what accrues has one, and nothing else");
    }
}
