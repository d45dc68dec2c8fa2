package io.github.saleskpi.event;

import org.jspecify.annotations.Nullable;

/**
 * Who did it. Immutable and thread-safe.
 *
 * @param kind what kind of actor
 * @param repId the sales rep, or null for nobody known
 */
public record Actor(Kind kind, @Nullable String repId) {
    /** What kind of actor did something. */
    public enum Kind {
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

    /** Nobody known. */
    public static final Actor UNKNOWN = new Actor(Kind.UNKNOWN, null);

    public Actor {
        Check.presentOrNull("repId", repId);
    }

    /** That human rep. */
    public static Actor rep(String repId) {
        return new Actor(Kind.HUMAN, repId);
    }

    /** Something of that kind, on behalf of no rep. */
    public static Actor of(Kind kind) {
        return new Actor(kind, null);
    }

    /** Whether a human did it. */
    public boolean isHuman() {
        return kind == Kind.HUMAN;
    }
}
