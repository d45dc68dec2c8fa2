package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story of which every event is at hand.
 *
 * @param key the root of its keys, or null for an event that names none
 * @param events at least one, in their order
 */
record EventList(
        Subject subject,
        @Nullable String key,
        List<SalesEvent> events,
        ReportingCalendar calendar,
        Identities identities)
        implements Excerpt {
    @Override
    public boolean isAlone() {
        return key == null;
    }

    @Override
    public boolean isMoved() {
        return false;
    }

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public SalesEvent event(int index) {
        return events.get(index);
    }

    @Override
    public SalesEvent like(int index) {
        return events.get(index);
    }

    @Override
    public @Nullable String rep(int index) {
        return events.get(index).actor().repId();
    }

    @Override
    public Moment moment(int index) {
        return FactView.momentOf(events.get(index), calendar);
    }

    @Override
    public @Nullable String owner(int index) {
        return Says.owner(events.get(index));
    }

    @Override
    public <R extends Enum<R>> Facts<R> facts(int number, Storyline<R> storyline) {
        Facts<R> facts = new Facts<>(events.size());
        for (SalesEvent event : events) {
            R role = storyline.role(event);
            if (role != null) {
                facts.append(new EventFact<>(role, event, calendar, identities));
            }
        }
        return facts;
    }

    @Override
    public Says says(int index) {
        return Says.of(subject, events.get(index));
    }
}
