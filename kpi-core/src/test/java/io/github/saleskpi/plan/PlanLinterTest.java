package io.github.saleskpi.plan;

import static io.github.saleskpi.indicator.Indicators.RESPONSE_TIME;
import static io.github.saleskpi.indicator.Indicators.REVENUE;
import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static io.github.saleskpi.plan.Target.Audience.company;
import static io.github.saleskpi.plan.Target.Audience.rep;
import static io.github.saleskpi.plan.Target.Audience.repsOf;
import static io.github.saleskpi.plan.Target.Audience.team;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** What a plan can hardly mean. */
class PlanLinterTest {
    private static final Schedule MARCH = Schedule.in(Period.month(2026, 3));
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final Indicator VISITS = Indicators.tasks("visit");
    private static final Organization PEOPLE = Organization.builder()
            .team("sales", null)
            .team("north", "sales")
            .member("r1", "north", START, null)
            .member("r2", "sales", START, null)
            .member("r3", "north", LocalDate.parse("2026-03-16"), null)
            .build();
    private static final KpiQuery QUERY =
            KpiQuery.builder().organization(PEOPLE).build();

    private static Target target(Indicator indicator, Audience audience, Goal goal) {
        return Target.of("t", indicator, audience, MARCH, goal);
    }

    private static Target visits(String id, Audience audience, String goal) {
        return Target.of(id, VISITS, audience, MARCH, Goal.atLeast(goal));
    }

    private static Target revenue(String id, Audience audience, String goal, CurrencyUnit currency) {
        return Target.of(id, REVENUE, audience, MARCH, Goal.atLeast(goal), currency);
    }

    private static List<String> lint(PlanLinter linter, Target... targets) {
        return linter.lint(Plan.of("p").with(START, List.of(targets))).stream()
                .map(Finding::toString)
                .toList();
    }

    private static List<String> lint(Target... targets) {
        return lint(PlanLinter.standard(), targets);
    }

    private static List<String> asked(Target... targets) {
        return lint(PlanLinter.with(QUERY), targets);
    }

    @Test
    void aSoundPlanHasNoFindings() {
        assertThat(asked(
                        target(WIN_RATE, company(), Goal.atLeast("0.35"))
                                .withThreshold("0.35")
                                .withStretch("0.5"),
                        Target.of("u", RESPONSE_TIME, rep("r1"), MARCH, Goal.atMost("3600"))
                                .withThreshold("7200")
                                .withStretch("1800"),
                        Target.of("v", Indicators.FOLLOW_UPS, repsOf("north"), MARCH, Goal.within("2", "5"))
                                .withWeight("2"),
                        Target.of("w", Indicators.named("win-rate:lost"), team("north"), MARCH, Goal.atMost("3"))))
                .isEmpty();
    }

    @Test
    void aThresholdIsNotBeyondTheGoal() {
        assertThat(lint(target(WIN_RATE, company(), Goal.atLeast("0.3")).withThreshold("0.4")))
                .containsExactly("ERROR target t (threshold 0.4): must not be above the goal 0.3. Maybe the two are"
                        + " swapped.");
        assertThat(lint(target(RESPONSE_TIME, company(), Goal.atMost("60")).withThreshold("50")))
                .containsExactly(
                        "ERROR target t (threshold 50): must not be below the goal 60. Maybe the two are swapped.");
    }

    @Test
    void aStretchIsNotBeforeTheGoal() {
        assertThat(lint(target(WIN_RATE, company(), Goal.atLeast("0.3")).withStretch("0.2")))
                .containsExactly(
                        "ERROR target t (stretch 0.2): must not be below the goal 0.3. Maybe the two are swapped.");
        assertThat(lint(target(RESPONSE_TIME, company(), Goal.atMost("60")).withStretch("70")))
                .containsExactly(
                        "ERROR target t (stretch 70): must not be above the goal 60. Maybe the two are swapped.");
    }

