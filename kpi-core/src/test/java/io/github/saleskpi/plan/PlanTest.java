package io.github.saleskpi.plan;

import static io.github.saleskpi.indicator.Indicators.REVENUE;
import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.plan.Goal.AttainmentRule;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.plan.Target.Spread;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** What a plan and a target may say. */
class PlanTest {
    private static final Schedule MARCH = Schedule.in(Period.month(2026, 3));
    private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");

    private static Target winRate(String id) {
        return Target.of(id, WIN_RATE, Audience.company(), MARCH, Goal.atLeast("0.35"));
    }

    private static Target revenue() {
        return Target.of("t", REVENUE, Audience.rep("r1"), MARCH, Goal.atLeast("20000"), CurrencyUnit.EUR);
    }

    private static void refused(ThrowingCallable made, String message) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void theVersionInForceIsTheLastOneThatIsEffectiveByThen() {
        Plan plan = Plan.of("p").with(APRIL, List.of(winRate("later"))).with(JANUARY, List.of(winRate("earlier")));
        assertThat(plan.inForceOn(JANUARY.minusDays(1))).isEmpty();
        assertThat(plan.inForceOn(JANUARY).orElseThrow().targets().get(0).id()).isEqualTo("earlier");
        assertThat(plan.inForceOn(APRIL.minusDays(1)).orElseThrow().effectiveFrom())
                .isEqualTo(JANUARY);
        assertThat(plan.inForceOn(APRIL).orElseThrow().targets().get(0).id()).isEqualTo("later");
    }

    @Test
    void aChangedPlanIsANewVersionAndNeverAnOverwrite() {
        Plan plan = Plan.of("p").with(JANUARY, List.of(winRate("t")));
        refused(
                () -> plan.with(JANUARY, List.of()),
                "version (2026-01-01): there is one from that date already. Maybe a date is off.");
        assertThat(plan.with(APRIL, List.of()).versions()).hasSize(2);
        assertThat(plan.versions()).hasSize(1);
    }

    @Test
    void aTargetHasItsIdAloneInItsVersion() {
        refused(
                () -> Plan.of("p").with(JANUARY, List.of(winRate("t"), winRate("t"))),
                "target (t): must be given once in the version of 2026-01-01. Maybe a number was not counted on.");
        refused(() -> winRate(" "), "target ( ): must have an id. Maybe a counter.");
        refused(() -> Plan.of(""), "plan (): must have an id. Maybe the year it is for.");
    }

    @Test
    void weightAttainmentAndSpreadHaveDefaults() {
        Target target = revenue();
        assertThat(target.weight()).isEqualByComparingTo("1");
        assertThat(target.attainment()).isEqualTo(AttainmentRule.RATIO);
        assertThat(target.spread()).isEqualTo(Spread.overWorkingDays());
        assertThat(target.spread().prorated()).isTrue();
    }

    @Test
    void whatDoesNotAccrueIsNeverSpreadNorProRated() {
        assertThat(winRate("t").spread()).isNull();
        refused(
                () -> winRate("t").withSpread(Spread.overCalendarDays()),
                "target t (win-rate@1): a ratio that does not accrue is never spread nor pro-rated. Maybe leave it out.");
        Target median = Target.of("t", Indicators.RESPONSE_TIME, Audience.company(), MARCH, Goal.atMost("3600"));
        Target mean = Target.of("t", Indicators.FOLLOW_UPS, Audience.company(), MARCH, Goal.within("2", "5"));
        Target distinct =
                Target.of("t", Indicators.named("social-use:networks"), Audience.company(), MARCH, Goal.atLeast("3"));
        assertThat(List.of(median, mean, distinct))
                .allSatisfy(target -> assertThat(target.spread()).isNull());
    }

    @Test
    void whatAccruesIsSpread() {
        refused(
                () -> revenue().withSpread(null),
                "target t (revenue@1): what accrues needs a spread. Maybe over working days.");
    }

    @Test
    void moneyHasACurrencyAndNothingElseHas() {
        refused(
                () -> Target.of("t", REVENUE, Audience.company(), MARCH, Goal.atLeast("1")),
                "target t (revenue@1): money needs a currency. Maybe the one of the rates.");
        refused(
                () -> Target.of("t", WIN_RATE, Audience.company(), MARCH, Goal.atLeast("1"), CurrencyUnit.EUR),
                "target t (currency EUR): only money has one. Maybe another indicator was meant.");
    }

    @Test
    void aListHasNoGoal() {
        assertThatThrownBy(() -> Target.of(
                        "t",
                        Indicators.named("material-use:unused-assets"),
                        Audience.company(),
                        MARCH,
                        Goal.atMost("1")))
                .hasMessageContaining("a list has no goal");
    }

