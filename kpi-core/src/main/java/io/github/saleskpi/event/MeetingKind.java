package io.github.saleskpi.event;

/** What a meeting was. */
public enum MeetingKind {
    /** A talk. */
    MEETING,
    /** A presentation. */
    PRESENTATION;

    /** The word of the wire format. */
    @Override
    public String toString() {
        return Check.word(this);
    }
}
