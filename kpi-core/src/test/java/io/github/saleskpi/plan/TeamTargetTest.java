package io.github.saleskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.plan.Comparison.Status;
import io.github.saleskpi.plan.Comparison.Step;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.KpiValue.Reason;
import io.github.saleskpi.value.KpiValue.Undefined;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Targets on what a rep has of a team. */
class TeamTargetTest {
    private static final Period MARCH = Period.month(2026, 3);
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final LocalDate MOVE = LocalDate.parse("2026-03-04");
    private static final Indicator CALLS =
            Indicator.count("calls").of(CallEnded.class).higherIsBetter().build();
    private static final Indicator MEETINGS =
            Indicator.count("meetings").of(MeetingHeld.class).build();
    private static final Indicator SHARE =
            Indicator.shareOfTeam("share", CALLS).companion(MEETINGS).build();
    private static final Indicator SCORE = Indicator.weightedScore("score")
            .part(SHARE, "1", "0", "1")
            .part(MEETINGS, "1", "0", "2")
            .build();

    /** r1 moves from north to south on 4 March, r2 is in north-east, below north, r3 in south from 6 March, r4 nowhere. */
    private static final Organization PEOPLE = Organization.builder()
            .team("north", null)
            .team("north-east", "north")
            .team("south", null)
            .member("r1", "north", START, MOVE)
            .member("r1", "south", MOVE, null)
            .member("r2", "north-east", START, null)
            .member("r3", "south", LocalDate.parse("2026-03-06"), null)
            .employed("r4", START, null)
            .build();

    private static final History HISTORY = new History(
            "03-02 09:00 r1 calls p1 BUSY",
            "03-03 09:00 r1 calls p1 BUSY",
            "03-05 09:00 r1 calls p1 BUSY",
            "03-02 09:00 r2 calls p2 BUSY",
            "03-05 09:00 r2 calls p2 BUSY",
            "03-05 09:00 r3 calls p3 BUSY",
            "03-06 09:00 r3 calls p3 BUSY",
            "03-06 10:00 r3 calls p3 BUSY",
            "03-06 10:00 r3 meets p3",
            "03-06 10:00 r1 meets p1",
            "03-06 09:00 r4 calls p4 BUSY");

    private static KpiQuery base(@Nullable Organization people) {
        return KpiQuery.builder().indicators(CALLS).organization(people).build();
    }

    private static KpiLedger ledger(History history) {
        KpiLedger ledger = KpiEngine.of(base(PEOPLE)).newLedger();
        history.events().forEach(ledger::add);
        return ledger;
    }

    private static Target target(String id, Indicator indicator, Audience audience) {
        return Target.of(id, indicator, audience, Schedule.in(MARCH), Goal.atLeast("0.5"));
    }

    private static Plan plan(Target... targets) {
        return Plan.of("p").with(START, List.of(targets));
    }

    private static final Viewpoint APRIL = Viewpoint.asOf(History.instant("04-01 00:00"));

    private static Scorecard compared(Target... targets) {
        return PlanFactComparator.standard().compare(plan(targets), ledger(HISTORY), base(PEOPLE), APRIL);
    }

    private static Comparison only(Scorecard card) {
        assertThat(card.comparisons()).hasSize(1);
        return card.comparisons().get(0);
    }

    private static Scope in(String team, String rep) {
        return Scope.rep(rep).and(Dimension.TEAM, team);
    }

    /** Such as {@code 2/4}, or a reason and its notes. */
    private static String fact(Comparison comparison) {
        KpiValue fact = comparison.fact();
        return fact instanceof Defined defined
                ? defined.numerator() + "/" + defined.denominator()
                : ((Undefined) fact).reason() + " " + fact.notes();
    }

