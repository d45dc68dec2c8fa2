package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a request or an opportunity began and who owned it when, by the events of its story. */
final class Ownership {
    private final @Nullable SalesEvent beginning;
    private final @Nullable String first;
    private final List<OwnerChanged> changes;
    private final ReportingCalendar calendar;
    private final Identities identities;

    Ownership(Subject subject, List<SalesEvent> inOrder, ReportingCalendar calendar, Identities identities) {
        this.calendar = calendar;
        this.identities = identities;
        SalesEvent begun = null;
        List<OwnerChanged> found = List.of();
        boolean owned = subject == Subject.REQUEST || subject == Subject.OPPORTUNITY;
        for (int i = 0; owned && i < inOrder.size(); i++) {
            SalesEvent event = inOrder.get(i);
            if (event instanceof OwnerChanged change) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(change);
            } else if (begun == null && begins(subject, event)) {
                begun = event;
            }
        }
        this.changes = found;
        this.beginning = begun;
        this.first = begun == null ? null : firstOwner(begun);
    }

    /** The event that began the story of a request or an opportunity, or null if it is not known. */
    @Nullable
    SalesEvent beginning() {
        return beginning;
    }

    /** The changes of the owner, in their order. */
    List<OwnerChanged> changes() {
        return changes;
    }

    @Nullable
    String at(Moment moment) {
        String owner = first;
        for (OwnerChanged change : changes) {
            if (!FactView.momentOf(change, calendar).isAfter(moment)) {
                owner = change.toRepId();
            }
        }
        return root(owner);
    }

    /** At the viewpoint: a change of which only the date is known holds from when that date begins. */
    @Nullable
    String now(Predicate<Instant> reached) {
        String owner = first;
        for (OwnerChanged change : changes) {
            Moment moment = FactView.momentOf(change, calendar);
            if (!moment.dayOnly() || reached.test(moment.start())) {
                owner = change.toRepId();
            }
        }
        return root(owner);
    }

    private @Nullable String root(@Nullable String rep) {
        return rep == null ? null : identities.root(IdentityKind.REP, rep);
    }

    private static boolean begins(Subject subject, SalesEvent event) {
        return subject == Subject.REQUEST
                ? event instanceof RequestReceived received && received.duplicateOf() == null
                : event instanceof OpportunityOpened;
    }

    private static @Nullable String firstOwner(SalesEvent event) {
        String named = event instanceof RequestReceived received
                ? received.ownerRepId()
                : ((OpportunityOpened) event).ownerRepId();
        return named != null ? named : event.actor().repId();
    }
}