    @Test
    void aWeightIsNotNegative() {
        assertThat(winRate("t").withWeight("0").weight()).isZero();
        refused(
                () -> winRate("t").withWeight("-0.1"),
                "target t (weight -0.1): must not be negative. Maybe a sign is off.");
    }

    @Test
    void theRuleOfAttainmentFitsTheGoal() {
        refused(
                () -> winRate("t").withAttainment(AttainmentRule.BAND),
                "target t (attainment band): has no meaning for this goal. Maybe ratio.");
    }

    @Test
    void sharesAddUpToOne() {
        refused(
                () -> Spread.inShares(List.of(new BigDecimal("0.5"), new BigDecimal("0.4"))),
                "shares ([0.5, 0.4]): must add up to 1, not 0.9. Maybe they are per cents.");
        refused(
                () -> Spread.inShares(List.of(new BigDecimal("1.5"), new BigDecimal("-0.5"))),
                "shares ([1.5, -0.5]): must not be negative. Maybe a sign is off.");
        refused(() -> Spread.inShares(List.of()), "shares (): must be at least one. Maybe working days were meant.");
        assertThat(Spread.inShares(List.of(new BigDecimal("0.50"), new BigDecimal("0.5")))
                        .shares())
                .isEqualTo(List.of(new BigDecimal("0.5"), new BigDecimal("0.5")));
    }

    @Test
    void aTargetNeedsAPeriodWithAnEnd() {
        refused(
                () -> Schedule.in(Period.all()),
                "period (all): a target needs a period with an end. Maybe a year was meant.");
        refused(
                () -> Schedule.every(Granularity.ALL, JANUARY, APRIL),
                "period (all): a target needs a period with an end. Maybe a year was meant.");
        refused(
                () -> Schedule.every(Granularity.DAY, LocalDate.MIN, LocalDate.of(2201, 1, 2)),
                "from and to (-999999999-01-01, 2201-01-02): must lie in the years 1970 to 2200. Maybe an end that is"
                        + " near enough.");
        refused(
                () -> Schedule.every(Granularity.DAY, APRIL, LocalDate.of(2201, 1, 2)),
                "from and to (2026-04-01, 2201-01-02): must lie in the years 1970 to 2200. Maybe an end that is near"
                        + " enough.");
        assertThat(Schedule.every(Granularity.DAY, LocalDate.of(1970, 1, 1), LocalDate.of(2201, 1, 1)))
                .isNotNull();
        refused(
                () -> Schedule.every(Granularity.DAY, APRIL, APRIL),
                "from and to (2026-04-01, 2026-04-01): from must be before to, which is exclusive. Maybe they are"
                        + " swapped.");
    }

    @Test
    void aTargetIsForTheCompanyATeamARepOrEachRepOfATeam() {
        assertThat(Audience.company()).hasToString("company");
        assertThat(Audience.team("t1")).hasToString("team:t1");
        assertThat(Audience.rep("r1")).hasToString("rep:r1");
        assertThat(Audience.repsOf("t1")).hasToString("reps-of:t1");
        refused(
                () -> new Audience(Scope.of(Dimension.CHANNEL, "email"), false),
                "who (channel:email): must be the company, one team, one rep or the reps of one team. Maybe an id is"
                        + " missing.");
        assertThatThrownBy(() -> Audience.rep(null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Audience.team("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Audience(Scope.rep("r1"), true)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Audience.repIn("r1", "t1")).hasToString("rep:r1,team:t1");
        assertThatThrownBy(() -> new Audience(Scope.rep("r1").and(Dimension.TEAM, "t1"), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void targetsOfEqualPartsAreEqual() {
        Target one = Target.of("t", Indicators.tasks("visit"), Audience.company(), MARCH, Goal.atLeast("3.0"));
        Target same = Target.of("t", Indicators.tasks("visit"), Audience.company(), MARCH, Goal.atLeast("3"));
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(Target.of("t", Indicators.tasks("errand"), Audience.company(), MARCH, Goal.atLeast("3")))
                .isNotEqualTo(same);
        assertThat(same.withWeight("2")).isNotEqualTo(same);
    }

    @Test
    void aGoalThatIsNoDecimalIsNamed() {
        String rule = "): must be a decimal. Maybe 0.35 of a ratio, or 3600 seconds of an hour.";
        assertThatThrownBy(() -> Goal.atMost("8h"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("goal (8h" + rule);
        assertThatThrownBy(() -> Goal.atLeast("35 %")).hasMessage("goal (35 %" + rule);
        assertThatThrownBy(() -> Goal.exactly("")).hasMessage("goal (" + rule);
        assertThatThrownBy(() -> Goal.within("0", "1,5")).hasMessage("goal (1,5" + rule);
    }
}
