package io.github.saleskpi.event;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A link in a message was followed. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param messageId the message
 * @param linkId the link in it
 * @param personId who clicked, or null
 * @param verdict what the source makes of the click
 */
public record LinkClicked(
        Header header,
        String messageId,
        String linkId,
        @Nullable String personId,
        Verdict verdict) implements SalesEvent {
    /** What the source makes of a click. */
    public enum Verdict {
        /** A person clicked. */
        HUMAN,
        /** Probably a scanner. */
        SUSPECTED_BOT,
        /** One of us clicked. */
        INTERNAL,
        /** No verdict. */
        UNKNOWN;

        /** The word of the wire format. */
        @Override
        public String toString() {
            return Check.word(this);
        }
    }

    public LinkClicked {
        Check.present("messageId", messageId);
        Check.present("linkId", linkId);
        Check.presentOrNull("personId", personId);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static LinkClicked of(Header header, String messageId, String linkId) {
        return new LinkClicked(header, messageId, linkId, null, Verdict.UNKNOWN);
    }

    /** The same event with that person. */
    public LinkClicked withPersonId(@Nullable String personId) {
        return new LinkClicked(header, messageId, linkId, personId, verdict);
    }

    /** The same event with that verdict. */
    public LinkClicked withVerdict(Verdict verdict) {
        return new LinkClicked(header, messageId, linkId, personId, verdict);
    }

    @Override
    public String type() {
        return "linkClicked";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("messageId", messageId)
                .with("linkId", linkId)
                .with("personId", personId)
                .with("verdict", verdict)
                .sorted();
    }
}
