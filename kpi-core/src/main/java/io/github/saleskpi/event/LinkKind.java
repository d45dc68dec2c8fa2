package io.github.saleskpi.event;

/** What a link in a message is for. */
public enum LinkKind {
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
