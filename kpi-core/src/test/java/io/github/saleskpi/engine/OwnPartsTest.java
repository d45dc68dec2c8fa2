package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Dimensions, events and tallies of somebody's own. */
class OwnPartsTest {
    private static final Indicator CALLS =
            Indicator.count("calls").of(CallEnded.class).build();

    // Dimensions

    @Test
    void aDimensionOfTheEventIsAskedOfTheOneThatDecidesAndElseOfTheBeginning() {
        Dimension stage = Dimension.of(
                "campaign",
                event -> event instanceof OpportunityMoved
                        ? event.header().attributes().get("push")
                        : "first:" + event.type());
        History history = new History(
                "03-01 09:00 r1 opens o1",
                "03-02 09:00 r1 wins o1 push=spring",
                "03-01 09:00 r1 opens o2",
                "03-02 09:00 r1 wins o2",
                "03-02 09:00 r1 wins o3");
        assertThat(history.by(stage, Indicators.WIN_RATE, "won"))
                .isEqualTo(Map.of("spring", "1", "first:opportunityOpened", "1", "-", "1"));
    }

    @Test
    void aDimensionOfTheRepIsAskedOnTheDateThatDecidesUnderTheMergedName() {
        Dimension office = Dimension.ofRep(
                "office",
                (rep, date) -> !rep.equals("r1")
                        ? "elsewhere"
                        : date.isBefore(LocalDate.parse("2026-03-15")) ? "sofia" : "varna");
        History history = new History(
                "03-01 09:00 r1 calls p1",
                "03-14 09:00 r1 calls p1",
                "03-15 09:00 r1 calls p1",
                "03-16 09:00 r2 calls p1",
                "03-17 09:00 r3 calls p1",
                "03-18 09:00 - calls p1");
        assertThat(history.by(office, CALLS, "calls"))
                .isEqualTo(Map.of("sofia", "2", "varna", "1", "elsewhere", "2", "-", "1"));
        assertThat(history.and("03-20 09:00 - merges r2 r1").by(office, CALLS, "calls"))
                .isEqualTo(Map.of("sofia", "2", "varna", "2", "elsewhere", "1", "-", "1"));
    }

    @Test
    void aDimensionThatThrowsSpoilsWhatItIsAskedOf() {
        Dimension fragile = Dimension.of("fragile", event -> {
            if (event instanceof CallEnded) {
                throw new IllegalStateException("of " + event.id());
            }
            return "fine";
        });
        KpiReport report = new History("03-01 09:00 r1 calls p1", "03-02 09:00 r1 wins o1")
                .asking(query -> query.groupBy(fragile))
                .report(CALLS, Indicators.WIN_RATE);
        assertThat(report.value(CALLS, Scope.company(), Period.all()).toString())
                .contains("FAILED");
        assertThat(report.value(Indicators.WIN_RATE, Scope.of(fragile, "fine"), Period.all()))
                .isEqualTo(KpiValue.proportion(1, 1));
    }

    @Test
    void dimensionsAreEqualWhenTheirNamesAndFunctionsAre() {
        assertThat(Dimension.attribute("region"))
                .isEqualTo(new Dimension("region"))
                .hasSameHashCodeAs(new Dimension("region"))
                .isNotEqualTo(Dimension.of("region", SalesEvent::type))
                .isNotEqualTo(Dimension.attribute("area"));
        assertThat(new Dimension("rep")).isEqualTo(Dimension.REP).hasToString("rep");
        assertThatThrownBy(() -> Dimension.of("company", SalesEvent::type))
                .hasMessage("dimension (company): is a word of the report and cannot be grouped by."
                        + " Maybe name the dimension otherwise.");
        assertThatThrownBy(() -> Dimension.ofRep("value", (rep, date) -> rep))
                .hasMessageContaining("word of the report");
        assertThatThrownBy(() -> Dimension.of("", SalesEvent::type)).hasMessageContaining("must have a name");
    }

    // Events

    /** A visit to a shop. */
    private record Visit(Header header, String shop, int minutes) implements CustomSalesEvent {
        @Override
        public String type() {
            return "visit";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("shop", shop, "minutes", minutes);
        }
    }

    private static Visit visit(String id, String shop, int minutes) {
        return visit("r1", id, shop, minutes);
    }

    private static Visit visit(String rep, String id, String shop, int minutes) {
        return new Visit(Header.of(id, History.instant("03-02 09:0" + id)).withRep(rep), shop, minutes);
    }

    @Test
    void eventsOfAClassOfOnesOwnAreCountedAsOthersAre() {
        History history = new History()
                .and(visit("1", "north", 5))
                .and(visit("2", "north", 7))
                .and(visit("3", "south", 9));
        Subject shop = Subject.of("shop", event -> event instanceof Visit visit ? List.of(visit.shop()) : List.of());
        assertThat(history.says(Indicator.count("n").of(Visit.class).build())).isEqualTo("3");
        assertThat(history.says(
                        Indicator.count("n").of(Visit.class).oncePer(shop).build()))
                .isEqualTo("2");
        assertThat(history.says(Indicator.sum("n")
                        .wholes(Visit.class, visit -> (long) visit.minutes())
                        .build()))
                .isEqualTo("21");
        assertThat(history.says(
                        Indicator.distinct("n").of(Visit.class, Visit::shop).build()))
                .isEqualTo("2");
        assertThat(history.by(Dimension.of("shop", event -> ((Visit) event).shop()), CALLS, "calls"))
                .isEmpty();
    }

