package io.github.saleskpi.engine;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Observation;
import io.github.saleskpi.time.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges which stories are closed at a floor. One is if it tells the same from every viewpoint after the floor, all of it
 * before the floor, and nothing is expected of it. Not thread-safe.
 *
 * <p>It tells the same because all that a telling depends on stands still: its versions and whatever retracts or merges
 * them are recorded before the floor and occurred before it, and each deadline that it asks about is past.
 */
final class Closing {
    private final Versions versions;
    private final LocalDate date;
    private final @Nullable Floor before;
    private final List<KpiQuery> queries;
    private final Instant start;
    private final Identities everMerged;
    private final BitSet late;
    private final Map<IdentityKind, Set<String>> lateMerges = new EnumMap<>(IdentityKind.class);
    private final BitSet kept = new BitSet();
    private final List<SubjectIndex> judged = new ArrayList<>();
    private final Map<Subject, Set<String>> keys = new HashMap<>();
    private final Map<Subject, Set<String>> alone = new HashMap<>();
    private final Set<Measure<?, ?>> incomplete = new HashSet<>();

    Closing(Versions versions, LocalDate date, Duration idle, @Nullable Floor before, Collection<KpiQuery> queries) {
        this.versions = versions;
        this.date = date;
        this.before = before;
        this.queries = List.copyOf(queries);
        this.start = queries.stream()
                .map(query -> query.calendar().startOf(date))
                .min(Instant::compareTo)
                .orElseThrow();
        Instant quiet = start.minus(idle);
        this.late = late(quiet);
        List<IdentityMerged> merges = all(IdentityMerged.class).toList();
        this.everMerged = new Identities(merges);
        merges.stream().filter(merge -> isLate(merge.id())).forEach(merge -> {
            Set<String> touched = lateMerges.computeIfAbsent(merge.kind(), kind -> new HashSet<>());
            touched.addAll(everMerged.members(merge.kind(), everMerged.root(merge.kind(), merge.fromId())));
        });
        kept.or(late);
        merges.forEach(merge -> keep(versions.number(merge.id())));
        all(EventRetracted.class).forEach(retraction -> keep(versions.number(retraction.id())));
        if (before != null) {
            incomplete.addAll(before.incomplete());
        }
    }

