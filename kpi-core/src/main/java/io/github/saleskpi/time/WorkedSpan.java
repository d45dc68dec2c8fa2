package io.github.saleskpi.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The working time of a row of local dates, ready to be asked. Immutable and thread-safe.
 *
 * <p>The windows of all dates, as instants, are merged into stretches that do not touch, so that an instant counts once
 * however the clock is changed. A question finds its stretch by the UTC day and takes the difference of two prefix sums;
 * it costs the same for a minute as for a century. All bounds are whole seconds, because windows and offsets are.
 *
 * <p>8 bytes a date and 16 a stretch. Near its edges a span does not know all stretches, since those of a date reach
 * into other UTC days, so only instants {@link #MARGIN} days inside are asked for.
 */
final class WorkedSpan {
    /** An offset is at most 18 hours, and a clock change of a whole day is known. */
    static final int MARGIN = 3;

    private final long firstDay;
    private final long endDay;
    /** Epoch second at which stretch i opens. */
    private final long[] opens;
    /** Worked seconds before stretch i; one entry more than stretches, strictly rising. */
    private final long[] before;
    /** Stretches that open before UTC day i, counted from {@link #MARGIN} days before the first date. */
    private final int[] openedBefore;
    /** Working days before date i. */
    private final int[] workingDaysBefore;

    private WorkedSpan(Collector c) {
        this.firstDay = c.firstDay;
        this.endDay = c.endDay;
        this.opens = Arrays.copyOf(c.opens, c.size);
        this.workingDaysBefore = c.workingDaysBefore;
        this.before = new long[c.size + 1];
        for (int i = 0; i < c.size; i++) {
            before[i + 1] = before[i] + c.closes[i] - c.opens[i];
        }
        this.openedBefore = new int[Math.toIntExact(endDay - firstDay) + 2 * MARGIN];
        for (int day = 0, i = 0; day < openedBefore.length; day++) {
            while (i < opens.length && opens[i] < (firstDay - MARGIN + day) * Window.DAY) {
                i++;
            }
            openedBefore[day] = i;
        }
    }

    /** That of the epoch days from one (inclusive) to another (exclusive). */
    static WorkedSpan of(ZoneRules rules, Function<LocalDate, List<Window>> windowsOn, long firstDay, long endDay) {
        Collector collector = new Collector(rules, firstDay, endDay);
        for (long day = firstDay; day < endDay; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            collector.add(date, windowsOn.apply(date));
        }
        return new WorkedSpan(collector);
    }

    long firstDay() {
        return firstDay;
    }

    long endDay() {
        return endDay;
    }

    Duration between(Instant from, Instant to) {
        int first = lastOpened(from.getEpochSecond());
        int last = lastOpened(to.getEpochSecond());
        return Duration.ofSeconds(
                seconds(last, to.getEpochSecond()) - seconds(first, from.getEpochSecond()),
                nanos(last, to) - (long) nanos(first, from));
    }

    /** The earliest instant at which that much is worked, for nothing the first open one; null if the span ends before. */
    @Nullable
    Instant after(Instant from, Duration working) {
        int stretch = lastOpened(from.getEpochSecond());
        if (working.isZero()) {
            if (isOpen(stretch, from.getEpochSecond())) {
                return from;
            }
            return stretch + 1 < opens.length ? Instant.ofEpochSecond(opens[stretch + 1]) : null;
        }
        Duration goal = Duration.ofSeconds(seconds(stretch, from.getEpochSecond()), nanos(stretch, from));
        Duration worked = Duration.ofSeconds(before[opens.length]);
        if (worked.minus(goal).compareTo(working) < 0) {
            return null;
        }
        goal = goal.plus(working);
        long wholeSeconds = goal.getSeconds() + (goal.getNano() > 0 ? 1 : 0);
        int found = Arrays.binarySearch(before, 1, before.length, wholeSeconds);
        int in = (found >= 0 ? found : -found - 1) - 1;
        return Instant.ofEpochSecond(opens[in] + goal.getSeconds() - before[in], goal.getNano());
    }

    boolean isWorkingDay(LocalDate date) {
        int day = Math.toIntExact(date.toEpochDay() - firstDay);
        return workingDaysBefore[day + 1] > workingDaysBefore[day];
    }

    long workingDays(LocalDate from, LocalDate to) {
        return workingDaysBefore[Math.toIntExact(to.toEpochDay() - firstDay)]
                - (long) workingDaysBefore[Math.toIntExact(from.toEpochDay() - firstDay)];
    }

    /** The last stretch that opened by that second; -1 before the first. */
    private int lastOpened(long second) {
        int day = Math.toIntExact(Math.floorDiv(second, (long) Window.DAY) - firstDay) + MARGIN;
        int found = Arrays.binarySearch(opens, openedBefore[day], openedBefore[day + 1], second);
        return found >= 0 ? found : -found - 2;
    }

    private boolean isOpen(int stretch, long second) {
        return stretch >= 0 && second - opens[stretch] < before[stretch + 1] - before[stretch];
    }

    private long seconds(int stretch, long second) {
        return stretch < 0 ? 0 : Math.min(before[stretch] + second - opens[stretch], before[stretch + 1]);
    }

    private int nanos(int stretch, Instant instant) {
        return isOpen(stretch, instant.getEpochSecond()) ? instant.getNano() : 0;
    }

    /** Turns windows into stretches, date by date. */
    private static final class Collector {
        private final ZoneRules rules;
        private final long firstDay;
        private final long endDay;
        private final int[] workingDaysBefore;
        /** No clock change is near the dates before this epoch day that are still to come; {@link #offset} is theirs. */
        private long steadyUntil = Long.MIN_VALUE;

        private int offset;
        private long[] opens = new long[64];
        private long[] closes = new long[64];
        private int size;

        Collector(ZoneRules rules, long firstDay, long endDay) {
            this.rules = rules;
            this.firstDay = firstDay;
            this.endDay = endDay;
            this.workingDaysBefore = new int[Math.toIntExact(endDay - firstDay) + 1];
        }

        void add(LocalDate date, List<Window> windows) {
            int day = Math.toIntExact(date.toEpochDay() - firstDay);
            boolean working = false;
            for (Window window : windows) {
                long open = second(date, window.start(), true);
                long close = second(date, window.end(), false);
                if (open < close) {
                    working = true;
                    append(open, close);
                }
            }
            workingDaysBefore[day + 1] = workingDaysBefore[day] + (working ? 1 : 0);
        }

        private void append(long open, long close) {
            if (size > 0 && open <= closes[size - 1]) {
                closes[size - 1] = Math.max(closes[size - 1], close);
                return;
            }
            if (size == opens.length) {
                opens = Arrays.copyOf(opens, 2 * size);
                closes = Arrays.copyOf(closes, 2 * size);
            }
            opens[size] = open;
            closes[size++] = close;
        }

        /** Of a local time that comes twice a start is the earlier, an end the later; one that never comes, what follows. */
        private long second(LocalDate date, int secondOfDay, boolean start) {
            if (isSteady(date.toEpochDay())) {
                return date.toEpochDay() * Window.DAY + secondOfDay - offset;
            }
            LocalDateTime local = date.atStartOfDay().plusSeconds(secondOfDay);
            List<ZoneOffset> offsets = rules.getValidOffsets(local);
            return offsets.isEmpty()
                    ? rules.getTransition(local).toEpochSecond()
                    : local.toEpochSecond(offsets.get(start ? 0 : offsets.size() - 1));
        }

        /** Asking the zone about every window would make up most of the set-up. */
        private boolean isSteady(long day) {
            if (day >= steadyUntil) {
                Instant earlier = Instant.ofEpochSecond((day - MARGIN) * Window.DAY);
                ZoneOffsetTransition next = rules.nextTransition(earlier);
                steadyUntil =
                        next == null ? Long.MAX_VALUE : Math.floorDiv(next.toEpochSecond(), (long) Window.DAY) - MARGIN;
                offset = rules.getOffset(earlier).getTotalSeconds();
            }
            return day < steadyUntil;
        }
    }
}
