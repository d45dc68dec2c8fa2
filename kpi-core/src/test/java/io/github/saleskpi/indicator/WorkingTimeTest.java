package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.RESPONSE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The working-time variant of section 1. Friday is 6 March 2026; the office works from 09:00 to 13:00 and 14:00 to 18:00. */
class WorkingTimeTest {
    private static final Indicator WORKING_TIME = Indicators.named("response-time/working-time");
    private static final WorkingCalendar OFFICE = office(ZoneOffset.UTC);

    private static WorkingCalendar office(ZoneId zone) {
        WorkingCalendar office = WorkingCalendar.closed(zone);
        for (DayOfWeek day : DayOfWeek.values()) {
            office = day.getValue() < 6 ? office.withWindows(day, "09:00-13:00", "14:00-18:00") : office;
        }
        return office;
    }

    private static History at(WorkingCalendar calendar, String... lines) {
        return new History(lines).asking(q -> q.workingCalendar(calendar));
    }

    private static History waits(String asked, String answered) {
        return at(OFFICE, asked + " - asks q1", answered + " r1 writes q1");
    }

    @Test
    void itHasTheCompanionsOfItsBase() {
        assertThat(WORKING_TIME.id()).hasToString("response-time/working-time@1");
        assertThat(WORKING_TIME.companions())
                .extracting(Figure::name)
                .containsExactlyElementsOf(
                        RESPONSE_TIME.companions().stream().map(Figure::name).toList());
    }

    @ParameterizedTest(name = "asked {0}, answered {1}: {2}")
    @CsvSource({
        "03-06 10:00, 03-06 10:10, 600",
        "03-06 12:30, 03-06 14:30, 3600",
        "03-06 13:10, 03-06 13:50, 0",
        "03-06 17:00, 03-09 10:00, 7200",
        "03-06 20:00, 03-07 20:00, 0",
        "03-06 20:00, 03-09 09:00, 0",
        "03-06 20:00, 03-09 09:00:00.000000001, 0.000000001",
        "03-02 09:00, 03-09 09:00, 144000",
    })
    void onlyWorkingTimeIsCounted(String asked, String answered, String seconds) {
        assertThat(waits(asked, answered).says(WORKING_TIME)).isEqualTo(seconds);
    }

    @Test
    void aHolidayAndAnExceptionalDayAreTakenAsSuch() {
        WorkingCalendar office = OFFICE.withHolidays(List.of(LocalDate.of(2026, 3, 9)))
                .withException(LocalDate.of(2026, 3, 7), "10:00-11:00");
        assertThat(at(office, "03-06 17:00 - asks q1", "03-10 10:00 r1 writes q1")
                        .says(WORKING_TIME))
                .isEqualTo("10800");
    }

    @Test
    void windowsAreOfTheCalendarsZoneAndNotOfTheReports() {
        WorkingCalendar kathmandu = office(ZoneId.of("Asia/Kathmandu"));
        String[] lines = {"03-06 02:15 - asks q1", "03-06 04:15 r1 writes q1"};
        assertThat(at(kathmandu, lines).says(WORKING_TIME)).isEqualTo("3600");
        assertThat(at(kathmandu, lines).in("America/New_York").says(WORKING_TIME))
                .isEqualTo("3600");
    }

    @ParameterizedTest(name = "{0} 00:00 to 12:00 lasts {3}")
    @CsvSource({
        "29 March, 2026-03-28T22:00Z, 2026-03-29T09:00Z, 39600",
        "30 March, 2026-03-29T21:00Z, 2026-03-30T09:00Z, 43200",
        "25 October, 2026-10-24T21:00Z, 2026-10-25T10:00Z, 46800",
    })
    void acrossAClockChangeRealTimeIsCounted(String day, String asked, String answered, String seconds) {
        WorkingCalendar mornings = WorkingCalendar.closed(ZoneId.of("Europe/Sofia"))
                .withWindows(DayOfWeek.SUNDAY, "00:00-12:00")
                .withWindows(DayOfWeek.MONDAY, "00:00-12:00");
        assertThat(at(mornings, asked + " - asks q1", answered + " r1 writes q1")
                        .says(WORKING_TIME))
                .as(day)
                .isEqualTo(seconds);
    }

    @Test
    void theFirstResponseIsTheOneThatComesFirstAndNotTheOneOfLeastWorkingTime() {
        History history = waits("03-06 17:00", "03-07 10:00").and("03-08 10:00 r2 writes q1");
        assertThat(history.byRep(WORKING_TIME, "requests")).isEqualTo(Map.of("r1", "1"));
    }

