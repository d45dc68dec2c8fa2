package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Viewpoint;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A year of a large company as its CRM tells it: 1,000 reps of whom some do ten times what others do, ids as such systems
 * have them, and the usual disorder: replays, late entries, corrections and retractions. The same numbers give the same
 * events on every machine. Only the events that the seven standard indicators read occur.
 *
 * <p>Nothing is known to the date only, no identities are merged, materials are always published by somebody, and no two
 * different versions of an event were recorded at one time: rules for these decide nothing here.
 */
final class CrmYear {
    static final LocalDate START = LocalDate.of(2026, 1, 1);
    static final LocalDate END = START.plusYears(1);
    static final int REPS = 1_000;
    /** From the end of the year, knowing everything. */
    static final Viewpoint VIEWPOINT =
            Viewpoint.asOf(END.atStartOfDay(ZoneOffset.UTC).toInstant());

    private static final double WEEKEND = 0.06;

    private CrmYear() {}

    /** About so many events, in the order in which they were delivered. */
    static List<SalesEvent> events(int number, long seed) {
        Dice dice = new Dice(seed);
        CrmLog log = new CrmLog(number, dice.fork());
        CrmReps reps = new CrmReps(REPS, dice.fork());
        CrmShelf shelf = new CrmShelf(log, Math.max(20, Math.min(400, number / 500)), dice.fork());
        CrmMails mails = new CrmMails(log, shelf, dice.fork());
        CrmDeals deals = new CrmDeals(log, reps, mails, shelf, dice.fork());
        CrmRequests requests = new CrmRequests(log, reps, mails, deals, dice.fork());
        CrmCalls calls = new CrmCalls(log, deals, dice.fork());
        CrmSocial social = new CrmSocial(log, dice.fork());

        double days = 0;
        for (LocalDate date = START; date.isBefore(END); date = date.plusDays(1)) {
            days += weight(date);
        }
        double lived = 0;
        for (LocalDate date = START; date.isBefore(END); date = date.plusDays(1)) {
            lived += weight(date);
            long due = StrictMath.round(number * lived / days);
            while (log.written() < due) {
                String rep = reps.any();
                Instant at = date.atTime(7, 0).toInstant(ZoneOffset.UTC).plusSeconds(dice.between(0, 43_200));
                double kind = dice.share();
                if (kind < 0.50) {
                    calls.live(rep, at);
                } else if (kind < 0.72) {
                    requests.live(at);
                } else if (kind < 0.80) {
                    mails.chase(rep, at);
                } else if (kind < 0.93) {
                    social.live(rep, at);
                } else {
                    shelf.live(rep, at);
                }
            }
            log.deliver(date);
        }
        return log.all();
    }

    /** The same events in an order of chance, which that seed decides. */
    static List<SalesEvent> shuffled(List<SalesEvent> events, long seed) {
        Dice dice = new Dice(seed);
        List<SalesEvent> shuffled = new ArrayList<>(events);
        for (int left = shuffled.size(); left > 1; left--) {
            Collections.swap(shuffled, left - 1, dice.between(0, left));
        }
        return shuffled;
    }

    private static double weight(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? WEEKEND : 1;
    }
}