    @Test
    void ofARepAShareOfTheTeamIsOfTheOneInWhichTheRepWas() {
        Comparison north = only(compared(target("t", SHARE, Audience.rep("r2"))));
        assertThat(north.who()).isEqualTo(Scope.rep("r2"));
        assertThat(north.row()).as("not the one above").isEqualTo(in("north-east", "r2"));
        assertThat(fact(north)).isEqualTo("2/2");
        assertThat(north.attainment()).isEqualByComparingTo("2");
        Scorecard south = compared(target("t", SHARE, Audience.rep("r3")));
        assertThat(fact(only(south))).as("what r3 did on days in it").isEqualTo("2/3");
        assertThat(only(south).status()).isEqualTo(Status.ACHIEVED);
        assertThat(south.score(Scope.rep("r3"), MARCH).orElseThrow().arithmetic())
                .extracting(Step::name)
                .containsExactly("t", "score");
    }

    @Test
    void whoWasInSeveralTeamsHasNoShareOfOneUnlessTheTargetNamesIt() {
        Comparison none = only(compared(target("t", SHARE, Audience.rep("r1"))));
        assertThat(fact(none)).isEqualTo("NOT_APPLICABLE [several-teams:north, south]");
        assertThat(none.row()).isEqualTo(none.who());
        assertThat(none.status()).isEqualTo(Status.NO_DATA);
        assertThat(none.arithmetic()).contains(new Step("fact", "NOT_APPLICABLE (several-teams:north, south)"));
        Scorecard both = compared(
                target("n", SHARE, Audience.repIn("r1", "north")), target("s", SHARE, Audience.repIn("r1", "south")));
        assertThat(both.comparisons()).extracting(TeamTargetTest::fact).containsExactly("2/4", "1/3");
        assertThat(both.comparisons()).extracting(Comparison::who).containsOnly(Scope.rep("r1"));
        assertThat(both.comparisons())
                .extracting(Comparison::row)
                .containsExactly(in("north", "r1"), in("south", "r1"));
        assertThat(both.score(Scope.rep("r1"), MARCH).orElseThrow().score())
                .as("(1 + 2/3) / 2")
                .isEqualByComparingTo("0.8333333333333333333333333333333333");
    }

    @Test
    void aMoveInAnotherPeriodIsNoneInThisOne() {
        Target everyMonth = Target.of(
                "t",
                SHARE,
                Audience.rep("r1"),
                Schedule.every(Granularity.MONTH, START, LocalDate.parse("2026-05-01")),
                Goal.atLeast("0.5"));
        History more = new History("02-02 09:00 r1 calls p1 BUSY", "02-02 09:00 r2 calls p1 BUSY");
        Scorecard card = PlanFactComparator.standard().compare(plan(everyMonth), ledger(more), base(PEOPLE), APRIL);
        assertThat(card.comparisons())
                .extracting(each -> each.period() + " " + each.row() + " " + fact(each))
                .containsExactly(
                        "2026-01 rep:r1,team:north NO_DATA []",
                        "2026-02 rep:r1,team:north 1/2",
                        "2026-03 rep:r1 NOT_APPLICABLE [several-teams:north, south]",
                        "2026-04 rep:r1,team:south NO_DATA []");
    }

    @Test
    void aMoveThatIsStillToComeInThePeriodCounts() {
        Scorecard card = PlanFactComparator.standard()
                .compare(
                        plan(target("t", SHARE, Audience.rep("r1"))),
                        ledger(HISTORY),
                        base(PEOPLE),
                        Viewpoint.asOf(History.instant("03-03 00:00")));
        assertThat(fact(only(card))).isEqualTo("NOT_APPLICABLE [several-teams:north, south]");
    }

    @Test
    void ofTheRepsOfATeamAShareIsOfThatTeamWhoeverMoved() {
        Scorecard card = compared(target("t", SHARE, Audience.repsOf("north")));
        assertThat(card.comparisons())
                .extracting(each -> each.who() + " " + each.row() + " " + fact(each))
                .containsExactly("rep:r1 rep:r1,team:north 2/4", "rep:r2 rep:r2,team:north 2/4");
    }

