package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The events of one story in force, in their order, and what is known of each without looking at it. Valid while the story
 * is told, and not thread-safe.
 */
interface Excerpt {
    /** The root of the story's keys; null for an event that names none. */
    @Nullable
    String key();

    /** Whether it is an event that names no key. */
    boolean isAlone();

    /**
     * Whether it is moved on from story to story, and so are the facts that it has for a storyline. Of such a teller tells one for
     * each subject, under one state.
     */
    boolean isMoved();

    /** How many events there are, at least one. */
    int size();

    SalesEvent event(int index);

    /** An event of the same kind, as {@link io.github.saleskpi.indicator.Fact#like} has it. */
    SalesEvent like(int index);

    /** The acting rep as written, or null for nobody. */
    @Nullable
    String rep(int index);

    Moment moment(int index);

    /** Whom an event that begins the story of a request or an opportunity, or changes its owner, names as that; null for nobody. */
    @Nullable
    String owner(int index);

    /** The events that are anything to a storyline of that number, in their roles. Throws what the storyline throws. */
    <R extends Enum<R>> Facts<R> facts(int number, Storyline<R> storyline);

    /** What an event says of the owner of the story's request or opportunity. */
    Says says(int index);
}
