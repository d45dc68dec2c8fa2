package io.github.saleskpi.cli;

import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;

/** Events for people to read, in one line. */
final class EventText {
    private EventText() {}

    /** Such as {@code o1-won (opportunityMoved, 2026-03-16 10:00:00)}; of a custom event also its name. */
    static String of(SalesEvent event, ReportingCalendar calendar) {
        boolean dayOnly = event.header().precision() == Header.Precision.DAY;
        return event.id() + " (" + type(event) + ", " + moment(event.occurredAt(), dayOnly, calendar) + ")";
    }

    private static String type(SalesEvent event) {
        return event instanceof CustomEvent custom ? event.type() + " " + custom.name() : event.type();
    }

    /** Local date and time, or the date where only that is known. */
    static String moment(Instant instant, boolean dayOnly, ReportingCalendar calendar) {
        return dayOnly
                ? new Moment(instant, true, calendar).date().toString()
                : Footer.moment(instant, calendar.zone());
    }
}
