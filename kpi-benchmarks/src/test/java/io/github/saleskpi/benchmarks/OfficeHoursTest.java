package io.github.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.time.WorkingCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Against the public holidays as the government published them. */
class OfficeHoursTest {
    private static final WorkingCalendar THREE_YEARS =
            OfficeHours.between(LocalDate.of(2026, 1, 1), LocalDate.of(2029, 1, 1));

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void theHolidaysOfTheHalfYearAreThoseOfBulgaria() {
        assertThat(SimulatedTeam.calendar(6).holidays())
                .containsExactly(
                        date("2026-01-01"),
                        date("2026-03-03"),
                        date("2026-04-10"),
                        date("2026-04-11"),
                        date("2026-04-12"),
                        date("2026-04-13"),
                        date("2026-05-01"),
                        date("2026-05-06"),
                        date("2026-05-24"),
                        date("2026-05-25"));
    }

    @Test
    void easterIsThatOfTheOrthodoxChurch() {
        assertThat(THREE_YEARS.holidays()).contains(date("2027-05-02"), date("2027-05-03"), date("2028-04-16"));
    }

    @Test
    void aHolidayAtAWeekendGivesTheNextWorkingDay() {
        assertThat(THREE_YEARS.holidays())
                .contains(date("2026-09-07"), date("2026-12-28"), date("2027-12-27"), date("2027-12-28"))
                .doesNotContain(date("2026-12-29"), date("2027-12-29"));
    }

    @Test
    void onTheThursdayBeforeEasterTheAfternoonIsFree() {
        assertThat(THREE_YEARS.exceptions())
                .containsOnlyKeys(date("2026-04-09"), date("2027-04-29"), date("2028-04-13"));
    }
}