    @Test
    void aBandThatCannotBeReachedIsFound() {
        assertThat(lint(target(WIN_RATE, company(), Goal.within("30", "40"))))
                .containsExactly(
                        "WARNING target t (30 to 40): cannot be reached by a share, which is at most 1. Maybe per"
                                + " cents were meant.");
        assertThat(lint(target(VISITS, company(), Goal.within("0.2", "0.8"))))
                .containsExactly("ERROR target t (0.2 to 0.8): cannot be reached: a count is a whole number. Maybe the"
                        + " limits are off.");
        assertThat(lint(target(VISITS, company(), Goal.exactly("2.5"))).get(0)).contains("a count is a whole number");
        assertThat(lint(target(WIN_RATE, company(), Goal.within("-2", "-1"))))
                .containsExactly(
                        "ERROR target t (-2 to -1): cannot be reached: a ratio is at least 0. Maybe a sign is off.");
    }

    @Test
    void aRatioInPerCentsIsFound() {
        assertThat(lint(target(WIN_RATE, company(), Goal.atLeast("35"))))
                .containsExactly(
                        "WARNING target t (at least 35): cannot be reached by a share, which is at most 1. Maybe"
                                + " per cents were meant.");
    }

    @Test
    void aGoalAgainstTheDirectionOfItsFigureIsFound() {
        assertThat(lint(target(RESPONSE_TIME, company(), Goal.atLeast("3600"))))
                .containsExactly(
                        "WARNING target t (at least 3600): of response-time@1 less is better. Maybe at most was"
                                + " meant.");
        assertThat(lint(target(WIN_RATE, company(), Goal.atMost("0.3"))))
                .containsExactly(
                        "WARNING target t (at most 0.3): of win-rate@1 more is better. Maybe at least was meant.");
    }

    /** A definition of a host. */
    private record Own(IndicatorId id, List<Storyline<?>> storylines, List<Figure> figures) implements Indicator {
        static Indicator named(String name) {
            return new Own(IndicatorId.of(name, 1), WIN_RATE.storylines(), WIN_RATE.figures());
        }
    }

    @Test
    void anIndicatorThatNobodyKnowsIsFound() {
        Indicator own = Own.named("demo-rate");
        assertThat(lint(target(own, company(), Goal.atLeast("0.3"))))
                .containsExactly("ERROR target t (demo-rate@1): is an indicator that is not known. Maybe its name or"
                        + " version changed.");
        PlanLinter knowing = PlanLinter.with(KpiQuery.builder().indicators(own).build());
        assertThat(lint(knowing, target(own, company(), Goal.atLeast("0.3")))).isEmpty();
        assertThat(lint(knowing, target(own.only("won"), company(), Goal.atLeast("3"))))
                .isEmpty();
    }

    @Test
    void aLinterThatWasToldOfAnIndicatorKnowsItAndNoOtherOfTheSameName() {
        Indicator own = Own.named("demo-rate");
        PlanLinter knowing = PlanLinter.standard().knowing(List.of(own));
        assertThat(lint(knowing, target(own, company(), Goal.atLeast("0.3")))).isEmpty();
        Indicator next = new Own(IndicatorId.of("demo-rate", 2), WIN_RATE.storylines(), WIN_RATE.figures());
        assertThat(lint(knowing, target(next, company(), Goal.atLeast("0.3")))).hasSize(1);
    }

    @Test
    void overlappingPeriodsOfOneIndicatorForTheSameAreFound() {
        Schedule quarter = Schedule.in(Period.quarter(2026, 1));
        Target whole = Target.of("q", WIN_RATE, company(), quarter, Goal.atLeast("0.3"));
        assertThat(lint(whole, target(WIN_RATE, company(), Goal.atLeast("0.3"))))
                .containsExactly(
                        "WARNING target t (company win-rate@1): overlaps target q from 2026-03-01. Maybe one of"
                                + " them is a left-over.");
        assertThat(lint(whole, target(WIN_RATE, rep("r1"), Goal.atLeast("0.3"))))
                .isEmpty();
        assertThat(lint(whole, target(WIN_RATE.only("won"), company(), Goal.atLeast("3"))))
                .isEmpty();
    }

