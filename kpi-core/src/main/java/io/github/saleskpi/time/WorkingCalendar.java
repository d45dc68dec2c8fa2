package io.github.saleskpi.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When work is done: weekly windows with breaks between them, holidays and exceptional days, in a zone of its own.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * WorkingCalendar office = WorkingCalendar.closed(ZoneId.of("Europe/Sofia"))
 *         .withWindows(DayOfWeek.MONDAY, "09:00-13:00", "14:00-18:00")
 *         .withHolidays(List.of(LocalDate.of(2026, 3, 3)))
 *         .withException(LocalDate.of(2026, 12, 24), "09:00-12:00");
 * }</pre>
 *
 * <p>Windows are of the local clock, from their start (inclusive) to their end (exclusive); time worked in them is real
 * elapsed time. An exception goes before a holiday, and both before the weekly windows. Where the clock is changed: of a
 * local time that comes twice a start is the earlier, an end the later one; one that never comes is the instant right
 * after the gap; an instant counts once, even if windows of two dates reach it; a date that the zone skipped has no
 * working time.
 *
 * <p>Answers are given for the years 1600 to 2400 of universal time, any other instant or date is an error. A calendar
 * sums up its working time, four years or more at a time, when first asked about them; after that a question takes the
 * same short time however far its ends are apart. With two windows on five days a week that takes 45 KB of memory for
 * four years, 2.6 MB for 1970 to 2200 and 9 MB for all that there is.
 */
public final class WorkingCalendar {
    private static final LocalDate FIRST = LocalDate.of(1600, 1, 1);
    private static final LocalDate END = LocalDate.of(2401, 1, 1);
    private static final Instant FIRST_INSTANT =
            FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant END_INSTANT = END.atStartOfDay(ZoneOffset.UTC).toInstant();

    /** Days of four years, which is what is summed up at once. */
    private static final int BLOCK = 4 * 365 + 1;

    private static final long FIRST_DAY = blockStart(FIRST.toEpochDay() - WorkedSpan.MARGIN);
    private static final long END_DAY = blockStart(END.toEpochDay() + WorkedSpan.MARGIN) + BLOCK;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Window>> week;
    private final SortedSet<LocalDate> holidays;
    private final SortedMap<LocalDate, List<Window>> exceptions;

    /** What was summed up so far; never part of what the calendar is. */
    private volatile @Nullable WorkedSpan worked;

    private WorkingCalendar(
            ZoneId zone,
            Map<DayOfWeek, List<Window>> week,
            SortedSet<LocalDate> holidays,
            SortedMap<LocalDate, List<Window>> exceptions) {
        this.zone = zone;
        this.week = week;
        this.holidays = holidays;
        this.exceptions = exceptions;
    }

    /** Without any working time, to add windows to. */
    public static WorkingCalendar closed(ZoneId zone) {
        return weekdays(zone, List.of());
    }

    /** Whole days from Monday to Friday, without holidays: what counts as working days where no calendar is given. */
    public static WorkingCalendar mondayToFriday(ZoneId zone) {
        return weekdays(zone, List.of(new Window(0, Window.DAY)));
    }

