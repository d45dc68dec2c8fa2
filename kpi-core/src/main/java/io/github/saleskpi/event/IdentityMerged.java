package io.github.saleskpi.event;

import java.util.SortedMap;

/**
 * Two keys turned out to be one, for all of history; the root of {@link #intoId()} stays the name. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param kind what kind of key
 * @param fromId the key that goes
 * @param intoId the key that stays
 */
public record IdentityMerged(Header header, IdentityKind kind, String fromId, String intoId) implements SalesEvent {
    public IdentityMerged {
        Check.present("fromId", fromId);
        Check.present("intoId", intoId);
    }

    @Override
    public String type() {
        return "identityMerged";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("kind", kind)
                .with("fromId", fromId)
                .with("intoId", intoId)
                .sorted();
    }
}
