package io.github.saleskpi.event;

/** What kind of key an identity merge unites. */
public enum IdentityKind {
    /** Persons. */
    PERSON,
    /** Requests. */
    REQUEST,
    /** Opportunities. */
    OPPORTUNITY,
    /** Sales reps. */
    REP;

    /** The word of the wire format. */
    @Override
    public String toString() {
        return Check.word(this);
    }
}
