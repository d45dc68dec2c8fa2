package io.github.saleskpi.event;

/** How a marketing material was used. */
public enum AssetUse {
    /** Only looked at. */
    VIEWED,
    /** Put into a document. */
    INSERTED,
    /** Sent to somebody. */
    SENT,
    /** Shown to somebody. */
    PRESENTED;

    /** The word of the wire format. */
    @Override
    public String toString() {
        return Check.word(this);
    }
}
