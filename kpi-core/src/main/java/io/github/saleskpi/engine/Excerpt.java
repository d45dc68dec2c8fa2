package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Storyline;
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

    /** How many events there are, at least one. */
    int size();

    SalesEvent event(int index);

    /** An event of the same kind, as {@link io.github.saleskpi.indicator.Fact#like} has it. */
    SalesEvent like(int index);

    /** The acting rep as written, or null for nobody. */
    @Nullable
    String rep(int index);

    /** What an event is to a storyline of that number; null for nothing. Throws what the storyline throws. */
    <R extends Enum<R>> @Nullable R role(int number, Storyline<R> storyline, int index);

    /** An event in that role. */
    <R extends Enum<R>> Fact<R> fact(R role, int index);

    /** What an event says of the owner of the story's request or opportunity. */
    Says says(int index);
}
