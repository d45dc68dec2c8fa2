package io.github.saleskpi.quality;

import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Months at whose end, from their last working day on, much more was recorded than on the working days before: at least ten
 * in all, and more than three times the mean of a day.
 */
final class MonthEndProbe implements Probe {
    private static final int FEWEST = 10;
    private static final int TIMES = 3;
    private static final int SHOWN = 3;

    /** What was recorded in a month: in all, and at its end. */
    private static final class Month {
        private final LocalDate end;
        private final Hits atEnd;
        private long all;

        Month(LocalDate end, Hits atEnd) {
            this.end = end;
            this.atEnd = atEnd;
        }
    }

    private final Ground ground;
    private final Sign sign;
    private final Predicate<SalesEvent> which;
    private final String effect;
    private final WorkingCalendar workdays;
    private final SortedMap<YearMonth, Month> months = new TreeMap<>();
    private @Nullable LocalDate first;

    private MonthEndProbe(Ground ground, Sign sign, Predicate<SalesEvent> which, String effect) {
        this.ground = ground;
        this.sign = sign;
        this.which = which;
        this.effect = effect;
        this.workdays = ground.workingCalendar();
    }

    static MonthEndProbe ofCloses(Ground ground) {
        return new MonthEndProbe(
                ground,
                Sign.CLOSES_AT_MONTH_END,
                MonthEndProbe::isClose,
                "Closes may have been held back, brought forward or written down together: win-rate of these months and the"
                        + " cycle times are less sure.");
    }

    static MonthEndProbe ofActivities(Ground ground) {
        return new MonthEndProbe(
                ground,
                Sign.ACTIVITIES_AT_MONTH_END,
                UnknownProbe::isAction,
                "They may have been written down together and from memory: response-time, follow-ups and activities of these"
                        + " months are less sure.");
    }

    private static boolean isClose(SalesEvent event) {
        return event instanceof OpportunityMoved moved
                && (moved.status() == OpportunityMoved.Status.WON || moved.status() == OpportunityMoved.Status.LOST);
    }

    @Override
    public void see(SalesEvent event) {
        if (which.test(event)) {
            LocalDate date = ground.recorded(event).date();
            first = first == null || date.isBefore(first) ? date : first;
            Month month =
                    months.computeIfAbsent(YearMonth.from(date), key -> new Month(lastWorkingDay(key), ground.hits()));
            month.all++;
            if (!date.isBefore(month.end)) {
                month.atEnd.hit(event.id());
            }
        }
    }

    private LocalDate lastWorkingDay(YearMonth month) {
        for (LocalDate date = month.atEndOfMonth(); date.getDayOfMonth() > 1; date = date.minusDays(1)) {
            if (workdays.isWorkingDay(date)) {
                return date;
            }
        }
        return month.atEndOfMonth();
    }

    @Override
    public List<Symptom> symptoms() {
        Hits hits = ground.hits();
        SortedMap<YearMonth, String> crowded = new TreeMap<>();
        for (Map.Entry<YearMonth, Month> each : months.entrySet()) {
            Month month = each.getValue();
            hits.look(month.all);
            if (isCrowded(each.getKey(), month)) {
                hits.hit(month.atEnd);
                crowded.put(each.getKey(), each.getKey() + " " + month.atEnd.count() + " of " + month.all);
            }
        }
        return List.of(hits.as(sign, Severity.NOTE, effect + " Months: " + Hits.some(crowded.values(), SHOWN) + "."));
    }

    private boolean isCrowded(YearMonth key, Month month) {
        LocalDate from = first != null && first.isAfter(key.atDay(1)) ? first : key.atDay(1);
        long days = from.isBefore(month.end) ? workdays.workingDays(from, month.end) : 0;
        long atEnd = month.atEnd.count();
        return atEnd >= FEWEST && atEnd * days > TIMES * (month.all - atEnd);
    }
}
