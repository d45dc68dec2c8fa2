package io.github.saleskpi.engine;

import static io.github.saleskpi.indicator.Indicators.MATERIAL_USE;
import static io.github.saleskpi.indicator.Indicators.RESPONSE_TIME;
import static io.github.saleskpi.indicator.Indicators.SOCIAL_USE;
import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rule 5: credit to the team of the rep. Teams t3 and t2 are below t1, t4 is beside; r1 moves from t2 to t4 on 5 March. */
class TeamRowsTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MOVE = LocalDate.of(2026, 3, 5);

    private static Organization.Builder people() {
        return Organization.builder()
                .team("t1", null)
                .team("t2", "t1")
                .team("t3", "t1")
                .team("t4", null)
                .member("r1", "t2", JANUARY, MOVE)
                .member("r1", "t4", MOVE, null)
                .member("r2", "t3", JANUARY, null);
    }

    private static History told(String... lines) {
        Organization organization = people().build();
        return new History(lines).asking(q -> q.organization(organization));
    }

    private static Map<String, String> opened(History history) {
        return history.by(Dimension.TEAM, WIN_RATE, "opened");
    }

    @Test
    void creditGoesToTheTeamOfTheDay() {
        assertThat(opened(told("03-04 23:59:59 r1 opens o1"))).isEqualTo(Map.of("t2", "1", "t1", "1"));
        assertThat(opened(told("03-05 00:00 r1 opens o1"))).isEqualTo(Map.of("t4", "1"));
    }

    @Test
    void aMoveWithinThePeriodSplitsIt() {
        History history = told("03-04 09:00 r1 opens o1", "03-04 10:00 r1 opens o2", "03-05 09:00 r1 opens o3");
        assertThat(opened(history)).isEqualTo(Map.of("t1", "2", "t2", "2", "t4", "1"));
    }

    @Test
    void theDayIsOfTheReportsZone() {
        assertThat(opened(told("03-04 18:14:59 r1 opens o1").in("Asia/Kathmandu")))
                .containsKey("t2");
        assertThat(opened(told("03-04 18:15 r1 opens o1").in("Asia/Kathmandu"))).containsOnlyKeys("t4");
    }

    @Test
    void aFactKnownOnlyByItsDateIsOfThatDateInEveryZone() {
        assertThat(opened(told("03-04 r1 opens o1").in("Pacific/Kiritimati"))).containsKey("t2");
        assertThat(opened(told("03-05 r1 opens o1").in("Pacific/Kiritimati"))).containsOnlyKeys("t4");
    }

    @Test
    void theDayIsThatOfTheInstantThatDecidesThePeriod() {
        History answered = told("03-04 09:00 - asks q1", "03-06 09:00 r1 writes q1");
        assertThat(answered.by(Dimension.TEAM, RESPONSE_TIME, "requests")).isEqualTo(Map.of("t2", "1", "t1", "1"));
        assertThat(answered.by(Dimension.TEAM, Indicators.named("response-time/by-response"), "requests"))
                .isEqualTo(Map.of("t4", "1"));
        History won = told("03-04 09:00 r1 opens o1", "03-06 09:00 r2 wins o1");
        assertThat(won.by(Dimension.TEAM, WIN_RATE, "won"))
                .containsEntry("t4", "1")
                .containsEntry("t2", "0");
        assertThat(opened(won)).containsEntry("t4", "0").containsEntry("t2", "1");
    }

    @Test
    void theTeamIsOfTheCreditedRepAndNotOfTheOneWhoActed() {
        History history = told("03-04 09:00 r1 opens o1 owner=r2");
        assertThat(opened(history)).isEqualTo(Map.of("t1", "1", "t3", "1"));
    }

    @Test
    void theRowOfATeamIncludesTheTeamsBelowAndEachFactOnce() {
        History history = told("03-04 09:00 r1 opens o1", "03-04 09:00 r2 opens o2");
        assertThat(opened(history)).isEqualTo(Map.of("t1", "2", "t2", "1", "t3", "1"));
        assertThat(history.says(WIN_RATE, "opened")).isEqualTo("2");
    }

    @Test
    void aRatioIsRecomputedFromTheMergedPartsOfTheTeamsBelow() {
        History history = told(
                "03-04 09:00 r1 opens o1",
                "03-04 09:00 r1 wins o1",
                "03-04 09:00 r2 opens o2",
                "03-04 09:00 r2 loses o2",
                "03-04 09:00 r2 opens o3",
                "03-04 09:00 r2 loses o3");
        assertThat(history.by(Dimension.TEAM, WIN_RATE, WIN_RATE.primary().name()))
                .isEqualTo(Map.of("t1", "1/3", "t2", "1/1", "t3", "0/2"));
    }

    @Test
    void distinctThingsOfTheTeamsBelowAreCountedOnce() {
        History history =
                told("03-01 09:00 - publishes a1", "03-04 09:00 r1 uses a1 SENT", "03-04 09:00 r2 uses a1 SENT");
        assertThat(history.by(Dimension.TEAM, MATERIAL_USE, "assets-used"))
                .isEqualTo(Map.of("t1", "1", "t2", "1", "t3", "1"));
    }

    @Test
    void aRepWithoutATeamAndNobodyAreInTheRowOfNone() {
        History history = told("03-04 09:00 r9 opens o1", "03-04 09:00 - opens o2", "2025-12-31T09:00Z r1 opens o3");
        assertThat(opened(history)).isEqualTo(Map.of("-", "3"));
    }

    @Test
    void ofTwoMembershipsCreditGoesToTheOneThatBeganLast() {
        Organization organization =
                people().member("r2", "t4", MOVE, MOVE.plusDays(2)).build();
        History history = new History("03-04 09:00 r2 opens o1", "03-05 09:00 r2 opens o2", "03-07 09:00 r2 opens o3")
                .asking(q -> q.organization(organization));
        assertThat(opened(history)).isEqualTo(Map.of("t1", "2", "t3", "2", "t4", "1"));
    }

    @Test
    void creditDoesNotAskWhetherTheRepWasAtWork() {
        Organization organization = people().employed("r2", MOVE, null)
                .absent("r2", MOVE, MOVE.plusDays(9))
                .build();
        History history = new History("03-04 09:00 r2 opens o1", "03-06 09:00 r2 opens o2")
                .asking(q -> q.organization(organization));
        assertThat(opened(history)).isEqualTo(Map.of("t1", "2", "t3", "2"));
    }

    @Test
    void theRepIdsOfTheOrganizationPassThroughMerges() {
        History history = told("03-04 09:00 r7 opens o1", "03-06 09:00 r1 opens o2", "03-09 09:00 - merges r1 r7");
        assertThat(opened(history)).isEqualTo(Map.of("t1", "1", "t2", "1", "t4", "1"));
        assertThat(history.byRep(WIN_RATE, "opened")).isEqualTo(Map.of("r7", "2"));
    }

    @Test
    void beforeAMergeIsKnownTheOtherNameIsInNoTeam() {
        History history =
                told("03-04 09:00 r7 opens o1", "03-09 09:00 - merges r1 r7").knownAt("03-09 08:59");
        assertThat(opened(history)).isEqualTo(Map.of("-", "1"));
    }

    @Test
    void teamAndRepTogetherMakeARowForEachPair() {
        History history = told(
                        "03-04 09:00 r1 opens o1",
                        "03-05 09:00 r1 opens o2",
                        "03-05 09:00 r2 opens o3",
                        "03-05 09:00 r9 opens o4")
                .asking(q -> q.groupBy(Dimension.TEAM, Dimension.REP));
        KpiReport report = history.report(WIN_RATE);
        Map<String, String> rows = new TreeMap<>();
        report.cells()
                .forEach(cell ->
                        rows.put(cell.scope().toString(), History.text(WIN_RATE, "opened", cell.value("opened"))));
        assertThat(rows)
                .isEqualTo(Map.of(
                        "rep:r1,team:t1", "1",
                        "rep:r1,team:t2", "1",
                        "rep:r1,team:t4", "1",
                        "rep:r2,team:t1", "1",
                        "rep:r2,team:t3", "1",
                        "rep:r9,team:-", "1"));
        assertThat(History.text(WIN_RATE, "opened", report.value(WIN_RATE, "opened", Scope.company(), Period.all())))
                .isEqualTo("4");
    }

    @Test
    void groupingByTeamNeedsAnOrganization() {
        assertThatThrownBy(() -> KpiQuery.builder().groupBy(Dimension.TEAM).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dimension (team): needs an organization. Maybe give one, or group by rep.");
        assertThatThrownBy(() -> KpiQuery.builder()
                        .groupBy(Dimension.REP, Dimension.TEAM)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOrganizationDoesNotChangeTheRowsOfReps() {
        History with = told("03-04 09:00 r1 opens o1", "03-05 09:00 r9 opens o2");
        History without = new History("03-04 09:00 r1 opens o1", "03-05 09:00 r9 opens o2");
        assertThat(with.byRep(WIN_RATE, "opened")).isEqualTo(without.byRep(WIN_RATE, "opened"));
    }

    // Several queries of one ledger

    private static final List<SalesEvent> STORY = new History(
                    "03-02 09:00 - asks q1 owner=r1",
                    "03-02 10:00 r1 writes q1 with=a1",
                    "03-03 09:00 r1 opens o1 channel=linkedin",
                    "03-03 10:00 r2 on linkedin POST",
                    "03-06 10:00 r7 on x POST",
                    "03-06 11:00 r1 uses a2 SENT for=o1",
                    "03-01 09:00 - publishes a1 recorded=2026-03-10T00:00Z",
                    "03-09 09:00 - assigns o1 to=r2",
                    "03-12 09:00 r2 wins o1 amount=EUR_100",
                    "03-13 09:00 - merges r7 r1",
                    "03-16 09:00 - retracts e04")
            .events();

    private static List<KpiQuery> queries() {
        Organization organization = people().build();
        Organization other = people().absent("r2", MOVE, null).build();
        return List.of(
                KpiQuery.builder().build(),
                KpiQuery.builder().every(Granularity.DAY).groupBy(Dimension.REP).build(),
                KpiQuery.builder()
                        .groupBy(Dimension.TEAM)
                        .organization(organization)
                        .build(),
                KpiQuery.builder()
                        .groupBy(Dimension.TEAM, Dimension.REP)
                        .organization(other)
                        .zone(ZoneId.of("Asia/Kathmandu"))
                        .build(),
                KpiQuery.builder()
                        .indicators(SOCIAL_USE, MATERIAL_USE)
                        .every(Granularity.ALL)
                        .organization(other)
                        .build());
    }

    @Test
    void severalQueriesOfOneLedgerSayWhatFreshLedgersSay() {
        KpiLedger one = KpiEngine.of(queries().get(0)).newLedger();
        int added = 0;
        for (SalesEvent event : STORY) {
            one.add(event);
            added++;
            for (String look : List.of("03-20 00:00", "03-06 10:30", "03-12 12:00")) {
                Viewpoint viewpoint =
                        added % 2 == 0 ? Viewpoint.at(History.instant(look)) : Viewpoint.asOf(History.instant(look));
                for (KpiQuery query : queries()) {
                    String fresh = STORY.stream()
                            .limit(added)
                            .collect(KpiEngine.of(query).collector(viewpoint))
                            .toString();
                    assertThat(one.report(query, viewpoint)).as(look).hasToString(fresh);
                }
            }
        }
    }

    @Test
    void theReportOfAnotherQueryIsOfThatQueryAndLeavesTheLedgersOwn() {
        List<KpiQuery> queries = queries();
        KpiLedger ledger = KpiEngine.of(queries.get(0)).newLedger();
        STORY.forEach(ledger::add);
        Viewpoint viewpoint = Viewpoint.asOf(History.instant("04-01 00:00"));
        assertThat(ledger.report(queries.get(2), viewpoint).query()).isEqualTo(queries.get(2));
        assertThat(ledger.report(viewpoint).query()).isEqualTo(queries.get(0));
    }

    @Test
    void theSameKeptQueryAskedAgainSaysTheSame() {
        KpiQuery query = queries().get(2);
        KpiLedger ledger = KpiEngine.of(query).newLedger();
        STORY.forEach(ledger::add);
        Viewpoint late = Viewpoint.asOf(History.instant("04-01 00:00"));
        String first = ledger.report(query, late).toString();
        ledger.report(query, Viewpoint.at(History.instant("03-02 09:30")));
        assertThat(ledger.report(query, late)).hasToString(first);
    }
}
