package io.github.saleskpi.plan;

import static io.github.saleskpi.indicator.Indicators.REVENUE;
import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static io.github.saleskpi.plan.Target.Audience.company;
import static io.github.saleskpi.plan.Target.Audience.rep;
import static io.github.saleskpi.plan.Target.Audience.repsOf;
import static io.github.saleskpi.plan.Target.Audience.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Whom and when targets concern, and which report answers them. */
class PlanFactComparatorTest {
    private static final PlanFactComparator COMPARATOR = PlanFactComparator.standard();
    private static final Indicator VISITS = Indicators.tasks("visit");
    private static final Schedule MARCH = Schedule.in(Period.month(2026, 3));
    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");
    private static final Organization PEOPLE = Organization.builder()
            .team("sales", null)
            .team("north", "sales")
            .member("r1", "north", NEW_YEAR, null)
            .member("r2", "sales", NEW_YEAR, LocalDate.parse("2026-03-03"))
            .member("r2", "north", LocalDate.parse("2026-04-01"), null)
            .member("r3", "north", LocalDate.parse("2026-03-16"), null)
            .build();

    private static Target visits(String id, Audience audience, Schedule schedule) {
        return Target.of(id, VISITS, audience, schedule, Goal.atLeast("22"));
    }

    private static Target revenue(Audience audience) {
        return Target.of("t", REVENUE, audience, MARCH, Goal.atLeast("100"), CurrencyUnit.EUR);
    }

    private static Plan plan(Target... targets) {
        return Plan.of("p").with(NEW_YEAR, List.of(targets));
    }

    private static KpiReport report(History history, Dimension by, Indicator... indicators) {
        return history.asking(q -> q.every(Granularity.MONTH).groupBy(by).organization(PEOPLE))
                .report(indicators);
    }

    private static Stream<String> places(Scorecard scorecard) {
        return scorecard.comparisons().stream().map(each -> each.who() + " " + each.period());
    }

    private static Comparison only(Scorecard scorecard) {
        assertThat(scorecard.comparisons()).hasSize(1);
        return scorecard.comparisons().get(0);
    }

    // Whom

    @Test
    void eachRepOfATeamIsWhoeverWasInItOrBelowItOnAnyDayOfThePeriod() {
        KpiReport report = report(new History("03-10 09:00 r1 does visit"), Dimension.REP, VISITS);
        assertThat(places(COMPARATOR.compare(plan(visits("t", repsOf("sales"), MARCH)), report)))
                .containsExactly("rep:r1 2026-03", "rep:r2 2026-03", "rep:r3 2026-03");
        assertThat(places(COMPARATOR.compare(plan(visits("t", repsOf("north"), MARCH)), report)))
                .containsExactly("rep:r1 2026-03", "rep:r3 2026-03");
        Schedule february = Schedule.in(Period.month(2026, 2));
        assertThat(places(COMPARATOR.compare(plan(visits("t", repsOf("sales"), february)), report)))
                .containsExactly("rep:r1 2026-02", "rep:r2 2026-02");
    }

    @Test
    void repsStandUnderTheirNamesAfterMerges() {
        History history =
                new History("03-10 09:00 r1 does visit", "03-11 09:00 r3 does visit", "03-12 09:00 - merges r3 r1");
        KpiReport report = report(history, Dimension.REP, VISITS);
        Comparison ofTeam = only(COMPARATOR.compare(plan(visits("t", repsOf("north"), MARCH)), report));
        Comparison ofOldName = only(COMPARATOR.compare(plan(visits("t", rep("r3"), MARCH)), report));
        assertThat(List.of(ofTeam, ofOldName)).allSatisfy(each -> {
            assertThat(each.who()).isEqualTo(Scope.rep("r1"));
            assertThat(each.fact()).isEqualTo(KpiValue.count(2));
        });
    }

