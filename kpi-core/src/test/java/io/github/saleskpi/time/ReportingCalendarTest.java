package io.github.saleskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingCalendarTest {
    private static final ReportingCalendar APRIL = new ReportingCalendar(ZoneOffset.UTC, Month.APRIL);

    private static ReportingCalendar in(String zone) {
        return ReportingCalendar.of(ZoneId.of(zone));
    }

    // Periods of the calendar year

    @ParameterizedTest(name = "the {1} of {0} is {2} from {3} to {4}")
    @CsvSource({
        "2026-03-02, DAY, 2026-03-02, 2026-03-02, 2026-03-03",
        "2024-02-29, DAY, 2024-02-29, 2024-02-29, 2024-03-01",
        "2026-03-02, WEEK, 2026-W10, 2026-03-02, 2026-03-09",
        "2026-03-08, WEEK, 2026-W10, 2026-03-02, 2026-03-09",
        "2026-03-09, WEEK, 2026-W11, 2026-03-09, 2026-03-16",
        "2025-12-29, WEEK, 2026-W01, 2025-12-29, 2026-01-05",
        "2027-01-03, WEEK, 2026-W53, 2026-12-28, 2027-01-04",
        "2027-01-04, WEEK, 2027-W01, 2027-01-04, 2027-01-11",
        "2026-03-31, MONTH, 2026-03, 2026-03-01, 2026-04-01",
        "2024-02-29, MONTH, 2024-02, 2024-02-01, 2024-03-01",
        "2026-03-31, QUARTER, 2026-Q1, 2026-01-01, 2026-04-01",
        "2026-04-01, QUARTER, 2026-Q2, 2026-04-01, 2026-07-01",
        "2026-12-31, QUARTER, 2026-Q4, 2026-10-01, 2027-01-01",
        "2026-06-30, HALF, 2026-H1, 2026-01-01, 2026-07-01",
        "2026-07-01, HALF, 2026-H2, 2026-07-01, 2027-01-01",
        "2026-01-01, YEAR, 2026, 2026-01-01, 2027-01-01",
        "2026-12-31, YEAR, 2026, 2026-01-01, 2027-01-01",
    })
    void aDateLiesInOnePeriodOfEachLength(
            LocalDate date, Granularity length, String name, LocalDate from, LocalDate to) {
        Period period = ReportingCalendar.utc().periodOf(date, length);
        assertThat(period).hasToString(name);
        assertThat(period.granularity()).isEqualTo(length);
        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
    }

    // Fiscal periods

    @ParameterizedTest(name = "from month {0} on, the {2} of {1} is {3} from {4} to {5}")
    @CsvSource({
        "4, 2026-03-31, YEAR, FY2026, 2025-04-01, 2026-04-01",
        "4, 2026-04-01, YEAR, FY2027, 2026-04-01, 2027-04-01",
        "4, 2026-04-01, QUARTER, FY2027-Q1, 2026-04-01, 2026-07-01",
        "4, 2026-01-15, QUARTER, FY2026-Q4, 2026-01-01, 2026-04-01",
        "4, 2026-09-30, HALF, FY2027-H1, 2026-04-01, 2026-10-01",
        "4, 2026-10-01, HALF, FY2027-H2, 2026-10-01, 2027-04-01",
        "10, 2025-10-01, QUARTER, FY2026-Q1, 2025-10-01, 2026-01-01",
        "10, 2026-09-30, QUARTER, FY2026-Q4, 2026-07-01, 2026-10-01",
        "2, 2026-01-31, YEAR, FY2026, 2025-02-01, 2026-02-01",
        "2, 2026-02-01, QUARTER, FY2027-Q1, 2026-02-01, 2026-05-01",
        "12, 2025-12-01, YEAR, FY2026, 2025-12-01, 2026-12-01",
        "12, 2026-02-28, QUARTER, FY2026-Q1, 2025-12-01, 2026-03-01",
        "12, 2026-11-30, HALF, FY2026-H2, 2026-06-01, 2026-12-01",
    })
    void theFiscalYearIsNamedByTheYearInWhichItEnds(
            int month, LocalDate date, Granularity length, String name, LocalDate from, LocalDate to) {
        Period period = new ReportingCalendar(ZoneOffset.UTC, Month.of(month)).periodOf(date, length);
        assertThat(period).hasToString(name);
        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource(
            value = Granularity.class,
            names = {"DAY", "WEEK", "MONTH", "ALL"})
    void daysWeeksMonthsAndAllAreNeverFiscal(Granularity length) {
        LocalDate date = LocalDate.parse("2026-03-31");
        assertThat(APRIL.periodOf(date, length))
                .isEqualTo(ReportingCalendar.utc().periodOf(date, length));
    }

    @ParameterizedTest
    @EnumSource(value = Granularity.class, names = "ALL", mode = EnumSource.Mode.EXCLUDE)
    void periodsFollowEachOtherWithoutGapsForTenYears(Granularity length) {
        for (Month start : Month.values()) {
            ReportingCalendar calendar = new ReportingCalendar(ZoneOffset.UTC, start);
            Period period = calendar.periodOf(LocalDate.parse("2020-01-01"), length);
            while (period.to().getYear() < 2030) {
                assertThat(period.contains(period.from())).isTrue();
                assertThat(period.contains(period.to())).isFalse();
                assertThat(calendar.parse(period.toString())).isEqualTo(period);
                assertThat(calendar.periodOf(period.to().minusDays(1), length)).isEqualTo(period);
                Period next = calendar.periodOf(period.to(), length);
                assertThat(next.from()).isEqualTo(period.to());
                assertThat(next).isGreaterThan(period).isNotEqualTo(period);
                period = next;
            }
        }
    }

    // Names

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026",
                "2026-H1",
                "2026-H2",
                "2026-Q1",
                "2026-Q4",
                "2026-01",
                "2026-12",
                "2026-W01",
                "2026-W53",
                "2024-02-29",
                "all"
            })
    void aNameOfTheCalendarYearIsRead(String name) {
        assertThat(ReportingCalendar.utc().parse(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-H0",
                "2026-H3",
                "2026-Q0",
                "2026-Q5",
                "2026-13",
                "2026-00",
                "2026-W00",
                "2026-W54",
                "2025-W53",
                "2026-02-29",
                "2026-2",
                "2026-3-2",
                "2026-w10",
                "2026-q1",
                "FY2026",
                "FY2026-Q1",
                "ALL",
                " 2026",
                "2026-W10-1"
            })
    void whatIsNoNameOfTheCalendarYearIsRejected(String name) {
        assertThatThrownBy(() -> ReportingCalendar.utc().parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "period (" + name + "): must be 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W10, 2026-03-02 or all."
                                + " Maybe the fiscal start is another month.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FY2026", "FY2026-H1", "FY2026-Q4", "2026-03", "2026-W10", "2026-03-02", "all"})
    void aNameOfTheFiscalYearIsRead(String name) {
        assertThat(APRIL.parse(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-H1", "2026-Q1", "FY2026-03", "FY2026-W10", "FY2026-03-02", "FY2026-Q5"})
    void whatIsNoNameOfTheFiscalYearIsRejected(String name) {
        assertThatThrownBy(() -> APRIL.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period (" + name
                        + "): must be FY2026, FY2026-H1, FY2026-Q1, 2026-03, 2026-W10, 2026-03-02 or all."
                        + " Maybe the fiscal start is another month.");
    }

    // Zones

    @Test
    void theDateThatApiaSkippedIsNobodysLocalDate() {
        ReportingCalendar apia = in("Pacific/Apia");
        assertThat(apia.dateOf(Instant.parse("2011-12-30T09:59:59.999999999Z"))).hasToString("2011-12-29");
        assertThat(apia.dateOf(Instant.parse("2011-12-30T10:00:00Z"))).hasToString("2011-12-31");
    }

    @Test
    void theDateThatApiaSkippedBeginsWhereTheNextOneDoes() {
        ReportingCalendar apia = in("Pacific/Apia");
        Instant next = Instant.parse("2011-12-30T10:00:00Z");
        assertThat(apia.startOf(LocalDate.parse("2011-12-30"))).isEqualTo(next);
        assertThat(apia.startOf(LocalDate.parse("2011-12-31"))).isEqualTo(next);
    }

    @Test
    void kathmanduIsFiveHoursAndThreeQuartersAhead() {
        ReportingCalendar kathmandu = in("Asia/Kathmandu");
        assertThat(kathmandu.startOf(LocalDate.parse("2026-03-02"))).isEqualTo(Instant.parse("2026-03-01T18:15:00Z"));
        assertThat(kathmandu.dateOf(Instant.parse("2026-03-01T18:14:59Z"))).hasToString("2026-03-01");
        assertThat(kathmandu.dateOf(Instant.parse("2026-03-01T18:15:00Z"))).hasToString("2026-03-02");
    }

    @ParameterizedTest(name = "in New York {0} has {1} hours")
    @CsvSource({"2026-03-07, 24", "2026-03-08, 23", "2026-11-01, 25"})
    void theDaysOfNewYorkAreAsLongAsItsClocksMakeThem(LocalDate date, long hours) {
        ReportingCalendar newYork = in("America/New_York");
        assertThat(Duration.between(newYork.startOf(date), newYork.startOf(date.plusDays(1))))
                .isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void aDateThatBeginsWithAGapBeginsAfterIt() {
        // Beirut put its clocks forward at midnight
        assertThat(in("Asia/Beirut").startOf(LocalDate.parse("2022-03-27")))
                .isEqualTo(Instant.parse("2022-03-26T22:00:00Z"));
    }

    // Dates at an offset

    @ParameterizedTest
    @ValueSource(strings = {"-18:00", "-00:00:01", "Z", "+05:45", "+18:00"})
    void atAnOffsetTheDateIsThatOfTheClockThere(String text) {
        ZoneOffset offset = ZoneOffset.of(text);
        ReportingCalendar calendar = ReportingCalendar.of(offset);
        for (String at : List.of(
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00Z",
                "1970-01-01T00:00:01Z",
                "2026-03-02T05:59:59.5Z",
                "2026-03-02T06:00:00Z",
                "2026-03-02T18:14:59.999Z",
                "2026-03-02T18:15:00Z",
                "-9999-01-01T00:00:00Z",
                "+99999-12-31T23:59:59Z")) {
            Instant instant = Instant.parse(at);
            assertThat(calendar.dateOf(instant))
                    .isEqualTo(instant.atOffset(offset).toLocalDate());
        }
    }
}
