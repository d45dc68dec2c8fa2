package io.github.saleskpi.event;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A fact is taken back, from {@code recordedAt} on; a retraction itself cannot be. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param targetId the id of the event
 * @param reason why, or null
 */
public record EventRetracted(
        Header header, String targetId, @Nullable String reason) implements SalesEvent {
    public EventRetracted {
        Check.present("targetId", targetId);
        Check.presentOrNull("reason", reason);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static EventRetracted of(Header header, String targetId) {
        return new EventRetracted(header, targetId, null);
    }

    /** The same event with that reason. */
    public EventRetracted withReason(@Nullable String reason) {
        return new EventRetracted(header, targetId, reason);
    }

    @Override
    public String type() {
        return "eventRetracted";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("targetId", targetId)
                .with("reason", reason)
                .sorted();
    }
}