    @Test
    void aTeamsFactIsThatOfTheReportsRowAndNoMeanOfItsReps() {
        History history = new History(
                "03-10 09:00 r1 wins o1",
                "03-20 09:00 r3 wins o2",
                "03-20 09:00 r3 loses o3",
                "03-20 09:00 r3 loses o4");
        Target target = Target.of("t", WIN_RATE, team("sales"), MARCH, Goal.atLeast("0.5"));
        Comparison comparison = only(COMPARATOR.compare(plan(target), report(history, Dimension.TEAM, WIN_RATE)));
        assertThat(comparison.fact()).isEqualTo(KpiValue.proportion(2, 4));
        assertThat(comparison.status()).isEqualTo(Comparison.Status.ACHIEVED);
    }

    @Test
    void aScorecardShowsOnlyTheScopesAndPeriodsThatAreChosen() {
        KpiReport report = report(new History("03-10 09:00 r1 does visit"), Dimension.REP, VISITS);
        Schedule quarter = Schedule.every(Granularity.MONTH, NEW_YEAR, LocalDate.parse("2026-04-01"));
        Scorecard whole = COMPARATOR.compare(plan(visits("t", repsOf("sales"), quarter)), report);
        Period march = Period.month(2026, 3);
        Scorecard some = whole.showing(
                (who, period) -> who.equals(Scope.rep("r1")) && !period.from().isAfter(march.from()));
        assertThat(places(some)).containsExactly("rep:r1 2026-01", "rep:r1 2026-02", "rep:r1 2026-03");
        assertThat(some.scores()).hasSize(3).isSubsetOf(whole.scores());
        assertThat(some.score(Scope.rep("r2"), march)).isEmpty();
        assertThat(some.comparisons(Scope.rep("r1"), march)).isEqualTo(whole.comparisons(Scope.rep("r1"), march));
        assertThat(some.plan()).isEqualTo(whole.plan());
        assertThat(some.viewpoint()).isEqualTo(whole.viewpoint());
    }

    @Test
    void aTeamsTargetIsNotProRated() {
        Comparison comparison = only(COMPARATOR.compare(
                plan(visits("t", team("north"), MARCH)), report(new History(), Dimension.TEAM, VISITS)));
        assertThat(comparison.share()).isEqualByComparingTo("1");
        assertThat(comparison.goal()).isEqualTo(Goal.atLeast("22"));
    }

    @Test
    void goalThresholdAndStretchShrinkAlikeForARepHiredInside() {
        Target target = visits("t", rep("r3"), MARCH).withThreshold("11").withStretch("44");
        Comparison comparison = only(COMPARATOR.compare(plan(target), report(new History(), Dimension.REP, VISITS)));
        assertThat(comparison.goal()).isEqualTo(Goal.atLeast("12"));
        assertThat(comparison.threshold()).isEqualByComparingTo("6");
        assertThat(comparison.stretch()).isEqualByComparingTo("24");
        assertThat(comparison.target().goal()).isEqualTo(Goal.atLeast("22"));
    }

    @Test
    void whatDoesNotAccrueIsNeverProRated() {
        Target target = Target.of("t", WIN_RATE, rep("r3"), MARCH, Goal.atLeast("0.5"));
        Comparison comparison = only(COMPARATOR.compare(plan(target), report(new History(), Dimension.REP, WIN_RATE)));
        assertThat(comparison.goal()).isEqualTo(Goal.atLeast("0.5"));
        assertThat(comparison.share()).isEqualByComparingTo("1");
    }

    @Test
    void aRepEmployedOnNoDayOfThePeriodHasNoTargetThatAccrues() {
        Schedule may = Schedule.in(Period.month(2026, 5));
        Organization gone = Organization.builder()
                .team("t1", null)
                .member("r1", "t1", NEW_YEAR, null)
                .employed("r1", NEW_YEAR, LocalDate.parse("2026-05-01"))
                .build();
        KpiReport report = new History()
                .asking(q -> q.every(Granularity.MONTH).groupBy(Dimension.REP).organization(gone))
                .report(VISITS, WIN_RATE);
        Target winRate = Target.of("w", WIN_RATE, repsOf("t1"), may, Goal.atLeast("0.5"));
        Scorecard scorecard = COMPARATOR.compare(plan(visits("v", repsOf("t1"), may), winRate), report);
        assertThat(only(scorecard).target().id()).isEqualTo("w");
    }

