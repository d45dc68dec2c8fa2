package io.github.saleskpi.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Against a walk along the wall clock, mostly around clock changes, and the laws. */
class WorkingCalendarProperties {
    private static final Map<String, Integer> CENSUS = new TreeMap<>();
    private static final Map<ZoneId, List<Instant>> INTERESTING = new HashMap<>();

    /** A calendar and three instants in order, at most some weeks apart. */
    private record Case(WorkingCalendar calendar, Instant a, Instant b, Instant c) {}

    @Property(tries = 700, seed = "20261101", edgeCases = EdgeCasesMode.NONE)
    void betweenIsWhatAWalkAlongTheClockCounts(@ForAll("cases") Case x) {
        ClockWalk walk = new ClockWalk(x.calendar, x.a, x.c);
        count(x);
        assertThat(x.calendar.between(x.a, x.b)).isEqualTo(walk.between(x.a, x.b));
        assertThat(x.calendar.between(x.b, x.c)).isEqualTo(walk.between(x.b, x.c));
        assertThat(x.calendar.between(x.a, x.c)).isEqualTo(walk.between(x.a, x.c));
    }

    @Property(tries = 500, seed = "20261102", edgeCases = EdgeCasesMode.NONE)
    void afterIsWhereAWalkAlongTheClockEnds(@ForAll("cases") Case x, @ForAll("lengths") Duration length) {
        ClockWalk walk = new ClockWalk(x.calendar, x.a, x.c);
        for (Duration working : List.of(length, x.calendar.between(x.a, x.b), Duration.ZERO)) {
            Optional<Instant> end = walk.after(x.a, working).filter(found -> !found.isAfter(x.c));
            end.ifPresent(found -> assertThat(x.calendar.after(x.a, working)).contains(found));
            CENSUS.merge(end.isPresent() ? "after: found" : "after: out of the walk", 1, Integer::sum);
        }
    }

    @Property(tries = 250, seed = "20261103", edgeCases = EdgeCasesMode.NONE)
    void workingDaysAreThoseWithWorkingTime(@ForAll("cases") Case x) {
        ClockWalk walk = new ClockWalk(x.calendar, x.a, x.c);
        LocalDate first = LocalDate.ofInstant(x.a, ZoneOffset.UTC);
        LocalDate end = LocalDate.ofInstant(x.c, ZoneOffset.UTC).plusDays(1);
        long expected = 0;
        for (LocalDate date = first; date.isBefore(end); date = date.plusDays(1)) {
            assertThat(x.calendar.isWorkingDay(date)).as("%s", date).isEqualTo(walk.isWorkingDay(date));
            expected += walk.isWorkingDay(date) ? 1 : 0;
        }
        assertThat(x.calendar.workingDays(first, end)).isEqualTo(expected);
        assertThat(x.calendar.workingDays(end, first)).isZero();
    }

    @Property(tries = 350, seed = "20261104", edgeCases = EdgeCasesMode.NONE)
    void workingTimeAddsUpAndNeverShrinks(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant two,
            @ForAll("instants") Instant three) {
        List<Instant> sorted = new ArrayList<>(List.of(one, two, three));
        sorted.sort(null);
        Duration left = calendar.between(sorted.get(0), sorted.get(1));
        Duration right = calendar.between(sorted.get(1), sorted.get(2));
        Duration whole = calendar.between(sorted.get(0), sorted.get(2));
        assertThat(left).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(left.plus(right)).isEqualTo(whole);
        assertThat(whole).isLessThanOrEqualTo(Duration.between(sorted.get(0), sorted.get(2)));
        assertThat(calendar.between(sorted.get(2), sorted.get(0))).isZero();
        // The same of a calendar that was asked nothing else before.
        assertThat(calendar.withHolidays(List.of()).between(sorted.get(0), sorted.get(2)))
                .isEqualTo(whole);
    }

    @Property(tries = 1000, seed = "20261105", edgeCases = EdgeCasesMode.NONE)
    void afterUndoesBetween(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("instants") Instant from,
            @ForAll("lengths") Duration length) {
        Optional<Instant> found = calendar.after(from, length);
        if (found.isEmpty()) {
            CENSUS.merge("inverse: never", 1, Integer::sum);
            return;
        }
        CENSUS.merge("inverse: found", 1, Integer::sum);
        Instant end = found.get();
        assertThat(end).isAfterOrEqualTo(from);
        assertThat(calendar.between(from, end)).isEqualTo(length);
        if (length.isZero()) {
            assertThat(calendar.between(end, end.plusNanos(1))).isEqualTo(Duration.ofNanos(1));
        } else {
            assertThat(calendar.between(from, end.minusNanos(1))).isEqualTo(length.minusNanos(1));
        }
        assertThat(calendar.after(from, length.plusNanos(1)).orElse(Instant.MAX))
                .isAfter(end);
    }

