package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The work of one rep, which a successor goes on with when the rep has left. Thread-safe but for the log. */
final class Desk {
    private static final LocalDate COACHED = LocalDate.of(2026, 4, 1);
    private static final int SECONDS_A_DAY = 8 * 3600;
    private static final LocalTime EARLIEST = LocalTime.of(3, 0);
    private static final int SECONDS_TO_MIDNIGHT = 21 * 3600;

    private final Habits habits;
    private final String successor;
    private final Staff staff;
    private final WorkingCalendar hours;
    private final Logbook log;

    Desk(Habits habits, String successor, Staff staff, WorkingCalendar office, Logbook log) {
        this.habits = habits;
        this.successor = successor;
        this.staff = staff;
        this.hours = office.withHolidays(staff.absences(habits.rep()));
        this.log = log;
    }

    Habits habits() {
        return habits;
    }

    Logbook log() {
        return log;
    }

    /** Whether the rep is employed and not away. */
    boolean isManned(LocalDate date) {
        return staff.isAtWork(habits.rep(), date);
    }

    boolean isWorkday(LocalDate date) {
        return hours.isWorkingDay(date);
    }

    /** Some second of working time of that date, or of the next day if that date is shorter than usual. */
    Instant during(LocalDate date, Dice dice) {
        return after(
                date.atStartOfDay(OfficeHours.ZONE).toInstant(), Duration.ofSeconds(dice.between(1, SECONDS_A_DAY)));
    }

    /** Some second of that date, at night too. */
    static Instant anyTime(LocalDate date, Dice dice) {
        return date.atTime(EARLIEST)
                .atZone(OfficeHours.ZONE)
                .toInstant()
                .plusSeconds(dice.between(0, SECONDS_TO_MIDNIGHT));
    }

    /** The moment at which so much working time after that instant has passed. */
    Instant after(Instant instant, Duration work) {
        return hours.after(instant, work).orElse(Instant.MAX);
    }

    Instant afterMinutes(Instant instant, int minutes) {
        return after(instant, Duration.ofMinutes(minutes));
    }

    /** Who does the work of this desk at that moment. */
    String holder(Instant at) {
        Instant leaving = Staff.leaving(habits.rep());
        return Staff.account(leaving == null || at.isBefore(leaving) ? habits.rep() : successor, at);
    }

    /** When the work goes over to the successor, if that is between those moments; else null. */
    @Nullable
    Instant handover(Instant from, Instant to) {
        Instant leaving = Staff.leaving(habits.rep());
        return leaving != null && from.isBefore(leaving) && !to.isBefore(leaving)
                ? leaving.minusSeconds(7 * 3600)
                : null;
    }

    /** Who goes on when the rep has left. */
    String heir(Instant at) {
        return Staff.account(successor, at);
    }

    /** A colleague who could take something over at that moment, or null. */
    @Nullable
    String colleague(Instant at) {
        boolean isThere =
                !successor.equals(habits.rep()) && staff.isAtWork(successor, LocalDate.ofInstant(at, OfficeHours.ZONE));
        return isThere ? Staff.account(successor, at) : null;
    }

    /** How much faster and better the work is at that moment than at first. */
    double coaching(Instant at) {
        boolean isAfter = !LocalDate.ofInstant(at, OfficeHours.ZONE).isBefore(COACHED);
        return isAfter ? habits.get(Trait.COACHED) : 1;
    }

    /** The header of something that happened to the customers of this desk. */
    Header happened(String id, Instant at) {
        return log.header(id, at).withAttribute("region", habits.region());
    }

    /** The header of something that the rep did. */
    Header did(String id, Instant at) {
        return happened(id, at).withRep(holder(at));
    }
}
