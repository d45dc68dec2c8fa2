package io.github.saleskpi.engine;

import static io.github.saleskpi.indicator.Indicators.RESPONSE_TIME;
import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report has, and what it says of places where it has nothing. */
class KpiReportTest {
    private static final Period MARCH = Period.month(2026, 3);

    private static History byMonth(String... lines) {
        return new History(lines).asking(q -> q.every(Granularity.MONTH));
    }

    private static List<String> places(KpiReport report) {
        return report.cells().stream()
                .map(cell -> cell.scope() + " " + cell.period() + " "
                        + cell.indicator().id())
                .toList();
    }

    // Cells

    @Test
    void aPeriodInWhichSomethingLayOnlyForALaterViewpointIsLikeAnyOther() {
        History history = new History(
                "03-10 09:00 - publishes a1",
                "03-15 09:00 - retires a1",
                "03-20 09:00 - publishes a2",
                "05-10 09:00 r1 uses a1 SENT");
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(Indicators.MATERIAL_USE)
                .every(Granularity.DAY)
                .build());
        Viewpoint april = Viewpoint.asOf(History.instant("04-01 00:00"));
        KpiLedger ledger = engine.newLedger();
        history.events().forEach(ledger::add);
        ledger.report(Viewpoint.asOf(History.instant("06-01 00:00")));
        KpiReport fresh = history.events().stream().collect(engine.collector(april));
        Period may = Period.day(LocalDate.parse("2026-05-10"));
        assertThat(ledger.report(april).value(Indicators.MATERIAL_USE, "catalogue", Scope.company(), may))
                .isEqualTo(fresh.value(Indicators.MATERIAL_USE, "catalogue", Scope.company(), may));
    }

    @Test
    void aCellExistsWhereSomethingIsCountedForAnyFigure() {
        KpiReport report =
                byMonth("01-10 09:00 r1 opens o1", "03-10 09:00 r1 wins o1").report(WIN_RATE);
        assertThat(places(report)).containsExactly("company 2026-01 win-rate@1", "company 2026-03 win-rate@1");
        assertThat(report.cells().get(0).value().toString()).contains("NO_DATA");
        assertThat(report.cells().get(0).value("opened")).isEqualTo(KpiValue.count(1));
    }

    @Test
    void noCellExistsWhereAllIsLeftOut() {
        KpiReport report = byMonth("03-10 09:00 r1 moves o1", "03-02 - asks q1").report(WIN_RATE, RESPONSE_TIME);
        assertThat(report.cells()).isEmpty();
        assertThat(report.leftOut())
                .isEqualTo(
                        Map.of("response-time@1", Map.of("day-precision", 1L), "win-rate@1", Map.of("still-open", 1L)));
    }

    @Test
    void withoutEventsThereIsNothing() {
        KpiReport report = new History().report(WIN_RATE);
        assertThat(report.cells()).isEmpty();
        assertThat(report.leftOut()).isEmpty();
        assertThat(report.failures()).isEmpty();
        assertThat(report.events()).isZero();
        assertThat(report.historyStarts()).isEmpty();
    }

    @Test
    void aCellHasOneValueForEachFigure() {
        KpiReport.Cell cell =
                byMonth("03-10 09:00 r1 wins o1").report(WIN_RATE).cells().get(0);
        assertThat(cell.values()).hasSize(7);
        assertThat(cell.value()).isEqualTo(cell.values().get(0));
        assertThat(cell.value("won")).isEqualTo(KpiValue.count(1));
        assertThatThrownBy(() -> cell.value("p90"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("figure (win-rate@1 p90): there is none. Maybe one of "
                        + WIN_RATE.primary().name()
                        + ", won, lost, opened, won-amount, average-won, cycle-time.");
    }

    @Test
    void aRowWithoutFactsIsNothingAndNotTheCompany() {
        KpiReport report = byMonth("03-10 09:00 r1 wins o1 channel=email")
                .asking(q -> q.groupBy(Dimension.CHANNEL))
                .report(WIN_RATE);
        Scope fax = Scope.of(Dimension.CHANNEL, "fax");
        assertThat(report.value(WIN_RATE, "won", fax, Period.month(2026, 3))).isEqualTo(KpiValue.count(0));
        assertThat(report.value(WIN_RATE, fax, Period.month(2026, 3)).toString())
                .contains("NO_DATA");
        assertThat(report.value(WIN_RATE, "won", Scope.company(), Period.month(2026, 3)))
                .isEqualTo(KpiValue.count(1));
    }

    @Test
    void onlyTheCellsWithinAScopeAreShownAndAllElseStays() {
        KpiReport report = byMonth("03-10 09:00 r1 wins o1", "03-11 09:00 r2 loses o2", "03-12 09:00 - loses o3")
                .asking(q -> q.groupBy(Dimension.REP, Dimension.CHANNEL))
                .report(WIN_RATE);
        KpiReport shown = report.showing(Scope.rep("r1"));
        assertThat(places(shown)).containsExactly("channel:-,rep:r1 2026-03 win-rate@1");
        assertThat(places(report.showing(Scope.rep(null)))).containsExactly("channel:-,rep:- 2026-03 win-rate@1");
        assertThat(places(report.showing(Scope.company())))
                .isEqualTo(places(report))
                .hasSize(3);
        assertThat(report.showing(Scope.rep("r1").and(Dimension.CHANNEL, "email"))
                        .cells())
                .isEmpty();
        assertThat(shown.value(WIN_RATE, "lost", Scope.company(), MARCH)).isEqualTo(KpiValue.count(2));
        assertThat(shown.leftOut()).isEqualTo(report.leftOut());
        assertThatThrownBy(() -> report.showing(Scope.of(Dimension.TEAM, "t1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scope (team:t1): the query groups by [rep, channel]. Maybe group by more.");
    }

    @Test
    void whereNothingIsCountedACountIsZeroAndARatioIsUndefined() {
        KpiReport report = byMonth("03-10 09:00 r1 wins o1").report(WIN_RATE);
        Period april = Period.month(2026, 4);
        assertThat(report.value(WIN_RATE, Scope.company(), april))
                .isEqualTo(KpiValue.undefined(KpiValue.Reason.NO_DATA));
        assertThat(report.value(WIN_RATE, "won", Scope.company(), april)).isEqualTo(KpiValue.count(0));
        assertThat(report.value(WIN_RATE, "cycle-time", Scope.company(), april))
                .isEqualTo(KpiValue.undefined(KpiValue.Reason.NO_DATA));
    }

    @Test
    void cellsAreSortedByScopeWithNobodyFirstThenByPeriodAndIndicator() {
        KpiReport report = byMonth(
                        "04-10 09:00 r2 wins o1",
                        "03-10 09:00 r2 wins o2",
                        "03-10 09:00 r10 wins o3",
                        "03-10 09:00 R wins o4",
                        "03-10 09:00 r\uFFFD wins o5",
                        "03-10 09:00 r\uD83D\uDE00 wins o6",
                        "05-10 09:00 - wins o7",
                        "03-10 09:00 - asks q1 owner=r2")
                .asking(q -> q.groupBy(Dimension.REP))
                .report(WIN_RATE, RESPONSE_TIME);
        assertThat(places(report))
                .containsExactly(
                        "rep:- 2026-05 win-rate@1",
                        "rep:R 2026-03 win-rate@1",
                        "rep:r10 2026-03 win-rate@1",
                        "rep:r2 2026-03 response-time@1",
                        "rep:r2 2026-03 win-rate@1",
                        "rep:r2 2026-04 win-rate@1",
                        "rep:r\uD83D\uDE00 2026-03 win-rate@1",
                        "rep:r\uFFFD 2026-03 win-rate@1");
    }

    @Test
    void scopesAreSortedByTheDimensionsInTheOrderOfTheQuery() {
        History history = byMonth(
                "03-10 09:00 r1 wins o1 channel=web", "03-10 09:00 r2 wins o2 channel=chat", "03-10 09:00 r1 wins o3");
        history.asking(q -> q.groupBy(Dimension.REP, Dimension.CHANNEL));
        assertThat(places(history.report(WIN_RATE)))
                .containsExactly(
                        "channel:-,rep:r1 2026-03 win-rate@1",
                        "channel:web,rep:r1 2026-03 win-rate@1",
                        "channel:chat,rep:r2 2026-03 win-rate@1");
        history.asking(q -> q.groupBy(Dimension.CHANNEL, Dimension.REP));
        assertThat(places(history.report(WIN_RATE)))
                .containsExactly(
                        "channel:-,rep:r1 2026-03 win-rate@1",
                        "channel:chat,rep:r2 2026-03 win-rate@1",
                        "channel:web,rep:r1 2026-03 win-rate@1");
    }

    @Test
    void theRowsWithNobodysAddUpToTheCompany() {
        History history = byMonth("03-10 09:00 r1 wins o1", "03-10 09:00 - wins o2", "03-10 09:00 r2 wins o3")
                .asking(q -> q.groupBy(Dimension.REP));
        KpiReport report = history.report(WIN_RATE);
        assertThat(report.value(WIN_RATE, "won", Scope.rep("r1"), MARCH)).isEqualTo(KpiValue.count(1));
        assertThat(report.value(WIN_RATE, "won", Scope.rep(null), MARCH)).isEqualTo(KpiValue.count(1));
        assertThat(report.value(WIN_RATE, "won", Scope.company(), MARCH)).isEqualTo(KpiValue.count(3));
    }

    @Test
    void anAskedCompanionIsACellOfItsOwn() {
        Indicator within = Indicators.named("response-time:within-1h");
        KpiReport report =
                byMonth("03-02 09:00 - asks q1", "03-02 09:10 r1 writes q1").report(within, RESPONSE_TIME);
        assertThat(places(report))
                .containsExactly("company 2026-03 response-time:within-1h@1", "company 2026-03 response-time@1");
        assertThat(report.value(within, Scope.company(), MARCH))
                .isEqualTo(report.value(RESPONSE_TIME, "within-1h", Scope.company(), MARCH))
                .isEqualTo(KpiValue.proportion(1, 1));
        assertThat(report.cells().get(0).values()).hasSize(1);
    }

    // Complete

    @ParameterizedTest(name = "at {0}, in {1}: {2}")
    @CsvSource({
        "03-31 23:59:59.999999999, UTC, false",
        "04-01 00:00, UTC, true",
        "03-31 18:14:59, Asia/Kathmandu, false",
        "03-31 18:15, Asia/Kathmandu, true",
        "04-01 03:59:59, America/New_York, false",
        "04-01 04:00, America/New_York, true",
    })
    void aPeriodIsCompleteOnceItHasEnded(String asOf, String zone, boolean complete) {
        KpiReport report = byMonth("03-10 09:00 r1 wins o1").in(zone).asOf(asOf).report(WIN_RATE);
        assertThat(report.cells()).extracting(KpiReport.Cell::complete).containsExactly(complete);
    }

    @Test
    void allEndsWithTheDateOfTheMomentOfLookingAndSoIsIncomplete() {
        History history = new History("03-10 09:00 r1 wins o1");
        assertThat(history.asOf("04-01 00:00").report(WIN_RATE).cells())
                .extracting(KpiReport.Cell::complete)
                .containsExactly(false);
    }

    @Test
    void allWithAnEndIsCompleteOnceThatHasCome() {
        History history = new History("03-10 09:00 r1 wins o1").to("04-01");
        assertThat(history.asOf("03-31 23:59").report(WIN_RATE).cells())
                .extracting(KpiReport.Cell::complete)
                .containsExactly(false);
        assertThat(history.asOf("04-01 00:00").report(WIN_RATE).cells())
                .extracting(KpiReport.Cell::complete)
                .containsExactly(true);
    }

    // From and to

    private static final String[] FOUR_MONTHS = {
        "02-28 23:59 r1 wins o1", "03-01 00:00 r1 wins o2", "03-31 23:59 r1 wins o3", "04-01 00:00 r1 wins o4"
    };

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, '{2026-02=1, 2026-03=2, 2026-04=1}'",
                "03-01, -, '{2026-03=2, 2026-04=1}'",
                "03-31, -, '{2026-03=2, 2026-04=1}'",
                "02-28, -, '{2026-02=1, 2026-03=2, 2026-04=1}'",
                "-, 04-01, '{2026-02=1, 2026-03=2}'",
                "-, 04-02, '{2026-02=1, 2026-03=2, 2026-04=1}'",
                "03-10, 03-11, '{2026-03=2}'",
            })
    void fromAndToChoosePeriodsThatOverlapThemAndNeverCutOne(String from, String to, String rows) {
        History history = new History(FOUR_MONTHS);
        if (from != null) {
            history.from(from);
        }
        if (to != null) {
            history.to(to);
        }
        assertThat(history.byMonth(WIN_RATE, "won")).hasToString(rows);
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({"03-01, 04-01, 2", "03-02, 04-02, 2", "02-28, 03-01, 1", "03-02, 03-31, 0", "02-01, 12-31, 4"})
    void allIsCutByFromAndTo(String from, String to, String won) {
        assertThat(new History(FOUR_MONTHS).from(from).to(to).says(WIN_RATE, "won"))
                .isEqualTo(won);
    }

    @Test
    void whatLiesOutsideIsStillContext() {
        History history = new History("02-01 09:00 r1 opens o1", "03-10 09:00 r5 wins o1").from("03-01");
        assertThat(history.byRep(WIN_RATE, "won")).isEqualTo(Map.of("r1", "1"));
        assertThat(history.says(WIN_RATE, "opened")).isEqualTo("0");
    }

    @Test
    void allEndsWithTheLocalDateOfTheMomentOfLooking() {
        // in Honolulu it is still 03-01, and a fact known only by its date has that of 03-02
        History history = new History("03-02 08:00 r1 wins o1 dayOnly", "03-02 08:00 r1 wins o2")
                .asOf("03-02 09:00")
                .in("Pacific/Honolulu");
        assertThat(history.says(WIN_RATE, "won")).isEqualTo("1");
        assertThat(history.to("03-03").says(WIN_RATE, "won")).isEqualTo("2");
    }

    @Test
    void leftOutFactsAreCountedInThePeriodsReported() {
        History history = byMonth("03-02 - asks q1", "04-02 - asks q2", "04-03 - asks q3");
        assertThat(history.leftOut(RESPONSE_TIME)).isEqualTo(Map.of("day-precision", 3L));
        assertThat(history.from("04-01").leftOut(RESPONSE_TIME)).isEqualTo(Map.of("day-precision", 2L));
    }

    // History

    @Test
    void historyStartsAtTheLeastLocalDateOfTheEventsInForce() {
        History history = new History(
                "03-05 20:00 r1 wins o1",
                "03-01 09:00 r1 wins o2 id=x",
                "02-01 09:00 - retracts x",
                "02-02 09:00 - merges r7 r8");
        assertThat(history.report(WIN_RATE).historyStarts()).contains(LocalDate.parse("2026-03-05"));
        assertThat(history.in("Asia/Kathmandu").report(WIN_RATE).historyStarts())
                .contains(LocalDate.parse("2026-03-06"));
        assertThat(history.and("03-05 23:00 - asks q1 dayOnly").report(WIN_RATE).historyStarts())
                .contains(LocalDate.parse("2026-03-05"));
        assertThat(history.asOf("01-01 00:00").report(WIN_RATE).historyStarts()).isEmpty();
    }

    // Questions that make no sense

    @Test
    void anIndicatorThatTheQueryDoesNotComputeIsAnError() {
        KpiReport report = byMonth().report(WIN_RATE);
        assertThatThrownBy(() -> report.value(RESPONSE_TIME, Scope.company(), MARCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("indicator (response-time@1): the query does not compute it. Maybe add it to the query.");
    }

    @Test
    void aScopeByWhichTheQueryDoesNotGroupIsAnError() {
        KpiReport company = byMonth().report(WIN_RATE);
        assertThatThrownBy(() -> company.value(WIN_RATE, Scope.rep("r1"), MARCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scope (rep:r1): the query groups by [], and the company is always there."
                        + " Maybe change groupBy.");
        KpiReport report = byMonth()
                .asking(q -> q.groupBy(Dimension.REP, Dimension.CHANNEL))
                .report(WIN_RATE);
        assertThatThrownBy(() -> report.value(WIN_RATE, Scope.rep(null), MARCH))
                .hasMessage("scope (rep:-): the query groups by [channel, rep], and the company is always there."
                        + " Maybe change groupBy.");
        Scope whole = Scope.rep("r1").and(Dimension.CHANNEL, null);
        assertThat(report.value(WIN_RATE, "won", whole, MARCH)).isEqualTo(KpiValue.count(0));
    }

    @Test
    void aPeriodOfAnotherLengthIsAnError() {
        KpiReport report = byMonth().report(WIN_RATE);
        assertThatThrownBy(() -> report.value(WIN_RATE, Scope.company(), Period.all()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period (all): the query has periods of a month. Maybe change every.");
    }

    @Test
    void aPeriodOfAnotherYearIsAnError() {
        KpiReport report = byMonth()
                .asking(q -> q.every(Granularity.QUARTER).fiscalStart(Month.APRIL))
                .report(WIN_RATE);
        assertThatThrownBy(() -> report.value(WIN_RATE, Scope.company(), Period.quarter(2026, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period (2026-Q1): the query has periods of a quarter of the fiscal year."
                        + " Maybe change every.");
        Period fiscal = report.query().calendar().parse("FY2026-Q4");
        assertThat(report.value(WIN_RATE, "won", Scope.company(), fiscal)).isEqualTo(KpiValue.count(0));
    }

    // The whole

    @Test
    void aReportDoesNotChangeWithItsLedger() {
        History history = byMonth("03-10 09:00 r1 wins o1", "03-11 09:00 r1 wins o2");
        KpiLedger ledger =
                KpiEngine.of(KpiQuery.builder().indicators(WIN_RATE).build()).newLedger();
        Viewpoint viewpoint = Viewpoint.asOf(History.instant("12-31 00:00"));
        ledger.add(history.events().get(0));
        KpiReport before = ledger.report(viewpoint);
        String text = before.toString();
        ledger.add(history.events().get(1));
        assertThat(ledger.report(viewpoint).toString()).isNotEqualTo(text);
        assertThat(before.toString()).isEqualTo(text);
        assertThat(before.viewpoint()).isEqualTo(viewpoint);
        assertThat(ledger.size()).isEqualTo(2);
    }

    @Test
    void aReportTellsTheOrganizationUnderTheNamesAfterMerges() {
        Organization people = Organization.builder()
                .team("t1", null)
                .member("r1", "t1", LocalDate.parse("2026-01-01"), null)
                .member("r2", "t1", LocalDate.parse("2026-01-01"), null)
                .build();
        History history = byMonth("03-10 09:00 - merges r2 r1").asking(q -> q.organization(people));
        KpiReport report = history.report(WIN_RATE);
        assertThat(report.organization().orElseThrow().reps()).containsExactly("r1");
        assertThat(report.nameOf("r2")).isEqualTo("r1");
        assertThat(report.nameOf("r3")).isEqualTo("r3");
        KpiReport before = history.knownAt("03-10 08:59").report(WIN_RATE);
        assertThat(before.organization()).contains(people);
        assertThat(before.nameOf("r2")).isEqualTo("r2");
        assertThat(byMonth().report(WIN_RATE).organization()).isEmpty();
    }

    @Test
    void theTextOfAReportEndsWithWhatWasLeftOutByIndicatorAndRule() {
        History history = byMonth(
                "03-02 09:00 - asks q1 owner=r1", "03-02 09:01 automation:r2 writes q1", "03-02 09:10 r1 writes q1");
        assertThat(history.report(RESPONSE_TIME).toString()).endsWith("left out response-time@1 {not-human=1}\n");
    }

    @Test
    void aLedgerCountsTheIdsWithSeveralVersionsAmongAllThatItHolds() {
        KpiLedger ledger =
                KpiEngine.of(KpiQuery.builder().indicators(WIN_RATE).build()).newLedger();
        new History(
                        "03-10 09:00 r1 wins o1 id=x",
                        "03-10 09:00 r1 loses o1 id=x recorded=2026-03-12T09:00Z",
                        "03-10 09:00 r1 loses o1 id=x recorded=2026-03-13T09:00Z",
                        "03-10 09:00 r1 wins o2 id=y",
                        "03-10 09:00 r1 wins o2 id=y")
                .events()
                .forEach(ledger::add);
        assertThat(ledger.conflicts()).isEqualTo(1);
    }
}
