package io.github.saleskpi.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When something happened: an instant, or, where no more is known, a local date. Immutable and thread-safe.
 *
 * <p>Before and after compare instants; where one of two moments is day-only they compare local dates, and the same date
 * is neither.
 *
 * @param at the instant as written
 * @param dayOnly whether only its UTC date counts, as the local date in every zone
 * @param calendar decides the local date of an exact instant
 */
public record Moment(Instant at, boolean dayOnly, ReportingCalendar calendar) {
    /** The local date. */
    public LocalDate date() {
        return dayOnly ? ReportingCalendar.dateOf(at, ZoneOffset.UTC) : calendar.dateOf(at);
    }

    /** The instant itself; where only the date is known, that at which the date begins in the calendar's zone. */
    public Instant start() {
        return dayOnly ? calendar.startOf(date()) : at;
    }

    /**
     * The moment so much later.
     *
     * @throws IllegalArgumentException if only the date is known: no length of time may be measured with it
     */
    public Moment plus(Duration length) {
        if (dayOnly) {
            throw new IllegalArgumentException("moment (" + date() + "): only its date is known, so " + length
                    + " cannot be measured from it. Maybe leave the fact out first.");
        }
        return new Moment(at.plus(length), false, calendar);
    }

    /** Whether it is strictly before the other; of two on one date where either is day-only, no. */
    public boolean isBefore(Moment other) {
        return (dayOnly || other.dayOnly) ? date().isBefore(other.date()) : at.isBefore(other.at);
    }

    /** Whether it is strictly after the other; of two on one date where either is day-only, no. */
    public boolean isAfter(Moment other) {
        return other.isBefore(this);
    }
}
