package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityMoved.Status;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changed between two looks, and by which events. */
class RestatedTest {
    private static final Instant APRIL = History.instant("04-01 00:00");
    private static final Viewpoint THEN = Viewpoint.at(APRIL);
    private static final Viewpoint NOW = Viewpoint.asOf(APRIL);
    private static final History WON_AND_LOST = new History(
            "03-01 09:00 r1 opens o1", "03-10 09:00 r1 wins o1", "03-01 09:00 r2 opens o2", "03-11 09:00 r2 loses o2");

    private static Restated restated(Indicator indicator, Viewpoint before, Viewpoint after, List<SalesEvent> events) {
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .indicators(indicator)
                        .groupBy(Dimension.REP)
                        .build())
                .newLedger();
        events.forEach(ledger::add);
        return ledger.restated(before, after);
    }

    private static List<SalesEvent> with(History history, SalesEvent... more) {
        List<SalesEvent> events = new ArrayList<>(history.events());
        events.addAll(List.of(more));
        return events;
    }

    private static Header late(String id) {
        return Header.of(id, History.instant("03-20 09:00")).withRecordedAt(History.instant("04-05 09:00"));
    }

    private static String told(Restated.Change change) {
        return change.scope() + " " + change.period() + " "
                + change.differences().stream().map(d -> d.figure().name()).toList() + " by "
                + change.causes().stream().map(cause -> cause.event().id()).toList();
    }

    @Test
    void aRetractionChangesTheCellOfItsTargetAndIsACauseBesideIt() {
        Restated restated =
                restated(Indicators.WIN_RATE, THEN, NOW, with(WON_AND_LOST, EventRetracted.of(late("x1"), "e02")));
        assertThat(restated.changes())
                .extracting(RestatedTest::told)
                .containsExactly("rep:r1 2026-03" + " [win-rate, won, cycle-time] by [e02, x1]");
        Restated.Change change = restated.changes().get(0);
        assertThat(change.causes().get(0).after()).isNull();
        assertThat(change.causes().get(1).before()).isNull();
        assertThat(change.differences().get(0).before()).isEqualTo(KpiValue.proportion(1, 1));
        assertThat(change.differences().get(0).after()).isEqualTo(KpiValue.undefined(KpiValue.Reason.NO_DATA));
    }

    @Test
    void theOtherWayRoundBeforeAndAfterAreSwapped() {
        List<SalesEvent> events = with(WON_AND_LOST, EventRetracted.of(late("x1"), "e02"));
        Restated.Change forth =
                restated(Indicators.WIN_RATE, THEN, NOW, events).changes().get(0);
        Restated.Change back =
                restated(Indicators.WIN_RATE, NOW, THEN, events).changes().get(0);
        assertThat(back.differences().get(0).after())
                .isEqualTo(forth.differences().get(0).before());
        assertThat(back.causes().get(0).before()).isNull();
        assertThat(back.causes().get(0).after()).isEqualTo(forth.causes().get(0).before());
    }

    @Test
    void aChangeOfTheOwnerRecordedLateMovesTheCloseFromOneCellToAnother() {
        SalesEvent assigned = OwnerChanged.ofOpportunity(
                Header.of("x1", History.instant("03-05 09:00")).withRecordedAt(History.instant("04-05 09:00")),
                "o1",
                "r3");
        assertThat(restated(Indicators.WIN_RATE, THEN, NOW, with(WON_AND_LOST, assigned))
                        .changes())
                .extracting(RestatedTest::told)
                .containsExactly(
                        "rep:r1 2026-03 [win-rate, won, cycle-time] by [x1]",
                        "rep:r3 2026-03 [win-rate, won, cycle-time] by [x1]");
    }

    @Test
    void aMergeOfOpportunitiesIsTheCauseOfWhatItJoins() {
        SalesEvent merge = new IdentityMerged(late("x1"), IdentityKind.OPPORTUNITY, "o2", "o1");
        assertThat(restated(Indicators.WIN_RATE, THEN, NOW, with(WON_AND_LOST, merge))
                        .changes())
                .extracting(RestatedTest::told)
                .allMatch(change -> change.endsWith("by [x1]"))
                .hasSize(2);
    }

    @Test
    void aMergeOfRepsIsTheCauseInTheRowsOfBoth() {
        SalesEvent merge = new IdentityMerged(late("x1"), IdentityKind.REP, "r2", "r1");
        assertThat(restated(Indicators.WIN_RATE, THEN, NOW, with(WON_AND_LOST, merge))
                        .changes())
                .extracting(RestatedTest::told)
                .containsExactly(
                        "rep:r1 2026-03 [win-rate, lost, opened] by [x1]",
                        "rep:r2 2026-03 [win-rate, lost, opened] by [x1]");
    }

    @Test
    void whereOnlyTimePassedThereIsNoCause() {
        List<SalesEvent> waiting = new History("03-02 09:00 - asks q1 owner=r1").events();
        Restated restated = restated(
                Indicators.RESPONSE_TIME, Viewpoint.asOf(APRIL), Viewpoint.asOf(APRIL.plusSeconds(60)), waiting);
        assertThat(restated.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.causes()).isEmpty());
    }

    @Test
    void betweenALookAndItselfNothingChanged() {
        assertThat(restated(Indicators.WIN_RATE, NOW, NOW, WON_AND_LOST.events())
                        .changes())
                .isEmpty();
    }

    private static List<String> what(Viewpoint before, Viewpoint after, List<SalesEvent> events) {
        Restated restated = restated(Indicators.WIN_RATE, before, after, events);
        return restated.changes().stream()
                .flatMap(change -> change.causes().stream())
                .map(cause -> cause.event().id() + " " + restated.what(cause))
                .distinct()
                .toList();
    }

    private static SalesEvent won(String occurred, String recorded) {
        return OpportunityMoved.of(
                Header.of("x1", History.instant(occurred)).withRecordedAt(History.instant(recorded)), "o3", Status.WON);
    }

    @Test
    void anEventThatHadOccurredAndIsRecordedAfterwardsCameLate() {
        assertThat(what(THEN, NOW, with(WON_AND_LOST, won("03-20 09:00", "04-05 09:00"))))
                .containsExactly("x1 came-late");
        assertThat(what(NOW, THEN, with(WON_AND_LOST, won("03-20 09:00", "04-05 09:00"))))
                .containsExactly("x1 not-yet");
    }

    @Test
    void anEventThatOccurredAfterTheEarlierLookIsNotLate() {
        List<SalesEvent> events = with(WON_AND_LOST, won("03-20 09:00", "03-20 09:00"));
        Viewpoint early = Viewpoint.asOf(History.instant("03-15 00:00"));
        assertThat(what(NOW.withKnownAt(early.asOf()), NOW, events)).containsExactly("x1 occurred-since");
        assertThat(what(early, NOW, events)).containsExactly("x1 occurred-since");
        assertThat(what(NOW, early, events)).containsExactly("x1 not-yet");
    }

    @Test
    void anEventInAnotherVersionWasCorrectedEachWay() {
        List<SalesEvent> events = with(WON_AND_LOST, won("03-20 09:00", "03-20 09:00"));
        events.add(OpportunityMoved.of(late("x1"), "o3", Status.LOST));
        assertThat(what(THEN, NOW, events)).containsExactly("x1 corrected");
        assertThat(what(NOW, THEN, events)).containsExactly("x1 corrected");
    }

    @Test
    void aRetractedEventIsRestoredOnceItsRetractionIsAboutAnother() {
        List<SalesEvent> events = with(WON_AND_LOST, EventRetracted.of(late("x1"), "e02"));
        assertThat(what(THEN, NOW, events)).containsExactly("e02 retracted", "x1 retraction");
        Viewpoint between = NOW.withKnownAt(History.instant("04-06 09:00"));
        events.add(EventRetracted.of(
                Header.of("x1", History.instant("03-20 09:00")).withRecordedAt(History.instant("04-07 09:00")), "e99"));
        assertThat(what(between, NOW, events)).containsExactly("e02 restored", "x1 retraction");
    }

    @Test
    void aMergeIsToldAsOne() {
        SalesEvent merge = new IdentityMerged(late("x1"), IdentityKind.OPPORTUNITY, "o2", "o1");
        assertThat(what(THEN, NOW, with(WON_AND_LOST, merge))).containsExactly("x1 merge");
    }

    @Test
    void onlyTheCellsWithinAScopeAreShown() {
        SalesEvent merge = new IdentityMerged(late("x1"), IdentityKind.REP, "r2", "r1");
        Restated restated = restated(Indicators.WIN_RATE, THEN, NOW, with(WON_AND_LOST, merge));
        assertThat(restated.showing(Scope.rep("r2")).changes())
                .extracting(change -> change.scope().toString())
                .containsExactly("rep:r2");
        assertThat(restated.showing(Scope.company())).isEqualTo(restated);
    }

    @Test
    void aCauseStandsInOneOfTheTwo() {
        assertThatThrownBy(() -> new Restated.Cause(null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMergeOfOthersOrOneThatStoodBeforeIsNoCause() {
        SalesEvent before = new IdentityMerged(
                Header.of("x0", History.instant("03-12 09:00")), IdentityKind.OPPORTUNITY, "o9", "o1");
        SalesEvent ofOthers = new IdentityMerged(late("x2"), IdentityKind.OPPORTUNITY, "o7", "o8");
        SalesEvent ofAnotherKind = new IdentityMerged(late("x3"), IdentityKind.PERSON, "o7", "o1");
        List<SalesEvent> events =
                with(WON_AND_LOST, before, EventRetracted.of(late("x1"), "e02"), ofOthers, ofAnotherKind);
        assertThat(restated(Indicators.WIN_RATE, THEN, NOW, events).changes())
                .extracting(RestatedTest::told)
                .containsExactly("rep:r1 2026-03 [win-rate, won, cycle-time] by [e02, x1]");
    }
}
