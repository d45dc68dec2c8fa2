package io.github.saleskpi.indicator;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Moment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as a story shows it, in its role. Valid while the story is told: one that is kept beyond that may show
 * another event. Not thread-safe.
 *
 * @param <R> the storyline's roles
 */
public interface Fact<R extends Enum<R>> {
    /** What the storyline called it. */
    R role();

    /** The event's id. */
    String id();

    /** When it happened. */
    Moment moment();

    /** The instant at which it happened, as written. */
    default Instant at() {
        return moment().at();
    }

    /** Whether only its date is known: no length of time may then be measured with it. */
    default boolean dayOnly() {
        return moment().dayOnly();
    }

    /** Strictly before the other, as {@link Moment#isBefore} has it. */
    default boolean isBefore(Fact<?> other) {
        return moment().isBefore(other.moment());
    }

    /** The acting rep, or null for nobody. */
    @Nullable
    String rep();

    /**
     * The person, request, opportunity or acting rep that the event names, or null; replaced by its root where merges
     * made several one. Unlike the ids inside {@link #as}, which are as written.
     */
    @Nullable
    String named(IdentityKind kind);

    /** The whole event, as it was written. */
    default SalesEvent event() {
        return as(SalesEvent.class);
    }

    /**
     * The whole event, as it was written, by its type.
     *
     * @throws ClassCastException if it is of another type
     */
    <E extends SalesEvent> E as(Class<E> type);

    /**
     * An event of the same kind: of the type, channel, words and flags of this one, by somebody of the same sort, and with the
     * same components, but of what is in them only {@link Storyline#readsKindOnly the kind} is to be looked at. It is at hand
     * where this event itself lies far away, or in columns and would have to be made anew.
     *
     * @throws ClassCastException if it is of another type
     */
    default <E extends SalesEvent> E like(Class<E> type) {
        return as(type);
    }
}
