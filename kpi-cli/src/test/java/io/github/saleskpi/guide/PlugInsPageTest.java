package io.github.saleskpi.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorCatalog;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.jackson.CustomEventType;
import io.github.saleskpi.jackson.EventReader;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.jackson.ReadSummary;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.time.ReportingCalendar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/guide/9-plug-ins.md}. */
class PlugInsPageTest {
    @TempDir
    private Path folder;

    public static final class ExampleIndicators implements Indicators.Source {
        private static final Indicator DEMO_RATE = Indicator.ratio("demo-rate")
                .of(CallEnded.class, call -> call.outcome() == CallOutcome.MEETING_SET)
                .over(CallEnded.class, call -> call.direction() == CallDirection.OUTBOUND)
                .humansOnly()
                .build();

        @Override
        public Collection<Indicator> indicators() {
            return List.of(DEMO_RATE);
        }
    }

    record SiteVisit(Header header, String siteId) implements CustomSalesEvent {
        @Override
        public String type() {
            return "siteVisit";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("siteId", siteId);
        }
    }

    public static final class ExampleTypes implements CustomEventType.Source {
        @Override
        public Collection<CustomEventType> types() {
            CustomEventType.Field<String> site = CustomEventType.Field.text("siteId");
            return List.of(CustomEventType.named("siteVisit")
                    .needs(site)
                    .madeBy(fields -> new SiteVisit(fields.header(), fields.need(site))));
        }
    }

    /** As the page says which file registers a source. */
    private void register(Class<?> source, String service) throws IOException {
        String name = page().lines()
                .filter(line -> line.startsWith("META-INF/services/") && line.endsWith(service))
                .findFirst()
                .orElseThrow();
        Path registration = folder.resolve(name);
        Files.createDirectories(registration.getParent());
        Files.writeString(registration, source.getName());
    }

    @Test
    void theTypesOfItsEventsAreFoundAndRead() throws IOException {
        register(ExampleTypes.class, ".CustomEventType$Source");
        ClassLoader plugins = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        List<SalesEvent> events = new ArrayList<>();

        EventReader reader = KpiJackson3.eventReader()
                .withTypes(CustomEventType.discover(plugins).toArray(CustomEventType[]::new));
        String line =
                "{\"type\":\"siteVisit\",\"id\":\"e1\",\"occurredAt\":\"2026-03-02T09:00:00Z\",\"siteId\":\"s1\"}";
        ReadSummary summary = reader.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), events::add);

        assertThat(summary.rejected()).isZero();
        assertThat(events).containsExactly(new SiteVisit(Header.of("e1", Instant.parse("2026-03-02T09:00:00Z")), "s1"));
    }

    @Test
    void aPlugInIsFoundQueriedPlannedAndNamed() throws IOException {
        register(ExampleIndicators.class, ".Indicators$Source");
        Path file = folder.resolve("plan.json");
        Files.writeString(
                file,
                "{\"id\":\"p\",\"versions\":[{\"effectiveFrom\":\"2026-01-01\",\"targets\":[{\"id\":\"demos\","
                        + "\"indicator\":\"demo-rate\",\"who\":\"company\",\"period\":\"2026-03\",\"goal\":{\"atLeast\":0.2}}]}]}");
        URL jar = folder.toUri().toURL();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream out = written;

        ClassLoader plugins = new URLClassLoader(new URL[] {jar}, getClass().getClassLoader());
        List<Indicator> own = Indicators.discover(plugins);

        KpiQuery query = KpiQuery.builder()
                .indicators(Indicators.named("demo-rate", own), Indicators.named("win-rate", own))
                .build();
        Plan plan;
        try (InputStream in = Files.newInputStream(file)) {
            plan = KpiJackson3.readPlan(in, ReportingCalendar.utc(), name -> Indicators.named(name, own));
        }

        assertThat(own).containsExactly(ExampleIndicators.DEMO_RATE);
        assertThat(query.indicators()).hasSize(2);
        assertThat(plan.versions().get(0).targets().get(0).indicator()).isSameAs(ExampleIndicators.DEMO_RATE);

        Map<String, String> german = Map.of(
                "demo-rate", "Terminquote",
                "demo-rate.about", "Vereinbarte Termine je ausgehendem Anruf",
                "demo-rate.part", "Termine",
                "demo-rate.whole", "Anrufe",
                "rule.not-human", "von keinem Menschen");
        IndicatorCatalog catalog = IndicatorCatalog.of(own, Locale.GERMAN, german);
        KpiJackson3.writeCatalog(catalog, out);

        IndicatorCatalog.Definition definition = catalog.definitions().get(0);
        assertThat(definition.name()).isEqualTo("Terminquote");
        assertThat(definition.description()).isEqualTo("Vereinbarte Termine je ausgehendem Anruf");
        assertThat(definition.companions())
                .extracting(IndicatorCatalog.Companion::name)
                .containsExactly("Termine", "Anrufe");
        assertThat(definition.rules().get(0).text()).isEqualTo("von keinem Menschen");
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("Terminquote");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "guide", "9-plug-ins.md"), StandardCharsets.UTF_8);
    }
}
