package io.github.saleskpi.jackson;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.SalesEvent;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.BigMoney;

/**
 * Writes events as NDJSON in UTF-8, one JSON object and a line feed each: {@code type}, {@code id}, {@code occurredAt},
 * then the other components in alphabetical order, without those that have the default of the wire format. What it
 * writes an {@link EventReader} reads as an equal event, if it is within the reader's limits. Not thread-safe.
 */
public final class EventWriter implements Closeable, Flushable {
    private static final Set<String> FIRST = Set.of("id", "occurredAt");

    private final JsonOutput json;
    private final OutputStream out;
    private final boolean fewestDigits;

    EventWriter(JsonOutput json, OutputStream out) {
        this(json, out, false);
    }

    private EventWriter(JsonOutput json, OutputStream out, boolean fewestDigits) {
        this.json = json;
        this.out = out;
        this.fewestDigits = fewestDigits;
    }

    /** One that writes equal versions of an event equally: decimals without trailing zeros. */
    static EventWriter canonical(JsonOutput json, OutputStream out) {
        return new EventWriter(json, out, true);
    }

    /**
     * Writes one event as one line, or nothing of it.
     *
     * @throws IllegalArgumentException if a text has half a surrogate pair, or an event type of one's own has a component
     *     named {@code type} or of a kind that {@link SalesEvent#components()} does not name
     * @throws IOException if the output throws one
     */
    public void write(SalesEvent event) throws IOException {
        try {
            object(event);
        } catch (RuntimeException refused) {
            json.discard();
            throw refused;
        }
        json.moveTo(out);
        out.write('\n');
    }

    /** Writes out what is still in memory. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Writes out what is still in memory, and closes the output. */
    @Override
    public void close() throws IOException {
        out.close();
    }

    private void object(SalesEvent event) {
        json.startObject();
        field("type", event.type());
        field("id", event.id());
        field("occurredAt", event.occurredAt());
        event.components().forEach((name, value) -> {
            if (name.equals("type")) {
                throw new IllegalArgumentException(
                        "type (" + value + "): is no name for a component. Maybe call it kind.");
            }
            if (!FIRST.contains(name) && !WireDefaults.has(event, name, value)) {
                field(name, value);
            }
        });
        json.endObject();
    }

    private void field(String name, Object value) {
        json.name(whole(name, name));
        value(name, value);
    }

    private void value(String name, Object value) {
        if (value instanceof String text) {
            json.text(whole(name, text));
        } else if (value instanceof Boolean flag) {
            json.flag(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            json.number(((Number) value).longValue());
        } else if (value instanceof BigDecimal decimal) {
            json.text(Decimals.text(fewestDigits ? decimal.stripTrailingZeros() : decimal));
        } else if (value instanceof Enum || value instanceof Instant || value instanceof Duration) {
            json.text(value.toString());
        } else if (value instanceof Iterable<?> items) {
            json.startArray();
            items.forEach(item -> value(name, item));
            json.endArray();
        } else {
            json.startObject();
            inner(name, value).forEach(this::field);
            json.endObject();
        }
    }

    private static SortedMap<String, Object> inner(String name, Object value) {
        SortedMap<String, Object> parts = new TreeMap<>();
        if (value instanceof Map<?, ?> texts) {
            texts.forEach((key, text) -> parts.put(String.valueOf(key), text));
        } else if (value instanceof BigMoney money) {
            parts.put("amount", money.getAmount());
            parts.put("currency", money.getCurrencyUnit().getCode());
        } else if (value instanceof Link link) {
            parts.put("kind", link.kind());
            parts.put("linkId", link.linkId());
        } else if (value instanceof Actor actor) {
            parts.put("kind", actor.kind());
            if (actor.repId() != null) {
                parts.put("repId", actor.repId());
            }
        } else {
            throw new IllegalArgumentException(name + " (" + value
                    + "): has no place in JSON. Maybe make it a text, a number or a list of texts.");
        }
        return parts;
    }

    private static String whole(String name, String text) {
        if (Surrogates.isUnpaired(text)) {
            throw new IllegalArgumentException(Printable.of(name) + " (" + Printable.of(text)
                    + "): must not have half a surrogate pair. Maybe a text was cut inside an emoji.");
        }
        return text;
    }
}
