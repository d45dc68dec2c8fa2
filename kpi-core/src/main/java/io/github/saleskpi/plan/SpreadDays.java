package io.github.saleskpi.plan;

import io.github.saleskpi.plan.Target.Spread;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.WorkingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.threeten.extra.LocalDateRange;

/** Which part of a target on a period falls on which of its days, exactly. Immutable and thread-safe. */
final class SpreadDays {
    private final Spread spread;
    private final Period period;
    private final WorkingCalendar calendar;
    private final boolean byWorkingDays;
    private final List<Fraction> sharesBefore = new ArrayList<>();

    SpreadDays(Spread spread, Period period, WorkingCalendar calendar) {
        this.spread = spread;
        this.period = period;
        this.calendar = calendar;
        this.byWorkingDays = spread.workingDays() && calendar.workingDays(period.from(), period.to()) > 0;
        Fraction sum = Fraction.ZERO;
        for (BigDecimal share : spread.shares()) {
            sharesBefore.add(sum);
            sum = sum.plus(Fraction.of(share));
        }
        sharesBefore.add(sum);
    }

    /** The part on those days, all of them in the period and disjoint. */
    Fraction on(List<LocalDateRange> days) {
        Fraction sum = Fraction.ZERO;
        for (LocalDateRange range : days) {
            sum = sum.plus(on(range));
        }
        return sum;
    }

    /** The part on those days of the period. */
    Fraction on(LocalDateRange days) {
        if (byWorkingDays) {
            return Fraction.of(
                    calendar.workingDays(days.getStart(), days.getEnd()),
                    calendar.workingDays(period.from(), period.to()));
        }
        if (spread.shares().isEmpty()) {
            return Fraction.of(days.lengthInDays(), length(period));
        }
        return before(days.getEnd()).minus(before(days.getStart()));
    }

    /** The part on the days of the period before that date, which is in it or its end. */
    private Fraction before(LocalDate date) {
        int parts = spread.shares().size();
        int months = months(period.granularity());
        Fraction passed = months > 0 && months % parts == 0
                ? monthsBefore(date).over(Fraction.of(months / parts, 1))
                : Fraction.of(
                        Math.multiplyExact(ChronoUnit.DAYS.between(period.from(), date), (long) parts), length(period));
        int wholeParts = passed.part().divide(passed.whole()).intValueExact();
        if (wholeParts == parts) {
            return Fraction.ONE;
        }
        Fraction inside = passed.minus(Fraction.of(wholeParts, 1));
        Fraction share = sharesBefore.get(wholeParts + 1).minus(sharesBefore.get(wholeParts));
        return sharesBefore.get(wholeParts).plus(share.times(inside));
    }

    private Fraction monthsBefore(LocalDate date) {
        long whole = ChronoUnit.MONTHS.between(period.from(), date);
        return Fraction.of(whole, 1).plus(Fraction.of(date.getDayOfMonth() - 1L, date.lengthOfMonth()));
    }

    private static int months(Granularity length) {
        return switch (length) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case HALF -> 6;
            case YEAR -> 12;
            default -> 0;
        };
    }

    private static long length(Period period) {
        return ChronoUnit.DAYS.between(period.from(), period.to());
    }
}
