package io.github.saleskpi.event;

/** What was done on a social network. */
public enum SocialKind {
    /** A post of one's own. */
    POST,
    /** A comment. */
    COMMENT,
    /** Something passed on. */
    SHARE,
    /** A direct message. */
    MESSAGE,
    /** A new connection. */
    CONNECTION,
    /** A mere like; no activity by itself. */
    REACTION;

    /** The word of the wire format. */
    @Override
    public String toString() {
        return Check.word(this);
    }
}
