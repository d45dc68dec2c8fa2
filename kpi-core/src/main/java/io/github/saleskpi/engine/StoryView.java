package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A story as a storyline sees it. */
record StoryView<R extends Enum<R>>(
        Material material,
        Facts<R> facts,
        BiPredicate<Class<? extends SalesEvent>, State> known,
        State state,
        KpiQuery query)
        implements Story<R> {
    @Override
    public Optional<String> key() {
        return Optional.ofNullable(material.excerpt().key());
    }

    @Override
    public boolean isAlone() {
        return material.excerpt().isAlone();
    }

    @Override
    public List<Fact<R>> facts(R role) {
        return facts.in(role);
    }

    @Override
    public Optional<Fact<R>> first(R role) {
        for (int i = 0; i < facts.size(); i++) {
            Fact<R> fact = facts.get(i);
            if (fact.role() == role) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    @Override
    public @Nullable String ownerAt(Moment moment) {
        return material.ownership().at(moment);
    }

    @Override
    public @Nullable String ownerNow() {
        return material.ownership().now(material.reached());
    }

    @Override
    public boolean isAtWork(@Nullable String rep, LocalDate date) {
        return state.roster().isAtWork(rep, date);
    }

    @Override
    public boolean isKnown(Class<? extends SalesEvent> type) {
        return known.test(type, state);
    }

    @Override
    public ReportingCalendar calendar() {
        return query.calendar();
    }

    @Override
    public Optional<WorkingCalendar> workingCalendar() {
        return query.workingCalendar();
    }

    @Override
    public boolean reached(Instant deadline) {
        return material.reached().test(deadline);
    }
}
