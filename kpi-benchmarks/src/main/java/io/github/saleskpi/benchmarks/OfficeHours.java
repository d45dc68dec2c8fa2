package io.github.saleskpi.benchmarks;

import io.github.saleskpi.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** When the simulated team works: Monday to Friday, 9 to 13 and 14 to 18 in Sofia, but for public holidays. */
final class OfficeHours {
    static final ZoneId ZONE = ZoneId.of("Europe/Sofia");
    static final String MORNING = "09:00-13:00";
    static final String AFTERNOON = "14:00-18:00";

    /** Of Bulgaria; one at a weekend gives the next working day, too. Easter is beside them. */
    private static final List<MonthDay> HOLIDAYS = List.of(
            MonthDay.of(1, 1),
            MonthDay.of(3, 3),
            MonthDay.of(5, 1),
            MonthDay.of(5, 6),
            MonthDay.of(5, 24),
            MonthDay.of(9, 6),
            MonthDay.of(9, 22),
            MonthDay.of(12, 24),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    private static final int FROM_JULIAN = 13;

    private OfficeHours() {}

    /** The calendar of the years from one date to the day before the other. */
    static WorkingCalendar between(LocalDate from, LocalDate to) {
        WorkingCalendar office = WorkingCalendar.closed(ZONE);
        for (DayOfWeek day : DayOfWeek.values()) {
            office = isWeekend(day) ? office : office.withWindows(day, MORNING, AFTERNOON);
        }
        for (int year = from.getYear(); year <= to.minusDays(1).getYear(); year++) {
            LocalDate beforeEaster = easter(year).minusDays(3);
            office = office.withHolidays(
                    holidays(year).stream().filter(to::isAfter).toList());
            office = beforeEaster.isBefore(to) ? office.withException(beforeEaster, MORNING) : office;
        }
        return office;
    }

    private static Set<LocalDate> holidays(int year) {
        LocalDate easter = easter(year);
        Set<LocalDate> holidays =
                new TreeSet<>(easter.minusDays(2).datesUntil(easter.plusDays(2)).toList());
        for (MonthDay holiday : HOLIDAYS) {
            LocalDate date = holiday.atYear(year);
            boolean isLost = isWeekend(date.getDayOfWeek());
            holidays.add(date);
            while (isLost && (isWeekend(date.getDayOfWeek()) || holidays.contains(date))) {
                date = date.plusDays(1);
            }
            holidays.add(date);
        }
        return holidays;
    }

    private static boolean isWeekend(DayOfWeek day) {
        return day.getValue() > DayOfWeek.FRIDAY.getValue();
    }

    /** Of the Orthodox church, 1900 to 2099 (Meeus, Astronomical Algorithms, chapter 8). */
    private static LocalDate easter(int year) {
        int d = (19 * (year % 19) + 15) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        int julian = d + e + 114;
        return LocalDate.of(year, julian / 31, julian % 31 + 1).plusDays(FROM_JULIAN);
    }
}
