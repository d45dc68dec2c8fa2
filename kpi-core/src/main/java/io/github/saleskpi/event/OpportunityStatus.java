package io.github.saleskpi.event;

/** Where an opportunity stands. */
public enum OpportunityStatus {
    /** Undecided. */
    OPEN,
    /** Sold. */
    WON,
    /** Not sold. */
    LOST,
    /** Never was one. */
    INVALID;

    /** The word of the wire format. */
    @Override
    public String toString() {
        return Check.word(this);
    }
}
