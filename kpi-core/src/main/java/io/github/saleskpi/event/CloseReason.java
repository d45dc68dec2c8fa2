package io.github.saleskpi.event;

/** Why a request needs no answer any more. */
public enum CloseReason {
    /** There was nothing to answer. */
    NO_ANSWER_NEEDED,
    /** The customer no longer waits. */
    WITHDRAWN;

    /** The word of the wire format. */
    @Override
    public String toString() {
        return Check.word(this);
    }
}