    @Test
    void aCallStopsTheClockAtItsStart() {
        History history = at(OFFICE, "03-06 09:00 - asks q1", "03-06 09:30 r1 calls q1 ANSWERED lasting=PT20M");
        assertThat(history.says(WORKING_TIME)).isEqualTo("600");
    }

    @Test
    void anUnansweredRequestIsCensoredAtTheWorkingTimeUntilTheLook() {
        History history = at(OFFICE, "03-06 17:00 - asks q1").asOf("03-09 10:00");
        assertThat(history.says(WORKING_TIME)).isEqualTo("CENSORED >= 7200");
        assertThat(history.says(WORKING_TIME, "p90")).isEqualTo("CENSORED >= 7200");
        assertThat(history.says(WORKING_TIME, "unanswered")).isEqualTo("1");
        assertThat(history.says(WORKING_TIME, "mean")).isEqualTo("NO_DATA");
        assertThat(history.asOf("03-08 10:00").says(WORKING_TIME)).isEqualTo("CENSORED >= 3600");
    }

    @Test
    void aWithdrawnRequestIsCensoredAtTheWorkingTimeUntilThen() {
        History history = at(OFFICE, "03-06 17:00 - asks q1", "03-07 10:00 - closes q1 WITHDRAWN");
        assertThat(history.says(WORKING_TIME)).isEqualTo("CENSORED >= 3600");
    }

    @Test
    void limitsAreOfWorkingTimeAndInclusive() {
        assertThat(waits("03-06 17:30", "03-09 09:30").says(WORKING_TIME, "within-1h"))
                .isEqualTo("1/1");
        assertThat(waits("03-06 17:30", "03-09 09:30:00.000000001").says(WORKING_TIME, "within-1h"))
                .isEqualTo("0/1");
        assertThat(waits("03-06 17:58", "03-09 09:03").says(WORKING_TIME, "within-5m"))
                .isEqualTo("1/1");
        assertThat(waits("03-06 17:58", "03-09 09:03:01").says(WORKING_TIME, "within-5m"))
                .isEqualTo("0/1");
    }

    @Test
    void aRequestCensoredWithinTheLimitDoesNotCountForIt() {
        History history = at(OFFICE, "03-06 17:30 - asks q1").asOf("03-09 09:30");
        assertThat(history.says(WORKING_TIME, "within-1h")).isEqualTo("NO_DATA");
        assertThat(history.asOf("03-09 09:30:01").says(WORKING_TIME, "within-1h"))
                .isEqualTo("0/1");
    }

    @Test
    void meanAndP90AreOfWorkingTime() {
        History history = at(
                OFFICE,
                "03-06 17:50 - asks q1",
                "03-09 09:10 r1 writes q1",
                "03-06 17:50 - asks q2",
                "03-09 09:30 r1 writes q2");
        assertThat(history.says(WORKING_TIME, "mean")).isEqualTo("1800");
        assertThat(history.says(WORKING_TIME, "p90")).isEqualTo("2400");
        assertThat(history.says(WORKING_TIME)).isEqualTo("1800");
        assertThat(history.says(WORKING_TIME, "requests")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"median", "p90", "mean", "within-1h", "within-5m", "unanswered", "requests"})
    void withoutACalendarNoFigureIsApplicable(String figure) {
        History history = new History("03-06 17:00 - asks q1", "03-06 17:10 r1 writes q1", "03-06 18:00 - asks q2");
        String name = "median".equals(figure) ? WORKING_TIME.primary().name() : figure;
        assertThat(history.says(WORKING_TIME, name)).isEqualTo("NOT_APPLICABLE");
        assertThat(history.byRep(WORKING_TIME, name).values()).allMatch("NOT_APPLICABLE"::equals);
        assertThat(new History("03-06 17:00 - opens o1").says(WORKING_TIME, name))
                .isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void aCalendarDoesNotChangeTheOtherVariants() {
        assertThat(waits("03-06 17:00", "03-09 10:00").says(RESPONSE_TIME)).isEqualTo("234000");
    }

    @Test
    void theLeftOutRulesAreThoseOfTheBase() {
        History history = at(
                OFFICE,
                "03-06 09:00 - asks q1 of=q0",
                "03-06 - asks q2",
                "03-06 09:00 r1 writes q3",
                "03-06 09:00 bot writes q3",
                "03-06 09:00 - asks q4",
                "03-06 10:00 - closes q4 NO_ANSWER_NEEDED");
        assertThat(history.leftOut(WORKING_TIME)).isEqualTo(history.leftOut(RESPONSE_TIME));
        assertThat(history.leftOut(WORKING_TIME)).hasSize(5);
    }
}
