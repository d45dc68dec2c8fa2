package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.jackson.CustomEventType.Field;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomEventTypeTest {
    private static final Field<String> SITE = Field.text("siteId");
    private static final Field<String> PERSON = Field.text("personId");
    private static final Field<BigDecimal> DISTANCE = Field.decimal("distance");
    private static final Field<Integer> GUESTS = Field.count("guests");
    private static final Field<Boolean> PLANNED = Field.flag("planned");
    private static final Field<Instant> BEGAN = Field.instant("began");
    private static final Field<Duration> DRIVE = Field.duration("drive");
    private static final Field<BigMoney> COST = Field.money("cost");
    private static final Field<List<String>> ROOMS = Field.texts("rooms");

    private static final CustomEventType VISITS = CustomEventType.named("siteVisit")
            .needs(SITE)
            .mayHave(PERSON, DISTANCE, GUESTS, PLANNED, BEGAN)
            .mayHave(DRIVE, COST, ROOMS)
            .madeBy(fields -> {
                Map<String, Object> details = new TreeMap<>();
                details.put("siteId", fields.need(SITE));
                for (Field<?> field : List.of(DISTANCE, GUESTS, PLANNED, BEGAN, DRIVE, COST, ROOMS)) {
                    Object value = fields.get(field);
                    if (value != null) {
                        details.put(value.getClass().getSimpleName(), value);
                    }
                }
                return new SiteVisit(fields.header(), fields.get(PERSON), details);
            });
    private static final CustomEventType PLAIN = CustomEventType.named("siteVisit")
            .needs(SITE)
            .mayHave(PERSON, DISTANCE)
            .madeBy(fields -> visit(fields.header(), fields.need(SITE), fields.get(PERSON), fields.get(DISTANCE)));
    private static final String LINE =
            "{\"type\":\"siteVisit\",\"id\":\"e1\",\"occurredAt\":\"2026-03-02T09:00:00Z\",\"siteId\":\"s1\"}";

    /** Of an embedder. */
    private record SiteVisit(Header header, @Nullable String personId, Map<String, Object> details)
            implements CustomSalesEvent {
        @Override
        public String type() {
            return "siteVisit";
        }
    }

    private static SiteVisit visit(Header header, String site, @Nullable String person, @Nullable BigDecimal distance) {
        Map<String, Object> details = new TreeMap<>(Map.of("siteId", site));
        if (person != null) {
            details.put("personId", person);
        }
        if (distance != null) {
            if (distance.signum() < 0) {
                throw new IllegalArgumentException(
                        "distance (" + distance + "): must not be negative. Maybe swap ends.");
            }
            details.put("distance", distance);
        }
        return new SiteVisit(header, person, details);
    }

    @Test
    void anEventOfAnOwnTypeIsReadAndWritten() {
        SiteVisit visit = visit(
                Header.of("e1", Instant.parse("2026-03-02T09:00:00Z"))
                        .withRep("r1")
                        .withAttribute("a", "b"),
                "s1",
                "ann",
                new BigDecimal("12.5"));
        assertThat(read(PLAIN, KpiJackson3.toJson(visit))).isEqualTo(visit);
    }

    @Test
    void allKindsOfFieldsAreRead() {
        SiteVisit visit = (SiteVisit) read(
                VISITS,
                LINE.replace(
                        "}",
                        ",\"distance\":1.5,\"guests\":3,\"planned\":true,"
                                + "\"began\":\"2026-03-02T08:00:00Z\",\"drive\":\"PT5M\",\"cost\":{\"amount\":\"3\",\"currency\":\"EUR\"},"
                                + "\"rooms\":[\"a\",\"b\"]}"));
        assertThat(visit.details().values())
                .contains(
                        "s1",
                        new BigDecimal("1.5"),
                        3,
                        true,
                        Instant.parse("2026-03-02T08:00:00Z"),
                        Duration.ofMinutes(5),
                        BigMoney.of(CurrencyUnit.EUR, new BigDecimal("3")),
                        List.of("a", "b"));
        assertThat(((SiteVisit) read(VISITS, LINE)).details()).containsOnlyKeys("siteId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                ",\"siteId\":\"s1\" | '' | siteId (absent): is required",
                "\"s1\" | '\"\"' | siteId (\"\"): must not be empty",
                "\"s1\" | '\"s1\",\"distance\":\"x\"' | distance (\"x\"): must be a decimal",
                "\"s1\" | '\"s1\",\"distance\":-1' | distance (-1): must not be negative. Maybe swap ends.",
                "\"s1\" | '\"s1\",\"siteId\":\"s2\"' | siteId",
                "siteVisit | siteVisits | must be a known type. Maybe siteVisit.",
            })
    void aBadLineGetsOneClearError(String from, String to, String message) throws IOException {
        ReadSummary summary = reader(PLAIN).read(new ByteArrayInputStream(utf8(LINE.replace(from, to))), event -> {});
        assertThat(summary.rejects()).hasSize(1);
        assertThat(summary.rejects().get(0).message()).contains(message);
    }

    @Test
    void unknownFieldsOfAnOwnTypeAreRejectedIfTheReaderIsStrict() {
        EventReader strict = reader(PLAIN).strict();
        assertThatThrownBy(
                        () -> strict.read(new ByteArrayInputStream(utf8(LINE.replace("siteId", "site"))), event -> {}))
                .hasMessageContaining("Maybe siteId.");
    }

    @Test
    void theBuiltInTypesAreReadAsBefore() throws IOException {
        List<SalesEvent> events = new ArrayList<>();
        reader(PLAIN).onThreads(2).read(new ByteArrayInputStream(utf8(Wire.GOOD + "\n" + LINE)), events::add);
        assertThat(events).hasSize(2).startsWith(Wire.eventOf(Wire.GOOD));
    }

    @Test
    void aSavedLedgerWithEventsOfAnOwnTypeIsLoaded() throws IOException {
        KpiEngine engine = KpiEngine.of(KpiQuery.builder().build());
        KpiLedger ledger = engine.newLedger();
        ledger.add(read(PLAIN, LINE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KpiJackson3.ledgerFile().save(ledger, out);
        KpiLedger loaded =
                KpiJackson3.ledgerFile().withTypes(PLAIN).load(new ByteArrayInputStream(out.toByteArray()), engine);
        assertThat(loaded.events()).containsExactlyElementsOf(ledger.events().toList());
    }

    @Test
    void namesAreWordsThatAreNotTaken() {
        for (String name : List.of("callEnded", "SiteVisit", "site visit", "")) {
            assertThatThrownBy(() -> CustomEventType.named(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("event type (" + name + ")");
        }
        for (String name : List.of("type", "id", "attributes", "Site", "")) {
            assertThatThrownBy(() -> Field.text(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("field (" + name + ")");
        }
        assertThatThrownBy(() -> KpiJackson3.eventReader().withTypes(PLAIN, VISITS))
                .hasMessageContaining("event type (siteVisit): must be registered once");
        assertThatThrownBy(() -> CustomEventType.named("siteVisit")
                        .needs(SITE)
                        .mayHave(Field.decimal("siteId"))
                        .madeBy(fields -> visit(fields.header(), "s", null, null)))
                .hasMessageContaining("field (siteId): must have a name of its own");
    }

    @Test
    void aFieldThatTheTypeDoesNotHaveIsSaid() {
        CustomEventType odd =
                CustomEventType.named("odd").madeBy(fields -> visit(fields.header(), fields.need(SITE), null, null));
        assertThatThrownBy(() -> read(odd, LINE.replace("siteVisit", "odd").replace(",\"siteId\":\"s1\"", "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("field (siteId): the type has none. Maybe name it in needs or mayHave.");
    }

    private static EventReader reader(CustomEventType type) {
        return KpiJackson3.eventReader().withTypes(type);
    }

    private static SalesEvent read(CustomEventType type, String line) {
        List<SalesEvent> events = new ArrayList<>();
        try {
            reader(type).strict().read(new ByteArrayInputStream(utf8(line)), events::add);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
