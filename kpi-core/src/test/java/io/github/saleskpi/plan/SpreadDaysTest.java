package io.github.saleskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.plan.Target.Spread;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.WorkingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threeten.extra.LocalDateRange;

/** Which part of a target falls on which days, and which of them a rep has. */
class SpreadDaysTest {
    private static final WorkingCalendar WEEKDAYS = WorkingCalendar.mondayToFriday(ZoneOffset.UTC);
    private static final Period YEAR = Period.year(2026);
    private static final Spread SEASON = shares("0.2", "0.2", "0.2", "0.4");

    private static Spread shares(String... shares) {
        return Spread.inShares(Stream.of(shares).map(BigDecimal::new).toList());
    }

    private static Fraction on(Spread spread, Period period, String from, String to) {
        return new SpreadDays(spread, period, WEEKDAYS)
                .on(LocalDateRange.of(LocalDate.parse(from), LocalDate.parse(to)));
    }

    private static Part part(Spread spread, Period period, String today, Organization people) {
        return new Parts(people, WEEKDAYS, LocalDate.parse(today))
                .of(spread, period, "r1")
                .orElseThrow();
    }

    private static Organization employed(String from, String to) {
        return Organization.builder()
                .employed("r1", LocalDate.parse(from), to == null ? null : LocalDate.parse(to))
                .build();
    }

    @Test
    void theWorkedValueOfASeasonalYearFromTheFirstOfMarchHolds() {
        Part part = part(SEASON, YEAR, "2026-12-31", employed("2026-03-01", null));
        assertThat(part.share().partOf(new BigDecimal("100000")).setScale(2, RoundingMode.HALF_EVEN))
                .isEqualTo(new BigDecimal("86666.67"));
    }

    @Test
    void workingDaysAccrueAlikeAndOthersDoNot() {
        Period march = Period.month(2026, 3); // 22 working days
        assertThat(on(Spread.overWorkingDays(), march, "2026-03-02", "2026-03-03"))
                .isEqualTo(Fraction.of(1, 22));
        assertThat(on(Spread.overWorkingDays(), march, "2026-03-07", "2026-03-09"))
                .isEqualTo(Fraction.ZERO);
        assertThat(on(Spread.overWorkingDays(), march, "2026-03-01", "2026-04-01"))
                .isEqualTo(Fraction.ONE);
    }

