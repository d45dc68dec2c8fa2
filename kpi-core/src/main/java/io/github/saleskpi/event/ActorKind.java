package io.github.saleskpi.event;

/** What kind of actor did something. */
public enum ActorKind {
    /** A person. */
    HUMAN,
    /** A workflow of one's own. */
    AUTOMATION,
    /** Somebody's robot. */
    BOT,
    /** A transfer of data. */
    IMPORT,
    /** Not known. */
    UNKNOWN;

    /** The word of the wire format. */
    @Override
    public String toString() {
        return Check.word(this);
    }
}
