package io.github.saleskpi.jackson;

import io.github.saleskpi.event.Actor;
import org.jspecify.annotations.Nullable;

/** Gives equal actors as one object where it can; of bounded size. Not thread-safe. */
final class ActorCache {
    private static final int SIZE = 512;

    private final @Nullable Actor[] actors = new Actor[SIZE];

    Actor get(Actor.Kind kind, @Nullable String repId) {
        int hash = repId == null ? 0 : repId.hashCode();
        int place = (hash ^ (hash >>> 15)) & (SIZE - 1);
        Actor known = actors[place];
        if (known != null
                && known.kind() == kind
                && (repId == null ? known.repId() == null : repId.equals(known.repId()))) {
            return known;
        }
        Actor actor = new Actor(kind, repId);
        actors[place] = actor;
        return actor;
    }
}
