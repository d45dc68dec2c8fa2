package io.github.saleskpi.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threeten.extra.LocalDateRange;

/**
 * How a report cuts time into periods: its zone, and the month in which the fiscal year starts. Immutable and
 * thread-safe.
 *
 * @param zone decides the local date of an instant
 * @param fiscalStart with any other than January, quarters, half-years and years are fiscal, and named by the calendar
 *     year in which the fiscal year ends
 */
public record ReportingCalendar(ZoneId zone, Month fiscalStart) {
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final Pattern NAME =
            Pattern.compile("(FY)?(\\d{4})(?:-(?:H([12])|Q([1-4])|W(\\d\\d)|(\\d\\d)(?:-(\\d\\d))?))?");

    /** Universal time and calendar years. */
    public static ReportingCalendar utc() {
        return of(ZoneOffset.UTC);
    }

    /** That zone and calendar years. */
    public static ReportingCalendar of(ZoneId zone) {
        return new ReportingCalendar(zone, Month.JANUARY);
    }

    /** The local date of that instant. */
    public LocalDate dateOf(Instant instant) {
        return zone instanceof ZoneOffset offset ? dateOf(instant, offset) : LocalDate.ofInstant(instant, zone);
    }

    /** The same at an offset, of which JDK 17 would make a set of rules each time. */
    static LocalDate dateOf(Instant instant, ZoneOffset offset) {
        return LocalDate.ofEpochDay(
                Math.floorDiv(instant.getEpochSecond() + offset.getTotalSeconds(), SECONDS_OF_A_DAY));
    }

    /** The instant at which that date begins; of a date that the zone skipped, that of the next one. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The period of that length in which the date lies. */
    public Period periodOf(LocalDate date, Granularity granularity) {
        return switch (granularity) {
            case DAY -> new Period(granularity, LocalDateRange.of(date, date.plusDays(1)), date.toString());
            case WEEK -> week(date);
            case MONTH -> month(date);
            case QUARTER -> fiscal(date, granularity, 3, "-Q");
            case HALF -> fiscal(date, granularity, 6, "-H");
            case YEAR -> fiscal(date, granularity, 12, "");
            case ALL -> Period.all();
        };
    }

    private static Period week(LocalDate date) {
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int year = date.get(IsoFields.WEEK_BASED_YEAR);
        String name = String.format(Locale.ROOT, "%04d-W%02d", year, date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        return new Period(Granularity.WEEK, LocalDateRange.of(monday, monday.plusWeeks(1)), name);
    }

    private static Period month(LocalDate date) {
        LocalDate first = date.withDayOfMonth(1);
        String name = String.format(Locale.ROOT, "%04d-%02d", date.getYear(), date.getMonthValue());
        return new Period(Granularity.MONTH, LocalDateRange.of(first, first.plusMonths(1)), name);
    }

    private Period fiscal(LocalDate date, Granularity granularity, int months, String mark) {
        int intoYear = Math.floorMod(date.getMonthValue() - fiscalStart.getValue(), 12);
        LocalDate from = date.withDayOfMonth(1).minusMonths(intoYear % months);
        LocalDate yearStart = date.withDayOfMonth(1).minusMonths(intoYear);
        int year = yearStart.plusMonths(11).getYear();
        String name = String.format(Locale.ROOT, "%s%04d", fiscalStart == Month.JANUARY ? "" : "FY", year)
                + (mark.isEmpty() ? "" : mark + (intoYear / months + 1));
        return new Period(granularity, LocalDateRange.of(from, from.plusMonths(months)), name);
    }

    /**
     * The period of that name, as {@link #periodOf} would name it.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Period parse(String text) {
        if (text.equals("all")) {
            return Period.all();
        }
        Matcher m = NAME.matcher(text);
        if (m.matches()) {
            try {
                Period period = named(m, Integer.parseInt(m.group(2)));
                if (period.toString().equals(text)) {
                    return period;
                }
            } catch (DateTimeException outOfRange) {
                // the error below says it with the rule
            }
        }
        String example = fiscalStart == Month.JANUARY ? "2026, 2026-H1, 2026-Q1" : "FY2026, FY2026-H1, FY2026-Q1";
        throw new IllegalArgumentException("period (" + text + "): must be " + example
                + ", 2026-03, 2026-W10, 2026-03-02 or all. Maybe the fiscal start is another month.");
    }

    private Period named(Matcher m, int year) {
        if (m.group(5) != null) {
            LocalDate monday = LocalDate.of(year, 1, 4)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .plus(Integer.parseInt(m.group(5)) - 1L, ChronoUnit.WEEKS);
            return periodOf(monday, Granularity.WEEK);
        }
        if (m.group(7) != null) {
            return periodOf(
                    LocalDate.of(year, Integer.parseInt(m.group(6)), Integer.parseInt(m.group(7))), Granularity.DAY);
        }
        if (m.group(6) != null) {
            return periodOf(LocalDate.of(year, Integer.parseInt(m.group(6)), 1), Granularity.MONTH);
        }
        LocalDate yearStart = LocalDate.of(fiscalStart == Month.JANUARY ? year : year - 1, fiscalStart, 1);
        if (m.group(4) != null) {
            return periodOf(yearStart.plusMonths(3L * (Integer.parseInt(m.group(4)) - 1)), Granularity.QUARTER);
        }
        if (m.group(3) != null) {
            return periodOf(yearStart.plusMonths(6L * (Integer.parseInt(m.group(3)) - 1)), Granularity.HALF);
        }
        return periodOf(yearStart, Granularity.YEAR);
    }
}
