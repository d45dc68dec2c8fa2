package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
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
    private final Adding adding;
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
        this.adding = new Adding(cells);
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
        Material material = material(story, state);
        long leaves = 0;
        if (material != null) {
            for (int number : story.iterator().next().subject().storylines()) {
                leaves |= tell(number, storylines.get(number), material, state, times);
            }
        }
        if (times > 0) {
            for (Strand strand : story) {
                strand.leaves(leaves);
            }
        }
    }

    /** Tells the story once more as it stands in the cells, to somebody who only listens. */
    void retell(Set<Strand> story, State state, IntPredicate which, Consumer<Account<?>> listener) {
        Material material = material(story, state);
        if (material != null) {
            for (int number : story.iterator().next().subject().storylines()) {
                if (which.test(number) && !failures.get(number).containsKey(material.place())) {
                    Account<?> account = accountIfAny(number, storylines.get(number), material, state);
                    if (account != null) {
                        listener.accept(account);
                    }
                }
            }
        }
    }

    /** What each storyline tells of the story under that state; null if one of them fails. The cells are for trying only. */
    @Nullable
    List<Account<?>> tryTelling(Set<Strand> story, State state) {
        Material material = material(story, state);
        List<Account<?>> all = new ArrayList<>();
        if (material != null) {
            for (int number : story.iterator().next().subject().storylines()) {
                try {
                    Account<?> account = account(number, storylines.get(number), material, state);
                    if (account != null) {
                        cells.put(number, account.telling().entries(), 1);
                        all.add(account);
                    }
                } catch (RuntimeException failed) {
                    return null;
                }
            }
        }
        return all;
    }

    private @Nullable Material material(Set<Strand> story, State state) {
        Strand strand = story.iterator().next();
        List<SalesEvent> events = inForce(story, state);
        if (events.isEmpty()) {
            return null;
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
        return new Material(place, root, events, ownership, reached);
    }

    /** What every storyline of a subject is given. */
    private record Material(
            String place,
            Optional<String> key,
            List<SalesEvent> events,
            Ownership ownership,
            Predicate<Instant> reached) {}

    /** What a storyline tells of a story, by its number and the story's place. */
    record Account<R extends Enum<R>>(
            int number,
            String place,
            Storyline<R> storyline,
            Story<R> story,
            List<OwnerChanged> ownerChanges,
            Telling telling) {}

    /** Returns the bits of the leaves in which it was told. */
    private <R extends Enum<R>> long tell(
            int number, Storyline<R> storyline, Material material, State state, int times) {
        String place = material.place();
        if (times < 0 && !failures.get(number).isEmpty() && failures.get(number).remove(place) != null) {
            return 0; // it had not been told
        }
        try {
            adding.begin(state, material.reached(), material.ownership().beginning());
            return tell(storyline, material, state, adding) == null ? 0 : adding.put(number, times);
        } catch (RuntimeException failed) {
            LOG.warn("an indicator failed on {}", place, failed);
            String what = times < 0 ? place + " (when taken back: it is not a pure function)" : place;
            failures.get(number).put(what, failed.toString());
            return 0;
        }
    }

    /** The same, and null also if it fails under that state, in which case it contributed nothing. */
    private <R extends Enum<R>> @Nullable Account<R> accountIfAny(
            int number, Storyline<R> storyline, Material material, State state) {
        try {
            return account(number, storyline, material, state);
        } catch (RuntimeException failed) {
            return null;
        }
    }

    /** Lets the storyline tell to somebody who writes it down; null if the story has no fact for it. */
    private <R extends Enum<R>> @Nullable Account<R> account(
            int number, Storyline<R> storyline, Material material, State state) {
        Telling telling = new Telling(
                cells.leaves(material.reached(), state, material.ownership().beginning()), cells::converted);
        Story<R> story = tell(storyline, material, state, telling);
        return story == null
                ? null
                : new Account<>(
                        number,
                        material.place(),
                        storyline,
                        story,
                        material.ownership().changes(),
                        telling);
    }

    /** Lets the storyline tell; null if the story has no fact for it. */
    private <R extends Enum<R>> @Nullable Story<R> tell(
            Storyline<R> storyline, Material material, State state, Contributions out) {
        List<Fact<R>> facts = facts(storyline, material.events(), state.identities(), query.calendar());
        if (facts.isEmpty()) {
            return null;
        }
        if (material.key().isEmpty()) {
            facts.forEach(fact -> storyline.subject().keysOf(fact.event())); // what fails at the door fails here
        }
        tellings++;
        Story<R> story = new StoryView<>(
                material.key(),
                facts,
                material.ownership(),
                material.reached(),
                type -> types.isKnown(type, state),
                state.roster(),
                query);
        storyline.tell(story, out);
        return story;
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
        return Collections.unmodifiableList(facts);
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
