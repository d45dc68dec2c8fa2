package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Viewpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the stories of a ledger's strands together under a state, and notes which deadlines they ask about. Not thread-safe. */
final class Gathering {
    private final KpiQuery query;
    private final Versions versions;
    private final Deadlines deadlines;

    Gathering(KpiQuery query, Versions versions, Deadlines deadlines) {
        this.query = query;
        this.versions = versions;
        this.deadlines = deadlines;
    }

    /** The story of these strands; null if nothing of it is in force. */
    @Nullable
    Material story(Set<Strand> story, State state) {
        List<SalesEvent> events = inForce(story, state);
        if (events.isEmpty()) {
            return null;
        }
        Strand strand = story.iterator().next();
        SubjectIndex subject = strand.subject();
        IdentityKind kind = subject.subject().identity().orElse(null);
        String key = strand.key();
        EventList excerpt = new EventList(
                subject.subject(),
                key == null ? null : state.identities().root(kind, key),
                events,
                query.calendar(),
                state.identities());
        return new Material(
                subject.subject(), excerpt, new Ownership(subject.subject(), excerpt, state.identities()), deadline -> {
                    deadlines.ask(deadline, strand);
                    return !deadline.isAfter(state.view().asOf());
                });
    }

    /** The events of the story in force, in their order. */
    List<SalesEvent> inForce(Set<Strand> story, State state) {
        Viewpoint view = state.view();
        List<SalesEvent> events = new ArrayList<>();
        for (Strand strand : story) {
            for (int i = 0; i < strand.size(); i++) {
                SalesEvent event = inForce(strand, strand.id(i), view, state.limit());
                if (event != null) {
                    events.add(event);
                }
            }
        }
        events.sort(StoryOrder.INSTANCE);
        return story.size() == 1 ? events : distinct(events);
    }

    private @Nullable SalesEvent inForce(Strand strand, int id, Viewpoint view, int limit) {
        SalesEvent event = versions.inForce(id, view, limit);
        return event == null || versions.hasOneVersion(id) || strand.subject().names(event, strand) ? event : null;
    }

    /** Without the repetitions of an event that names two keys of one story. */
    private static List<SalesEvent> distinct(List<SalesEvent> sorted) {
        List<SalesEvent> once = new ArrayList<>(sorted.size());
        for (SalesEvent event : sorted) {
            if (once.isEmpty() || once.get(once.size() - 1) != event) {
                once.add(event);
            }
        }
        return once;
    }
}
