package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginEventTypesTest {
    private static final String SOURCE = """
            package com.example;

            import io.github.saleskpi.event.CustomEvent;
            import io.github.saleskpi.event.CustomSalesEvent;
            import io.github.saleskpi.event.Header;
            import io.github.saleskpi.indicator.Indicator;
            import io.github.saleskpi.indicator.Indicators;
            import io.github.saleskpi.indicator.Rule;
            import io.github.saleskpi.jackson.CustomEventType;
            import java.math.BigDecimal;
            import java.util.Collection;
            import java.util.List;
            import java.util.Map;

            public final class NAME implements Indicators.Source, CustomEventType.Source {
                record SiteVisit(Header header, BigDecimal distance) implements CustomSalesEvent {
                    @Override
                    public String type() {
                        return "siteVisit";
                    }

                    @Override
                    public Map<String, Object> details() {
                        return Map.of("distance", distance);
                    }
                }

                @Override
                public Collection<Indicator> indicators() {
                    Rule internal = new Rule("internal", "among our own people");
                    return List.of(
                            Indicator.sum("driven").decimals(SiteVisit.class, SiteVisit::distance).build(),
                            Indicator.count("demos")
                                    .of("demo")
                                    .leaveOut(internal, CustomEvent.class, demo -> "us".equals(demo.subjectId()))
                                    .leaveOut("at-night", CustomEvent.class, demo -> "night".equals(demo.subjectId()))
                                    .build());
                }

                @Override
                public Collection<CustomEventType> types() {
                    CustomEventType.Field<BigDecimal> distance = CustomEventType.Field.decimal("distance");
                    return List.of(CustomEventType.named("siteVisit")
                            .needs(distance)
                            .madeBy(fields -> new SiteVisit(fields.header(), fields.need(distance))));
                }
            }
            """;
    private static final String VISITS = """
            {"type":"siteVisit","id":"v1","occurredAt":"2026-03-02T09:00:00Z","actor":{"repId":"ann"},"distance":12.5}
            {"type":"siteVisit","id":"v2","occurredAt":"2026-03-03T09:00:00Z","actor":{"repId":"ann"},"distance":30}
            """;

    @TempDir
    private static Path folder;

    private static Path plugins;
    private static String events;

    @BeforeAll
    static void buildThePlugin() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        write(plugins, "Visits", PluginJar.INDICATORS, PluginJar.EVENT_TYPES);
        events = Files.writeString(folder.resolve("events.ndjson"), VISITS, StandardCharsets.UTF_8)
                .toString();
    }

    private static void write(Path directory, String name, String... services) throws IOException {
        PluginJar.write(directory.resolve(name + ".jar"), name, SOURCE.replace("NAME", name), services);
    }

    private static Ran kpi(Path directory, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--plugins", directory.toString()));
        return Ran.kpi(all.toArray(String[]::new));
    }

    @Test
    void eventsOfAPluginsTypeAreReported() {
        Ran ran = kpi(plugins, "report", events, "--indicators", "driven", "--format", "json", "--strict");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.json().get("cells").get(0).get("value").decimalValue()).isEqualByComparingTo("42.5");
    }

    @Test
    void theyAreExplainedAndChecked() {
        Ran why = kpi(plugins, "explain", events, "--indicator", "driven", "--who", "rep:ann", "--period", "2026-03");
        assertThat(why.status()).isEqualTo(Status.DONE);
        assertThat(why.out()).contains("v1 (siteVisit, 2026-03-02 09:00:00)", "adds 12.5 driven");
        Ran check = kpi(plugins, "check", events);
        assertThat(check.status()).isEqualTo(Status.DONE);
    }

    @Test
    void anExplanationSaysTheNamesOfCustomEventsAndTheTextsOfRules() throws IOException {
        String line =
                "{\"type\":\"customEvent\",\"name\":\"demo\",\"id\":\"%s\",\"occurredAt\":\"2026-03-02T09:00:00Z\","
                        + "\"actor\":{\"repId\":\"ann\"},\"subjectId\":\"%s\"}\n";
        String demos = Files.writeString(
                        folder.resolve("demos.ndjson"),
                        line.formatted("d1", "them") + line.formatted("d2", "us") + line.formatted("d3", "night"))
                .toString();
        String[] words = {"explain", demos, "--indicator", "demos", "--who", "rep:ann", "--period", "2026-03"};
        assertThat(kpi(plugins, words).out())
                .contains("event:d1: d1 (customEvent demo, 2026-03-02 09:00:00), for ann")
                .contains("left out as internal (among our own people): 1\n    event:d2: d2 (customEvent demo,")
                .contains("left out as at-night: 1\n    event:d3: d3 (customEvent demo,");
        String[] json =
                Stream.concat(Stream.of(words), Stream.of("--format", "json")).toArray(String[]::new);
        assertThat(kpi(plugins, json).out())
                .contains(
                        "\"leftOut\":{\"at-night\":1,\"internal\":1},\"rules\":{\"internal\":\"among our own people\"}")
                .contains("\"id\":\"d1\",\"type\":\"customEvent\",\"name\":\"demo\"");
    }

    @Test
    void withoutThePluginTheirLinesAreRejected() {
        Ran ran = Ran.kpi("check", events);
        assertThat(ran.status()).isEqualTo(Status.REJECTS);
        assertThat(ran.err()).contains("type (\"siteVisit\"): must be a known type.", "2 of 2 lines rejected");
    }

    @Test
    void aTypeThatTwoPluginsHaveIsNamed() throws IOException {
        Path two = Files.createDirectory(folder.resolve("two"));
        write(two, "Visits", PluginJar.EVENT_TYPES);
        write(two, "Tours", PluginJar.EVENT_TYPES);
        Ran ran = kpi(two, "check", events);
        assertThat(ran.status()).isEqualTo(Status.CANNOT_READ_OR_WRITE);
        assertThat(ran.err())
                .contains("--plugins " + two + ": event type (siteVisit): must be registered once. Maybe two plug-ins");
    }

    @Test
    void aSourceOfTypesThatIsNotThereIsNamed() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        PluginJar.write(
                broken.resolve("broken.jar"),
                "Nothing",
                "package com.example; public final class Nothing {}",
                PluginJar.EVENT_TYPES);
        Ran ran = kpi(broken, "check", events);
        assertThat(ran.status()).isEqualTo(Status.CANNOT_READ_OR_WRITE);
        assertThat(ran.err())
                .contains("--plugins " + broken, "com.example.Nothing", "must be a source of types of events");
    }
}
