package io.github.saleskpi.pay;

import static io.github.saleskpi.pay.Schemes.MARCH;
import static io.github.saleskpi.pay.Schemes.QUOTA;
import static io.github.saleskpi.pay.Schemes.n;
import static io.github.saleskpi.pay.Schemes.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayFacts.Source;
import io.github.saleskpi.pay.PayStatement.Line;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Viewpoint;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pay for what a rep has of a team. */
class TeamSharePayTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final LocalDate MOVE = LocalDate.parse("2026-03-04");
    private static final Viewpoint APRIL = Viewpoint.asOf(History.instant("04-01 00:00"));
    private static final Indicator CALLS =
            Indicator.count("calls").of(CallEnded.class).build();
    private static final Indicator SHARE = Indicator.shareOfTeam("share", CALLS).build();
    private static final Input SHARED = new Input.Fact(SHARE.id());
    private static final PayScheme BONUS = scheme(
            "0",
            PayComponent.amount("bonus", SHARED, Curve.flat(n("1")), n("1000")).withGate(SHARED, n("0.2")));

    /** r1 moves from north to south on 4 March, r2 is always in north, r4 nowhere. */
    private static final Organization PEOPLE = Organization.builder()
            .team("north", null)
            .team("south", null)
            .member("r1", "north", START, MOVE)
            .member("r1", "south", MOVE, null)
            .member("r2", "north", START, null)
            .employed("r4", START, null)
            .build();

    private static final KpiLedger LEDGER = ledger();

    private static KpiLedger ledger() {
        KpiLedger ledger = KpiEngine.of(query(PEOPLE, Dimension.REP)).newLedger();
        new History(
                        "03-02 09:00 r1 calls p1 BUSY",
                        "03-03 09:00 r1 calls p1 BUSY",
                        "03-05 09:00 r1 calls p1 BUSY",
                        "03-02 09:00 r2 calls p2 BUSY",
                        "03-05 09:00 r2 calls p2 BUSY",
                        "03-06 09:00 r4 calls p4 BUSY")
                .events()
                .forEach(ledger::add);
        return ledger;
    }

    private static KpiQuery query(@Nullable Organization people, Dimension... rows) {
        return KpiQuery.builder()
                .indicators(SHARE, CALLS)
                .every(Granularity.MONTH)
                .groupBy(rows)
                .organization(people)
                .build();
    }

    private static KpiReport report(Dimension... rows) {
        return LEDGER.report(query(PEOPLE, rows), APRIL);
    }

    private static PayFacts facts(PayScheme scheme, String rep, @Nullable Scorecard card) {
        List<KpiReport> reports = List.of(report(Dimension.REP), report(Dimension.TEAM, Dimension.REP));
        PayFacts facts = PayFacts.read(scheme, rep, MARCH, reports, card);
        assertThat(PayFacts.read(scheme, rep, MARCH, List.of(reports.get(1), reports.get(0)), card))
                .as("in whatever order")
                .isEqualTo(facts);
        return facts;
    }

    private static Line line(PayScheme scheme, String rep, @Nullable Scorecard card) {
        return scheme.statement(facts(scheme, rep, card)).lines().get(1);
    }

    private static Scope inNorth(String rep) {
        return Scope.rep(rep).and(Dimension.TEAM, "north");
    }

    @Test
    void aShareOfTheTeamPaysByTheOneInWhichTheRepWas() {
        Line line = line(BONUS, "r2", null);
        assertThat(line.amount()).isEqualTo("500.00"); // 2 of 4 calls of north, of 1000
        assertThat(line.sources()).containsEntry(SHARED, new Source(SHARE.id(), inNorth("r2")));
    }

    @Test
    void whoWasInSeveralTeamsIsPaidNothingForAShareOfOneAndIsToldWhich() {
        Line line = line(BONUS, "r1", null);
        assertThat(line.amount()).isEqualTo("0.00");
        assertThat(line.unpaid()).isEqualTo("share@1 is NOT_APPLICABLE (several-teams:north, south)");
        assertThat(line.sources()).containsEntry(SHARED, new Source(SHARE.id(), Scope.rep("r1")));
        PayScheme gated = scheme(
                "0",
                PayComponent.amount("b", new Input.Fact(CALLS.id()), Curve.flat(n("1")), n("10"))
                        .withGate(SHARED, n("0.2")));
        assertThat(line(gated, "r1", null).unpaid())
                .isEqualTo("closed gate: share@1 at least 0.2, is NOT_APPLICABLE (several-teams:north, south)");
        assertThat(line(gated, "r2", null).amount()).isEqualTo("20.00");
    }

    @Test
    void whoWasInNoTeamIsPaidNothingForAShareOfOne() {
        assertThat(line(BONUS, "r4", null).unpaid()).isEqualTo("share@1 is NOT_APPLICABLE (no-team)");
    }

    @Test
    void theAttainmentOfATargetThatNamesTheTeamPaysWhoMoved() {
        PayScheme scheme = scheme("0", PayComponent.amount("bonus", QUOTA, Curve.flat(n("1")), n("1000")));
        Target named =
                Target.of("quota", SHARE, Audience.repIn("r1", "north"), Schedule.in(MARCH), Goal.atLeast("0.4"));
        Line line = line(scheme, "r1", compared(named));
        assertThat(line.amount()).isEqualTo("1250.00"); // 2 of 4 is 1.25 of 0.4
        assertThat(line.sources()).containsEntry(QUOTA, new Source(SHARE.id(), inNorth("r1")));
        Target none = Target.of("quota", SHARE, Audience.rep("r1"), Schedule.in(MARCH), Goal.atLeast("0.4"));
        assertThat(line(scheme, "r1", compared(none)).unpaid())
                .isEqualTo("attainment of quota is NOT_APPLICABLE (several-teams:north, south)");
    }

    private static Scorecard compared(Target target) {
        return PlanFactComparator.standard()
                .compare(Plan.of("p").with(START, List.of(target)), LEDGER, query(PEOPLE), APRIL);
    }

    @Test
    void aReportByRepAloneIsRefusedWhereTheShareOfATeamIsPaidFor() {
        assertThatThrownBy(() -> PayFacts.read(BONUS, "r2", MARCH, report(Dimension.REP), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "indicator (share@1): needs a team, and no report has rows by team and rep. Maybe add one to the"
                                + " report by rep.");
        KpiReport nobodyInTeams = LEDGER.report(query(null, Dimension.REP), APRIL);
        assertThat(PayFacts.read(BONUS, "r2", MARCH, nobodyInTeams, null)
                        .value(SHARED)
                        .notes())
                .as("where no team is known it is not applicable")
                .isEmpty();
    }

    @Test
    void reportsOfPayAreOfOneViewpointAndOneIsByRep() {
        KpiReport byRep = report(Dimension.REP);
        KpiReport earlier = LEDGER.report(
                query(PEOPLE, Dimension.TEAM, Dimension.REP), Viewpoint.asOf(History.instant("03-04 00:00")));
        assertThatThrownBy(() -> PayFacts.read(BONUS, "r2", MARCH, List.of(byRep, earlier), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must share their viewpoint");
        assertThatThrownBy(() -> PayFacts.read(BONUS, "r2", MARCH, List.of(earlier), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reports (1): must have one by rep. Maybe add it.");
    }
}
