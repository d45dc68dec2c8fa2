package io.github.saleskpi.engine;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

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

    /** Reads one detail of an event; the parts stand where those begin that are not of all types. */
    @FunctionalInterface
    interface Reading<E extends SalesEvent> {
        @Nullable
        Object of(E like, PartReader parts);
    }

    private final Class<E> type;
    private final BiConsumer<E, Parts> apart;
    private final Making<E> anew;
    private final Map<Detail, Reading<E>> readings;

    /**
     * The code of a type.
     *
     * @param apart tells all that is not in the header and is neither person, request nor opportunity
     */
    EventCode(Class<E> type, BiConsumer<E, Parts> apart, Making<E> anew) {
        this(type, apart, anew, new EnumMap<>(Detail.class));
    }

    private EventCode(Class<E> type, BiConsumer<E, Parts> apart, Making<E> anew, Map<Detail, Reading<E>> readings) {
        this.type = type;
        this.apart = apart;
        this.anew = anew;
        this.readings = readings;
    }

    /** The same code, which can also read that detail alone. */
    EventCode<E> reading(Detail detail, Reading<E> reading) {
        Map<Detail, Reading<E>> more = new EnumMap<>(Detail.class);
        more.putAll(readings);
        more.put(detail, reading);
        return new EventCode<>(type, apart, anew, more);
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

    /** A detail of an event; null if there is none, as there never is of most types. */
    @Nullable
    Object read(Detail detail, SalesEvent like, PartReader parts) {
        Reading<E> reading = readings.get(detail);
        return reading == null ? null : reading.of(type.cast(like), parts);
    }
}
