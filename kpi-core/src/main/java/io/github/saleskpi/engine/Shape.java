package io.github.saleskpi.engine;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Header;
import org.jspecify.annotations.Nullable;

/**
 * What of an event has few values, so that many events have it in common.
 *
 * @param code its type
 * @param precision how exactly its moment is known
 * @param actor what kind of actor did it
 * @param channel its channel
 * @param word the first of the other words that its type has: a kind, a status, a currency
 * @param otherWord the second
 * @param flags whether each component that may be absent or empty is there, and what is true or false
 */
record Shape(
        EventCode<?> code,
        Header.Precision precision,
        Actor.Kind actor,
        @Nullable String channel,
        @Nullable Object word,
        @Nullable Object otherWord,
        long flags) {}