    @Test
    void aSumThatIsTooLargeFailsWhateverCameFirstAndStandsAgainOnceItIsRetracted() {
        Indicator minutes = Indicator.sum("n")
                .wholes(Visit.class, visit -> visit.minutes() * (long) Integer.MAX_VALUE)
                .build();
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .every(Granularity.ALL)
                        .indicators(minutes)
                        .build())
                .newLedger();
        for (String id : List.of("1", "2", "3", "4")) {
            ledger.add(visit(id, "north", Integer.MAX_VALUE));
        }
        Viewpoint view = Viewpoint.asOf(History.instant("03-03 09:00"));
        assertThat(ledger.report(view).failures())
                .extracting(KpiReport.Failure::place)
                .containsOnly("company all average", "company all n");
        ledger.add(EventRetracted.of(Header.of("5", History.instant("03-02 10:00")), "1"));
        ledger.add(EventRetracted.of(Header.of("6", History.instant("03-02 10:00")), "2"));
        KpiLedger afresh = KpiEngine.of(ledger.report(view).query()).newLedger().merge(ledger);
        assertThat(ledger.report(view).failures()).isEmpty();
        assertThat(ledger.report(view)).hasToString(afresh.report(view).toString());
    }

    @Test
    void aSumThatFitsForEachRepAndNotForTheCompanyFailsThereAlone() {
        Indicator minutes = Indicator.sum("n")
                .wholes(Visit.class, visit -> visit.minutes() * (long) Integer.MAX_VALUE)
                .build();
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .every(Granularity.ALL)
                        .groupBy(Dimension.REP)
                        .indicators(minutes)
                        .build())
                .newLedger();
        for (int i = 1; i <= 4; i++) {
            ledger.add(visit(i < 3 ? "r1" : "r2", String.valueOf(i), "north", Integer.MAX_VALUE));
        }
        KpiReport report = ledger.report(Viewpoint.asOf(History.instant("03-03 09:00")));
        assertThat(report.failures())
                .extracting(KpiReport.Failure::place)
                .containsOnly("company all average", "company all n");
        for (String rep : List.of("r1", "r2")) {
            assertThat(report.value(minutes, Scope.rep(rep), Period.all()))
                    .isEqualTo(KpiValue.of(new BigDecimal("9223372028264841218"), 2));
        }
    }

    @Test
    void aReportStandsAsItIsWhateverTheLedgerIsToldLater() {
        Indicator visits = Indicator.count("n").of(Visit.class).build();
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .every(Granularity.ALL)
                        .indicators(visits)
                        .build())
                .newLedger();
        ledger.add(visit("1", "north", 5));
        Viewpoint view = Viewpoint.asOf(History.instant("03-03 09:00"));
        KpiReport before = ledger.report(view);
        ledger.add(visit("2", "north", 7));
        assertThat(ledger.report(view).value(visits, Scope.company(), Period.all()))
                .isEqualTo(KpiValue.count(2));
        assertThat(before.value(visits, Scope.company(), Period.all())).isEqualTo(KpiValue.count(1));
    }

    @Test
    void aSubjectOfOnesOwnIsNotCalledWhatAStoryAloneIs() {
        assertThatThrownBy(() -> Subject.of("event", event -> List.of(event.id())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("subject (event): is what reports call a story alone. Maybe say what kind of event.");
    }

    /** Calls itself equal to whatever has its id. */
    private record Same(Header header, String shop) implements CustomSalesEvent {
        @Override
        public String type() {
            return "same";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("shop", shop);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && header.id().equals(same.header.id());
        }

        @Override
        public int hashCode() {
            return header.id().hashCode();
        }
    }

    @Test
    void anOwnEventThatCallsItselfEqualIsAnotherVersionIfItsComponentsDiffer() {
        Header header = Header.of("e1", Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(VersionOrder.INSTANCE.compare(new Same(header, "a"), new Same(header, "b")))
                .isNegative();
        assertThat(VersionOrder.INSTANCE.compare(new Same(header, "a"), new Same(header, "a")))
                .isZero();
    }

    /** A reading of a meter, whose source writes numbers in several ways. */
    private record Reading(Header header, Object shown) implements CustomSalesEvent {
        @Override
        public String type() {
            return "reading";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("shown", shown);
        }
    }

    @Test
    void versionsWithValuesOfSeveralKindsStandInOneOrderHoweverTheyCome() {
        Indicator shown = Indicator.distinct("shown")
                .of(Reading.class, reading -> reading.shown().toString())
                .build();
        Instant first = History.instant("03-02 09:00");
        List<Object> values = new ArrayList<>(List.of(
                new BigDecimal("9"),
                new BigDecimal("10"),
                "5",
                "2026-03-02T09:00:00.2Z",
                first,
                first.plusMillis(500)));
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(shown)
                .groupBy(
                        Dimension.of("shown", event -> ((Reading) event).shown().toString()))
                .build());
        Set<String> reports = new HashSet<>();
        for (int turn = 0; turn < values.size(); turn++) {
            Collections.rotate(values, 1);
            KpiLedger ledger = engine.newLedger();
            values.forEach(value -> ledger.add(new Reading(Header.of("e", first), value)));
            reports.add(ledger.report(Viewpoint.asOf(first)).toString());
        }
        assertThat(reports).singleElement().asString().contains("shown:2026-03-02T09:00:00.500Z");
    }
}
