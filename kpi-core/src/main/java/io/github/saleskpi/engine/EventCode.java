package io.github.saleskpi.engine;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import java.util.function.BiConsumer;

/** How events of one type are taken apart and made anew: what is told first is asked for first. Immutable. */
final class EventCode<E extends SalesEvent> {
    /** Makes an event anew. */
    @FunctionalInterface
    interface Making<E extends SalesEvent> {
        /**
         * The event.
         *
         * @param like an event of the same shape
         * @param header what every event has
         * @param parts the rest of it
         */
        E of(E like, Header header, PartReader parts);
    }

    private final Class<E> type;
    private final BiConsumer<E, Parts> apart;
    private final Making<E> anew;

    /**
     * The code of a type.
     *
     * @param apart tells all that is not in the header and is neither person, request nor opportunity
     */
    EventCode(Class<E> type, BiConsumer<E, Parts> apart, Making<E> anew) {
        this.type = type;
        this.apart = apart;
        this.anew = anew;
    }

    Class<E> type() {
        return type;
    }

    void takeApart(SalesEvent event, Parts parts) {
        apart.accept(type.cast(event), parts);
    }

    SalesEvent makeAnew(SalesEvent like, Header header, PartReader parts) {
        return anew.of(type.cast(like), header, parts);
    }
}
