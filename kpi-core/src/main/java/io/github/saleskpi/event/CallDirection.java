package io.github.saleskpi.event;

/** Who called whom. */
public enum CallDirection {
    /** We called. */
    OUTBOUND,
    /** We were called. */
    INBOUND;

    /** The word of the wire format. */
    @Override
    public String toString() {
        return Check.word(this);
    }
}
