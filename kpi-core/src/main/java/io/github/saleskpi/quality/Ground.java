package io.github.saleskpi.quality;

import io.github.saleskpi.engine.KpiLedger.InForce;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.WorkingCalendar;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all probes stand on: the events in force, and how their keys and moments are read. */
record Ground(InForce inForce, KpiQuery query, int examples) {
    Hits hits() {
        return new Hits(examples);
    }

    @Nullable
    String person(SalesEvent event) {
        return inForce.nameOf(IdentityKind.PERSON, event.personId());
    }

    @Nullable
    String request(SalesEvent event) {
        return inForce.nameOf(IdentityKind.REQUEST, event.requestId());
    }

    @Nullable
    String opportunity(SalesEvent event) {
        return inForce.nameOf(IdentityKind.OPPORTUNITY, event.opportunityId());
    }

    @Nullable
    String rep(@Nullable String repId) {
        return inForce.nameOf(IdentityKind.REP, repId);
    }

    static boolean isDayOnly(SalesEvent event) {
        return event.header().precision() == Header.Precision.DAY;
    }

    Moment moment(SalesEvent event) {
        return new Moment(event.occurredAt(), isDayOnly(event), query.calendar());
    }

    /** A call's begin where it is known, else the moment itself. */
    Moment start(SalesEvent event) {
        Moment end = moment(event);
        return event instanceof CallEnded call && call.duration() != null && !end.dayOnly()
                ? new Moment(end.at().minus(call.duration()), false, end.calendar())
                : end;
    }

    /** When it was recorded; where nothing is said of that, when it occurred. */
    Moment recorded(SalesEvent event) {
        return event.recordedAt().equals(event.occurredAt())
                ? moment(event)
                : new Moment(event.recordedAt(), false, query.calendar());
    }

    /** What would stop the clock of response time, if it named the request. */
    static boolean isResponse(SalesEvent event) {
        if (!event.actor().isHuman()) {
            return false;
        }
        if (event instanceof CallEnded call) {
            return call.direction() == CallDirection.INBOUND
                    ? call.outcome().atLeast(CallOutcome.ANSWERED)
                    : call.outcome() != CallOutcome.FAILED && call.outcome() != CallOutcome.WRONG_NUMBER;
        }
        return event instanceof MessageSent sent ? sent.visible() : event instanceof MeetingHeld;
    }

    /** The organization under the names that reps go by. */
    Optional<Organization> organization() {
        return query.organization().map(people -> people.renamed(rep -> String.valueOf(rep(rep))));
    }

    WorkingCalendar workingCalendar() {
        return query.workingCalendar()
                .orElseGet(() -> WorkingCalendar.mondayToFriday(query.calendar().zone()));
    }
}