    @Test
    void periodsThatFollowEachOtherDoNotOverlap() {
        Schedule months = Schedule.every(Granularity.MONTH, START, LocalDate.parse("2026-02-10"));
        Target until = Target.of("m", WIN_RATE, company(), months, Goal.atLeast("0.3"));
        assertThat(lint(until, target(WIN_RATE, company(), Goal.atLeast("0.3"))))
                .isEmpty();
        Schedule more = Schedule.every(Granularity.MONTH, START, LocalDate.parse("2026-03-02"));
        assertThat(lint(
                        Target.of("m", WIN_RATE, company(), more, Goal.atLeast("0.3")),
                        target(WIN_RATE, company(), Goal.atLeast("0.3"))))
                .hasSize(1);
    }

    @Test
    void aRepsOwnTargetOverlapsTheOneForEachRepOfTheTeam() {
        Target each = Target.of("e", WIN_RATE, repsOf("sales"), MARCH, Goal.atLeast("0.3"));
        assertThat(asked(each, target(WIN_RATE, rep("r1"), Goal.atLeast("0.4"))))
                .containsExactly("WARNING target t (rep:r1 win-rate@1): overlaps target e from 2026-03-01. Maybe one of"
                        + " them is a left-over.");
        Target north = Target.of("e", WIN_RATE, repsOf("north"), MARCH, Goal.atLeast("0.3"));
        assertThat(asked(north, target(WIN_RATE, rep("r2"), Goal.atLeast("0.4"))))
                .isEmpty();
    }

    @Test
    void weightsThatAreSharesAddUpToOne() {
        Target half = target(WIN_RATE, company(), Goal.atLeast("0.3")).withWeight("0.5");
        Target less = visits("u", company(), "3").withWeight("0.4");
        assertThat(lint(half, less))
                .containsExactly("WARNING weights of company (t, u): are shares that add up to 0.9, not 1. Maybe one is"
                        + " missing.");
        assertThat(lint(half, less.withWeight("0.5"))).isEmpty();
        assertThat(lint(half.withWeight("1"), less.withWeight("2")))
                .as("no shares")
                .isEmpty();
    }

    @Test
    void weightsThatLookLikePerCentsAddUpToAHundred() {
        Target sixty = target(WIN_RATE, company(), Goal.atLeast("0.3")).withWeight("60");
        Target thirty = visits("u", company(), "3").withWeight("30");
        assertThat(lint(sixty, thirty))
                .containsExactly(
                        "WARNING weights of company (t, u): look like per cents and add up to 90, not 100. Maybe"
                                + " one is missing.");
        assertThat(lint(sixty, thirty.withWeight("40"))).isEmpty();
    }

    @Test
    void weightsThatAreAllZeroAreFound() {
        assertThat(lint(target(WIN_RATE, company(), Goal.atLeast("0.3")).withWeight("0")))
                .containsExactly("WARNING weights of company (t): are all 0, so there is no score. Maybe one should"
                        + " count.");
    }

    @Test
    void targetsOfRepsAddUpToThatOfTheirTeam() {
        Target ofTeam = visits("t", team("sales"), "56");
        assertThat(asked(ofTeam, visits("u", rep("r1"), "22"), visits("v", rep("r2"), "22")))
                .containsExactly(
                        "WARNING target t (team:sales 2026-03 56): targets of its reps add up to 44. Maybe a rep"
                                + " came or went.");
        assertThat(asked(ofTeam, visits("u", repsOf("sales"), "22")))
                .as("the third is there for 12 of 22 days")
                .isEmpty();
        assertThat(asked(ofTeam)).as("no targets of reps").isEmpty();
        assertThat(asked(visits("t", team("north"), "34"), visits("u", repsOf("sales"), "22")))
                .as("those of the team only")
                .isEmpty();
    }