    @Test
    void whoWasInNoTeamHasNoShareOfOne() {
        Comparison none = only(compared(target("t", SHARE, Audience.rep("r4"))));
        assertThat(fact(none)).isEqualTo("NOT_APPLICABLE [no-team]");
        assertThat(none.row()).isEqualTo(Scope.rep("r4"));
    }

    @Test
    void whoIsOfTheNamedTeamAndDidNothingHasNoneOfItAndWhoNeverWasInItHasNoData() {
        Scorecard card = compared(
                target("a", SHARE, Audience.repIn("r1", "north-east")),
                target("b", Indicator.shareOfTeam("m", MEETINGS).build(), Audience.repIn("r2", "north")),
                target("c", Indicator.shareOfTeam("m", MEETINGS).build(), Audience.rep("r3")));
        assertThat(card.comparison("a", Scope.rep("r1"), MARCH).map(TeamTargetTest::fact))
                .contains("NO_DATA []");
        assertThat(card.comparison("b", Scope.rep("r2"), MARCH).map(TeamTargetTest::fact))
                .as("of a team that has nothing")
                .contains("NO_DATA []");
        assertThat(card.comparison("c", Scope.rep("r3"), MARCH).map(TeamTargetTest::fact))
                .contains("1/2");
    }

    @Test
    void aTeamHasAllOfItselfAndTheCompanyIsNone() {
        Scorecard card = compared(target("t", SHARE, Audience.team("north")), target("c", SHARE, Audience.company()));
        assertThat(card.comparisons())
                .extracting(each -> each.row() + " " + fact(each))
                .containsExactly("company NOT_APPLICABLE []", "team:north 4/4");
    }

    @Test
    void aShareIsNeitherProRatedNorExtrapolatedForWhoCameInThePeriod() {
        Scorecard card = PlanFactComparator.standard()
                .compare(
                        plan(target("t", SHARE, Audience.rep("r3"))),
                        ledger(HISTORY),
                        base(PEOPLE),
                        Viewpoint.asOf(History.instant("03-10 00:00")));
        assertThat(only(card).share()).isEqualByComparingTo("1");
        assertThat(only(card).pace()).isNull();
        assertThat(only(card).status()).isEqualTo(Status.AHEAD);
    }

    @Test
    void whatIsMadeOfAShareIsReadInTheSameTeamButACompanionOfItIsNot() {
        Indicator perMeeting =
                Indicator.ratioOf("share-per-meeting", SHARE, MEETINGS).build();
        Scorecard card = compared(
                target("r", perMeeting, Audience.rep("r3")),
                target("s", SCORE, Audience.rep("r3")),
                target("c", SHARE.only("meetings"), Audience.rep("r3")));
        assertThat(card.comparisons())
                .extracting(each -> each.target().id() + " " + each.row())
                .containsExactly("c rep:r3", "r rep:r3,team:south", "s rep:r3,team:south");
        assertThat(((Defined) card.comparisons().get(2).fact()).amount())
                .as("(2/3 + 1/2) / 2")
                .isEqualByComparingTo("0.5833333333333333333333333333333334");
    }

    @Test
    void aScoreOfWhoWasInSeveralTeamsIsOfItsOtherPartsAndSaysSo() {
        Comparison score = only(compared(target("s", SCORE, Audience.rep("r1"))));
        assertThat(((Defined) score.fact()).amount()).isEqualByComparingTo("0.5");
        assertThat(score.fact().notes()).containsExactly("unscored:share NOT_APPLICABLE", "several-teams:north, south");
    }

    @Test
    void repsStandInTheirTeamsUnderTheirNamesAfterMerges() {
        History merged = new History(
                        "03-02 09:00 r2 calls p2 BUSY", "03-05 09:00 x calls p2 BUSY", "03-02 09:00 r1 calls p2 BUSY")
                .and("03-06 09:00 - merges x r2");
        Scorecard card = PlanFactComparator.standard()
                .compare(plan(target("t", SHARE, Audience.repIn("x", "north"))), ledger(merged), base(PEOPLE), APRIL);
        assertThat(only(card).row()).isEqualTo(in("north", "r2"));
        assertThat(fact(only(card))).isEqualTo("2/3");
    }