    @Property(tries = 120, seed = "20261106", edgeCases = EdgeCasesMode.NONE)
    void whatItTellsBuildsItAgain(@ForAll("calendars") WorkingCalendar calendar) {
        WorkingCalendar again = WorkingCalendar.closed(calendar.zone());
        for (Map.Entry<LocalDate, List<String>> day : calendar.exceptions().entrySet()) {
            again = again.withException(day.getKey(), day.getValue());
        }
        for (Map.Entry<DayOfWeek, List<String>> day : calendar.week().entrySet()) {
            again = again.withWindows(day.getKey(), day.getValue());
        }
        again = again.withHolidays(calendar.holidays());
        assertThat(again).isEqualTo(calendar).hasSameHashCodeAs(calendar).hasToString(calendar.toString());
    }

    /** Zones whose offsets since 1970 are all multiples of five minutes. */
    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Sofia",
                        "America/New_York",
                        "Asia/Kathmandu",
                        "Pacific/Apia",
                        "America/Sao_Paulo",
                        "Australia/Lord_Howe",
                        "America/St_Johns", // until 2011 it changed at 00:01
                        "Pacific/Kwajalein", // skipped a day in 1993
                        "America/Scoresbysund", // changes its clock at midnight
                        "UTC")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return zones().flatMap(zone -> Combinators.combine(Arbitraries.of(interesting(zone)), Arbitraries.just(zone))
                .flatAs(this::calendarsAround));
    }

    private Arbitrary<WorkingCalendar> calendarsAround(Instant moment, ZoneId zone) {
        Arbitrary<LocalDate> dates = Arbitraries.integers()
                .between(-9, 9)
                .map(days -> LocalDate.ofInstant(moment, zone).plusDays(days));
        Arbitrary<List<String>> day = days();
        return Combinators.combine(
                        day.list().ofSize(7),
                        dates.set().ofMaxSize(3),
                        Arbitraries.maps(dates, day).ofMaxSize(3))
                .as((week, holidays, exceptions) -> {
                    WorkingCalendar calendar = WorkingCalendar.closed(zone).withHolidays(holidays);
                    for (int i = 0; i < 7; i++) {
                        calendar = calendar.withWindows(DayOfWeek.of(i + 1), week.get(i));
                    }
                    for (Map.Entry<LocalDate, List<String>> e : exceptions.entrySet()) {
                        calendar = calendar.withException(e.getKey(), e.getValue());
                    }
                    return calendar;
                });
    }

    /** No, one or many windows; many touch, and many begin or end at night, when clocks are changed. */
    private static Arbitrary<List<String>> days() {
        Arbitrary<Integer> fives = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 288)),
                Tuple.of(3, Arbitraries.integers().between(0, 42)),
                Tuple.of(1, Arbitraries.integers().between(270, 288)),
                Tuple.of(1, Arbitraries.of(0, 288)));
        Arbitrary<List<String>> some = fives.list().ofMinSize(2).ofMaxSize(7).flatMap(bounds -> {
            List<Integer> sorted = bounds.stream().distinct().sorted().toList();
            return Arbitraries.integers().between(0, (1 << sorted.size()) - 1).map(mask -> windows(sorted, mask));
        });
        return Arbitraries.frequencyOf(
                Tuple.of(6, some),
                Tuple.of(2, Arbitraries.just(List.of("00:00-24:00"))),
                Tuple.of(1, Arbitraries.just(List.of())));
    }

    private static List<String> windows(List<Integer> bounds, int mask) {
        List<String> windows = new ArrayList<>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            if ((mask >> i & 1) == 1) {
                windows.add(time(bounds.get(i)) + "-" + time(bounds.get(i + 1)));
            }
        }
        return windows;
    }

    private static String time(int fives) {
        return String.format(Locale.ROOT, "%02d:%02d", fives / 12, fives % 12 * 5);
    }

    @Provide
    Arbitrary<Case> cases() {
        return zones().flatMap(zone -> Arbitraries.of(interesting(zone))
                .flatMap(moment -> Combinators.combine(
                                calendarsAround(moment, zone), near(moment), near(moment), near(moment))
                        .as((calendar, one, two, three) -> {
                            List<Instant> sorted = new ArrayList<>(List.of(one, two, three));
                            sorted.sort(null);
                            return new Case(calendar, sorted.get(0), sorted.get(1), sorted.get(2));
                        })));
    }

    /** Within nine days, often within hours; often whole minutes, else any nanosecond. */
    private static Arbitrary<Instant> near(Instant moment) {
        Arbitrary<Long> seconds = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.longs().between(-9 * 86_400, 9 * 86_400)),
                Tuple.of(1, Arbitraries.longs().between(-30 * 3600, 30 * 3600)),
                Tuple.of(2, Arbitraries.longs().between(-360, 360).map(fives -> fives * 300)));
        Arbitrary<Integer> nanos = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(0, 999_999_999)));
        return Combinators.combine(seconds, nanos)
                .as((s, n) -> moment.plusSeconds(s).plusNanos(n));
    }

    /** Every clock change since 1971, some of the next centuries, and moments of no note. */
    private static List<Instant> interesting(ZoneId zone) {
        return INTERESTING.computeIfAbsent(zone, WorkingCalendarProperties::moments);
    }

    private static List<Instant> moments(ZoneId zone) {
        List<Instant> moments = new ArrayList<>(List.of(
                Instant.parse("1973-12-30T10:00:00Z"),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2199-12-31T00:00:00Z"),
                Instant.parse("2390-07-01T00:00:00Z")));
        Instant moment = Instant.parse("1972-05-02T00:00:00Z"); // Kathmandu and all others have whole minutes by then
        for (int i = 0; i < 200; i++) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(moment);
            if (next == null) {
                break;
            }
            moment = next.getInstant();
            moments.add(moment);
        }
        return moments;
    }

    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Instant> any = Arbitraries.longs()
                .between(
                        Instant.parse("1600-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2400-12-31T23:59:59Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
        Arbitrary<Instant> nowadays = zones().flatMap(zone -> Arbitraries.of(interesting(zone).stream()
                        .filter(moment -> moment.isBefore(Instant.parse("2040-01-01T00:00:00Z")))
                        .toList()))
                .flatMap(WorkingCalendarProperties::near);
        return Arbitraries.frequencyOf(Tuple.of(1, any), Tuple.of(25, nowadays));
    }

    @Provide
    Arbitrary<Duration> lengths() {
        return Arbitraries.oneOf(
                Arbitraries.just(Duration.ZERO),
                Arbitraries.longs().between(0, 2000).map(fives -> Duration.ofMinutes(5 * fives)),
                Arbitraries.longs().between(0, 20L * 86_400_000_000_000L).map(Duration::ofNanos),
                Arbitraries.longs().between(0, 3650).map(Duration::ofDays));
    }

    private static void count(Case x) {
        CENSUS.merge("between: zone " + x.calendar.zone(), 1, Integer::sum);
        ZoneOffsetTransition change = x.calendar.zone().getRules().nextTransition(x.a);
        Set<String> what = new HashSet<>();
        if (change != null && change.getInstant().isBefore(x.c)) {
            what.add(change.isGap() ? "gap" : "overlap");
            if (change.getDateTimeBefore().toLocalTime().toSecondOfDay() == 0
                    || change.getDateTimeAfter().toLocalTime().toSecondOfDay() == 0
                    || !change.getDateTimeBefore()
                            .toLocalDate()
                            .equals(change.getDateTimeAfter().toLocalDate())) {
                what.add("change at midnight");
            }
        }
        if (x.calendar.between(x.a, x.c).isZero()) {
            what.add("no working time");
        }
        what.forEach(each -> CENSUS.merge("between: " + each, 1, Integer::sum));
    }

    @AfterContainer
    static void census() {
        System.out.println("WorkingCalendar: " + CENSUS);
        assertThat(CENSUS.getOrDefault("between: gap", 0)).isGreaterThan(20);
        assertThat(CENSUS.getOrDefault("between: overlap", 0)).isGreaterThan(20);
        assertThat(CENSUS.getOrDefault("between: change at midnight", 0)).isGreaterThan(20);
    }
}
