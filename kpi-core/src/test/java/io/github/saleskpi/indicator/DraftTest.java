package io.github.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The factories of indicators of facts that count one by one. */
class DraftTest {
    static History calls(String... more) {
        return new History(
                        "03-02 09:00 r1 calls p1 MEETING_SET lasting=PT5M",
                        "03-02 10:00 r1 calls p2 BUSY",
                        "03-02 11:00 r2 calls p1 REACHED lasting=PT1H",
                        "03-02 12:00 r2 hears p3 MEETING_SET lasting=PT2M",
                        "03-02 13:00 bot:r2 calls p1 MEETING_SET")
                .and(more);
    }

    static List<String> names(Indicator indicator) {
        return indicator.figures().stream().map(Figure::name).toList();
    }

    // Ratios

    @Test
    void fiveLinesMakeAnIndicator() {
        Indicator demos = Indicator.ratio("demo-rate")
                .of(CallEnded.class, call -> call.outcome() == CallOutcome.MEETING_SET)
                .over(CallEnded.class, call -> call.direction() == CallDirection.OUTBOUND)
                .humansOnly()
                .higherIsBetter()
                .build();
        assertThat(calls().byRep(demos, "demo-rate")).isEqualTo(Map.of("r1", "1/2", "r2", "0/1"));
        assertThat(calls().leftOut(demos)).isEqualTo(Map.of("not-human", 1L));
        assertThat(demos.id()).hasToString("demo-rate@1");
        assertThat(names(demos)).containsExactly("demo-rate", "part", "whole");
        assertThat(demos.primary().unit()).isEqualTo(Unit.RATIO);
        assertThat(demos.primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(demos.rules()).containsExactly(Rule.NOT_HUMAN);
    }

    @Test
    void theExampleOfTheDocumentationIsTheTestAbove() throws IOException {
        String page = Files.readString(Path.of("src/main/java/io/github/saleskpi/indicator/Indicator.java"));
        String example = page.substring(page.indexOf("{@code") + 6, page.indexOf("}</pre>"));
        String test = Files.readString(Path.of("src/test/java/io/github/saleskpi/indicator/DraftTest.java"));
        assertThat(dense(test)).contains(dense(example.replace("\n * ", "\n")));
    }

    private static String dense(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void ofARatioOnlyWhatIsInTheWholeIsInThePartSoItIsAProportion() {
        Indicator ratio = Indicator.ratio("r")
                .of(CallEnded.class, call -> call.outcome() == CallOutcome.MEETING_SET)
                .over(CallEnded.class, call -> call.actor().isHuman() && call.duration() != null)
                .build();
        assertThat(calls().says(ratio)).isEqualTo("2/3");
        assertThat(calls().says(ratio, "part")).isEqualTo("2");
        assertThat(calls().says(ratio, "whole")).isEqualTo("3");
        assertThat(((KpiValue.Defined) calls().value(ratio)).bounds()).isEqualTo(Bounds.wilson(2, 3));
        assertThat(new History("03-02 09:00 r1 wins o1").says(ratio)).isEqualTo("NO_DATA");
    }

    @Test
    void aRatioMayTakeItsPartFromAWiderTypeThanItsWhole() {
        Indicator ratio = Indicator.ratio("r")
                .of(SalesEvent.class, event -> event.personId() != null)
                .over(CallEnded.class)
                .build();
        assertThat(calls("03-03 09:00 r1 meets p1").says(ratio)).isEqualTo("5/5");
    }

    // Counts, and what is left out

    @Test
    void aCountOfNothingIsZeroAndAccrues() {
        Indicator meetings = Indicator.count("meetings").of(MeetingHeld.class).build();
        assertThat(new History("03-02 09:00 r1 wins o1").says(meetings)).isEqualTo("0");
        assertThat(meetings.primary().accrues()).isTrue();
        assertThat(meetings.primary().direction()).isEqualTo(Direction.NEUTRAL);
        assertThat(meetings.formula()).isEqualTo("number of meetingHeld");
    }

    @Test
    void theFirstRuleThatFitsLeavesAFactOut() {
        Indicator calls = Indicator.count("calls")
                .of(CallEnded.class)
                .leaveOut("short", CallEnded.class, call -> call.duration() == null)
                .humansOnly()
                .leaveOut("inbound", CallEnded.class, call -> call.direction() == CallDirection.INBOUND)
                .build();
        assertThat(calls().says(calls)).isEqualTo("2");
        assertThat(calls().leftOut(calls)).isEqualTo(Map.of("short", 2L, "inbound", 1L));
        assertThat(calls.rules()).extracting(Rule::name).containsExactly("short", "not-human", "inbound");
    }

    @Test
    void aRuleMayHaveATextForPeopleThatExplanationsSay() {
        Indicator calls = Indicator.count("calls")
                .of(CallEnded.class)
                .leaveOut(new Rule("short", "a call of no length"), CallEnded.class, call -> call.duration() == null)
                .leaveOut("inbound", CallEnded.class, call -> call.direction() == CallDirection.INBOUND)
                .build();
        assertThat(calls.rules()).extracting(Rule::text).containsExactly("a call of no length", "");
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .every(Granularity.ALL)
                        .indicators(calls)
                        .build())
                .newLedger();
        calls().events().forEach(ledger::add);
        Viewpoint view = Viewpoint.asOf(History.instant("03-06 00:00"));
        assertThat(ledger.explain(calls, Scope.company(), Period.all(), view).leftOut())
                .extracting(left -> left.rule().text())
                .containsExactly("a call of no length", "", "a call of no length");
    }

    @Test
    void whatWasDoneOnADayOffMayBeLeftOut() {
        Indicator calls =
                Indicator.count("calls").of(CallEnded.class).workingDaysOnly().build();
        History history =
                new History("03-06 09:00 r1 calls p1 BUSY", "03-07 09:00 r1 calls p1 BUSY"); // Friday, Saturday
        assertThat(history.says(calls)).isEqualTo("1");
        assertThat(history.leftOut(calls)).isEqualTo(Map.of("not-a-working-day", 1L));
    }

    @Test
    void ofEachStoryTheFirstFactMayCountOnceAndForTheOwner() {
        Indicator wins = Indicator.count("wins")
                .of(OpportunityMoved.class, move -> move.status() == OpportunityMoved.Status.WON)
                .leaveOut(
                        "import", OpportunityMoved.class, move -> !move.actor().isHuman())
                .oncePer(Subject.OPPORTUNITY)
                .creditOwnerOf(Subject.OPPORTUNITY)
                .build();
        History history = new History(
                "03-01 09:00 - opens o1 owner=r1",
                "03-02 09:00 import:r9 wins o1",
                "03-03 09:00 r2 wins o1",
                "03-04 09:00 r3 reopens o1",
                "03-05 09:00 r3 assigns o1 to=r3",
                "03-06 09:00 r3 wins o1",
                "03-07 09:00 r4 wins o2");
        assertThat(history.byRep(wins, "wins")).isEqualTo(Map.of("r1", "1", "r4", "1"));
        assertThat(history.leftOut(wins)).isEqualTo(Map.of("import", 1L, "repeated", 1L));
        assertThat(wins.rules()).extracting(Rule::name).containsExactly("import", "repeated");
    }

    @Test
    void theSameDraftMayBeBuiltAgainAndChangesNothingBuiltBefore() {
        Draft draft = Indicator.count("calls").of(CallEnded.class);
        Indicator all = draft.build();
        Indicator human =
                draft.humansOnly().lowerIsBetter().text("calls by humans").build();
        assertThat(calls().says(all)).isEqualTo("5");
        assertThat(calls().says(human)).isEqualTo("4");
        assertThat(all.rules()).isEmpty();
        assertThat(human.formula()).isEqualTo("calls by humans");
        assertThat(human.primary().text()).isEqualTo("calls by humans");
        assertThat(human.primary().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
    }

    @Test
    void aNameMayCarryAVersion() {
        assertThat(Indicator.count("calls/long@3").of(CallEnded.class).build().id())
                .hasToString("calls/long@3");
    }

    @Test
    void aCompanionIsThePrimaryFigureOfAnotherByItsRules() {
        Indicator long5 = Indicator.count("long-calls")
                .of(CallEnded.class)
                .leaveOut("short", CallEnded.class, call -> call.duration() == null)
                .build();
        Indicator calls = Indicator.count("calls")
                .of(CallEnded.class)
                .humansOnly()
                .companion(long5)
                .build();
        assertThat(names(calls)).containsExactly("calls", "long-calls");
        assertThat(calls().says(calls)).isEqualTo("4");
        assertThat(calls().says(calls, "long-calls")).isEqualTo("3");
        assertThat(calls().leftOut(calls)).isEqualTo(Map.of("not-human", 1L, "short", 2L));
        assertThat(calls.rules()).extracting(Rule::name).containsExactly("not-human", "short");
    }

    // An indicator that throws

    @Test
    void anIndicatorThatThrowsSpoilsItsOwnCellsOnly() {
        Indicator fragile = Indicator.sum("fragile")
                .durations(CallEnded.class, call -> {
                    if (call.duration() == null) {
                        throw new IllegalStateException("no length of " + call.id());
                    }
                    return call.duration();
                })
                .build();
        Indicator choosy = Indicator.count("choosy")
                .of(CallEnded.class, call -> call.duration().isZero())
                .build();
        Indicator calls = Indicator.count("calls").of(CallEnded.class).build();
        Indicator each = Indicator.ratioOf("each", fragile, calls).build();
        assertThat(calls().says(fragile)).isEqualTo("FAILED");
        assertThat(calls().says(choosy)).isEqualTo("FAILED");
        assertThat(calls().says(each)).isEqualTo("FAILED");
        KpiReport report = calls().report(fragile, choosy, each, calls, Indicators.CONTACT_QUALITY);
        assertThat(report.failures())
                .extracting(failure -> failure.indicator().id().name())
                .containsOnly("fragile", "choosy", "each");
        KpiReport alone = calls().report(calls, Indicators.CONTACT_QUALITY);
        assertThat(report.cells())
                .filteredOn(cell -> !cell.indicator().id().name().matches("fragile|choosy|each"))
                .isEqualTo(alone.cells())
                .isNotEmpty();
    }

    @Test
    void theFormulaOfAShareTellsItsTwoConditionsApart() {
        Predicate<CallEnded> some = call -> true;
        DraftStep.Ratio ratio = Indicator.ratio("share");
        assertThat(ratio.of(CallEnded.class, some)
                        .over(CallEnded.class, some)
                        .build()
                        .formula())
                .isEqualTo("certain callEnded that meet a further condition / certain callEnded");
        assertThat(ratio.of("demo", demo -> true)
                        .over("demo", demo -> true)
                        .build()
                        .formula())
                .isEqualTo("certain demo that meet a further condition / certain demo");
        assertThat(ratio.of(CallEnded.class, some).over(CallEnded.class).build().formula())
                .isEqualTo("certain callEnded / callEnded");
        assertThat(ratio.of(CallEnded.class)
                        .over(SalesEvent.class, event -> true)
                        .build()
                        .formula())
                .isEqualTo("callEnded / certain salesEvent");
    }

    @Test
    void aDraftedIndicatorIsPrintedByItsId() {
        assertThat(Indicator.count("calls@2").of(CallEnded.class).build()).hasToString("calls@2");
    }
}
