package io.github.saleskpi.oracle;

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
import org.jspecify.annotations.Nullable;

/** The facts of one subject as a storyline sees them. */
record ToldStory<R extends Enum<R>>(Optional<String> key, List<Fact<R>> facts, Owners owners, World world)
        implements Story<R> {
    /** What a story may know beside its facts. */
    record World(Question question, Selection selection, People people, Instant asOf) {}

    @Override
    public ReportingCalendar calendar() {
        return world.question().calendar();
    }

    @Override
    public boolean isAtWork(@Nullable String rep, LocalDate date) {
        return world.people().isAtWork(rep, date);
    }

    @Override
    public boolean isKnown(Class<? extends SalesEvent> type) {
        return world.selection().facts().stream().anyMatch(type::isInstance);
    }

    @Override
    public Optional<WorkingCalendar> workingCalendar() {
        return Optional.ofNullable(world.question().hours());
    }

    @Override
    public @Nullable String ownerAt(Moment moment) {
        return owners.at(moment);
    }

    @Override
    public @Nullable String ownerNow() {
        return owners.at(new Moment(world.asOf(), false, calendar()));
    }

    @Override
    public boolean reached(Instant deadline) {
        return deadline.compareTo(world.asOf()) <= 0;
    }
}
