package io.github.saleskpi.engine;

import static io.github.saleskpi.indicator.Indicators.CONTACT_QUALITY;
import static io.github.saleskpi.indicator.Indicators.MATERIAL_USE;
import static io.github.saleskpi.indicator.Indicators.RESPONSE_TIME;
import static io.github.saleskpi.indicator.Indicators.REVENUE;
import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.KpiLedger.Added;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ledger that leaves closed stories behind. */
class FloorTest {
    private static final LocalDate FLOOR = LocalDate.of(2026, 4, 1);
    private static final Period MARCH = Period.month(2026, 3);
    private static final Period APRIL = Period.month(2026, 4);
    private static final Viewpoint MAY = Viewpoint.asOf(History.instant("05-01 00:00"));
    private static final KpiQuery QUERY = KpiQuery.builder()
            .indicators(WIN_RATE, RESPONSE_TIME, CONTACT_QUALITY, MATERIAL_USE)
            .build();

    private static KpiLedger ledger(String... lines) {
        KpiLedger ledger = KpiEngine.of(QUERY).newLedger();
        new History(lines).events().forEach(ledger::add);
        return ledger;
    }

    private static KpiLedger since(String... lines) {
        return ledger(lines).since(FLOOR, Duration.ZERO);
    }

    private static List<String> ids(KpiLedger ledger) {
        return ledger.events().map(SalesEvent::id).toList();
    }

    private static SalesEvent event(String line) {
        return new History(line).events().get(0);
    }

    private static String value(KpiLedger ledger, Indicator indicator) {
        KpiValue value = ledger.report(MAY).value(indicator, Scope.company(), APRIL);
        return value instanceof KpiValue.Defined defined
                ? defined.numerator() + "/" + defined.denominator()
                : value.toString();
    }

    // What is left behind

    @Test
    void aDecidedOpportunityIsLeftBehindAndAnOpenOneIsNot() {
        KpiLedger rest = since(
                "03-01 09:00 r1 opens o1",
                "03-02 09:00 r1 wins o1",
                "03-01 09:00 r1 opens o2",
                "01-02 09:00 r1 opens o3",
                "01-03 09:00 r1 loses o3",
                "01-04 09:00 r1 reopens o3");
        assertThat(ids(rest)).containsExactly("e03", "e04", "e05", "e06");
        assertThat(rest.add(event("04-03 09:00 r1 wins o2 id=w2"))).isEqualTo(Added.NEW);
        assertThat(rest.add(event("04-03 09:00 r1 loses o3 id=l3"))).isEqualTo(Added.NEW);
        assertThat(value(rest, WIN_RATE)).isEqualTo("1/2");
    }

    @Test
    void aRequestThatWaitsIsKeptAndAnAnsweredOneIsNot() {
        KpiLedger rest =
                since("03-01 09:00 - asks q1 owner=r1", "03-01 10:00 r1 writes q1", "03-01 09:00 - asks q2 owner=r1");
        assertThat(ids(rest)).containsExactly("e03");
    }

    @Test
    void aStoryIsKeptUntilItHasBeenIdleLongEnough() {
        KpiLedger whole = ledger("03-01 09:00 r1 opens o1", "03-02 09:00 r1 loses o1");
        assertThat(ids(whole.since(FLOOR, Duration.ofDays(29)))).isEmpty();
        assertThat(ids(whole.since(FLOOR, Duration.ofDays(30)))).containsExactly("e01", "e02");
        assertThat(ids(whole)).containsExactly("e01", "e02");
    }

    @Test
    void whatWasRecordedAfterTheFloorKeepsItsStory() {
        assertThat(ids(since("03-01 09:00 r1 opens o1", "03-02 09:00 r1 loses o1 recorded=04-02T09:00")))
                .containsExactly("e01", "e02");
    }

    @Test
    void theMaterialsOfACatalogueAreKept() {
        KpiLedger rest = since(
                "01-01 09:00 - publishes a1",
                "01-01 09:00 - publishes a2",
                "01-02 09:00 r1 uses a1 SENT",
                "04-02 09:00 r1 uses a1 SENT");
        assertThat(ids(rest)).hasSize(4);
        assertThat(value(rest, MATERIAL_USE)).isEqualTo("1/2");
    }

    @Test
    void retractionsAndMergesAreKeptAlways() {
        KpiLedger rest = since(
                "03-01 09:00 r1 opens o1",
                "03-02 09:00 r1 loses o1",
                "03-03 09:00 - retracts e07 id=t1",
                "03-03 09:00 - merges p1 p2 id=m1");
        assertThat(ids(rest)).containsExactly("t1", "m1");
        assertThat(rest.add(event("04-04 09:00 r1 wins o7 id=e07"))).isEqualTo(Added.NEW);
        assertThat(value(rest, WIN_RATE)).contains("NO_DATA");
    }

