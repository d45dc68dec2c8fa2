package io.github.saleskpi.event;

/** How exactly a moment is known. */
public enum Precision {
    /** To the instant. */
    EXACT,
    /** Only the date: the UTC date of the instant, taken as the local date in every zone. */
    DAY;

    /** The word of the wire format. */
    @Override
    public String toString() {
        return Check.word(this);
    }
}