    @Test
    void theShareOfATargetIsExplainedByWhatTheRepAndTheTeamDid() {
        KpiLedger ledger = ledger(HISTORY);
        PlanFactComparator comparator = PlanFactComparator.standard();
        Plan plan = plan(target("n", SHARE, Audience.repIn("r1", "north")), target("t", SHARE, Audience.rep("r1")));
        Scorecard card = comparator.compare(plan, ledger, base(PEOPLE), APRIL);
        Explanation north = comparator.explain(card, card.comparisons().get(0), ledger, base(PEOPLE));
        assertThat(north.value().arithmetic()).isEqualTo("2 calls / 4 calls in the team = 0.5");
        assertThat(north.counted())
                .extracting(counted -> counted.rep() + " " + counted.parts())
                .containsExactlyInAnyOrder(
                        "r1 [in this cell, in the team]",
                        "r1 [in this cell, in the team]",
                        "r2 [in the team]",
                        "r2 [in the team]");
        Explanation none = comparator.explain(card, card.comparisons().get(1), ledger, base(PEOPLE));
        assertThat(none.scope()).isEqualTo(Scope.rep("r1"));
        assertThat(none.value().value()).isEqualTo(KpiValue.undefined(Reason.NOT_APPLICABLE));
    }

    @Test
    void reportsWithoutRowsByTeamAndRepDoNotAnswerIt() {
        Plan plan = plan(target("t", SHARE, Audience.rep("r2")));
        List<KpiQuery> queries = PlanFactComparator.standard().queries(plan, base(PEOPLE));
        assertThat(queries)
                .extracting(KpiQuery::groupBy)
                .containsExactlyInAnyOrder(List.of(Dimension.REP), List.of(Dimension.TEAM, Dimension.REP));
        KpiQuery byRep = base(PEOPLE).toBuilder()
                .indicators(SHARE)
                .groupBy(Dimension.REP)
                .every(Granularity.MONTH)
                .build();
        assertThatThrownBy(() -> PlanFactComparator.standard()
                        .compare(plan, ledger(HISTORY).report(byRep, APRIL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "target t (rep:r2,team:north-east 2026-03): no report answers it. Maybe add a query for share@1 by"
                                + " rep and team, every month, that covers the period.");
    }

    @Test
    void aPlanOfNamedTeamsAndTheCompanyAsksOnce() {
        Plan plan = plan(target("t", SHARE, Audience.repsOf("north")), target("c", CALLS, Audience.company()));
        assertThat(PlanFactComparator.standard().queries(plan, base(PEOPLE)))
                .extracting(KpiQuery::groupBy)
                .containsExactly(List.of(Dimension.TEAM, Dimension.REP));
    }

    @Test
    void whereNoTeamIsKnownThereIsNoShareOfOneAndNoTeamToName() {
        PlanFactComparator comparator = PlanFactComparator.standard();
        Scorecard card =
                comparator.compare(plan(target("t", SHARE, Audience.rep("r2"))), ledger(HISTORY), base(null), APRIL);
        assertThat(fact(only(card))).isEqualTo("NOT_APPLICABLE []");
        Plan named = plan(target("t", SHARE, Audience.repIn("r2", "north")));
        KpiQuery asked = base(null).toBuilder()
                .indicators(SHARE)
                .groupBy(Dimension.REP)
                .every(Granularity.MONTH)
                .build();
        assertThatThrownBy(() -> comparator.compare(named, ledger(HISTORY).report(asked, APRIL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("target t (rep:r2,team:north): needs an organization in the query.");
    }

    @Test
    void onlyWhatNeedsATeamIsAskedOfARepWithinOne() {
        assertThatThrownBy(() -> target("t", CALLS, Audience.repIn("r1", "north")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "target t (who rep:r1,team:north): only a figure that needs a team is asked of a rep within one."
                                + " Maybe leave the team out.");
    }
}
