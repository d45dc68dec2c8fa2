package io.github.saleskpi.engine;

import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Subject;
import org.jspecify.annotations.Nullable;

/** What an event says of who owns the request or the opportunity that a story is about. */
enum Says {
    NOTHING,
    BEGINNING,
    CHANGE;

    private static final Says[] ALL = values();

    static Says of(Subject about, SalesEvent event) {
        if (!isOwned(about)) {
            return NOTHING;
        }
        if (event instanceof OwnerChanged) {
            return CHANGE;
        }
        boolean begins = about == Subject.REQUEST
                ? event instanceof RequestReceived received && received.duplicateOf() == null
                : event instanceof OpportunityOpened;
        return begins ? BEGINNING : NOTHING;
    }

    /** The rep to whom an event that begins such a story, or changes its owner, says that it belongs; null for nobody. */
    static @Nullable String owner(SalesEvent event) {
        if (event instanceof RequestReceived received) {
            return received.ownerRepId();
        }
        return event instanceof OwnerChanged change ? change.toRepId() : ((OpportunityOpened) event).ownerRepId();
    }

    /** Whether what such stories are about has an owner. */
    static boolean isOwned(Subject about) {
        return about == Subject.REQUEST || about == Subject.OPPORTUNITY;
    }

    /** By its place in this list. */
    static Says at(int place) {
        return ALL[place];
    }
}