    // What comes later

    @Test
    void aFactOfBeforeTheFloorJoinsAStoryThatWasKept() {
        KpiLedger rest = since("03-01 09:00 r1 opens o1");
        assertThat(rest.add(event("03-31 09:00 r1 loses o1 id=l1"))).isEqualTo(Added.NEW);
        assertThat(rest.add(event("04-02 09:00 r1 reopens o1 id=l2"))).isEqualTo(Added.NEW);
        assertThat(rest.add(event("04-02 09:00 r1 reopens o1 id=l2"))).isEqualTo(Added.KNOWN);
        assertThat(rest.add(event("04-03 09:00 r1 wins o1 id=l3"))).isEqualTo(Added.NEW);
        assertThat(value(rest, WIN_RATE)).isEqualTo("1/1");
    }

    @Test
    void anotherFactOfBeforeTheFloorIsTooEarlyAndNotHeld() {
        KpiLedger rest = since("03-01 09:00 r1 opens o1", "03-02 09:00 r1 loses o1");
        assertThat(rest.add(event("03-01 09:00 r1 opens o1 id=e01"))).isEqualTo(Added.TOO_EARLY);
        assertThat(rest.add(event("03-31 23:59 r1 opens o9 id=o9"))).isEqualTo(Added.TOO_EARLY);
        assertThat(rest.add(event("04-01 00:00 r1 opens o8 id=o8"))).isEqualTo(Added.NEW);
        assertThat(ids(rest)).containsExactly("o8");
    }

    @Test
    void aCorrectionOfAnEventHeldIsTakenWheneverItHappened() {
        KpiLedger rest = since("03-01 09:00 r1 opens o1", "04-02 09:00 r1 wins o1 id=w1");
        assertThat(value(rest, WIN_RATE)).isEqualTo("1/1");
        assertThat(rest.add(event("03-31 09:00 r1 wins o1 id=w1 recorded=04-03T09:00")))
                .isEqualTo(Added.NEW);
        assertThat(value(rest, WIN_RATE)).contains("NO_DATA");
    }

    @Test
    void aStoryLeftBehindBeginsAnew() {
        String[] lines = {"03-01 09:00 r1 calls p1 CONVERSATION", "04-02 09:00 r1 calls p1 CONVERSATION id=c2"};
        KpiLedger whole = ledger(lines);
        assertThat(value(whole, CONTACT_QUALITY)).contains("NO_DATA");
        KpiLedger rest = since(lines[0]);
        assertThat(ids(rest)).isEmpty();
        rest.add(event(lines[1]));
        assertThat(value(rest, CONTACT_QUALITY)).as("a cold call").isEqualTo("0/1");
    }

    @Test
    void anEventKeptForOneStoryDoesNotReopenAnother() {
        KpiLedger rest = since("03-01 09:00 r1 opens o1 person=p1", "03-02 09:00 r1 calls p1 CONVERSATION");
        assertThat(ids(rest)).as("the call that led to it is gone").containsExactly("e01");
        KpiLedger later = rest.since(LocalDate.of(2026, 5, 1), Duration.ZERO);
        assertThat(ids(later)).containsExactly("e01");
        assertThat(later.keeps(Subject.PERSON, "p1")).isFalse();
    }

    @Test
    void aPersonIsForgottenWithAFloorAsWithout() {
        KpiLedger rest = since("03-01 09:00 r1 opens o1 person=p1", "04-02 09:00 r1 calls p1 CONVERSATION id=c1");
        rest.forget(List.of("p1"));
        assertThat(rest.keeps(Subject.PERSON, "p1")).isFalse();
        assertThat(rest.keeps(Subject.OPPORTUNITY, "o1")).isTrue();
        assertThat(rest.events()).hasSize(2).allMatch(event -> event.personId() == null);
        assertThat(rest.add(event("04-03 09:00 - merges p1 p2 id=m1"))).isEqualTo(Added.FORGOTTEN);
        KpiLedger later = rest.since(LocalDate.of(2026, 5, 1), Duration.ZERO);
        assertThat(later.forgotten()).isEqualTo(rest.forgotten()).hasSize(1);
        later.add(event("05-03 09:00 r1 calls p1 CONVERSATION id=c2"));
        assertThat(later.events()).allMatch(event -> event.personId() == null);
    }

