package io.github.saleskpi.engine;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Header;
import java.util.Comparator;
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
        long flags)
        implements Comparable<Shape> {
    private static final Comparator<Shape> ORDER = Comparator.comparing(
                    (Shape shape) -> shape.code.type().getName())
            .thenComparing(Shape::precision)
            .thenComparing(Shape::actor)
            .thenComparing(shape -> String.valueOf(shape.channel))
            .thenComparing(shape -> String.valueOf(shape.word))
            .thenComparing(shape -> String.valueOf(shape.otherWord))
            .thenComparing(shape -> shape.channel == null)
            .thenComparing(Shape::flags);

    /** Some order, by which a map finds its way among shapes of one hash, as whoever means harm can bring about. */
    @Override
    public int compareTo(Shape other) {
        return ORDER.compare(this, other);
    }
}