    private <E extends SalesEvent> Stream<E> all(Class<E> type) {
        return IntStream.range(0, versions.size())
                .mapToObj(versions::version)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** The ids of which any version, or any of what retracts it, is younger. */
    private BitSet late(Instant quiet) {
        BitSet ids = new BitSet();
        for (int v = 0; v < versions.size(); v++) {
            SalesEvent event = versions.version(v);
            if (!event.occurredAt().isBefore(quiet) || !event.recordedAt().isBefore(quiet)) {
                ids.set(versions.idOf(v));
            }
        }
        BitSet retracted = new BitSet();
        all(EventRetracted.class)
                .filter(retraction -> ids.get(versions.number(retraction.id())))
                .mapToInt(retraction -> versions.number(retraction.targetId()))
                .filter(target -> target >= 0)
                .forEach(retracted::set);
        ids.or(retracted);
        return ids;
    }

    private boolean isLate(String id) {
        return late.get(versions.number(id));
    }

    /** Judges all stories of a query, and notes those to keep. */
    void judge(KpiQuery query, Storylines storylines, List<SubjectIndex> subjects, KnownTypes types) {
        judged.addAll(subjects);
        Viewpoint from = Viewpoint.at(start);
        Identities identities = new Identities(versions.merges(from, versions.size()));
        State state = new State(from, versions.size(), identities, new Roster(query, identities));
        Deadlines deadlines = new Deadlines();
        Cells trial = new Cells(query, storylines.all(), null);
        Teller teller = new Teller(query, storylines, trial, types::isKnown);
        Gathering gathering = new Gathering(query, versions, deadlines);
        for (SubjectIndex subject : subjects) {
            subject.strands(strand -> {
                Set<Strand> story = Told.together(strand, identities);
                if (story.iterator().next() != strand) {
                    return; // each story once
                }
                long questions = types.questions();
                deadlines.clear();
                Material material = gathering.story(story, state);
                if (isStirring(story) || isOpen(story, material)) {
                    story.forEach(this::keep);
                    return;
                }
                List<Teller.Account<?>> accounts =
                        material == null ? List.of() : teller.tryTelling(subject.storylines(), material, state);
                if (accounts == null
                        || types.questions() > questions
                        || deadlines.isAnyAfter(start)
                        || accounts.stream().anyMatch(this::reaches)) {
                    story.forEach(this::keep);
                } else {
                    accounts.forEach(this::leave);
                }
            });
        }
    }

    private boolean isStirring(Set<Strand> story) {
        for (Strand strand : story) {
            String key = strand.key();
            IdentityKind kind = strand.subject().subject().identity().orElse(null);
            if (key != null
                    && kind != null
                    && lateMerges.getOrDefault(kind, Set.of()).contains(key)) {
                return true;
            }
            for (int i = 0; i < strand.size(); i++) {
                if (late.get(strand.id(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it is an opportunity that is not decided. */
    private static boolean isOpen(Set<Strand> story, @Nullable Material material) {
        Strand strand = story.iterator().next();
        if (strand.subject().subject() != Subject.OPPORTUNITY || strand.key() == null || material == null) {
            return false;
        }
        boolean isOpen = true;
        for (int i = 0; i < material.excerpt().size(); i++) {
            if (material.excerpt().event(i) instanceof OpportunityMoved move) {
                isOpen = move.status() == OpportunityMoved.Status.OPEN;
            }
        }
        return isOpen;
    }

    /** Whether something of it lies after the floor, is read at all times, or goes on. */
    private boolean reaches(Teller.Account<?> account) {
        return account.telling().entries().stream()
                .anyMatch(entry -> entry.leaf().isCompany()
                        || entry.amount() instanceof Observation.Running
                        || !entry.said().moment().date().isBefore(date));
    }

    private void leave(Teller.Account<?> account) {
        for (Telling.Entry entry : account.telling().entries()) {
            if (entry.measure() != null) {
                incomplete.add(entry.measure());
            }
        }
    }

    private void keep(Strand strand) {
        Subject subject = strand.subject().subject();
        String key = strand.key();
        if (key != null) {
            keys.computeIfAbsent(subject, own -> new HashSet<>()).add(key);
        } else {
            alone.computeIfAbsent(subject, own -> new HashSet<>()).add(idOf(strand));
        }
    }

    private String idOf(Strand alone) {
        return versions.versionsOf(alone.id(0)).get(0).id();
    }

    /** Keeps that id. */
    void keep(int id) {
        kept.set(id);
    }

    /** Keeps the events of all stories of a subject that are kept by any query. */
    void keep(SubjectIndex subject) {
        Set<String> stories = keys.getOrDefault(subject.subject(), Set.of());
        Set<String> events = alone.getOrDefault(subject.subject(), Set.of());
        subject.strands(strand -> {
            String key = strand.key();
            boolean isKept = key != null ? stories.contains(key) : events.contains(idOf(strand));
            for (int i = 0; isKept && i < strand.size(); i++) {
                kept.set(strand.id(i));
            }
        });
    }

    /** The versions that are kept, in the order of adding. */
    List<SalesEvent> kept() {
        List<SalesEvent> all = new ArrayList<>();
        for (int v = 0; v < versions.size(); v++) {
            if (kept.get(versions.idOf(v))) {
                all.add(versions.version(v));
            }
        }
        return all;
    }

    Floor floor() {
        return new Floor(date, start, queries, keys, goneAlone(), apart(), incomplete);
    }

    private Map<Subject, Set<String>> goneAlone() {
        Map<Subject, Set<String>> gone = new HashMap<>();
        for (SubjectIndex subject : judged) {
            subject.strands(strand -> {
                if (strand.key() == null && kept.get(strand.id(0))) {
                    goneAlone(gone, subject.subject(), idOf(strand));
                }
            });
        }
        if (before != null) {
            before.goneAlone()
                    .forEach((subject, ids) -> ids.stream()
                            .filter(id -> kept.get(versions.number(id)))
                            .forEach(id -> goneAlone(gone, subject, id)));
        }
        return gone;
    }

    private void goneAlone(Map<Subject, Set<String>> gone, Subject subject, String id) {
        if (!alone.getOrDefault(subject, Set.of()).contains(id)) {
            gone.computeIfAbsent(subject, own -> new HashSet<>()).add(id);
        }
    }

    /** Of an earlier floor: events that name a story kept and were not of it, for it had been left behind once. */
    private Set<Floor.Tie> apart() {
        Floor earlier = before;
        if (earlier == null) {
            return Set.of();
        }
        Set<Floor.Tie> ties = new HashSet<>();
        for (SalesEvent event : kept()) {
            keys.forEach((subject, stories) -> SubjectIndex.keysOf(subject, event)
                    .forEach(key -> {
                        if (stories.contains(key) && !earlier.admits(event, subject, key)) {
                            ties.add(new Floor.Tie(event.id(), subject, key));
                        }
                    }));
        }
        return ties;
    }
}
