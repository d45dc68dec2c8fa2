package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.CompositionTest.CALLS;
import static io.github.saleskpi.indicator.CompositionTest.MEETINGS;
import static io.github.saleskpi.indicator.CompositionTest.PAID;
import static io.github.saleskpi.indicator.CompositionTest.history;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A rep's part of what the team of each day has. */
class TeamShareTest {
    private static final Indicator OF_TEAM =
            Indicator.shareOfTeam("share-of-team", CALLS).build();

    /** r1 moves to south on 4 March, r2 is always in north-east, below north, r3 in south, r4 nowhere. */
    private static KpiReport teams(Indicator indicator, Dimension... rows) {
        LocalDate march = LocalDate.parse("2026-03-01");
        LocalDate move = LocalDate.parse("2026-03-04");
        Organization people = Organization.builder()
                .team("north", null)
                .team("north-east", "north")
                .team("south", null)
                .member("r1", "north", march, move)
                .member("r1", "south", move, null)
                .member("r2", "north-east", march, null)
                .member("r3", "south", march, null)
                .build();
        return new History(
                        "03-02 09:00 r1 calls p1 BUSY channel=phone",
                        "03-03 09:00 r1 calls p1 BUSY channel=video",
                        "03-05 09:00 r1 calls p1 BUSY channel=phone",
                        "03-02 09:00 r2 calls p2 BUSY channel=phone",
                        "03-05 09:00 r2 calls p2 BUSY channel=phone",
                        "03-06 09:00 r3 calls p3 BUSY channel=phone",
                        "03-06 10:00 r3 calls p3 BUSY channel=video",
                        "03-06 10:00 r3 meets p3",
                        "03-06 09:00 r4 calls p4 BUSY channel=phone",
                        "03-06 09:00 - calls p4 BUSY channel=phone",
                        "04-01 09:00 r2 calls p2 BUSY channel=phone")
                .asking(q -> q.every(Granularity.MONTH).groupBy(rows).organization(people))
                .report(indicator);
    }

    /** Such as {@code 2/4}, in March. */
    private static String of(KpiReport report, @Nullable String team, @Nullable String rep) {
        Scope scope = Scope.of(Dimension.TEAM, team).and(Dimension.REP, rep);
        return text(report.value(report.query().indicators().get(0), scope, Period.month(2026, 3)));
    }

    private static String text(KpiValue value) {
        return value instanceof Defined defined
                ? defined.numerator() + "/" + defined.denominator()
                : ((KpiValue.Undefined) value).reason().name();
    }

