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
    private static final int NONE = -1;

    private final Excerpt story;
    private final boolean isOwned;
    private int begun;
    private List<OwnerChanged> changes = List.of();
    private final ReportingCalendar calendar;
    private final Identities identities;

    Ownership(Subject subject, Excerpt story, ReportingCalendar calendar, Identities identities) {
        this.story = story;
        this.calendar = calendar;
        this.identities = identities;
        this.isOwned = Says.isOwned(subject);
        read();
    }

    /** Reads the story, which may have been moved on. */
    void read() {
        int first = NONE;
        List<OwnerChanged> found = List.of();
        for (int i = 0; isOwned && i < story.size(); i++) {
            Says says = story.says(i);
            if (says == Says.CHANGE) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add((OwnerChanged) story.event(i));
            } else if (first == NONE && says == Says.BEGINNING) {
                first = i;
            }
        }
        if (!found.isEmpty() || !changes.isEmpty()) {
            changes = found;
        }
        begun = first;
    }

    /** Whether it is known how the story began. */
    boolean isAny() {
        return begun != NONE;
    }

    /** The event that began the story of a request or an opportunity, or null if it is not known. */
    @Nullable
    SalesEvent beginning() {
        return begun == NONE ? null : story.event(begun);
    }

    /** The changes of the owner, in their order. */
    List<OwnerChanged> changes() {
        return changes;
    }

    @Nullable
    String at(Moment moment) {
        String owner = firstOwner();
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
        String owner = firstOwner();
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

    private @Nullable String firstOwner() {
        if (begun == NONE) {
            return null;
        }
        return namedOwner(story.like(begun)) == null ? story.rep(begun) : namedOwner(story.event(begun));
    }

    private static @Nullable String namedOwner(SalesEvent beginning) {
        return beginning instanceof RequestReceived received
                ? received.ownerRepId()
                : ((OpportunityOpened) beginning).ownerRepId();
    }
}
