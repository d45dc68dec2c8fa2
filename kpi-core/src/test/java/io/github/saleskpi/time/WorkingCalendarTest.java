package io.github.saleskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

    /** Nine to one and two to six in Sofia, Monday to Friday. */
    private static WorkingCalendar office() {
        WorkingCalendar calendar = WorkingCalendar.closed(SOFIA);
        for (int day = 1; day <= 5; day++) {
            calendar = calendar.withWindows(DayOfWeek.of(day), "14:00-18:00", "09:00-13:00");
        }
        return calendar;
    }

    private static Duration on(WorkingCalendar calendar, LocalDate date) {
        return calendar.between(at(date.minusDays(3) + "T12:00:00Z"), at(date.plusDays(3) + "T12:00:00Z"));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @Test
    void breaksAreNotWorked() {
        assertThat(office().between(at("2026-03-03T10:30:00Z"), at("2026-03-03T12:30:00Z")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anExceptionGoesBeforeAHolidayAndBothBeforeTheWeek() {
        WorkingCalendar holiday = office().withHolidays(List.of(TUESDAY));
        assertThat(office().isWorkingDay(TUESDAY)).isTrue();
        assertThat(holiday.isWorkingDay(TUESDAY)).isFalse();
        assertThat(holiday.withException(TUESDAY, "10:00-11:00").isWorkingDay(TUESDAY))
                .isTrue();
        assertThat(office().withException(TUESDAY).isWorkingDay(TUESDAY)).isFalse();
        assertThat(office().withException(TUESDAY, "10:00-11:00")
                        .between(at("2026-03-02T22:00:00Z"), at("2026-03-03T22:00:00Z")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void stepsLeaveTheCalendarTheyStartFromAsItIs() {
        WorkingCalendar before = office();
        before.withHolidays(List.of(TUESDAY));
        before.withException(TUESDAY);
        before.withWindows(DayOfWeek.TUESDAY);
        assertThat(before).isEqualTo(office());
        assertThat(before.isWorkingDay(TUESDAY)).isTrue();
        assertThatThrownBy(() -> before.holidays().add(TUESDAY)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> before.exceptions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> before.week().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aTimeThatComesTwiceStartsEarlyAndEndsLate() {
        LocalDate change = LocalDate.of(2026, 10, 25); // 04:00 is 03:00 again
        WorkingCalendar calendar = WorkingCalendar.closed(SOFIA);
        assertThat(on(calendar.withException(change, "03:15-03:45"), change)).isEqualTo(Duration.ofMinutes(90));
        assertThat(on(calendar.withException(change, "03:30-05:00"), change)).isEqualTo(Duration.ofMinutes(150));
        assertThat(on(calendar.withException(change, "02:00-03:30"), change)).isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void windowsThatTouchInATimeThatComesTwiceAreNotCountedTwice() {
        LocalDate change = LocalDate.of(2026, 10, 25);
        WorkingCalendar calendar = WorkingCalendar.closed(SOFIA).withException(change, "03:00-03:30", "03:30-04:00");
        assertThat(on(calendar, change)).isEqualTo(Duration.ofHours(2));
        assertThat(calendar.between(at("2026-10-25T00:40:00Z"), at("2026-10-25T00:50:00Z")))
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void datesThatReachIntoEachOtherAreNotCountedTwice() {
        // St. John's went back from 00:01 to 23:01: the end of Saturday and the start of Sunday came twice.
        ZoneId zone = ZoneId.of("America/St_Johns");
        LocalDate sunday = LocalDate.of(2010, 11, 7);
        WorkingCalendar calendar = WorkingCalendar.closed(zone)
                .withException(sunday.minusDays(1), "23:00-24:00")
                .withException(sunday, "00:00-01:00");
        assertThat(on(calendar, sunday)).isEqualTo(Duration.ofHours(3));
        assertThat(calendar.workingDays(sunday.minusDays(1), sunday.plusDays(1)))
                .isEqualTo(2);
    }

    @Test
    void aTimeThatNeverComesIsTheEndOfTheGap() {
        LocalDate change = LocalDate.of(2026, 3, 29); // 03:00 is 04:00
        WorkingCalendar calendar = WorkingCalendar.closed(SOFIA);
        assertThat(on(calendar.withException(change, "03:30-05:00"), change)).isEqualTo(Duration.ofHours(1));
        assertThat(on(calendar.withException(change, "02:00-03:30"), change)).isEqualTo(Duration.ofHours(1));
        WorkingCalendar never = calendar.withException(change, "03:15-03:45");
        assertThat(on(never, change)).isZero();
        assertThat(never.isWorkingDay(change)).isFalse();
    }

    @Test
    void aDateThatWasSkippedHasNoWorkingTime() {
        WorkingCalendar samoa = WorkingCalendar.mondayToFriday(ZoneId.of("Pacific/Apia"));
        LocalDate skipped = LocalDate.of(2011, 12, 30);
        assertThat(skipped.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(samoa.isWorkingDay(skipped)).isFalse();
        assertThat(samoa.workingDays(LocalDate.of(2011, 12, 26), LocalDate.of(2012, 1, 2)))
                .isEqualTo(4);
        assertThat(samoa.between(at("2011-12-29T10:00:00Z"), at("2012-01-01T10:00:00Z")))
                .isEqualTo(Duration.ofDays(1)); // Thursday; Saturday follows
        assertThat(WorkingCalendar.closed(samoa.zone())
                        .withException(skipped, "00:00-24:00")
                        .after(at("2000-01-01T00:00:00Z"), Duration.ZERO))
                .isEmpty();
    }

    @Test
    void mondayToFridayHasFiveWholeDays() {
        WorkingCalendar calendar = WorkingCalendar.mondayToFriday(SOFIA);
        assertThat(calendar.workingDays(TUESDAY, TUESDAY.plusDays(700))).isEqualTo(500);
        assertThat(calendar.between(at("2026-03-01T22:00:00Z"), at("2026-03-08T22:00:00Z")))
                .isEqualTo(Duration.ofDays(5));
        assertThat(calendar.week()).hasSize(7).containsEntry(DayOfWeek.SUNDAY, List.of());
        assertThat(calendar.week()).containsEntry(DayOfWeek.FRIDAY, List.of("00:00-24:00"));
    }

    @Test
    void afterStaysAtClosingTimeAndRollsForwardOnlyForNothing() {
        assertThat(office().after(at("2026-03-03T07:00:00Z"), Duration.ofHours(4)))
                .contains(at("2026-03-03T11:00:00Z"));
        assertThat(office().after(at("2026-03-03T11:00:00Z"), Duration.ZERO)).contains(at("2026-03-03T12:00:00Z"));
        assertThat(office().after(at("2026-03-03T10:59:59.999Z"), Duration.ZERO))
                .contains(at("2026-03-03T10:59:59.999Z"));
        assertThat(office().after(at("2026-03-03T11:00:00.5Z"), Duration.ofNanos(1)))
                .contains(at("2026-03-03T12:00:00.000000001Z"));
    }

    @Test
    void afterIsEmptyWhereTheWorkingTimeIsNeverUsedUp() {
        WorkingCalendar never = WorkingCalendar.closed(SOFIA);
        assertThat(never.after(at("2026-03-03T10:00:00Z"), Duration.ZERO)).isEmpty();
        WorkingCalendar once = never.withException(TUESDAY, "09:00-10:00");
        assertThat(once.after(at("2026-01-01T00:00:00Z"), Duration.ofHours(1))).contains(at("2026-03-03T08:00:00Z"));
        assertThat(once.after(at("2026-01-01T00:00:00Z"), Duration.ofMinutes(61)))
                .isEmpty();
        assertThat(once.after(at("2026-03-03T08:00:00Z"), Duration.ZERO)).isEmpty();
        assertThat(office().after(at("2026-01-01T00:00:00Z"), Duration.ofSeconds(Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void itAnswersForEightHundredYears() {
        WorkingCalendar utc = WorkingCalendar.mondayToFriday(ZoneId.of("UTC"));
        LocalDate first = LocalDate.of(1600, 1, 1);
        LocalDate end = LocalDate.of(2401, 1, 1);
        assertThat(utc.workingDays(first, end)).isEqualTo(208_970);
        // The last day is a Sunday.
        assertThat(utc.between(at("1600-01-01T00:00:00Z"), at("2400-12-31T23:59:59.999999999Z")))
                .isEqualTo(Duration.ofDays(208_970));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> utc.between(at("1599-12-31T23:59:59Z"), at("2026-01-01T00:00:00Z")))
                .withMessage("from (1599-12-31T23:59:59Z): must lie in the years 1600 to 2400."
                        + " Maybe a digit or a unit is off.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> utc.between(at("2026-01-01T00:00:00Z"), Instant.MAX))
                .withMessageStartingWith("to (");
        assertThatIllegalArgumentException().isThrownBy(() -> utc.after(Instant.MIN, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> utc.isWorkingDay(end));
        assertThatIllegalArgumentException().isThrownBy(() -> utc.workingDays(first, end.plusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> utc.workingDays(first.minusDays(1), end));
        assertThatIllegalArgumentException().isThrownBy(() -> utc.withHolidays(List.of(LocalDate.of(226, 3, 3))));
        assertThatIllegalArgumentException().isThrownBy(() -> utc.withException(LocalDate.of(20_260, 3, 3)));
    }

    @Test
    void negativeWorkingTimeIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office().after(at("2026-01-01T00:00:00Z"), Duration.ofNanos(-1)))
                .withMessage("working (PT-0.000000001S): must not be negative. Maybe two instants were swapped.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9:00-17:00",
                "09:00",
                "09:00-24:01",
                "24:30-25:00",
                "09:60-17:00",
                "09:00 - 17:00",
                "",
                "09:00-17:00:60",
                "٠٩:00-17:00"
            })
    void whatIsNoTimeIsAnError(String window) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office().withWindows(DayOfWeek.MONDAY, window))
                .withMessage("mon window (" + window
                        + "): must be HH:MM-HH:MM, seconds allowed, such as 09:00-17:30."
                        + " Maybe a leading zero is missing, or midnight at the end, which is 24:00.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22:00-06:00", "09:00-09:00", "09:00-00:00", "24:00-24:00"})
    void aWindowMustEndAfterItStarts(String window) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office().withException(TUESDAY, window))
                .withMessage("2026-03-03 window (" + window + "): must end after it starts."
                        + " Maybe it goes past midnight; then end it at 24:00 and give the rest to the next day.");
    }

    @ParameterizedTest
    @CsvSource({"10:00-12:00, 09:00-10:30", "09:00-17:00, 10:00-11:00", "09:00-10:00, 09:00-10:00"})
    void windowsMustNotOverlap(String one, String other) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office().withWindows(DayOfWeek.SUNDAY, one, other))
                .withMessageStartingWith("sun windows (09:00-")
                .withMessageEndingWith("): must not overlap. Maybe one is given twice, or an end is off.");
    }

    @Test
    void windowsAreToldInOrderAndMayTouch() {
        WorkingCalendar calendar = WorkingCalendar.closed(SOFIA)
                .withWindows(DayOfWeek.MONDAY, "13:00-24:00:00", "09:00:00-13:00", "08:00:30-08:00:31");
        assertThat(calendar.week())
                .containsEntry(DayOfWeek.MONDAY, List.of("08:00:30-08:00:31", "09:00-13:00", "13:00-24:00"));
        assertThat(on(calendar, LocalDate.of(2026, 3, 2))).isEqualTo(Duration.ofSeconds(15 * 3600 + 1));
    }

    @Test
    void itSaysAllItIs() {
        WorkingCalendar calendar = WorkingCalendar.closed(SOFIA)
                .withWindows(DayOfWeek.TUESDAY, "09:00-13:00", "14:00-18:00")
                .withHolidays(List.of(TUESDAY))
                .withException(TUESDAY.plusDays(1), "09:00-12:00");
        assertThat(calendar)
                .hasToString("Europe/Sofia {tue=[09:00-13:00, 14:00-18:00]}, holidays [2026-03-03],"
                        + " exceptions {2026-03-04=[09:00-12:00]}");
        assertThat(calendar.withHolidays(List.of())).isEqualTo(calendar).hasSameHashCodeAs(calendar);
        assertThat(calendar.withHolidays(List.of(TUESDAY.plusDays(5)))).isNotEqualTo(calendar);
        assertThat(calendar.withException(TUESDAY)).isNotEqualTo(calendar);
        assertThat(calendar.withWindows(DayOfWeek.FRIDAY, "09:00-10:00")).isNotEqualTo(calendar);
        assertThat(WorkingCalendar.closed(SOFIA)).isNotEqualTo(WorkingCalendar.closed(ZoneId.of("Europe/Athens")));
    }

    @Test
    void manyThreadsGetTheAnswersOfOne() throws Exception {
        int threads = 4;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 20; round++) {
                WorkingCalendar shared = office();
                CyclicBarrier start = new CyclicBarrier(threads);
                List<Callable<List<Duration>>> asked = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    long seed = 100L * round + thread;
                    asked.add(() -> {
                        start.await();
                        return answers(shared, seed);
                    });
                }
                List<Future<List<Duration>>> told = pool.invokeAll(asked);
                for (int thread = 0; thread < threads; thread++) {
                    assertThat(told.get(thread).get()).isEqualTo(answers(office(), 100L * round + thread));
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Duration> answers(WorkingCalendar calendar, long seed) {
        Random random = new Random(seed);
        List<Duration> answers = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            Instant from = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(40_000_000) * (long) i);
            Instant to = from.plusSeconds(random.nextInt(40_000_000));
            answers.add(calendar.between(from, to));
            answers.add(Duration.between(
                    from, calendar.after(from, Duration.ofHours(i)).orElseThrow()));
        }
        return answers;
    }

    @Test
    void aQuestionTakesTheSameShortTimeHoweverFarItsEndsAreApart() {
        WorkingCalendar calendar = office();
        Instant first = at("1970-01-01T00:00:00Z");
        Instant last = at("2200-12-31T00:00:00Z");
        long begin = System.nanoTime();
        calendar.between(first, last);
        long setUp = System.nanoTime() - begin;
        System.out.printf(
                "WorkingCalendar: set-up of 1970 to 2200 in %d ms; a question takes %d ns (an hour apart), %d ns (a"
                        + " century)%n",
                setUp / 1_000_000, nanosPerQuestion(calendar, 3600), nanosPerQuestion(calendar, 3_155_760_000L));
    }

    private static long nanosPerQuestion(WorkingCalendar calendar, long secondsApart) {
        Random random = new Random(1);
        Instant[] instants = new Instant[1 << 12];
        for (int i = 0; i < instants.length; i++) {
            instants[i] = Instant.ofEpochSecond(1_600_000_000L + random.nextInt(200_000_000));
        }
        long best = Long.MAX_VALUE;
        long sum = 0;
        for (int round = 0; round < 30; round++) {
            long begin = System.nanoTime();
            for (Instant from : instants) {
                sum += calendar.between(from, from.plusSeconds(secondsApart)).toSeconds();
            }
            best = Math.min(best, (System.nanoTime() - begin) / instants.length);
        }
        assertThat(sum).isPositive();
        return best;
    }
}