    @Test
    void whatARepDidIsAShareOfTheTeamOfThatDaySoTheSharesOfATeamAddUpToOne() {
        KpiReport report = teams(OF_TEAM, Dimension.TEAM, Dimension.REP);
        assertThat(of(report, "north", "r1")).isEqualTo("2/4");
        assertThat(of(report, "north", "r2")).isEqualTo("2/4");
        assertThat(of(report, "north-east", "r2")).isEqualTo("2/2");
        assertThat(of(report, "south", "r1")).isEqualTo("1/3");
        assertThat(of(report, "south", "r3")).isEqualTo("2/3");
        Scope r3 = Scope.of(Dimension.TEAM, "south").and(Dimension.REP, "r3");
        Defined value = (Defined) report.value(OF_TEAM, r3, Period.month(2026, 3));
        assertThat(value.bounds()).isEqualTo(Bounds.wilson(2, 3));
        assertThat(OF_TEAM.formula()).isEqualTo("calls / that of the team");
        assertThat(OF_TEAM.primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
    }

    @Test
    void whoIsInNoTeamHasNoShareOfOneNorHasTheCompany() {
        KpiReport report = teams(OF_TEAM, Dimension.TEAM, Dimension.REP);
        assertThat(of(report, null, "r4")).isEqualTo("NOT_APPLICABLE");
        assertThat(of(report, null, "r1")).isEqualTo("NOT_APPLICABLE");
        assertThat(of(report, null, null)).isEqualTo("NOT_APPLICABLE");
        assertThat(text(report.value(OF_TEAM, Scope.company(), Period.month(2026, 3))))
                .isEqualTo("NOT_APPLICABLE");
        assertThat(text(teams(OF_TEAM, Dimension.REP).value(OF_TEAM, Scope.rep("r2"), Period.month(2026, 3))))
                .isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void aTeamHasAllOfItselfAndWhateverElseRowsAreByHasItsPartOfTheWholeTeam() {
        KpiReport report = teams(OF_TEAM, Dimension.TEAM);
        assertThat(text(report.value(OF_TEAM, Scope.of(Dimension.TEAM, "north"), Period.month(2026, 3))))
                .isEqualTo("4/4");
        KpiReport channels = teams(OF_TEAM, Dimension.CHANNEL, Dimension.TEAM);
        Scope south = Scope.of(Dimension.TEAM, "south");
        assertThat(text(channels.value(OF_TEAM, south.and(Dimension.CHANNEL, "phone"), Period.month(2026, 3))))
                .isEqualTo("2/3");
        assertThat(text(channels.value(OF_TEAM, south.and(Dimension.CHANNEL, "video"), Period.month(2026, 3))))
                .isEqualTo("1/3");
    }

    @Test
    void whoeverOfATeamDidNothingHasNothingOfIt() {
        Indicator meetings = Indicator.shareOfTeam("s", MEETINGS).build();
        for (Dimension[] rows : List.of(
                new Dimension[] {Dimension.TEAM, Dimension.REP}, new Dimension[] {Dimension.REP, Dimension.TEAM})) {
            KpiReport report = teams(meetings, rows);
            assertThat(of(report, "south", "r1")).isEqualTo("0/1");
            assertThat(of(report, "south", "r3")).isEqualTo("1/1");
            assertThat(of(report, "north", "r2")).as("of nothing").isEqualTo("NO_DATA");
            assertThat(of(report, "south", "r2")).as("never in it").isEqualTo("NO_DATA");
        }
        Indicator calls = Indicator.shareOfTeam("s", CALLS).companion(MEETINGS).build();
        assertThat(of(teams(calls, Dimension.TEAM, Dimension.REP), "north", "r1"))
                .isEqualTo("2/4");
    }

    @Test
    void aShareOfATeamsMoneyIsNothingWhereNoneCame() {
        Indicator share = Indicator.shareOfTeam("s", PAID).build();
        LocalDate march = LocalDate.parse("2026-03-01");
        KpiReport report = new History(
                        "03-02 09:00 r1 cashes - amount=EUR_1",
                        "03-02 09:00 r2 cashes - amount=EUR_3",
                        "03-02 09:00 r9 cashes - amount=EUR_5")
                .asking(q -> q.every(Granularity.MONTH)
                        .groupBy(Dimension.TEAM, Dimension.REP)
                        .organization(Organization.builder()
                                .team("t", null)
                                .member("r1", "t", march, null)
                                .member("r2", "t", march, null)
                                .member("r3", "t", march, null)
                                .build()))
                .report(share);
        assertThat(of(report, "t", "r1")).isEqualTo("1/4");
        assertThat(of(report, "t", "r2")).isEqualTo("3/4");
        assertThat(of(report, "t", "r3")).isEqualTo("0/4");
    }

    @Test
    void aShareOfATeamIsExplainedByAllThatTheTeamDid() {
        LocalDate march = LocalDate.parse("2026-03-01");
        KpiQuery query = KpiQuery.builder()
                .every(Granularity.MONTH)
                .groupBy(Dimension.TEAM, Dimension.REP)
                .organization(Organization.builder()
                        .team("north", null)
                        .member("r1", "north", march, null)
                        .member("r2", "north", march, null)
                        .member("r3", "north", march, null)
                        .build())
                .indicators(OF_TEAM)
                .build();
        KpiLedger ledger = KpiEngine.of(query).newLedger();
        history("03-05 09:00 r9 calls p1 BUSY").events().forEach(ledger::add);
        Scope north = Scope.of(Dimension.TEAM, "north");
        Viewpoint view = Viewpoint.asOf(History.instant("03-06 00:00"));
        Explanation share = ledger.explain(OF_TEAM, north.and(Dimension.REP, "r1"), Period.month(2026, 3), view);
        assertThat(share.value().arithmetic()).isEqualTo("3 calls / 4 calls in the team = 0.75");
        assertThat(share.counted())
                .extracting(counted -> counted.rep() + " " + counted.parts())
                .containsExactly(
                        "r1 [in this cell, in the team]",
                        "r1 [in this cell, in the team]",
                        "r1 [in this cell, in the team]",
                        "r2 [in the team]");
        Explanation nothing = ledger.explain(OF_TEAM, north.and(Dimension.REP, "r3"), Period.month(2026, 3), view);
        assertThat(nothing.value().arithmetic()).isEqualTo("0 calls / 4 calls in the team = 0");
        assertThat(nothing.counted()).hasSize(4);
    }
}
