package io.github.saleskpi.engine;

import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.Viewpoint;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that every row of a report depends on. Of two reports from one standpoint only what was told into the cells differs.
 *
 * @param historyStarts the date of the first event, or null if there is none
 * @param periods those reported from the first in which anything lies or an event occurred to that of the viewpoint
 * @param failing the numbers of the storylines that fail on any story
 */
record Standpoint(
        Viewpoint view,
        Identities identities,
        @Nullable LocalDate historyStarts,
        SortedSet<Period> periods,
        BitSet failing) {
    static Standpoint of(
            KpiQuery query,
            Leaves leaves,
            State state,
            @Nullable LocalDate historyStarts,
            List<SortedMap<String, String>> failures) {
        BitSet failing = new BitSet();
        for (int number = 0; number < failures.size(); number++) {
            failing.set(number, !failures.get(number).isEmpty());
        }
        SortedSet<Period> periods = query.every() == Granularity.ALL
                ? new TreeSet<>(Set.of(Period.all()))
                : periodsSoFar(query, leaves, state.view(), historyStarts);
        return new Standpoint(state.view(), state.identities(), historyStarts, periods, failing);
    }

    private static SortedSet<Period> periodsSoFar(
            KpiQuery query, Leaves leaves, Viewpoint view, @Nullable LocalDate historyStarts) {
        ReportingCalendar calendar = query.calendar();
        SortedSet<Period> periods = leaves.periods();
        if (historyStarts != null) {
            periods.add(calendar.periodOf(historyStarts, query.every()));
        }
        if (periods.isEmpty()) {
            return periods;
        }
        LocalDate today = calendar.dateOf(view.asOf());
        LocalDate end = periods.last().to().isAfter(today) ? periods.last().to() : today.plusDays(1);
        for (LocalDate date = periods.first().to(); date.isBefore(end); ) {
            Period next = calendar.periodOf(date, query.every());
            periods.add(next);
            date = next.to();
        }
        return periods;
    }
}
