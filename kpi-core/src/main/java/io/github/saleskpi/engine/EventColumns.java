package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Many events in little memory: they are taken apart into columns, and each is made anew when it is asked for, equal to the one
 * that was added. An event of a CRM takes about an eighth of what it takes as an object. A {@link
 * io.github.saleskpi.event.CustomSalesEvent} is kept as it is.
 *
 * <p>A list in the order of adding, in which an event may stand more than once; at most 2,147,483,647. Immutable; any number of
 * threads may read it.
 */
public final class EventColumns extends AbstractList<SalesEvent> implements RandomAccess {
    private final EventRows rows;

    private EventColumns(EventRows rows) {
        this.rows = rows;
    }

    /** Takes events in; it holds none yet. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The event at that place, made anew.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    @Override
    public SalesEvent get(int index) {
        return rows.event(Objects.checkIndex(index, size()));
    }

    @Override
    public int size() {
        return rows.size();
    }

    /** The number of the event's shape, or -1 if it has none: all that has few values, and which other components are there. */
    int shape(int row) {
        return Math.max(Shapes.NONE, rows.shapeOf.getInt(row));
    }

    int shapes() {
        return rows.shapes.size();
    }

    /** The first event that had that shape. */
    SalesEvent example(int shape) {
        return rows.shapes.example(shape);
    }

    /** The first event of each shape. */
    List<SalesEvent> examples() {
        return rows.shapes.examples();
    }

    long second(int row) {
        return rows.seconds.get(row);
    }

    int nano(int row) {
        return rows.nanos.getInt(row);
    }

    boolean isDayOnly(int row) {
        return rows.dayOnly.get(row) != 0;
    }

    long recordedSecond(int row) {
        return rows.recordedSecond(row);
    }

    int recordedNano(int row) {
        return rows.recordedNano(row);
    }

    /** The number of the id's text. */
    int id(int row) {
        return rows.ids.getInt(row);
    }

    /** The number of the text of the person, request, opportunity or acting rep that the event names, or -1. */
    int key(int row, IdentityKind kind) {
        return switch (kind) {
            case PERSON -> rows.persons.getInt(row);
            case REQUEST -> rows.requests.getInt(row);
            case OPPORTUNITY -> rows.opportunities.getInt(row);
            case REP -> rows.reps.getInt(row);
        };
    }

    /** The number of the text of the message that was sent, or in which a link was clicked; else -1. */
    int message(int row) {
        return rows.messages.getInt(row);
    }

    /** A detail of the event, which has a shape; null if there is none. */
    @Nullable
    Object detail(int row, Detail detail) {
        return rows.detail(row, detail);
    }

    /** An attribute of the event, which has a shape; null if it has none of that name. */
    @Nullable
    String attribute(int row, String name) {
        return rows.attribute(row, name);
    }

    /** The number of the text of an id or key of which a retraction or a merge speaks; -1 if no event has it. */
    int find(String text) {
        return rows.find(text);
    }

    /** How many different texts there are; they are numbered from 0. */
    int texts() {
        return rows.texts.size();
    }

    String text(int number) {
        return rows.texts.text(number);
    }

    /** Takes events apart, one after the other. Not thread-safe. */
    public static final class Builder {
        private EventRows rows = new EventRows();

        private Builder() {}

        /**
         * Takes an event in; the object itself is not needed any more. What an event of an embedder's own throws meanwhile comes
         * through, and nothing of it is taken in.
         */
        public Builder add(SalesEvent event) {
            rows.add(event);
            return this;
        }

        /** Takes events in, in their order. */
        public Builder addAll(Iterable<? extends SalesEvent> events) {
            events.forEach(this::add);
            return this;
        }

        /** How many were taken in since the last time that columns were made. */
        public int size() {
            return rows.size();
        }

        /** The events taken in. The builder is empty afterwards and may go on with others. */
        public EventColumns build() {
            EventRows built = rows;
            rows = new EventRows();
            built.close();
            return new EventColumns(built);
        }
    }
}
