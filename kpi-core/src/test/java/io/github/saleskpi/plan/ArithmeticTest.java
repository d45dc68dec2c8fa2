package io.github.saleskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.plan.Comparison.Step;
import io.github.saleskpi.plan.Goal.AttainmentRule;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** What comparisons say of their own arithmetic. */
class ArithmeticTest {
    private static final Period MARCH = Period.month(2026, 3);

    private static List<String> says(Comparison comparison) {
        return comparison.arithmetic().stream().map(Step::toString).toList();
    }

    private static String says(Comparison comparison, String name) {
        return says(comparison).stream()
                .filter(step -> step.startsWith(name + ": "))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 2);
    }

    @Test
    void aTargetUnderWayIsToldFromTheGoalToTheStatus() {
        assertThat(says(Against.count(Goal.atLeast("44"))
                        .threshold("11")
                        .stretch("66")
                        .on(16)
                        .fact("19")))
                .containsExactly(
                        "goal: at least 44",
                        "threshold: 11",
                        "stretch: 66",
                        "fact: 19",
                        "deviation: fact - goal = 19 - 44 = (-25)",
                        "attainment: fact / goal = 19 / 44 = 0.431818181818182",
                        "elapsed: (5/11) of the spread, and 12 working days remain",
                        "expected by now: at least 44 x 5/11 = 20",
                        "projection: fact / elapsed = 19 / (5/11) = 41.8",
                        "required pace: (goal - fact) / remaining days = (44 - 19) / 12 = 2.08333333333333",
                        "status: of what is expected by now, fact / goal = 19 / 20 = 0.95, at least 0.9: ON_TRACK");
    }

    @Test
    void aRatioIsHeldAgainstTheGoalAndItsNoise() {
        assertThat(says(Against.ratio(Goal.atLeast("0.4")).on(16).fact(KpiValue.proportion(1, 4))))
                .containsExactly(
                        "goal: at least 0.4",
                        "fact: 0.25",
                        "deviation: fact - goal = 0.25 - 0.4 = (-0.15)",
                        "attainment: fact / goal = 0.25 / 0.4 = 0.625",
                        "within noise: the interval from 0.0455872608097006 to 0.699358157417598 contains 0.4",
                        "status: of the goal, fact / goal = 0.25 / 0.4 = 0.625, less than 0.75: AT_RISK");
    }

    @Test
    void aThresholdAndAStretchAreTheReasonWhereTheyDecide() {
        Against target = Against.count(Goal.atLeast("20")).threshold("10").stretch("30");
        assertThat(says(target.fact("9"), "status")).isEqualTo("9 is below the threshold 10: MISSED");
        assertThat(says(target.fact("31"), "status")).isEqualTo("31 reaches the stretch 30: STRETCHED");
        assertThat(says(target.fact("20"), "status")).isEqualTo("the period is over, and the goal is met: ACHIEVED");
        assertThat(says(target.fact("19"), "status")).isEqualTo("the period is over, and the goal is not met: MISSED");
        assertThat(says(target.on(16).fact("4"), "status"))
                .isEqualTo("4 is below the threshold 10 x 5/11 = 4.54545454545455: AT_RISK");
        assertThat(says(target.on(1).fact("4"), "status")).isEqualTo("nothing is expected yet: ON_TRACK");
        assertThat(says(Against.duration(Goal.atMost("60")).threshold("90").fact("91"), "status"))
                .isEqualTo("91 is beyond the threshold 90: MISSED");
    }

    @Test
    void eachRuleOfAttainmentNamesItsFormula() {
        assertThat(says(Against.duration(Goal.atMost("60")).fact("90"), "attainment"))
                .isEqualTo("1 - (fact - goal) / |goal| = 1 - (90 - 60) / |60| = 0.5");
        assertThat(says(
                        Against.duration(Goal.atMost("60"))
                                .by(AttainmentRule.INVERSE)
                                .fact("90"),
                        "attainment"))
                .isEqualTo("goal / fact = 60 / 90 = 0.666666666666667");
        assertThat(says(Against.count(Goal.exactly("4")).fact("5"), "attainment"))
                .isEqualTo("1 - |fact - goal| / |goal| = 1 - |5 - 4| / |4| = 0.75");
        assertThat(says(Against.count(Goal.atLeast("-4")).fact("-5"), "attainment"))
                .isEqualTo("1 + (fact - goal) / |goal| = 1 + ((-5) - (-4)) / |(-4)| = 0.75");
        Against band = Against.count(Goal.within("2", "4"));
        assertThat(says(band.fact("3"), "attainment")).isEqualTo("1, inside the band");
        assertThat(says(band.fact("1.5"), "attainment"))
                .isEqualTo("1 - (low - fact) / (high - low) = 1 - (2 - 1.5) / (4 - 2) = 0.75");
        assertThat(says(band.fact("5"), "attainment"))
                .isEqualTo("1 - (fact - high) / (high - low) = 1 - (5 - 4) / (4 - 2) = 0.5");
        assertThat(says(band.fact("9"), "attainment")).isEqualTo("0, further off than the band is wide");
    }

    @Test
    void aRuleWithoutAnAnswerSaysSo() {
        Comparison comparison = Against.count(Goal.atLeast("0")).on(16).fact("3");
        assertThat(says(comparison, "attainment")).isEqualTo("fact / goal = 3 / 0, which has no answer");
        assertThat(says(comparison, "status")).endsWith(", and the goal is met: AHEAD");
        assertThat(says(Against.count(Goal.atLeast("0")).fact("0"), "attainment"))
                .isEqualTo("1, all of nothing is reached");
    }

    @Test
    void whatIsNotKnownIsToldWithItsReason() {
        assertThat(says(Against.ratio(Goal.atLeast("0.4")).fact(KpiValue.undefined(Reason.NO_DATA))))
                .containsExactly(
                        "goal: at least 0.4", "fact: NO_DATA", "status: nothing says whether the goal is met: NO_DATA");
    }

    @Test
    void moneyOfNothingAndMoneyOfAnotherCurrencySaySo() {
        Target target = Target.of(
                "t", Indicators.REVENUE, Audience.rep("r1"), Schedule.in(MARCH), Goal.atLeast("9"), CurrencyUnit.EUR);
        assertThat(says(compared(target, Part.WHOLE, KpiValue.undefined(Reason.NO_DATA)), "fact"))
                .isEqualTo("0 EUR, as nothing was counted");
        assertThat(says(compared(target, Part.WHOLE, KpiValue.money(BigMoney.parse("USD 5"), 1)), "fact"))
                .isEqualTo("NOT_APPLICABLE: is not in EUR");
    }

    private static Comparison compared(Target target, Part part, KpiValue read) {
        Whom.Place place = new Whom.Place(Scope.rep("r1"), Scope.rep("r1"), null);
        return new Judge(BigDecimal.ONE, new BigDecimal("0.9"), new BigDecimal("0.75"))
                .compare(target, place, MARCH, false, part, read);
    }

    @Test
    void aPartOfATargetShowsTheWhole() {
        Part part = new Part(Fraction.of(1, 2), Fraction.of(1, 3), 7);
        Comparison comparison = compared(Against.count(Goal.within("22", "44")).target(), part, KpiValue.count(5));
        assertThat(says(comparison, "goal"))
                .isEqualTo("from 22 x 1/2 = 11 to 44 x 1/2 = 22, the part of the days employed");
        assertThat(says(comparison, "expected by now"))
                .isEqualTo("from 22 x 1/6 = 3.66666666666667 to 44 x 1/6 = 7.33333333333333");
    }
}