    @Test
    void currenciesOfATeamAndItsRepsThatDifferAreFound() {
        assertThat(asked(
                        revenue("t", team("north"), "100", CurrencyUnit.EUR),
                        revenue("u", rep("r1"), "100", CurrencyUnit.USD)))
                .containsExactly("ERROR target t (team:north 2026-03 100): targets of its reps are in another currency"
                        + " than EUR. Maybe one of them was meant.");
    }

    @Test
    void aCurrencyOtherThanTheBaseOfTheRatesIsFound() {
        PlanLinter linter = PlanLinter.with(
                KpiQuery.builder().rates(Rates.in(CurrencyUnit.EUR)).build());
        assertThat(lint(linter, revenue("t", rep("r1"), "100", CurrencyUnit.USD)))
                .containsExactly(
                        "ERROR target t (currency USD): facts are converted into EUR, so it is never applicable."
                                + " Maybe the rates have another base.");
        assertThat(lint(linter, revenue("t", rep("r1"), "100", CurrencyUnit.EUR)))
                .isEmpty();
    }

    @Test
    void aPeriodOfAnotherFiscalYearIsFound() {
        PlanLinter linter =
                PlanLinter.with(KpiQuery.builder().fiscalStart(Month.APRIL).build());
        Schedule quarter = Schedule.in(Period.quarter(2026, 1));
        assertThat(lint(linter, Target.of("t", WIN_RATE, company(), quarter, Goal.atLeast("0.3"))))
                .containsExactly(
                        "ERROR target t (2026-Q1): is no period of a fiscal year that starts in APRIL. Maybe the"
                                + " fiscal start is another month.");
    }

    @Test
    void aFiscalYearDecidesAlsoWithoutAQueryWhichPeriodsOverlap() {
        Target quarters = Target.of(
                "a",
                VISITS,
                Audience.company(),
                Schedule.every(Granularity.QUARTER, LocalDate.parse("2026-02-01"), LocalDate.parse("2026-05-01")),
                Goal.atLeast("22"));
        Target may = Target.of("b", VISITS, Audience.company(), Schedule.in(Period.month(2026, 5)), Goal.atLeast("8"));
        PlanLinter fiscal = PlanLinter.by(new ReportingCalendar(ZoneOffset.UTC, Month.FEBRUARY));
        assertThat(lint(quarters, may)).hasSize(1);
        assertThat(lint(fiscal, quarters, may)).isEmpty();
    }

    @Test
    void teamsAndRepsThatTheOrganizationDoesNotNameAreFound() {
        assertThat(asked(target(WIN_RATE, team("south"), Goal.atLeast("0.3"))))
                .containsExactly(
                        "WARNING target t (team:south): is not in the organization. Maybe a spelling differs.");
        assertThat(asked(target(WIN_RATE, rep("r9"), Goal.atLeast("0.3"))))
                .containsExactly("WARNING target t (rep:r9): is not in the organization. Maybe a spelling differs.");
        assertThat(lint(
                        PlanLinter.with(KpiQuery.builder().build()),
                        target(WIN_RATE, repsOf("north"), Goal.atLeast("0.3"))))
                .containsExactly(
                        "ERROR target t (reps-of:north): needs an organization. Maybe name the reps one by one.");
    }

    @Test
    void aTargetThatIsNeverInForceIsFound() {
        Target early = Target.of("t", WIN_RATE, company(), Schedule.in(Period.quarter(2025, 4)), Goal.atLeast("0.3"));
        assertThat(lint(early))
                .containsExactly(
                        "WARNING target t (version of 2026-01-01): no period of it begins while its version is in"
                                + " force. Maybe the version begins too late.");
    }

