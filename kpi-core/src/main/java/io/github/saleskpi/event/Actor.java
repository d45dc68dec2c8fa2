package io.github.saleskpi.event;

import org.jspecify.annotations.Nullable;

/**
 * Who did it. Immutable and thread-safe.
 *
 * @param kind what kind of actor
 * @param repId the sales rep, or null for nobody known
 */
public record Actor(ActorKind kind, @Nullable String repId) {
    /** Nobody known. */
    public static final Actor UNKNOWN = new Actor(ActorKind.UNKNOWN, null);

    public Actor {
        Check.presentOrNull("repId", repId);
    }

    /** That human rep. */
    public static Actor rep(String repId) {
        return new Actor(ActorKind.HUMAN, repId);
    }

    /** Something of that kind, on behalf of no rep. */
    public static Actor of(ActorKind kind) {
        return new Actor(kind, null);
    }

    /** Whether a human did it. */
    public boolean isHuman() {
        return kind == ActorKind.HUMAN;
    }
}
