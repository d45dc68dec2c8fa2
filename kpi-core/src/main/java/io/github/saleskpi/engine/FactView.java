package io.github.saleskpi.engine;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event in its role, with the keys that are in force. */
final class FactView<R extends Enum<R>> implements Fact<R> {
    private final R role;
    private final SalesEvent event;
    private final ReportingCalendar calendar;
    private final Identities identities;
    private @Nullable Moment moment;

    FactView(R role, SalesEvent event, ReportingCalendar calendar, Identities identities) {
        this.role = role;
        this.event = event;
        this.calendar = calendar;
        this.identities = identities;
    }

    static Moment momentOf(SalesEvent event, ReportingCalendar calendar) {
        return new Moment(event.occurredAt(), event.header().precision() == Header.Precision.DAY, calendar);
    }

    @Override
    public SalesEvent event() {
        return event;
    }

    @Override
    public R role() {
        return role;
    }

    @Override
    public String id() {
        return event.id();
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

    /** The day of its moment. */
    long day(Days days) {
        return dayOf(event, days);
    }

    static long dayOf(SalesEvent event, Days days) {
        Header header = event.header();
        return header.precision() == Header.Precision.DAY
                ? Days.dateOnly(header.occurredAt())
                : days.dayOf(header.occurredAt());
    }

    @Override
    public @Nullable String rep() {
        return named(IdentityKind.REP);
    }

    @Override
    public @Nullable String named(IdentityKind kind) {
        String key = keyOf(event, kind);
        return key == null ? null : identities.root(kind, key);
    }

    /** The key of that kind that an event names, as written, or null. */
    static @Nullable String keyOf(SalesEvent event, IdentityKind kind) {
        return switch (kind) {
            case PERSON -> event.personId();
            case REQUEST -> event.requestId();
            case OPPORTUNITY -> event.opportunityId();
            case REP -> event.actor().repId();
        };
    }

    @Override
    public <E extends SalesEvent> E as(Class<E> type) {
        return type.cast(event);
    }

    @Override
    public String toString() {
        return role + " " + event.id();
    }
}
