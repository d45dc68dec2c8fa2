package io.github.saleskpi.engine;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that is at hand, in its role. */
final class EventFact<R extends Enum<R>> extends FactView<R> {
    private final R role;
    private final SalesEvent event;
    private final ReportingCalendar calendar;
    private final Identities identities;
    private @Nullable Moment moment;

    EventFact(R role, SalesEvent event, ReportingCalendar calendar, Identities identities) {
        this.role = role;
        this.event = event;
        this.calendar = calendar;
        this.identities = identities;
    }

    @Override
    public SalesEvent event() {
        return event;
    }

    @Override
    public String id() {
        return event.id();
    }

    @Override
    public R role() {
        return role;
    }

    @Override
    public Moment moment() {
        Moment known = moment;
        if (known == null) {
            known = momentOf(event, calendar);
            moment = known;
        }
        return known;
    }

    @Override
    public Instant at() {
        return event.occurredAt();
    }

    @Override
    public boolean dayOnly() {
        return event.header().precision() == Header.Precision.DAY;
    }

    @Override
    public boolean isBefore(Fact<?> other) {
        boolean byDate = dayOnly() || other.dayOnly();
        return byDate ? moment().isBefore(other.moment()) : at().isBefore(other.at());
    }

    @Override
    long day(Days days) {
        return dayOf(event, days);
    }

    @Override
    public @Nullable String named(IdentityKind kind) {
        String key = keyOf(event, kind);
        return key == null ? null : identities.root(kind, key);
    }
}
