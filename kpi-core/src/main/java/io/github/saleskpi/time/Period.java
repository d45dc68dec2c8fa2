package io.github.saleskpi.time;

import java.time.LocalDate;
import java.time.Month;
import org.threeten.extra.LocalDateRange;

/**
 * Local dates from one (inclusive) to another (exclusive) under a name, such as {@code 2026-03} or {@code FY2026-Q1}.
 * Immutable and thread-safe; ordered by first date, then by length.
 *
 * <p>Periods of the fiscal year come from {@link ReportingCalendar}; the factories here are those of the calendar year.
 */
public final class Period implements Comparable<Period> {
    private static final ReportingCalendar CALENDAR_YEAR = ReportingCalendar.utc();
    private static final Period ALL = new Period(Granularity.ALL, LocalDateRange.ALL, "all");

    private final Granularity granularity;
    private final LocalDateRange dates;
    private final String name;

    Period(Granularity granularity, LocalDateRange dates, String name) {
        this.granularity = granularity;
        this.dates = dates;
        this.name = name;
    }

    /** The one period of {@link Granularity#ALL}; the report says which dates it really covers. */
    public static Period all() {
        return ALL;
    }

    /** That year from January. */
    public static Period year(int year) {
        return of(LocalDate.of(year, 1, 1), Granularity.YEAR);
    }

    /** That quarter, 1 to 4. */
    public static Period quarter(int year, int quarter) {
        return of(
                LocalDate.of(year, Month.JANUARY, 1).plusMonths(3L * (checked("quarter", quarter, 4) - 1)),
                Granularity.QUARTER);
    }

    /** That month, 1 to 12. */
    public static Period month(int year, int month) {
        return of(LocalDate.of(year, checked("month", month, 12), 1), Granularity.MONTH);
    }

    /** That date. */
    public static Period day(LocalDate date) {
        return of(date, Granularity.DAY);
    }

    /**
     * The period of that name: {@code 2026}, {@code 2026-H1}, {@code 2026-Q1}, {@code 2026-03}, {@code 2026-W10},
     * {@code 2026-03-02} or {@code all}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Period parse(String text) {
        return CALENDAR_YEAR.parse(text);
    }

    private static Period of(LocalDate date, Granularity granularity) {
        return CALENDAR_YEAR.periodOf(date, granularity);
    }

    private static int checked(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    what + " (" + value + "): must be 1 to " + most + ". Maybe it was counted from 0.");
        }
        return value;
    }

    /** How long it is. */
    public Granularity granularity() {
        return granularity;
    }

    /** The first date, inclusive; {@link LocalDate#MIN} of {@code all}. */
    public LocalDate from() {
        return dates.getStart();
    }

    /** The date after the last, exclusive; {@link LocalDate#MAX} of {@code all}. */
    public LocalDate to() {
        return dates.getEnd();
    }

    /** Whether that date lies in it. */
    public boolean contains(LocalDate date) {
        return dates.contains(date);
    }

    @Override
    public int compareTo(Period other) {
        int byStart = from().compareTo(other.from());
        return byStart != 0 ? byStart : to().compareTo(other.to());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Period that && name.equals(that.name) && dates.equals(that.dates);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