    @Test
    void errorsComeFirst() {
        assertThat(lint(
                        target(WIN_RATE, company(), Goal.atMost("0.3")),
                        visits("z", company(), "3").withThreshold("9")))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("ERROR"),
                        second -> assertThat(second).startsWith("WARNING"));
    }

    @Test
    void ofWhoIsInSeveralTeamsOrInNoneATargetOnAShareOfOneSaysNothing() {
        Indicator share = Indicator.shareOfTeam("share", VISITS).build();
        LocalDate move = LocalDate.parse("2026-03-16");
        Organization people = Organization.builder()
                .team("sales", null)
                .team("north", "sales")
                .team("south", null)
                .member("r1", "north", START, move)
                .member("r1", "south", move, null)
                .member("r2", "north", START, null)
                .employed("r3", START, null)
                .build();
        PlanLinter linter =
                PlanLinter.with(KpiQuery.builder().organization(people).build()).knowing(List.of(share));
        Goal half = Goal.atLeast("0.5");
        Schedule months = Schedule.every(Granularity.MONTH, START, LocalDate.parse("2026-05-01"));
        assertThat(lint(linter, Target.of("t", share, rep("r1"), months, half)))
                .containsExactly(
                        "WARNING target t (rep:r1 2026-03): is in several teams then (north, south), and share@1 is"
                                + " of one. Maybe a target for each that names it.");
        assertThat(lint(linter, target(share, rep("r3"), half)))
                .containsExactly(
                        "WARNING target t (rep:r3 2026-03): is in no team then. Maybe a membership is missing.");
        assertThat(lint(linter, target(share, Audience.repIn("r2", "south"), half)))
                .containsExactly(
                        "WARNING target t (rep:r2,team:south 2026-03): is never in that team then. Maybe another"
                                + " one was meant.");
        assertThat(lint(
                        linter,
                        target(share, rep("r2"), half),
                        Target.of("n", share, Audience.repIn("r1", "north"), MARCH, half),
                        Target.of("s", share, Audience.repIn("r1", "south"), MARCH, half),
                        Target.of("u", share, Audience.repIn("r2", "sales"), MARCH, half),
                        Target.of("v", share, repsOf("south"), MARCH, half)))
                .containsExactly(
                        "WARNING target s (rep:r1,team:south share@1): overlaps target v from 2026-03-01. Maybe one of"
                                + " them is a left-over.");
        assertThat(lint(linter, target(VISITS, rep("r1"), Goal.atLeast("5")))).isEmpty();
    }

    @Test
    void aShareOfATeamIsHardlyATargetOfATeamOrOfTheCompany() {
        Indicator share = Indicator.shareOfTeam("share", VISITS).build();
        PlanLinter linter = PlanLinter.standard().knowing(List.of(share));
        Goal half = Goal.atLeast("0.5");
        assertThat(lint(linter, target(share, team("north"), half)))
                .containsExactly(
                        "WARNING target t (team:north): share@1 is of a part of a team, and a team has all of itself."
                                + " Maybe reps-of:north.");
        assertThat(lint(linter, target(share, company(), half)))
                .containsExactly(
                        "WARNING target t (company): share@1 is of a part of a team, and the company is none. Maybe"
                                + " reps-of:ID.");
        assertThat(lint(linter, target(share, rep("r1"), half))).isEmpty();
        PlanLinter ofNoTeams = PlanLinter.with(KpiQuery.builder().build()).knowing(List.of(share));
        assertThat(lint(ofNoTeams, target(share, rep("r1"), half)))
                .containsExactly("ERROR target t (rep:r1): share@1 needs a team. Maybe an organization is missing.");
        assertThat(lint(ofNoTeams, target(share, Audience.repIn("r1", "north"), half)))
                .containsExactly(
                        "ERROR target t (rep:r1,team:north): needs an organization. Maybe name the reps one by one.");
    }
}