    @Test
    void holidaysDoNotAccrue() {
        WorkingCalendar withHoliday = WEEKDAYS.withHolidays(List.of(LocalDate.parse("2026-03-03")));
        assertThat(new SpreadDays(Spread.overWorkingDays(), Period.month(2026, 3), withHoliday)
                        .on(LocalDateRange.of(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-05"))))
                .isEqualTo(Fraction.of(2, 21));
    }

    @Test
    void calendarDaysAccrueAlike() {
        assertThat(on(Spread.overCalendarDays(), Period.month(2026, 3), "2026-03-07", "2026-03-09"))
                .isEqualTo(Fraction.of(2, 31));
    }

    @Test
    void aPeriodWithoutAWorkingDayIsSpreadOverAllOfItsDays() {
        Period sunday = Period.day(LocalDate.parse("2026-03-08"));
        assertThat(on(Spread.overWorkingDays(), sunday, "2026-03-08", "2026-03-09"))
                .isEqualTo(Fraction.ONE);
    }

    @Test
    void sharesFallOnWholeMonthsWhereTheyDivideThePeriod() {
        assertThat(on(SEASON, YEAR, "2026-01-01", "2026-04-01")).isEqualTo(Fraction.of(1, 5));
        assertThat(on(SEASON, YEAR, "2026-10-01", "2027-01-01")).isEqualTo(Fraction.of(2, 5));
    }

    @Test
    void insideAPartEachMonthHasTheSameWhateverItsLength() {
        assertThat(on(SEASON, YEAR, "2026-01-01", "2026-02-01")).isEqualTo(Fraction.of(1, 15));
        assertThat(on(SEASON, YEAR, "2026-02-01", "2026-03-01")).isEqualTo(Fraction.of(1, 15));
    }

    @Test
    void insideAMonthEachDayHasTheSame() {
        assertThat(on(SEASON, YEAR, "2026-02-08", "2026-02-15")).isEqualTo(Fraction.of(1, 60));
        assertThat(on(shares("0.5", "0.5", "0"), Period.quarter(2026, 1), "2026-01-31", "2026-02-02"))
                .isEqualTo(Fraction.of(1, 62).plus(Fraction.of(1, 56)));
    }

    @Test
    void sharesFallOnEqualNumbersOfDaysWhereMonthsDoNotDivide() {
        Period week = Period.parse("2026-W10");
        assertThat(on(shares("0.9", "0.1"), week, "2026-03-02", "2026-03-05")).isEqualTo(Fraction.of(27, 35));
        assertThat(on(shares("0.9", "0.1"), week, "2026-03-05", "2026-03-06"))
                .as("the day in the middle has half of each")
                .isEqualTo(Fraction.of(5, 35));
        assertThat(on(shares("1", "0", "0", "0", "0"), YEAR, "2026-01-01", "2026-03-15"))
                .isEqualTo(Fraction.ONE);
    }

    @Test
    void fiscalPeriodsAreSpreadFromTheirOwnStart() {
        Period fiscal = new ReportingCalendar(ZoneOffset.UTC, Month.APRIL)
                .periodOf(LocalDate.parse("2026-04-01"), Granularity.YEAR);
        assertThat(on(SEASON, fiscal, "2027-01-01", "2027-04-01")).isEqualTo(Fraction.of(2, 5));
    }

    @Test
    void aRepHasThePartOfTheDaysEmployed() {
        Period march = Period.month(2026, 3);
        assertThat(part(Spread.overWorkingDays(), march, "2026-03-01", employed("2026-03-16", null))
                        .share())
                .isEqualTo(Fraction.of(12, 22));
        assertThat(part(Spread.overCalendarDays(), march, "2026-03-01", employed("2026-01-01", "2026-03-16"))
                        .share())
                .isEqualTo(Fraction.of(15, 31));
    }

    @Test
    void absencesDoNotShrinkATarget() {
        Organization people = Organization.builder()
                .employed("r1", LocalDate.parse("2026-01-01"), null)
                .absent("r1", LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-20"))
                .build();
        assertThat(part(Spread.overWorkingDays(), Period.month(2026, 3), "2026-03-20", people))
                .isEqualTo(new Part(Fraction.ONE, Fraction.of(14, 22), 8));
    }

    @Test
    void withoutProRatingTheTargetIsWholeButOnlyDaysEmployedElapseAndRemain() {
        assertThat(part(
                        Spread.overWorkingDays().withoutProrating(),
                        Period.month(2026, 3),
                        "2026-03-18",
                        employed("2026-03-16", null)))
                .isEqualTo(new Part(Fraction.ONE, Fraction.of(2, 12), 10));
    }

    @Test
    void theDateOfTheViewpointItselfRemains() {
        Part part = part(Spread.overWorkingDays(), Period.month(2026, 3), "2026-03-03", employed("2026-01-01", null));
        assertThat(part).isEqualTo(new Part(Fraction.ONE, Fraction.of(1, 22), 21));
    }

    @Test
    void onlyDaysOnWhichTheRepIsEmployedElapseAndRemain() {
        Part part = part(
                Spread.overWorkingDays(), Period.month(2026, 3), "2026-03-18", employed("2026-03-16", "2026-03-25"));
        assertThat(part).isEqualTo(new Part(Fraction.of(7, 22), Fraction.of(2, 7), 5));
    }

    @Test
    void remainingDaysAreWorkingDaysWhateverTheSpread() {
        Part part = part(Spread.overCalendarDays(), Period.month(2026, 3), "2026-03-28", employed("2026-01-01", null));
        assertThat(part).isEqualTo(new Part(Fraction.ONE, Fraction.of(27, 31), 2));
    }

    @Test
    void employmentInPiecesAddsUp() {
        Organization people = Organization.builder()
                .employed("r1", LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-03"))
                .employed("r1", LocalDate.parse("2026-03-30"), null)
                .build();
        assertThat(part(Spread.overWorkingDays(), Period.month(2026, 3), "2026-03-31", people))
                .isEqualTo(new Part(Fraction.of(3, 22), Fraction.of(2, 3), 1));
    }

    @Test
    void aRepWhoIsEmployedOnNoDayOfTheSpreadHasNoPart() {
        Parts parts = new Parts(employed("2026-03-28", "2026-03-30"), WEEKDAYS, LocalDate.parse("2026-03-31"));
        assertThat(parts.of(Spread.overWorkingDays(), Period.month(2026, 3), "r1"))
                .isEmpty();
        assertThat(parts.of(Spread.overCalendarDays(), Period.month(2026, 3), "r1"))
                .isPresent();
        assertThat(parts.of(Spread.overCalendarDays(), Period.month(2026, 4), "r1"))
                .isEmpty();
    }

    @Test
    void aRepOfWhomTheOrganizationKnowsNothingHasTheWhole() {
        Parts parts = new Parts(employed("2026-03-28", "2026-03-30"), WEEKDAYS, LocalDate.parse("2026-03-02"));
        assertThat(parts.of(Spread.overWorkingDays(), Period.month(2026, 3), "r9"))
                .contains(new Part(Fraction.ONE, Fraction.ZERO, 22));
    }
}
