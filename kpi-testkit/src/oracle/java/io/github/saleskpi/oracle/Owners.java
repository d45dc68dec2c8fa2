package io.github.saleskpi.oracle;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rule 5: who owned the request or opportunity of a story, by all events in force that name it. */
record Owners(Subject subject, List<SalesEvent> naming, Roots roots, ReportingCalendar calendar) {
    /** The last change at or before the moment; else who had it when the story began; else nobody. */
    @Nullable
    String at(Moment moment) {
        if (subject != Subject.REQUEST && subject != Subject.OPPORTUNITY) {
            return null;
        }
        Optional<OwnerChanged> last = naming.stream()
                .filter(OwnerChanged.class::isInstance)
                .map(OwnerChanged.class::cast)
                .filter(change -> !LocalDates.isAfter(LocalDates.momentOf(change, calendar), moment))
                .reduce((earlier, later) -> later);
        return roots.of(IdentityKind.REP, last.isPresent() ? last.get().toRepId() : first());
    }

    private @Nullable String first() {
        SalesEvent event = beginning();
        String named = event instanceof RequestReceived received
                ? received.ownerRepId()
                : event instanceof OpportunityOpened opened ? opened.ownerRepId() : null;
        return named != null || event == null ? named : actingRep(event);
    }

    /** What the request or the opportunity began with, or null. */
    @Nullable
    SalesEvent beginning() {
        for (SalesEvent event : naming) {
            // A receipt that only repeats another request starts no clock, and so begins no story.
            if (subject == Subject.REQUEST
                    && event instanceof RequestReceived received
                    && received.duplicateOf() == null) {
                return event;
            }
            if (subject == Subject.OPPORTUNITY && event instanceof OpportunityOpened) {
                return event;
            }
        }
        return null;
    }

    private static @Nullable String actingRep(SalesEvent event) {
        return event.actor().repId();
    }
}
