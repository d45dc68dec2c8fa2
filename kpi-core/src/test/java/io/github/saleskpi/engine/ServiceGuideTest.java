package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskpi.History;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/service.md} run and do what the page says. */
class ServiceGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "service.md");
    private static final Path SOURCE =
            Path.of("src", "test", "java", "io", "github", "saleskpi", "engine", "ServiceGuideTest.java");
    private static final Viewpoint MAY = Viewpoint.asOf(History.instant("05-01 00:00"));

    private final KpiQuery query =
            KpiQuery.builder().indicators(Indicators.WIN_RATE).build();
    private final List<SalesEvent> events = new History(
                    "04-02 09:00 r1 opens o1", "04-03 09:00 r1 calls o1 REACHED", "04-04 09:00 r1 wins o1")
            .events();
    private final SalesEvent opened = events.get(0);
    private final SalesEvent called = events.get(1);
    private final SalesEvent won = events.get(2);

    @Test
    void whatIsAddedIsRead() {
        Viewpoint viewpoint = MAY;
        KpiEngine engine = KpiEngine.of(query);
        SharedLedger ledger = engine.newSharedLedger();
        ledger.add(opened);
        ledger.addAll(List.of(called, won));

        KpiReport report = ledger.read(held -> held.report(viewpoint));
        List<Explanation> why = ledger.read(held -> held.report(viewpoint).cells().stream()
                .map(cell -> held.explain(cell.indicator(), cell.scope(), cell.period(), viewpoint))
                .toList());

        assertThat(report.events()).isEqualTo(3);
        assertThat(why).hasSize(1);
        assertThat(why.get(0).counted()).isNotEmpty();
    }

    @Test
    void tenantsAreApart() {
        KpiEngine engine = KpiEngine.of(query);
        Map<String, SharedLedger> tenants = new ConcurrentHashMap<>();
        tenants.computeIfAbsent("north", tenant -> engine.newSharedLedger()).add(opened);
        tenants.computeIfAbsent("south", tenant -> engine.newSharedLedger()).add(called);

        assertThat(tenants).allSatisfy((tenant, ledger) -> {
            List<String> ids =
                    ledger.read(held -> held.events().map(SalesEvent::id).toList());
            assertThat(ids).containsExactly((tenant.equals("north") ? opened : called).id());
        });
    }

    @Test
    void whatIsClosedIsLeftBehindAndCounted() {
        SharedLedger ledger = KpiEngine.of(query).newSharedLedger();
        ledger.addAll(new History("01-01 09:00 r1 opens o7 id=x1", "01-02 09:00 r1 wins o7 id=x2").events());
        ledger.addAll(events);
        ledger.leaveBehind(LocalDate.of(2026, 4, 1), Duration.ofDays(90));
        assertThat(ledger.read(KpiLedger::size)).as("idle for less").isEqualTo(5);
        ledger.leaveBehind(LocalDate.of(2026, 4, 1), Duration.ofDays(80));
        ledger.addAll(new History("01-02 09:00 r1 wins o7 id=x2").events());
        Map<KpiLedger.Added, Long> counts = ledger.counts();

        assertThat(ledger.read(KpiLedger::size)).isEqualTo(3);
        assertThat(counts).containsEntry(KpiLedger.Added.NEW, 5L).containsEntry(KpiLedger.Added.TOO_EARLY, 1L);
        String value = ledger.read(held -> held.report(MAY)
                .value(Indicators.WIN_RATE, Scope.company(), Period.month(2026, 4))
                .toString());
        assertThat(value).contains("numerator=1");
    }

    /** As much of a result set as the page needs. */
    private static final class Rows {
        private final List<Map<String, Object>> all;
        private int read;

        Rows(List<Map<String, Object>> all) {
            this.all = all;
        }

        boolean next() {
            return read++ < all.size();
        }

        <T> T getObject(String column, Class<T> type) {
            return type.cast(all.get(read - 1).get(column));
        }

        String getString(String column) {
            return getObject(column, String.class);
        }

        long getLong(String column) {
            return getObject(column, Long.class);
        }
    }

    private static Map<String, Object> row(String id, String end, long seconds) {
        return Map.of(
                "call_id",
                id,
                "ended_at",
                OffsetDateTime.parse(end),
                "rep_id",
                "r1",
                "contact_id",
                "p1",
                "seconds",
                seconds);
    }

    @Test
    void rowsOfADatabaseAreTakenApartOneByOne() {
        Rows rows =
                new Rows(List.of(row("c1", "2026-04-02T11:00:00+02:00", 120), row("c2", "2026-04-03T09:00:00Z", 300)));
        EventColumns.Builder calls = EventColumns.builder();
        while (rows.next()) {
            String id = rows.getString("call_id");
            Instant end = rows.getObject("ended_at", OffsetDateTime.class).toInstant();
            calls.add(CallEnded.of(Header.of(id, end).withRep(rows.getString("rep_id")), id, CallDirection.OUTBOUND)
                    .withPersonId(rows.getString("contact_id"))
                    .withDuration(Duration.ofSeconds(rows.getLong("seconds"))));
        }
        EventColumns events = calls.build();

        long longest = 0;
        for (SalesEvent event : events) {
            longest = Math.max(longest, ((CallEnded) event).duration().toMinutes());
        }
        assertThat(longest).isEqualTo(5);

        Viewpoint viewpoint = MAY;
        KpiReport report = KpiEngine.of(query).report(events, viewpoint);
        assertThat(report)
                .hasToString(events.stream()
                        .collect(KpiEngine.of(query).collector(viewpoint))
                        .toString())
                .hasToString(
                        KpiEngine.of(query).parallelReport(events, viewpoint).toString());
        assertThat(report.events()).isEqualTo(events.size());
        assertThat(events).extracting(SalesEvent::occurredAt).first().isEqualTo(Instant.parse("2026-04-02T09:00:00Z"));
        assertThat(events)
                .extracting(SalesEvent::id, SalesEvent::personId)
                .containsExactly(tuple("c1", "p1"), tuple("c2", "p1"));
    }

    @Test
    void everyLineOfThePageIsOneOfThese() throws IOException {
        String page = Files.readString(GUIDE, StandardCharsets.UTF_8);
        String source = Files.readString(SOURCE, StandardCharsets.UTF_8);
        Matcher blocks = Pattern.compile("\n```java\n(.*?)```", Pattern.DOTALL).matcher(page);
        int lines = 0;
        while (blocks.find()) {
            for (String line : blocks.group(1).lines().map(String::strip).toList()) {
                assertThat(source).contains(line);
                lines++;
            }
        }
        assertThat(lines).isGreaterThan(10);
        assertThat(page).contains(String.format(Locale.ROOT, "%,d events", SharedLedger.MOST_WAITING));
    }
}
