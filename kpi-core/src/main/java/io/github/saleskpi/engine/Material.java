package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What every storyline of a subject is given: a story's key, its events in force in their order, who owned it, and which
 * deadlines have passed.
 *
 * @param key the root of its keys, or null for an event that names none
 * @param events at least one
 */
record Material(
        Subject subject,
        @Nullable String key,
        List<SalesEvent> events,
        Ownership ownership,
        Predicate<Instant> reached) {
    /** What the story is called where it fails. */
    String place() {
        return key == null ? "event:" + events.get(0).id() : subject.name() + ":" + key;
    }

    Optional<String> optionalKey() {
        return Optional.ofNullable(key);
    }
}
