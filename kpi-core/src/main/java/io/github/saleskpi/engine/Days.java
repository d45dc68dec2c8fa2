package io.github.saleskpi.engine;

import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The local dates of instants as days since 1970-01-01, and the periods of these days, each worked out once. Not
 * thread-safe.
 *
 * <p>Between two changes of a zone's offset a date is a division. So the last stretch without a change is kept, and an
 * instant within it needs no look at the rules; no border is assumed between dates, for where clocks go back over midnight
 * a later instant can have the earlier date.
 */
final class Days {
    private static final int SECONDS = 86_400;
    private static final int FAR = 1 << 16;
    private static final int UNKNOWN = -1;

    private final ReportingCalendar calendar;
    private final Granularity every;
    private final ZoneRules rules;
    private long from = 1;
    private long until;
    private int offset;
    private final List<Period> periods = new ArrayList<>();
    private final Map<Period, Integer> numbers = new HashMap<>();
    private long firstDay;
    private int[] numberOf = {};

    Days(ReportingCalendar calendar, Granularity every) {
        this.calendar = calendar;
        this.every = every;
        this.rules = calendar.zone().getRules();
    }

    /** The day of an instant in the calendar's zone. */
    long dayOf(Instant instant) {
        return dayOf(instant.getEpochSecond());
    }

    /** The day of a second of the epoch in the calendar's zone. */
    long dayOf(long second) {
        if (second < from || second >= until) {
            moveTo(Instant.ofEpochSecond(second));
        }
        return Math.floorDiv(second + offset, SECONDS);
    }

    /** The day of an instant of which only the date counts. */
    static long dateOnly(Instant instant) {
        return dateOnly(instant.getEpochSecond());
    }

    /** The day of a second of which only the date counts. */
    static long dateOnly(long second) {
        return Math.floorDiv(second, SECONDS);
    }

    /** The number of the period in which a day lies; not for {@code all}. */
    int periodOf(long day) {
        long index = day - firstDay;
        if (index < 0 || index >= numberOf.length) {
            if (!reach(day)) {
                return number(calendar.periodOf(LocalDate.ofEpochDay(day), every));
            }
            index = day - firstDay;
        }
        int known = numberOf[(int) index];
        if (known == UNKNOWN) {
            Period period = calendar.periodOf(LocalDate.ofEpochDay(day), every);
            known = number(period);
            int start = (int) Math.max(0, period.from().toEpochDay() - firstDay);
            int end = (int) Math.min(period.to().toEpochDay() - firstDay, numberOf.length);
            Arrays.fill(numberOf, start, end, known);
        }
        return known;
    }

    /** The period of that number. */
    Period period(int number) {
        return periods.get(number);
    }

    private int number(Period period) {
        return numbers.computeIfAbsent(period, added -> {
            periods.add(added);
            return periods.size() - 1;
        });
    }

    /** An offset holds from a transition, which is at a whole second, to the next. */
    private void moveTo(Instant instant) {
        offset = rules.getOffset(instant).getTotalSeconds();
        ZoneOffsetTransition next = rules.nextTransition(instant);
        until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
        ZoneOffsetTransition last = rules.previousTransition(instant);
        from = rules.isFixedOffset() ? Long.MIN_VALUE : last == null ? instant.getEpochSecond() : last.toEpochSecond();
        if (last != null && !rules.getOffset(last.getInstant()).equals(rules.getOffset(instant))) {
            from = instant.getEpochSecond(); // it is itself a transition
        }
    }

    /** Makes room for a day; false if it is too far from the others. */
    private boolean reach(long day) {
        boolean isFirst = numberOf.length == 0;
        long low = isFirst ? day - 64 : Math.min(firstDay, day - 64);
        long high = isFirst ? day + 448 : Math.max(firstDay + numberOf.length, day + 64);
        if (high - low > FAR) {
            return false;
        }
        int[] wider = new int[(int) (high - low)];
        Arrays.fill(wider, UNKNOWN);
        System.arraycopy(numberOf, 0, wider, isFirst ? 0 : (int) (firstDay - low), numberOf.length);
        numberOf = wider;
        firstDay = low;
        return true;
    }
}
