package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.WireComponents.ACTOR;
import static io.github.saleskpi.jackson.WireComponents.ATTRIBUTES;
import static io.github.saleskpi.jackson.WireComponents.CHANNEL;
import static io.github.saleskpi.jackson.WireComponents.ID;
import static io.github.saleskpi.jackson.WireComponents.OCCURRED_AT;
import static io.github.saleskpi.jackson.WireComponents.PRECISION;
import static io.github.saleskpi.jackson.WireComponents.RECORDED_AT;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Header;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of one line by component. Made anew for each: a reference is cheap to write to what is new. Not thread-safe. */
final class Values {
    private static final SortedMap<String, String> NO_ATTRIBUTES = Collections.unmodifiableSortedMap(new TreeMap<>());

    private static final Object ABSENT = new Object();

    private final int[] places;
    private final @Nullable Object[] values;

    /** Of so many components, whose places are found by their slots. */
    Values(int[] places, int number) {
        this.places = places;
        this.values = new Object[number];
    }

    /** Whether the line has named the component before. */
    boolean met(Component<?> component) {
        return values[places[component.slot()]] != null;
    }

    void put(Component<?> component, @Nullable Object value) {
        values[places[component.slot()]] = value == null ? ABSENT : value;
    }

    boolean has(Component<?> component) {
        return get(component) != null;
    }

    /** The value, or null if it is absent. */
    @SuppressWarnings("unchecked") // only the component's own reader puts values there
    <T> @Nullable T get(Component<T> component) {
        Object value = values[places[component.slot()]];
        return value == ABSENT ? null : (T) value;
    }

    /** The value, or the default if it is absent. */
    <T> T get(Component<T> component, T absent) {
        @Nullable T value = get(component);
        return value == null ? absent : value;
    }

    /** A value without which no event is built. */
    <T> T need(Component<T> component) {
        return Objects.requireNonNull(get(component), component.name());
    }

    /** What every event has, with that channel by default. */
    Header header(@Nullable String defaultChannel) {
        Instant occurredAt = need(OCCURRED_AT);
        Instant recordedAt = get(RECORDED_AT, occurredAt);
        @Nullable String channel = get(CHANNEL);
        return new Header(
                need(ID),
                occurredAt,
                get(PRECISION, Header.Precision.EXACT),
                recordedAt.equals(occurredAt) ? occurredAt : recordedAt,
                get(ACTOR, Actor.UNKNOWN),
                channel == null ? defaultChannel : channel,
                get(ATTRIBUTES, NO_ATTRIBUTES));
    }
}
