package io.github.saleskpi.event;

/** What the source makes of a click. */
public enum ClickVerdict {
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
