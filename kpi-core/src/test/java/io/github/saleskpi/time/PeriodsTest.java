package io.github.saleskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
    @Test
    void theFactoriesAreThoseOfTheCalendarYear() {
        assertThat(Period.year(2026)).isEqualTo(Period.parse("2026"));
        assertThat(Period.quarter(2026, 1)).isEqualTo(Period.parse("2026-Q1"));
        assertThat(Period.quarter(2026, 4)).isEqualTo(Period.parse("2026-Q4"));
        assertThat(Period.month(2026, 3)).isEqualTo(Period.parse("2026-03"));
        assertThat(Period.day(LocalDate.parse("2026-03-02"))).isEqualTo(Period.parse("2026-03-02"));
        assertThat(Period.all()).isEqualTo(Period.parse("all"));
    }

    @Test
    void aPeriodContainsItsFirstDateAndNotTheOneAfterItsLast() {
        Period march = Period.month(2026, 3);
        assertThat(march.contains(LocalDate.parse("2026-02-28"))).isFalse();
        assertThat(march.contains(LocalDate.parse("2026-03-01"))).isTrue();
        assertThat(march.contains(LocalDate.parse("2026-03-31"))).isTrue();
        assertThat(march.contains(LocalDate.parse("2026-04-01"))).isFalse();
    }

    @Test
    void allHasNoEnds() {
        assertThat(Period.all().from()).isEqualTo(LocalDate.MIN);
        assertThat(Period.all().to()).isEqualTo(LocalDate.MAX);
        assertThat(Period.all()).hasToString("all");
    }

    @ParameterizedTest
    @CsvSource({"0", "5", "-1"})
    void aQuarterIsOneToFour(int quarter) {
        assertThatThrownBy(() -> Period.quarter(2026, quarter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quarter (" + quarter + "): must be 1 to 4. Maybe it was counted from 0.");
    }

    @ParameterizedTest
    @CsvSource({"0", "13"})
    void aMonthIsOneToTwelve(int month) {
        assertThatThrownBy(() -> Period.month(2026, month))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("month (" + month + "): must be 1 to 12. Maybe it was counted from 0.");
    }

    @Test
    void periodsAreOrderedByTheirFirstDateAndThenByLength() {
        List<Period> sorted = List.of(
                Period.all(),
                Period.parse("2026-01-01"),
                Period.parse("2026-01"),
                Period.parse("2026-Q1"),
                Period.parse("2026-H1"),
                Period.parse("2026"),
                Period.parse("2026-01-02"),
                Period.parse("2026-W02"),
                Period.parse("2026-02"));
        assertThat(sorted.stream().sorted().toList()).isEqualTo(sorted);
    }

    @Test
    void periodsOfDifferentNamesDiffer() {
        assertThat(Period.parse("2026-03"))
                .isNotEqualTo(Period.parse("2026-04"))
                .isNotEqualTo(Period.parse("2026-Q1"));
        assertThat(Period.parse("2026-03")).hasSameHashCodeAs(Period.month(2026, 3));
    }

    // Moments

    private static Moment exact(String instant, String zone) {
        return new Moment(Instant.parse(instant), false, ReportingCalendar.of(ZoneId.of(zone)));
    }

    private static Moment day(String instant, String zone) {
        return new Moment(Instant.parse(instant), true, ReportingCalendar.of(ZoneId.of(zone)));
    }

    @Test
    void exactMomentsCompareAsInstants() {
        Moment first = exact("2026-03-02T09:00:00Z", "UTC");
        Moment second = exact("2026-03-02T09:00:00.000000001Z", "UTC");
        assertThat(first.isBefore(second)).isTrue();
        assertThat(second.isBefore(first)).isFalse();
        assertThat(second.isAfter(first)).isTrue();
        assertThat(first.isBefore(first)).isFalse();
        assertThat(first.isAfter(first)).isFalse();
    }

    @Test
    void aMomentKnownOnlyByItsDateComparesAsALocalDate() {
        Moment day = day("2026-03-02T12:00:00Z", "UTC");
        assertThat(exact("2026-03-02T00:00:00Z", "UTC").isBefore(day)).isFalse();
        assertThat(exact("2026-03-02T23:59:59Z", "UTC").isAfter(day)).isFalse();
        assertThat(day.isBefore(exact("2026-03-02T23:59:59Z", "UTC"))).isFalse();
        assertThat(day.isBefore(exact("2026-03-03T00:00:00Z", "UTC"))).isTrue();
        assertThat(day.isAfter(exact("2026-03-01T23:59:59Z", "UTC"))).isTrue();
        assertThat(day.isBefore(day("2026-03-02T23:00:00Z", "UTC"))).isFalse();
    }

    @Test
    void itsDateIsTheUniversalOneInEveryZone() {
        for (String zone : List.of("UTC", "Pacific/Kiritimati", "Pacific/Honolulu", "Asia/Kathmandu")) {
            assertThat(day("2026-03-02T00:00:00Z", zone).date()).hasToString("2026-03-02");
            assertThat(day("2026-03-02T23:59:59Z", zone).date()).hasToString("2026-03-02");
        }
        assertThat(exact("2026-03-02T23:59:59Z", "Pacific/Kiritimati").date()).hasToString("2026-03-03");
        assertThat(exact("2026-03-02T00:00:00Z", "Pacific/Honolulu").date()).hasToString("2026-03-01");
    }

    @Test
    void aViewpointKnowsAllUnlessSaidOtherwise() {
        Instant now = Instant.parse("2026-07-01T00:00:00Z");
        assertThat(Viewpoint.asOf(now).knownAt()).isEqualTo(Instant.MAX);
        assertThat(Viewpoint.asOf(now).withKnownAt(now)).isEqualTo(new Viewpoint(now, now));
    }
}
