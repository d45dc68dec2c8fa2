package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
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

    @Test
    void aCauseStandsInOneOfTheTwo() {
        assertThatThrownBy(() -> new Restated.Cause(null, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
