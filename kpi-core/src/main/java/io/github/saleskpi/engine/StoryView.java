package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A story as a storyline sees it. */
record StoryView<R extends Enum<R>>(
        Excerpt excerpt,
        List<Fact<R>> facts,
        Ownership ownership,
        Predicate<Instant> deadlines,
        Predicate<Class<? extends SalesEvent>> known,
        Roster roster,
        KpiQuery query)
        implements Story<R> {
    @Override
    public Optional<String> key() {
        return Optional.ofNullable(excerpt.key());
    }

    @Override
    public boolean isAlone() {
        return excerpt.isAlone();
    }

    @Override
    public List<Fact<R>> facts(R role) {
        List<Fact<R>> all = facts;
        int size = all.size();
        int fitting = 0;
        for (int i = 0; i < size; i++) {
            fitting += all.get(i).role() == role ? 1 : 0;
        }
        if (fitting == 0) {
            return List.of();
        }
        if (fitting == size) {
            return all;
        }
        List<Fact<R>> some = new ArrayList<>(fitting);
        for (int i = 0; i < size; i++) {
            Fact<R> fact = all.get(i);
            if (fact.role() == role) {
                some.add(fact);
            }
        }
        return Collections.unmodifiableList(some);
    }

    @Override
    public Optional<Fact<R>> first(R role) {
        List<Fact<R>> all = facts;
        for (int i = 0; i < all.size(); i++) {
            Fact<R> fact = all.get(i);
            if (fact.role() == role) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    @Override
    public @Nullable String ownerAt(Moment moment) {
        return ownership.at(moment);
    }

    @Override
    public @Nullable String ownerNow() {
        return ownership.now(deadlines);
    }

    @Override
    public boolean isAtWork(@Nullable String rep, LocalDate date) {
        return roster.isAtWork(rep, date);
    }

    @Override
    public boolean isKnown(Class<? extends SalesEvent> type) {
        return known.test(type);
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
        return deadlines.test(deadline);
    }
}