    // When

    @Test
    void everyPeriodThatHasADayInTheRangeIsComparedAsAWhole() {
        LocalDate from = LocalDate.parse("2026-01-31");
        LocalDate to = LocalDate.parse("2026-03-02");
        Target target = visits("t", company(), Schedule.every(Granularity.MONTH, from, to));
        assertThat(places(COMPARATOR.compare(plan(target), report(new History(), Dimension.REP, VISITS))))
                .containsExactly("company 2026-01", "company 2026-02", "company 2026-03");
        Target later = visits("t", company(), Schedule.every(Granularity.MONTH, LocalDate.parse("2026-02-01"), to));
        assertThat(places(COMPARATOR.compare(plan(later), report(new History(), Dimension.REP, VISITS))))
                .containsExactly("company 2026-02", "company 2026-03");
    }

    @Test
    void theVersionInForceOnTheFirstDayOfAPeriodHoldsForAllOfIt() {
        Schedule firstQuarter = Schedule.every(Granularity.MONTH, NEW_YEAR, LocalDate.parse("2026-04-01"));
        Plan plan = Plan.of("p")
                .with(NEW_YEAR, List.of(visits("old", company(), firstQuarter)))
                .with(LocalDate.parse("2026-02-02"), List.of(visits("new", company(), firstQuarter)));
        assertThat(COMPARATOR.compare(plan, report(new History(), Dimension.REP, VISITS)).comparisons().stream()
                        .map(each -> each.period() + " " + each.target().id()))
                .containsExactly("2026-01 old", "2026-02 old", "2026-03 new");
        Plan late = Plan.of("p").with(LocalDate.parse("2026-01-02"), List.of(visits("t", company(), MARCH)));
        assertThat(COMPARATOR
                        .compare(late, report(new History(), Dimension.REP, VISITS))
                        .comparisons())
                .hasSize(1);
        Plan tooLate = Plan.of("p").with(LocalDate.parse("2026-03-02"), List.of(visits("t", company(), MARCH)));
        assertThat(COMPARATOR
                        .compare(tooLate, report(new History(), Dimension.REP, VISITS))
                        .comparisons())
                .isEmpty();
    }

    @Test
    void aPeriodThatHasNotBegunIsNotCompared() {
        Plan plan = plan(visits("t", company(), MARCH));
        assertThat(COMPARATOR
                        .compare(plan, report(new History().asOf("02-28 23:59"), Dimension.REP, VISITS))
                        .comparisons())
                .isEmpty();
        assertThat(COMPARATOR
                        .compare(plan, report(new History().asOf("03-01 00:00"), Dimension.REP, VISITS))
                        .comparisons())
                .hasSize(1);
    }

    @Test
    void theDateOfTheViewpointIsThatOfTheReportsZone() {
        History history = new History().asOf("03-31 22:00").in("Europe/Sofia");
        Comparison comparison =
                only(COMPARATOR.compare(plan(visits("t", company(), MARCH)), report(history, Dimension.REP, VISITS)));
        assertThat(comparison.status()).isEqualTo(Comparison.Status.MISSED);
    }

