package io.github.saleskpi.testkit;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Reference;
import io.github.saleskpi.time.Viewpoint;
import java.util.Collection;
import java.util.List;

/**
 * The oracle: the report of a query by the plainest way there is. It selects the events in force, sorts them into stories,
 * tells each once, writes every line down and reads every figure off all lines; no cache and no cleverness. It shares with
 * the engine the indicators, the tallies and the calendar, and not one line more. Slow: for some hundred events.
 */
public final class ReferenceEngine {
    private ReferenceEngine() {}

    /**
     * What {@link KpiReport#toString()} must say of these events, to the byte, whatever their order and however often they
     * are repeated.
     */
    public static String report(KpiQuery query, Collection<? extends SalesEvent> events, Viewpoint viewpoint) {
        return Reference.report(question(query), List.copyOf(events), viewpoint);
    }

    /** The judged facts that are not counted once or left out once, each with its indicator, its story and what became of it. */
    static List<String> doubtful(KpiQuery query, Collection<? extends SalesEvent> events, Viewpoint viewpoint) {
        return Reference.doubtful(question(query), List.copyOf(events), viewpoint);
    }

    private static Question question(KpiQuery query) {
        return new Question(
                query.indicators(),
                query.every(),
                query.from().orElse(null),
                query.to().orElse(null),
                query.calendar(),
                query.groupBy(),
                query.rates().orElse(null),
                query.organization().orElse(null),
                query.workingCalendar().orElse(null));
    }
}
