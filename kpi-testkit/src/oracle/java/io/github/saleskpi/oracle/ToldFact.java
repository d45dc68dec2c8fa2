package io.github.saleskpi.oracle;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import org.jspecify.annotations.Nullable;

/** An event in its role. */
record ToldFact<R extends Enum<R>>(R role, SalesEvent event, ReportingCalendar calendar, Roots roots)
        implements Fact<R> {
    @Override
    public String id() {
        return event.id();
    }

    @Override
    public Moment moment() {
        return LocalDates.momentOf(event, calendar);
    }

    @Override
    public @Nullable String rep() {
        return roots.of(IdentityKind.REP, event.actor().repId());
    }

    @Override
    public @Nullable String named(IdentityKind kind) {
        return switch (kind) {
            case PERSON -> roots.of(kind, event.personId());
            case REQUEST -> roots.of(kind, event.requestId());
            case OPPORTUNITY -> roots.of(kind, event.opportunityId());
            case REP -> rep();
        };
    }

    @Override
    public <E extends SalesEvent> E as(Class<E> type) {
        return type.cast(event);
    }
}
