package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.events;
import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class RoundTripProperties {
    @Property(tries = 400, seed = "20260731")
    void whatIsWrittenIsReadAsAnEqualEvent(@ForAll long seed) {
        SalesEvents random = new SalesEvents(seed);
        List<SalesEvent> events =
                IntStream.range(0, SalesEvents.TYPES).mapToObj(random::ofType).toList();
        List<String> lines = events.stream().map(KpiJackson3::toJson).toList();
        List<SalesEvent> read = events(String.join("\n", lines));
        assertThat(read).isEqualTo(events);
        assertThat(read.stream().map(SalesEvent::components))
                .isEqualTo(events.stream().map(SalesEvent::components).toList());
        assertThat(read.stream().map(KpiJackson3::toJson)).isEqualTo(lines);
    }

    @Property(tries = 200, seed = "20260732")
    void manyEventsAreWrittenAndReadInTheirOrder(@ForAll @Size(max = 50) List<Long> seeds) throws IOException {
        List<SalesEvent> events =
                seeds.stream().map(seed -> new SalesEvents(seed).any()).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EventWriter writer = KpiJackson3.eventWriter(out)) {
            for (SalesEvent event : events) {
                writer.write(event);
            }
        }
        List<SalesEvent> read = new ArrayList<>();
        ReadSummary summary = Wire.read(KpiJackson3.eventReader().strict(), out.toByteArray(), read);
        assertThat(summary.delivered()).isEqualTo(events.size());
        assertThat(read).isEqualTo(events);
    }

    @Property(tries = 400, seed = "20260733")
    void theOrderOfFieldsDoesNotMatter(@ForAll long seed) {
        SalesEvent event = new SalesEvents(seed).any();
        DocumentValue document;
        try (JsonTokens tokens = new Jackson3Tokens(ReadLimits.standard())) {
            document = DocumentValue.of("event", utf8(KpiJackson3.toJson(event)), tokens);
        }
        List<String> names = new ArrayList<>(document.fields().keySet());
        Collections.shuffle(names, new Random(seed));
        String shuffled = names.stream()
                .map(name -> json(name) + ":" + json(document.field(name)))
                .collect(Collectors.joining(" ,\t", "{ ", " } "));
        assertThat(events(shuffled)).containsExactly(event);
    }

    @Property(tries = 1, seed = "20260734")
    void theEventsAreOfAllTypes() {
        Set<String> types = new TreeSet<>();
        for (int type = 0; type < SalesEvents.TYPES; type++) {
            types.add(new SalesEvents(type).ofType(type).type());
        }
        assertThat(types)
                .isEqualTo(new TreeSet<>(EventTypes.standard().keySet()))
                .hasSize(SalesEvents.TYPES);
    }

    private static String json(DocumentValue value) {
        return switch (value.kind()) {
            case TEXT -> json(value.text());
            case START_OBJECT ->
                value.fields().entrySet().stream()
                        .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case START_ARRAY ->
                value.array().stream().map(RoundTripProperties::json).collect(Collectors.joining(",", "[", "]"));
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
            default -> value.text();
        };
    }

    /** All in escapes, unlike what the writer does. */
    private static String json(String text) {
        return text.chars()
                .mapToObj(c -> String.format(Locale.ROOT, "\\u%04x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
