package io.github.saleskpi.engine;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import org.jspecify.annotations.Nullable;

/** An event in its role, as the engine shows it: with the keys that are in force. */
abstract class FactView<R extends Enum<R>> implements Fact<R> {
    static Moment momentOf(SalesEvent event, ReportingCalendar calendar) {
        return new Moment(event.occurredAt(), event.header().precision() == Header.Precision.DAY, calendar);
    }

    /** The number of the date, in the zone of the calendar, at which an event happened. */
    static long dayOf(SalesEvent event, Days days) {
        return event.header().precision() == Header.Precision.DAY
                ? Days.dateOnly(event.occurredAt())
                : days.dayOf(event.occurredAt());
    }

    static @Nullable String keyOf(SalesEvent event, IdentityKind kind) {
        return switch (kind) {
            case PERSON -> event.personId();
            case REQUEST -> event.requestId();
            case OPPORTUNITY -> event.opportunityId();
            case REP -> event.actor().repId();
        };
    }

    /** Null also where that fails, as only an event of somebody's own can: it is told alone. */
    static @Nullable String keyIfAny(SalesEvent event, IdentityKind kind) {
        try {
            return keyOf(event, kind);
        } catch (RuntimeException failed) {
            return null;
        }
    }

    /** The number of its date in the zone of the calendar. */
    abstract long day(Days days);

    @Override
    public final @Nullable String rep() {
        return named(IdentityKind.REP);
    }

    @Override
    public final <E extends SalesEvent> E as(Class<E> type) {
        return type.cast(event());
    }

    @Override
    public final String toString() {
        return role() + " " + id();
    }
}
