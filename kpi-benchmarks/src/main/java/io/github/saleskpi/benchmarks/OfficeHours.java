package io.github.saleskpi.benchmarks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** When the simulated team works: Monday to Friday, 7:00 to 16:00 in universal time. */
final class OfficeHours {
    private static final LocalTime OPENING = LocalTime.of(7, 0);
    private static final LocalTime CLOSING = LocalTime.of(16, 0);

    private OfficeHours() {}

    static boolean isWorkday(LocalDate date) {
        return date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).toInstant(ZoneOffset.UTC);
    }

    /** Some second of that working day. */
    static Instant during(LocalDate date, Dice dice) {
        return at(date, OPENING).plusSeconds(dice.between(0, 9 * 3600));
    }

    /** The moment at which so much working time after that instant has passed; between opening and closing. */
    static Instant after(Instant instant, Duration work) {
        Duration left = work;
        LocalDate date = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        Instant from = instant;
        while (true) {
            Instant opening = at(date, OPENING);
            Instant closing = at(date, CLOSING);
            from = from.isBefore(opening) ? opening : from;
            if (isWorkday(date) && from.isBefore(closing)) {
                Duration today = Duration.between(from, closing);
                if (left.compareTo(today) < 0) {
                    return from.plus(left);
                }
                left = left.minus(today);
            }
            date = date.plusDays(1);
        }
    }
}
