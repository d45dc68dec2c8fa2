package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/** Which types of events stories asked about, and the ids that any version ever gave such an event. Not thread-safe. */
final class KnownTypes {
    private final Versions versions;
    private final Map<Class<? extends SalesEvent>, Set<Integer>> ids = new HashMap<>();
    private long questions;

    KnownTypes(Versions versions) {
        this.versions = versions;
    }

    /** Gives the ids of all types that anybody asked about. */
    void ids(IntConsumer to) {
        ids.values().forEach(known -> known.forEach(to::accept));
    }

    /** How often anybody asked. */
    long questions() {
        return questions;
    }

    void add(SalesEvent event, int id) {
        ids.forEach((type, known) -> {
            if (type.isInstance(event)) {
                known.add(id);
            }
        });
    }

    /** Whether an event of that type is in force under that state. */
    boolean isKnown(Class<? extends SalesEvent> type, State state) {
        questions++;
        return state.isKnown(
                type,
                asked -> ids.computeIfAbsent(asked, this::find).stream()
                        .anyMatch(id -> type.isInstance(versions.inForce(id, state.view(), state.limit()))));
    }

    /** Whether the answer to any question asked so far differs between the two. */
    boolean differ(State before, State after) {
        return ids.keySet().stream().anyMatch(type -> isKnown(type, before) != isKnown(type, after));
    }

    private Set<Integer> find(Class<? extends SalesEvent> type) {
        Set<Integer> found = new HashSet<>();
        for (int version = 0; version < versions.size(); version++) {
            if (type.isInstance(versions.version(version))) {
                found.add(versions.idOf(version));
            }
        }
        return found;
    }
}
