package io.github.saleskpi.event;

/** How far a call got, in rising order; each rung from {@link #ANSWERED} up includes those below it. */
public enum CallOutcome {
    /** No connection. */
    FAILED,
    /** Somebody else's number. */
    WRONG_NUMBER,
    /** Engaged. */
    BUSY,
    /** It rang. */
    NO_ANSWER,
    /** A machine. */
    VOICEMAIL,
    /** Somebody picked up. */
    ANSWERED,
    /** The person wanted. */
    REACHED,
    /** A meaningful talk. */
    CONVERSATION,
    /** A meeting was agreed. */
    MEETING_SET,
    /** Not known: outside the order. */
    UNKNOWN;

    /** Whether it got that far; {@link #UNKNOWN} never did. */
    public boolean atLeast(CallOutcome rung) {
        return this != UNKNOWN && rung != UNKNOWN && compareTo(rung) >= 0;
    }

    /** The word of the wire format. */
    @Override
    public String toString() {
        return Check.word(this);
    }
}
