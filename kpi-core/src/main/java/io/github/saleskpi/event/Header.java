package io.github.saleskpi.event;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What every event has. Immutable and thread-safe.
 *
 * @param id unique per fact, opaque, not empty
 * @param occurredAt when it happened; a call's is its end; years 1678 to 2261
 * @param precision whether only the date is known
 * @param recordedAt when the source stored it; years 1678 to 2261
 * @param actor who did it
 * @param channel in lower case, or null if it has none
 * @param attributes whatever the embedding system wants to group or filter by, sorted by name
 */
public record Header(
        String id,
        Instant occurredAt,
        Precision precision,
        Instant recordedAt,
        Actor actor,
        @Nullable String channel,
        SortedMap<String, String> attributes) {
    /** How exactly a moment is known. */
    public enum Precision {
        /** To the instant. */
        EXACT,
        /** Only the date: the UTC date of the instant, taken as the local date in every zone. */
        DAY;

        /** The word of the wire format. */
        @Override
        public String toString() {
            return Check.word(this);
        }
    }

    private static final SortedMap<String, String> NONE = Collections.unmodifiableSortedMap(new TreeMap<>());

    public Header {
        Check.present("id", id);
        Check.year("occurredAt", occurredAt);
        Check.year("recordedAt", recordedAt);
        Check.presentOrNull("channel", channel);
        attributes.forEach((name, value) -> Check.attribute(name, value));
        channel = channel == null ? null : channel.toLowerCase(Locale.ROOT);
        attributes = attributes == NONE || attributes.isEmpty()
                ? NONE
                : Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) attributes));
    }

    /** A fact of somebody unknown (who counts as no human), stored when it happened. */
    public static Header of(String id, Instant occurredAt) {
        return new Header(id, occurredAt, Precision.EXACT, occurredAt, Actor.UNKNOWN, null, NONE);
    }

    /** The same, done by that human rep. */
    public Header withRep(String repId) {
        return withActor(Actor.rep(repId));
    }

    /** The same, done by that actor. */
    public Header withActor(Actor who) {
        return new Header(id, occurredAt, precision, recordedAt, who, channel, attributes);
    }

    /** The same, stored at that instant. */
    public Header withRecordedAt(Instant instant) {
        return new Header(id, occurredAt, precision, instant, actor, channel, attributes);
    }

    /** The same, known that exactly. */
    public Header withPrecision(Precision exactness) {
        return new Header(id, occurredAt, exactness, recordedAt, actor, channel, attributes);
    }

    /** The same on that channel; null for the default of the event's type. */
    public Header withChannel(@Nullable String name) {
        return new Header(id, occurredAt, precision, recordedAt, actor, name, attributes);
    }

    /** The same with that attribute. */
    public Header withAttribute(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(attributes);
        more.put(name, value);
        return new Header(id, occurredAt, precision, recordedAt, actor, channel, more);
    }

    Header withDefaultChannel(String name) {
        return channel == null ? withChannel(name) : this;
    }

    Components components() {
        return new Components()
                .with("id", id)
                .with("occurredAt", occurredAt)
                .with("precision", precision)
                .with("recordedAt", recordedAt)
                .with("actor", actor)
                .with("channel", channel)
                .with("attributes", attributes);
    }
}
