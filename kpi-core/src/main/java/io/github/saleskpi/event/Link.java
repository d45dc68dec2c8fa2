package io.github.saleskpi.event;

/**
 * A link in a message. Immutable and thread-safe.
 *
 * @param linkId the link, unique in its message
 * @param kind what it is for
 */
public record Link(String linkId, Kind kind) {
    /** What a link in a message is for. */
    public enum Kind {
        /** Something to read or do. */
        CONTENT,
        /** Part of the signature. */
        SIGNATURE,
        /** The way out. */
        UNSUBSCRIBE;

        /** The word of the wire format. */
        @Override
        public String toString() {
            return Check.word(this);
        }
    }

    public Link {
        Check.present("linkId", linkId);
    }

    /** A content link. */
    public static Link content(String linkId) {
        return new Link(linkId, Kind.CONTENT);
    }
}
