package io.github.saleskpi.engine;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.SalesEvent;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The local date of the first event in force, looked for anew only where it may have gone. Not thread-safe. */
final class HistoryStart {
    private final KpiQuery query;
    private final Versions versions;
    private @Nullable State last;
    private @Nullable LocalDate first;

    HistoryStart(KpiQuery query, Versions versions) {
        this.query = query;
        this.versions = versions;
    }

    /** That of a state; of one after another, from the same viewpoint, it costs no more than what came in between. */
    @Nullable
    LocalDate of(State state) {
        State before = last;
        boolean follows = before != null && before.view().equals(state.view()) && before.limit() <= state.limit();
        if (before == null || !follows || !isFoundBetween(before, state)) {
            first = null;
            for (int id = 0; id < versions.ids(); id++) {
                see(dateOf(id, state));
            }
        }
        last = state;
        return first;
    }

    /** Looks at what came in between; false if the first event may have gone. */
    private boolean isFoundBetween(State before, State after) {
        Set<Integer> changed = new LinkedHashSet<>();
        for (int version = before.limit(); version < after.limit(); version++) {
            int id = versions.idOf(version);
            changed.add(id);
            for (SalesEvent each : versions.versionsOf(id)) {
                if (each instanceof EventRetracted retraction && versions.number(retraction.targetId()) >= 0) {
                    changed.add(versions.number(retraction.targetId()));
                }
            }
        }
        LocalDate known = first;
        for (int id : changed) {
            LocalDate now = dateOf(id, after);
            if (known != null && (now == null || now.isAfter(known)) && known.equals(dateOf(id, before))) {
                return false;
            }
            see(now);
        }
        return true;
    }

    private void see(@Nullable LocalDate date) {
        LocalDate known = first;
        first = date != null && (known == null || date.isBefore(known)) ? date : known;
    }

    private @Nullable LocalDate dateOf(int id, State state) {
        SalesEvent event = versions.inForce(id, state.view(), state.limit());
        return event == null ? null : FactView.momentOf(event, query.calendar()).date();
    }
}
