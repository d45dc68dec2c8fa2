package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts stories together under a state and lets storylines tell them into the cells. Not thread-safe. */
final class Teller {
    private static final Logger LOG = LoggerFactory.getLogger(KpiEngine.class);

    private final KpiQuery query;
    private final List<Storyline<?>> storylines;
    private final Versions versions;
    private final Deadlines deadlines;
    private final Cells cells;
    private final KnownTypes types;
    private final List<SortedMap<String, String>> failures = new ArrayList<>();
    private long tellings;

    Teller(
            KpiQuery query,
            List<Storyline<?>> storylines,
            Versions versions,
            Deadlines deadlines,
            Cells cells,
            KnownTypes types) {
        this.query = query;
        this.storylines = storylines;
        this.versions = versions;
        this.deadlines = deadlines;
        this.cells = cells;
        this.types = types;
        storylines.forEach(storyline -> failures.add(new TreeMap<>()));
    }

    long tellings() {
        return tellings;
    }

    /** For each storyline, the stories on which it fails, and why. */
    List<SortedMap<String, String>> failures() {
        return failures;
    }

    /** Tells the story of these strands so many times; -1 takes back what was told under that state. */
    void tell(Set<Strand> story, State state, int times) {
        Strand strand = story.iterator().next();
        List<SalesEvent> events = inForce(story, state);
        if (events.isEmpty()) {
            return;
        }
        SubjectIndex subject = strand.subject();
        IdentityKind kind = subject.subject().identity().orElse(null);
        String key = strand.key();
        Optional<String> root =
                Optional.ofNullable(key).map(k -> state.identities().root(kind, k));
        Ownership ownership = new Ownership(subject.subject(), events, query.calendar(), state.identities());
        Predicate<Instant> reached = deadline -> {
            deadlines.ask(deadline, strand);
            return !deadline.isAfter(state.view().asOf());
        };
        String place = subject.subject().name() + ":"
                + root.orElseGet(() -> events.get(0).id());
        if (key == null) {
            place = "event:" + events.get(0).id();
        }
        for (int number : subject.storylines()) {
            tell(number, storylines.get(number), new Material(root, events, ownership, reached), state, place, times);
        }
    }

    /** What every storyline of a subject is given. */
    private record Material(
            Optional<String> key, List<SalesEvent> events, Ownership ownership, Predicate<Instant> reached) {}

    private <R extends Enum<R>> void tell(
            int number, Storyline<R> storyline, Material material, State state, String place, int times) {
        if (times < 0 && failures.get(number).remove(place) != null) {
            return; // it had not been told
        }
        try {
            List<Fact<R>> facts = facts(storyline, material.events(), state.identities(), query.calendar());
            if (facts.isEmpty()) {
                return;
            }
            if (material.key().isEmpty()) {
                facts.forEach(fact -> storyline.subject().keysOf(fact.event())); // what fails at the door fails here
            }
            tellings++;
            Telling telling = new Telling(
                    cells.leaves(material.reached(), state, material.ownership().beginning()), cells::converted);
            storyline.tell(
                    new StoryView<>(
                            material.key(),
                            facts,
                            material.ownership(),
                            material.reached(),
                            type -> types.isKnown(type, state),
                            state.roster(),
                            query),
                    telling);
            cells.put(number, telling.entries(), times);
        } catch (RuntimeException failed) {
            LOG.warn("an indicator failed on {}", place, failed);
            String what = times < 0 ? place + " (when taken back: it is not a pure function)" : place;
            failures.get(number).put(what, failed.toString());
        }
    }

    private static <R extends Enum<R>> List<Fact<R>> facts(
            Storyline<R> storyline, List<SalesEvent> events, Identities identities, ReportingCalendar calendar) {
        List<Fact<R>> facts = new ArrayList<>(events.size());
        for (SalesEvent event : events) {
            R role = storyline.role(event);
            if (role != null) {
                facts.add(new FactView<>(role, event, calendar, identities));
            }
        }
        return List.copyOf(facts);
    }

    private List<SalesEvent> inForce(Set<Strand> story, State state) {
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