    private static WorkingCalendar weekdays(ZoneId zone, List<Window> windows) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, day.compareTo(DayOfWeek.SATURDAY) < 0 ? windows : List.of());
        }
        return new WorkingCalendar(zone, week, new TreeSet<>(), new TreeMap<>());
    }

    /**
     * The same, but with these windows every week on that day; none closes it.
     *
     * @param windows such as {@code 09:00-13:00}, {@code 14:00:30-18:00} or {@code 22:00-24:00}, in any order; they may
     *     touch
     * @throws IllegalArgumentException if one is written otherwise or ends at or before its start, or if two overlap
     */
    public WorkingCalendar withWindows(DayOfWeek day, Collection<String> windows) {
        Map<DayOfWeek, List<Window>> changed = new EnumMap<>(week);
        changed.put(day, Window.parseAll(word(day), windows));
        return new WorkingCalendar(zone, changed, holidays, exceptions);
    }

    /** The same, but with these windows every week on that day; none closes it. */
    public WorkingCalendar withWindows(DayOfWeek day, String... windows) {
        return withWindows(day, List.of(windows));
    }

    /**
     * The same, but closed on these dates too, unless they are exceptions.
     *
     * @throws IllegalArgumentException if a date is not in the years 1600 to 2400
     */
    public WorkingCalendar withHolidays(Collection<LocalDate> dates) {
        SortedSet<LocalDate> more = new TreeSet<>(holidays);
        for (LocalDate date : dates) {
            more.add(checked("holiday", date));
        }
        return new WorkingCalendar(zone, week, more, exceptions);
    }

    /**
     * The same, but with these windows on that date, whatever its day of the week and even if it is a holiday; none
     * closes it.
     *
     * @param windows as in {@link #withWindows(DayOfWeek, Collection)}
     * @throws IllegalArgumentException as there, or if the date is not in the years 1600 to 2400
     */
    public WorkingCalendar withException(LocalDate date, Collection<String> windows) {
        SortedMap<LocalDate, List<Window>> more = new TreeMap<>(exceptions);
        more.put(checked("exception", date), Window.parseAll(date.toString(), windows));
        return new WorkingCalendar(zone, week, holidays, more);
    }

    /** The same, but with these windows on that date, even if it is a holiday; none closes it. */
    public WorkingCalendar withException(LocalDate date, String... windows) {
        return withException(date, List.of(windows));
    }

    /** Whose local clock the windows are read on. */
    public ZoneId zone() {
        return zone;
    }

    /** The weekly windows by their start, as they are read, of all seven days from Monday; none where it is closed. */
    public Map<DayOfWeek, List<String>> week() {
        Map<DayOfWeek, List<String>> texts = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, windows) -> texts.put(day, texts(windows)));
        return Collections.unmodifiableMap(texts);
    }

    /** The holidays, the earliest first, also those that an exception goes before. */
    public SortedSet<LocalDate> holidays() {
        return Collections.unmodifiableSortedSet(holidays);
    }

    /** The windows of the exceptional days as they are read, the earliest first; none where it is closed. */
    public SortedMap<LocalDate, List<String>> exceptions() {
        SortedMap<LocalDate, List<String>> texts = new TreeMap<>();
        exceptions.forEach((date, windows) -> texts.put(date, texts(windows)));
        return Collections.unmodifiableSortedMap(texts);
    }

    /**
     * The working time from one instant to another, as really elapsed; zero if {@code to} is not after {@code from}.
     *
     * @throws IllegalArgumentException if an instant is not in the years 1600 to 2400
     */
    public Duration between(Instant from, Instant to) {
        checked("from", from);
        checked("to", to);
        if (to.compareTo(from) <= 0) {
            return Duration.ZERO;
        }
        return covering(day(from), day(to)).between(from, to);
    }

    /**
     * The earliest instant by which so much working time has passed since {@code from}. Where that is at closing time it
     * is the closing time, not the next opening. No working time has passed at {@code from} itself if it is open, else
     * at the next opening.
     *
     * @param working not negative
     * @return empty if that is never, or after the year 2400
     * @throws IllegalArgumentException if the working time is negative, or {@code from} not in the years 1600 to 2400
     */
    public Optional<Instant> after(Instant from, Duration working) {
        checked("from", from);
        if (working.isNegative()) {
            throw new IllegalArgumentException(
                    "working (" + working + "): must not be negative. Maybe two instants were swapped.");
        }
        if (isEverOpen()) {
            WorkedSpan span = covering(day(from), day(from));
            Instant found = span.after(from, working);
            while (found == null && span.endDay() < END_DAY) {
                span = covering(day(from), span.endDay());
                found = span.after(from, working);
            }
            if (found != null && !found.isAfter(END_INSTANT)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether that date has any working time.
     *
     * @throws IllegalArgumentException if the date is not in the years 1600 to 2400
     */
    public boolean isWorkingDay(LocalDate date) {
        long day = checked("date", date).toEpochDay();
        return covering(day, day).isWorkingDay(date);
    }

    /**
     * How many dates from one (inclusive) to another (exclusive) have any working time; none if {@code to} is not after
     * {@code from}.
     *
     * @throws IllegalArgumentException if a date is not in the years 1600 to 2400; {@code to} may be the day after
     */
    public long workingDays(LocalDate from, LocalDate to) {
        long first = checked("from", from).toEpochDay();
        if (to.isBefore(FIRST) || to.isAfter(END)) {
            checked("to", to);
        }
        return to.isAfter(from) ? covering(first, to.toEpochDay()).workingDays(from, to) : 0;
    }

    /** With the same zone, windows, holidays and exceptions. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkingCalendar that
                && zone.equals(that.zone)
                && week.equals(that.week)
                && holidays.equals(that.holidays)
                && exceptions.equals(that.exceptions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, week, holidays, exceptions);
    }

    /** All of it, such as {@code Europe/Sofia {mon=[09:00-17:00]}, holidays [2026-03-03], exceptions {}}. */
    @Override
    public String toString() {
        StringBuilder days = new StringBuilder();
        week.forEach((day, windows) -> {
            if (!windows.isEmpty()) {
                days.append(days.length() == 0 ? "" : ", ")
                        .append(word(day))
                        .append('=')
                        .append(windows);
            }
        });
        return zone + " {" + days + "}, holidays " + holidays + ", exceptions " + exceptions;
    }

    private List<Window> windowsOn(LocalDate date) {
        List<Window> exceptional = exceptions.get(date);
        if (exceptional != null) {
            return exceptional;
        }
        return holidays.contains(date) ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    private boolean isEverOpen() {
        return week.values().stream().anyMatch(windows -> !windows.isEmpty())
                || exceptions.values().stream().anyMatch(windows -> !windows.isEmpty());
    }

    /** What is summed up, after adding what those epoch days still need. */
    private WorkedSpan covering(long from, long to) {
        WorkedSpan span = worked;
        return span != null && covers(span, from, to) ? span : grown(from, to);
    }

    private static boolean covers(WorkedSpan span, long from, long to) {
        return span.firstDay() <= from - WorkedSpan.MARGIN && to + WorkedSpan.MARGIN < span.endDay();
    }

    /** At least doubles what there is, so that however questions come, all of the work is at most twice the last step. */
    private synchronized WorkedSpan grown(long from, long to) {
        WorkedSpan old = worked;
        if (old != null && covers(old, from, to)) {
            return old;
        }
        long first = blockStart(from - WorkedSpan.MARGIN);
        long end = blockStart(to + WorkedSpan.MARGIN) + BLOCK;
        if (old != null) {
            long length = old.endDay() - old.firstDay();
            first = first < old.firstDay() ? Math.min(first, old.firstDay() - length) : old.firstDay();
            end = end > old.endDay() ? Math.max(end, old.endDay() + length) : old.endDay();
        }
        WorkedSpan span =
                WorkedSpan.of(zone.getRules(), this::windowsOn, Math.max(first, FIRST_DAY), Math.min(end, END_DAY));
        worked = span;
        return span;
    }

    private static long blockStart(long day) {
        return Math.floorDiv(day, (long) BLOCK) * BLOCK;
    }

    private static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), (long) Window.DAY);
    }

    private static List<String> texts(List<Window> windows) {
        return windows.stream().map(Window::toString).toList();
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static LocalDate checked(String what, LocalDate date) {
        if (date.isBefore(FIRST) || !date.isBefore(END)) {
            throw outside(what, date);
        }
        return date;
    }

    private static void checked(String what, Instant instant) {
        if (instant.isBefore(FIRST_INSTANT) || !instant.isBefore(END_INSTANT)) {
            throw outside(what, instant);
        }
    }

    private static IllegalArgumentException outside(String what, Object value) {
        return new IllegalArgumentException(
                what + " (" + value + "): must lie in the years 1600 to 2400. Maybe a digit or a unit is off.");
    }
}