    // What it may be asked

    @Test
    void periodsAndViewpointsOfBeforeAreRefused() {
        KpiLedger rest = since("04-02 09:00 r1 opens o1");
        Viewpoint early = Viewpoint.asOf(History.instant("03-31 23:59"));
        assertThat(rest.floor()).contains(FLOOR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rest.report(early))
                .withMessage("viewpoint (2026-03-31T23:59:00Z): must not be before the ledger's floor, 2026-04-01."
                        + " Maybe ask a ledger that holds all.");
        assertThatIllegalArgumentException().isThrownBy(() -> rest.restated(MAY, early));
        assertThatIllegalArgumentException().isThrownBy(() -> rest.inForce(MAY.withKnownAt(early.asOf())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rest.explain(WIN_RATE, Scope.company(), MARCH, MAY))
                .withMessage("period (2026-03): must not begin before the ledger's floor, 2026-04-01."
                        + " Maybe ask a ledger that holds all.");
        assertThat(rest.explain(WIN_RATE, Scope.company(), APRIL, MAY).period()).isEqualTo(APRIL);
    }

    @Test
    void otherQueriesBeginNoEarlierAndComputeNothingElse() {
        KpiLedger rest = since("04-02 09:00 r1 wins o1");
        KpiQuery days = QUERY.toBuilder()
                .indicators(WIN_RATE)
                .every(Granularity.DAY)
                .from(FLOOR)
                .build();
        assertThat(rest.report(days, MAY).cells()).hasSize(1);
        KpiQuery quarters = days.toBuilder()
                .every(Granularity.QUARTER)
                .from(LocalDate.of(2026, 5, 1))
                .build();
        assertThat(rest.report(quarters, MAY).cells())
                .as("it begins on the floor")
                .hasSize(1);
    }

    @Test
    void aQueryOfAnEarlierPeriodIsRefused() {
        KpiLedger rest = since("04-02 09:00 r1 wins o1");
        for (KpiQuery early : List.of(
                QUERY,
                QUERY.toBuilder().every(Granularity.ALL).build(),
                QUERY.toBuilder().every(Granularity.YEAR).from(FLOOR).build())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rest.report(early, MAY))
                    .withMessageContaining("must begin a period at or after the ledger's floor, 2026-04-01");
        }
        KpiQuery all = QUERY.toBuilder().every(Granularity.ALL).from(FLOOR).build();
        assertThat(rest.report(all, MAY).value(WIN_RATE, Scope.company(), Period.all()))
                .isInstanceOf(KpiValue.Defined.class);
    }

    @Test
    void whatNoStoryWasJudgedByIsRefused() {
        KpiQuery april = QUERY.toBuilder().from(FLOOR).build();
        KpiLedger whole = ledger("04-02 09:00 r1 wins o1");
        KpiQuery revenue = april.toBuilder().indicators(REVENUE).build();
        KpiLedger rest = whole.since(FLOOR, Duration.ZERO);
        for (KpiQuery strange :
                List.of(revenue, april.toBuilder().zone(ZoneId.of("Asia/Tokyo")).build())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rest.report(strange, MAY))
                    .withMessageContaining("a ledger with a floor answers only what it was asked before");
        }
        whole.report(revenue, MAY);
        assertThat(whole.since(FLOOR, Duration.ZERO).report(revenue, MAY).failures())
                .isEmpty();
    }

    @Test
    void aFloorBeginsAPeriodAndMovesForthOnly() {
        KpiLedger rest = since("04-02 09:00 r1 wins o1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rest.since(MARCH.from(), Duration.ZERO))
                .withMessage("floor (2026-03-01): must not be before that of the ledger, 2026-04-01."
                        + " Maybe begin with one that holds all.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rest.since(FLOOR.plusDays(1), Duration.ZERO))
                .withMessage("floor (2026-04-02): must begin a month of the query. Maybe 2026-04-01.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rest.since(FLOOR, Duration.ofDays(-1)))
                .withMessageStartingWith("idle (PT-24H): must not be negative.");
    }

    @Test
    void aLedgerWithAFloorIsNotMerged() {
        KpiLedger rest = since("04-02 09:00 r1 wins o1");
        KpiLedger other = ledger();
        assertThatIllegalArgumentException().isThrownBy(() -> rest.merge(other));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.merge(rest))
                .withMessage("floor (2026-04-01): a ledger that left stories behind is not merged."
                        + " Maybe merge first, then leave them behind.");
        assertThat(rest.merge(rest)).isSameAs(rest);
    }
}
