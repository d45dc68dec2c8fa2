package io.github.saleskpi.oracle;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The local date of a moment, and what comes after what, written anew from {@code events.md}. */
final class LocalDates {
    private LocalDates() {}

    static Moment momentOf(SalesEvent event, ReportingCalendar calendar) {
        return new Moment(event.occurredAt(), event.header().precision() == Header.Precision.DAY, calendar);
    }

    /** With day precision the UTC date, in every zone. */
    static LocalDate of(Moment moment) {
        return moment.at()
                .atZone(moment.dayOnly() ? ZoneOffset.UTC : moment.calendar().zone())
                .toLocalDate();
    }

    /** Instants are compared; where one has day precision, local dates, and the same date is neither. */
    static boolean isAfter(Moment one, Moment other) {
        return (one.dayOnly() || other.dayOnly())
                ? of(one).compareTo(of(other)) > 0
                : one.at().compareTo(other.at()) > 0;
    }
}
