package io.github.saleskpi.event;

/**
 * A link in a message. Immutable and thread-safe.
 *
 * @param linkId the link, unique in its message
 * @param kind what it is for
 */
public record Link(String linkId, LinkKind kind) {
    public Link {
        Check.present("linkId", linkId);
    }

    /** A content link. */
    public static Link content(String linkId) {
        return new Link(linkId, LinkKind.CONTENT);
    }
}