    @Test
    void aPeriodOfAnotherFiscalYearIsRefused() {
        KpiReport fiscal = new History()
                .asking(q -> q.every(Granularity.QUARTER).fiscalStart(Month.APRIL))
                .report(VISITS);
        Target target = visits("t", company(), Schedule.in(Period.quarter(2026, 1)));
        assertThatThrownBy(() -> COMPARATOR.compare(plan(target), fiscal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target t (2026-Q1): is no period of a fiscal year that starts in APRIL. Maybe FY2026-Q4.");
    }

    // Money

    @Test
    void moneyOfNothingIsZeroInTheTargetsCurrency() {
        Comparison comparison =
                only(COMPARATOR.compare(plan(revenue(rep("r1"))), report(new History(), Dimension.REP, REVENUE)));
        assertThat(comparison.fact()).isEqualTo(KpiValue.money(BigMoney.zero(CurrencyUnit.EUR), 0));
        assertThat(comparison.status()).isEqualTo(Comparison.Status.MISSED);
    }

    @Test
    void aMeanOfNoMoneyHasNoData() {
        Target target =
                Target.of("t", WIN_RATE.only("average-won"), company(), MARCH, Goal.atLeast("100"), CurrencyUnit.EUR);
        assertThat(only(COMPARATOR.compare(plan(target), report(new History(), Dimension.REP, WIN_RATE)))
                        .status())
                .isEqualTo(Comparison.Status.NO_DATA);
    }

    @Test
    void aFactInAnotherCurrencyIsNotApplicable() {
        KpiReport report = report(new History("03-10 09:00 r1 cashes - amount=USD_500"), Dimension.REP, REVENUE);
        Comparison comparison = only(COMPARATOR.compare(plan(revenue(rep("r1"))), report));
        assertThat(comparison.fact()).isEqualTo(KpiValue.undefined(KpiValue.Reason.NOT_APPLICABLE, 1));
        assertThat(comparison.status()).isEqualTo(Comparison.Status.NO_DATA);
    }

    @Test
    void ratesBringAFactIntoTheTargetsCurrency() {
        Rates rates = Rates.in(CurrencyUnit.EUR).with(CurrencyUnit.USD, NEW_YEAR, new BigDecimal("0.5"));
        History history = new History("03-10 09:00 r1 cashes - amount=USD_500").asking(q -> q.rates(rates));
        Comparison comparison =
                only(COMPARATOR.compare(plan(revenue(rep("r1"))), report(history, Dimension.REP, REVENUE)));
        assertThat(comparison.attainment()).isEqualByComparingTo("2.5");
    }

    // Which report

    @Test
    void aCompanionIsAnsweredByItsWholeIndicatorToo() {
        Target target = Target.of("t", Indicators.named("win-rate:won"), company(), MARCH, Goal.atLeast("1"));
        History history = new History("03-10 09:00 r1 wins o1");
        assertThat(only(COMPARATOR.compare(plan(target), report(history, Dimension.REP, WIN_RATE)))
                        .fact())
                .isEqualTo(KpiValue.count(1));
        assertThat(only(COMPARATOR.compare(
                                plan(target), report(history, Dimension.REP, Indicators.named("win-rate:won"))))
                        .fact())
                .isEqualTo(KpiValue.count(1));
    }

    @Test
    void aTargetThatNoReportAnswersIsRefusedWithTheQueryToAdd() {
        KpiReport byRep = report(new History(), Dimension.REP, VISITS);
        String message = "target t (team:north 2026-03): no report answers it. Maybe add a query for"
                + " activities/task:visit@1 by team, every month, that covers the period.";
        assertThatThrownBy(() -> COMPARATOR.compare(plan(visits("t", team("north"), MARCH)), byRep))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> COMPARATOR.compare(plan(revenue(rep("r1"))), byRep))
                .hasMessageContaining("a query for revenue@1 by rep, every month");
        assertThatThrownBy(() ->
                        COMPARATOR.compare(plan(visits("t", company(), Schedule.in(Period.quarter(2026, 1)))), byRep))
                .hasMessageContaining("by company, every quarter");
    }

    @Test
    void aReportThatDoesNotCoverThePeriodDoesNotAnswerIt() {
        KpiReport late = report(new History().from("04-01"), Dimension.REP, VISITS);
        assertThatThrownBy(() -> COMPARATOR.compare(plan(visits("t", company(), MARCH)), late))
                .hasMessageContaining("that covers the period");
        KpiReport early = report(new History().to("03-01"), Dimension.REP, VISITS);
        assertThatThrownBy(() -> COMPARATOR.compare(plan(visits("t", company(), MARCH)), early))
                .hasMessageContaining("that covers the period");
    }

    @Test
    void repsOfATeamNeedAnOrganization() {
        KpiReport report = new History()
                .asking(q -> q.every(Granularity.MONTH).groupBy(Dimension.REP))
                .report(VISITS);
        assertThatThrownBy(() -> COMPARATOR.compare(plan(visits("t", repsOf("north"), MARCH)), report))
                .hasMessage("target t (reps-of:north): needs an organization in the query. Maybe name the reps one by"
                        + " one.");
    }

    @Test
    void reportsFromDifferentViewpointsAreRefused() {
        KpiReport one = report(new History().asOf("03-05 00:00"), Dimension.REP, VISITS);
        KpiReport other = report(new History().asOf("03-06 00:00"), Dimension.TEAM, VISITS);
        assertThatThrownBy(() -> COMPARATOR.compare(plan(), List.of(one, other)))
                .hasMessageContaining("must share viewpoint, calendars and organization");
        assertThatThrownBy(() -> COMPARATOR.compare(plan(), List.of())).hasMessageContaining("must be at least one");
    }

    // Queries

    @Test
    void aPlanNeedsOneQueryForEachLengthOfPeriodsAndKindOfRows() {
        Schedule quarter = Schedule.in(Period.quarter(2026, 1));
        Plan plan = plan(
                visits("a", company(), MARCH),
                visits("b", rep("r1"), MARCH),
                Target.of("c", WIN_RATE, repsOf("north"), Schedule.in(Period.month(2026, 5)), Goal.atLeast("0.5")),
                visits("d", team("north"), MARCH),
                visits("e", company(), quarter));
        KpiQuery base = KpiQuery.builder().organization(PEOPLE).build();
        List<KpiQuery> queries = COMPARATOR.queries(plan, base);
        assertThat(queries.stream()
                        .map(query -> query.every() + " " + query.groupBy() + " "
                                + query.indicators().stream()
                                        .map(i -> i.id().toString())
                                        .toList() + " "
                                + query.from().orElseThrow() + " " + query.to().orElseThrow()))
                .containsExactly(
                        "month [team] [activities/task:visit@1] 2026-03-01 2026-04-01",
                        "month [rep] [activities/task:visit@1, win-rate@1] 2026-03-01 2026-06-01",
                        "quarter [] [activities/task:visit@1] 2026-01-01 2026-04-01");
        assertThat(queries).allSatisfy(query -> assertThat(query.organization()).contains(PEOPLE));
    }

    @Test
    void aLedgerIsAskedAllThatThePlanNeeds() {
        KpiQuery base = KpiQuery.builder().organization(PEOPLE).build();
        KpiLedger ledger = KpiEngine.of(base).newLedger();
        new History("03-10 09:00 r1 does visit", "03-11 09:00 r1 wins o1")
                .events()
                .forEach(ledger::add);
        Plan plan = plan(
                visits("a", company(), Schedule.in(Period.quarter(2026, 1))),
                visits("b", repsOf("north"), MARCH),
                Target.of("c", WIN_RATE, team("sales"), MARCH, Goal.atLeast("0.5")));
        Viewpoint viewpoint = Viewpoint.asOf(History.instant("03-16 00:00"));
        Scorecard scorecard = COMPARATOR.compare(plan, ledger, base, viewpoint);
        assertThat(scorecard.comparisons().stream()
                        .map(each -> each.who() + " " + each.target().id() + " " + each.status()))
                .containsExactly("company a AT_RISK", "rep:r1 b AT_RISK", "rep:r3 b ON_TRACK", "team:sales c AHEAD");
        assertThat(scorecard.viewpoint()).isEqualTo(viewpoint);
        assertThat(COMPARATOR.compare(Plan.of("none"), ledger, base, viewpoint).comparisons())
                .isEmpty();
    }

    @Test
    void limitsFallAndTheCapIsPositive() {
        BigDecimal one = BigDecimal.ONE;
        assertThatThrownBy(() -> COMPARATOR.withLimits(one, one.add(one), one))
                .hasMessage("limits (1, 2, 1): must not rise from ahead to behind. Maybe they are swapped.");
        assertThatThrownBy(() -> COMPARATOR.withScoreCap(BigDecimal.ZERO))
                .hasMessage("cap (0): must be positive. Maybe a sign is off.");
    }
}
