package io.github.saleskpi.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.jackson.CustomEventType;
import io.github.saleskpi.jackson.CustomEventType.Field;
import io.github.saleskpi.jackson.EventReader;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.jackson.LedgerFile;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.testkit.IndicatorTester;
import io.github.saleskpi.testkit.TallyLaws;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.time.WorkingCalendar;
import io.github.saleskpi.value.KpiValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code docs/guide/7-own-events-and-dimensions.md}. */
class OwnEventsAndDimensionsPageTest {
    record SiteVisit(Header header, String siteId, BigDecimal distance) implements CustomSalesEvent {
        @Override
        public String type() {
            return "siteVisit";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("siteId", siteId, "distance", distance);
        }
    }

    static final Subject SITE =
            Subject.of("site", event -> event instanceof SiteVisit visit ? List.of(visit.siteId()) : List.of());

    static final Subject PRODUCT = Subject.of(
            "product",
            event -> event instanceof CustomEvent custom && custom.subjectId() != null
                    ? List.of(custom.subjectId())
                    : List.of());

    static final class Greatest implements Tally<Integer, Optional<Integer>> {
        private final SortedMap<Integer, Long> held = new TreeMap<>();

        @Override
        public void add(Integer amount, long times) {
            long now = held.getOrDefault(amount, 0L) + times;
            if (now == 0) {
                held.remove(amount);
            } else {
                held.put(amount, now);
            }
        }

        @Override
        public void merge(Tally<Integer, Optional<Integer>> other) {
            ((Greatest) other).held.forEach(this::add);
        }

        @Override
        public Optional<Integer> read(Viewpoint view) {
            return held.isEmpty() ? Optional.empty() : Optional.of(held.lastKey());
        }
    }

    static final Measure<Integer, Optional<Integer>> GREATEST = Measure.of("greatest", Greatest::new);

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private static SiteVisit visit(String id, String rep, String site, String distance) {
        return new SiteVisit(Header.of(id, MONDAY).withRep(rep), site, new BigDecimal(distance));
    }

    private static CustomEventType visits() {
        Field<String> site = Field.text("siteId");
        Field<BigDecimal> distance = Field.decimal("distance");
        CustomEventType visits = CustomEventType.named("siteVisit")
                .needs(site, distance)
                .madeBy(fields -> new SiteVisit(fields.header(), fields.need(site), fields.need(distance)));
        return visits;
    }

    @Test
    void aCustomEventIsKnownByItsName() {
        Instant monday = MONDAY;

        SalesEvent demo = CustomEvent.of(Header.of("crm:1", monday).withRep("ann"), "demo")
                .withSubjectId("product-7")
                .withQuantity(new BigDecimal("12"));
        Indicator demos = Indicator.count("demos").of("demo").build();
        Indicator guests = Indicator.sum("demo-guests").quantities("demo").build();
        Indicator products = Indicator.distinct("products-shown").of("demo").build();

        IndicatorTester.of(demos).story(demo).reads("1");
        IndicatorTester.of(guests).story(demo).reads("12");
        IndicatorTester.of(products).story(demo).reads("1");
        assertThat(KpiJackson3.toJson(demo))
                .contains("\"type\":\"customEvent\"", "\"name\":\"demo\"", "\"subjectId\":\"product-7\"");
    }

    @Test
    void customEventsAreInTheStoriesOfWhatTheyAreAbout() {
        Indicator demoToOrder = Indicator.perStory("demo-to-order", PRODUCT)
                .from("demo")
                .cutOffBy("productRetired")
                .to("order")
                .inWorkingTime()
                .shareWithin(Duration.ofHours(8))
                .build();

        WorkingCalendar hours = WorkingCalendar.closed(ZoneOffset.UTC)
                .withWindows(DayOfWeek.MONDAY, "09:00-17:00")
                .withWindows(DayOfWeek.TUESDAY, "09:00-17:00");
        SalesEvent demo = CustomEvent.of(Header.of("e1", MONDAY), "demo").withSubjectId("product-7");
        SalesEvent order = CustomEvent.of(Header.of("e2", MONDAY.plus(Duration.ofDays(1))), "order")
                .withSubjectId("product-7");
        IndicatorTester.of(demoToOrder)
                .query(query -> query.workingCalendar(hours))
                .story(demo, order)
                .reads("PT8H")
                .reads("within-8h", "1/1");
        IndicatorTester.of(demoToOrder).story(demo, order).reads("NOT_APPLICABLE");
    }

    @Test
    void anOwnClassIsReadReportedSavedAndLoaded() throws IOException {
        CustomEventType visits = visits();

        EventReader reader = KpiJackson3.eventReader().withTypes(visits);
        LedgerFile file = KpiJackson3.ledgerFile().withTypes(visits);

        Indicator driven = Indicator.sum("driven")
                .decimals(SiteVisit.class, SiteVisit::distance)
                .build();
        Indicator visitsPerSite = Indicator.perStory("visits-per-site", SITE)
                .of(SiteVisit.class)
                .over(SiteVisit.class)
                .build();

        String line = "{\"type\":\"siteVisit\",\"id\":\"e1\",\"occurredAt\":\"2026-03-02T09:00:00Z\","
                + "\"actor\":{\"repId\":\"ann\"},\"siteId\":\"s1\",\"distance\":\"12.5\"}";
        List<SalesEvent> read = new ArrayList<>();
        reader.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), read::add);
        assertThat(read).containsExactly(visit("e1", "ann", "s1", "12.5"));

        KpiEngine engine = KpiEngine.of(
                KpiQuery.builder().indicators(driven, visitsPerSite).build());
        KpiLedger ledger = engine.newLedger();
        read.forEach(ledger::add);
        ledger.add(visit("e2", "ann", "s1", "10"));
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        file.save(ledger, saved);
        KpiReport report =
                file.load(new ByteArrayInputStream(saved.toByteArray()), engine).report(Viewpoint.asOf(MONDAY));
        assertThat(amount(report, driven, Scope.company())).isEqualByComparingTo("22.5");
        assertThat(amount(report, visitsPerSite, Scope.company())).isEqualByComparingTo("2");
    }

    @Test
    void dimensionsOfOnesOwnMakeRows() {
        Map<String, String> offices = Map.of("ann", "Sofia", "bob", "Plovdiv");

        Dimension ride = Dimension.of(
                "ride",
                event -> event instanceof SiteVisit visit
                        ? (visit.distance().compareTo(BigDecimal.TEN) > 0 ? "long" : "short")
                        : null);
        Dimension office = Dimension.ofRep("office", (rep, date) -> offices.get(rep));
        KpiQuery query = KpiQuery.builder()
                .indicators(Indicator.count("visits").of(SiteVisit.class).build())
                .groupBy(office, ride)
                .build();

        KpiLedger ledger = KpiEngine.of(query).newLedger();
        ledger.add(visit("e1", "ann", "s1", "12.5"));
        ledger.add(visit("e2", "ann", "s1", "3"));
        KpiReport report = ledger.report(Viewpoint.asOf(MONDAY));
        assertThat(amount(
                        report,
                        query.indicators().get(0),
                        Scope.of(office, "Sofia").and(ride, "long")))
                .isEqualByComparingTo("1");
    }

    @Test
    void anOwnTallyKeepsTheLaws() {
        TallyLaws.of(GREATEST).check(List.of(3, 1, 1, 2, 7, 7, -2));
    }

    private static BigDecimal amount(KpiReport report, Indicator indicator, Scope scope) {
        return ((KpiValue.Defined) report.value(indicator, scope, Period.month(2026, 3))).amount();
    }
}
