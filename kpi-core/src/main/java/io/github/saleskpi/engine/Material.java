package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Subject;
import java.time.Instant;
import java.util.function.Predicate;

/** What every storyline of a subject is given: a story's events, who owned it, and which deadlines have passed. */
record Material(Subject subject, Excerpt excerpt, Ownership ownership, Predicate<Instant> reached) {
    /** What the story is called where it fails. */
    String place() {
        return excerpt.isAlone() ? "event:" + excerpt.event(0).id() : subject.name() + ":" + excerpt.key();
    }
}
