package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Viewpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a telling depends on beside its story's name: from where one looks, at which versions, which keys are one, who was
 * where, and which types of events are known. Not thread-safe.
 */
final class State {
    private final Viewpoint view;
    private final int limit;
    private final Identities identities;
    private final Roster roster;
    private final Map<Class<? extends SalesEvent>, Boolean> known = new HashMap<>();

    /** Versions with a number below {@code limit} are looked at. */
    State(Viewpoint view, int limit, Identities identities, Roster roster) {
        this.view = view;
        this.limit = limit;
        this.identities = identities;
        this.roster = roster;
    }

    Viewpoint view() {
        return view;
    }

    int limit() {
        return limit;
    }

    Identities identities() {
        return identities;
    }

    Roster roster() {
        return roster;
    }

    /** Whether an event of that type is in force, asked of the versions once. */
    boolean isKnown(Class<? extends SalesEvent> type, Predicate<Class<? extends SalesEvent>> versions) {
        return known.computeIfAbsent(type, versions::test);
    }
}
