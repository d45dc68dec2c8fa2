package io.github.saleskpi.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a working calendar answers, by walking along the clock on the wall in steps of five minutes; right where all
 * windows and clock changes are multiples of that (of a minute in St. John's, where the clock changed at 00:01). It never asks the zone for gaps and overlaps: a window begins when the clock
 * first shows its start or more, and ends when the clock last shows its end, or, if it never does, last shows less.
 */
final class ClockWalk {
    private final long step;
    private final long begin;
    private final boolean[] open;
    private final Set<LocalDate> workingDays = new HashSet<>();

    /** Of a calendar from one instant to another, give or take a few days. */
    ClockWalk(WorkingCalendar calendar, Instant from, Instant to) {
        step = calendar.zone().getId().equals("America/St_Johns") ? 60 : 300;
        begin = Math.floorDiv(from.getEpochSecond() - 4 * 86_400, step) * step;
        int steps = Math.toIntExact((to.getEpochSecond() + 4 * 86_400 - begin) / step);
        open = new boolean[steps];
        long[] shown = new long[steps];
        long[] mostUntil = new long[steps];
        long[] leastFrom = new long[steps];
        for (int i = 0; i < steps; i++) {
            shown[i] = LocalDateTime.ofInstant(Instant.ofEpochSecond(begin + i * step), calendar.zone())
                    .toEpochSecond(ZoneOffset.UTC);
            mostUntil[i] = i == 0 ? shown[i] : Math.max(mostUntil[i - 1], shown[i]);
        }
        for (int i = steps - 1; i >= 0; i--) {
            leastFrom[i] = i == steps - 1 ? shown[i] : Math.min(leastFrom[i + 1], shown[i]);
        }
        Map<Long, List<long[]>> windows = new HashMap<>();
        for (int i = 0; i < steps; i++) {
            long day = Math.floorDiv(shown[i], 86_400L);
            for (long d = day - 1; d <= day + 1; d++) {
                for (long[] window : windows.computeIfAbsent(d, each -> windows(calendar, each))) {
                    boolean opened = mostUntil[i] >= window[0];
                    boolean closes = leastFrom[i] < window[1] || (i + 1 < steps && leastFrom[i + 1] <= window[1]);
                    if (opened && closes) {
                        open[i] = true;
                        workingDays.add(LocalDate.ofEpochDay(d));
                    }
                }
            }
        }
    }

    /** What the clock shows at their starts and ends. */
    private static List<long[]> windows(WorkingCalendar calendar, long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        List<String> texts = calendar.exceptions().get(date);
        if (texts == null) {
            texts = calendar.holidays().contains(date)
                    ? List.of()
                    : calendar.week().get(date.getDayOfWeek());
        }
        return texts.stream()
                .map(text -> new long[] {day * 86_400 + second(text, 0), day * 86_400 + second(text, 6)})
                .toList();
    }

    private static long second(String window, int at) {
        return Integer.parseInt(window.substring(at, at + 2)) * 3600L
                + Integer.parseInt(window.substring(at + 3, at + 5)) * 60L;
    }

    Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (int i = 0; i < open.length; i++) {
            Instant start = later(at(i), from);
            Instant end = at(i + 1).isBefore(to) ? at(i + 1) : to;
            if (open[i] && start.isBefore(end)) {
                sum = sum.plus(Duration.between(start, end));
            }
        }
        return sum;
    }

    /** Empty if the walk ends before. */
    Optional<Instant> after(Instant from, Duration working) {
        Duration left = working;
        for (int i = 0; i < open.length; i++) {
            Instant start = later(at(i), from);
            if (open[i] && start.isBefore(at(i + 1))) {
                Duration here = Duration.between(start, at(i + 1));
                if (left.isZero() || left.compareTo(here) <= 0) {
                    return Optional.of(start.plus(left));
                }
                left = left.minus(here);
            }
        }
        return Optional.empty();
    }

    /** Only right of dates well inside. */
    boolean isWorkingDay(LocalDate date) {
        return workingDays.contains(date);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private Instant at(int steps) {
        return Instant.ofEpochSecond(begin + steps * step);
    }
}
