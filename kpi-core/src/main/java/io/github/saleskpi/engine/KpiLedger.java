package io.github.saleskpi.engine;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every event version ever added (late, repeated, superseded and retracted ones too), and the reports that follow from
 * it. Mutable and not thread-safe.
 *
 * <p>How it works. The set of versions is the truth, all else a cache of it. A story is told into cells once, under a
 * {@link State}: a viewpoint, a number of versions, and the keys that merges made one. Versions are numbered in the order
 * of adding and never removed, so every former state can still be seen. Hence:
 *
 * <ul>
 *   <li>{@link #add} only files the version under the keys that it names and marks the strands of all versions of its id,
 *       and of the event that it retracts, or of the retracted one's former targets.
 *   <li>{@link #report} marks what has a boundary between the last viewpoint and this one: the versions whose
 *       {@code occurredAt} or {@code recordedAt} lies between, the deadlines that stories asked about, and the keys whose
 *       root changed. Then it tells each marked story once more under the last state with multiplicity -1, and under the
 *       new one with +1. Nothing that was told need be remembered.
 *   <li>{@link #merge} adds the other's versions: a union, and so commutative, associative and idempotent.
 * </ul>
 *
 * <p>Invariant: after a report every story is in the cells exactly as told under the last state, and no strand is marked.
 */
public final class KpiLedger {
    private final KpiQuery query;
    private final List<SubjectIndex> subjects = new ArrayList<>();
    private final Versions versions = new Versions();
    private final Timeline occurred = new Timeline(versions, SalesEvent::occurredAt);
    private final Timeline recorded = new Timeline(versions, SalesEvent::recordedAt);
    private final Deadlines deadlines = new Deadlines();
    private final Deque<Strand> marked = new ArrayDeque<>();
    private final Cells cells;
    private final Teller teller;
    private @Nullable State told;
    private @Nullable KpiReport last;

    KpiLedger(KpiQuery query) {
        this.query = query;
        List<Storyline<?>> storylines = new ArrayList<>(new LinkedHashSet<>(query.indicators().stream()
                .map(Indicator::storylines)
                .flatMap(Collection::stream)
                .toList()));
        Set<Subject> distinct = new LinkedHashSet<>();
        storylines.forEach(storyline -> distinct.add(storyline.subject()));
        distinct.forEach(subject -> subjects.add(new SubjectIndex(subject, storylines)));
        this.cells = new Cells(query, storylines);
        this.teller = new Teller(query, storylines, versions, deadlines, cells);
    }

    /** Adds a fact; corrections, retractions and merges of identities are facts too. Adding it again changes nothing. */
    public void add(SalesEvent event) {
        int known = versions.ids();
        int version = versions.add(event);
        if (version < 0) {
            return;
        }
        int id = versions.idOf(version);
        List<SalesEvent> all = id == known ? List.of(event) : versions.versionsOf(id);
        List<SalesEvent> earlier = all.subList(1, all.size());
        for (SubjectIndex subject : subjects) {
            if (!(event instanceof EventRetracted) && !(event instanceof IdentityMerged)) {
                subject.add(event, id, earlier);
            }
        }
        markStoriesOf(id);
    }

    /** Adds all that the other ledger holds, whatever its query, and returns this; the other stays as it was. */
    public KpiLedger merge(KpiLedger other) {
        if (other != this) {
            other.events().forEach(this::add);
        }
        return this;
    }

    /** Every version held, in the order of adding; each is there once. */
    public Stream<SalesEvent> events() {
        return IntStream.range(0, versions.size()).mapToObj(versions::version);
    }

    /** How many event ids it holds. */
    public long size() {
        return versions.ids();
    }

    /** How many of them have two or more different versions. */
    public long conflicts() {
        return versions.conflicts();
    }

    /**
     * The report from there: what a ledger that was only ever given these events would say. Any viewpoint may follow any
     * other; only stories that changed, or in which something lies between the two, are told again.
     */
    public KpiReport report(Viewpoint viewpoint) {
        State before = told;
        if (last != null && before != null && before.view().equals(viewpoint) && before.limit() == versions.size()) {
            return last;
        }
        State after =
                new State(viewpoint, versions.size(), new Identities(versions.merges(viewpoint, versions.size())));
        if (before != null) {
            markBetween(before, after);
        }
        tellMarked(before, after);
        told = after;
        last = new ReportBuilder(query, cells, versions, after, teller.failures()).build();
        return last;
    }

    /** How many stories were told so far, taken-back ones included. */
    long tellings() {
        return teller.tellings();
    }

    private void markStoriesOf(int id) {
        List<SalesEvent> all = versions.versionsOf(id);
        for (SalesEvent version : all) {
            for (SubjectIndex subject : subjects) {
                subject.strandsOf(version, id).forEach(this::mark);
            }
            int target = version instanceof EventRetracted retraction ? versions.number(retraction.targetId()) : -1;
            if (target >= 0 && target != id) {
                for (SalesEvent retracted : versions.versionsOf(target)) {
                    for (SubjectIndex subject : subjects) {
                        subject.strandsOf(retracted, target).forEach(this::mark);
                    }
                }
            }
        }
    }

    private void mark(Strand strand) {
        if (strand.mark()) {
            marked.add(strand);
        }
    }

    private void markBetween(State before, State after) {
        Instant asOf = before.view().asOf();
        Instant knownAt = before.view().knownAt();
        occurred.between(asOf, after.view().asOf(), version -> markStoriesOf(versions.idOf(version)));
        recorded.between(knownAt, after.view().knownAt(), version -> markStoriesOf(versions.idOf(version)));
        deadlines.between(asOf, after.view().asOf(), this::mark);
        for (IdentityKind kind : IdentityKind.values()) {
            if (!before.identities().differing(after.identities(), kind).isEmpty()) {
                markAll();
            }
        }
    }

    private void markAll() {
        for (int id = 0; id < versions.ids(); id++) {
            markStoriesOf(id);
        }
    }

    private void tellMarked(@Nullable State before, State after) {
        Set<Set<Strand>> gone = new LinkedHashSet<>();
        Set<Set<Strand>> come = new LinkedHashSet<>();
        while (!marked.isEmpty()) {
            Strand strand = marked.remove();
            if (before != null) {
                gone.add(together(strand, before.identities()));
            }
            come.add(together(strand, after.identities()));
        }
        if (before != null) {
            gone.forEach(story -> teller.tell(story, before, -1));
        }
        for (Set<Strand> story : come) {
            teller.tell(story, after, 1);
            story.forEach(Strand::clean);
        }
    }

    /** The strands that are one story with that one, itself included; those not yet marked are. */
    private Set<Strand> together(Strand strand, Identities identities) {
        String key = strand.key();
        IdentityKind kind = strand.subject().subject().identity().orElse(null);
        if (key == null || kind == null) {
            return Set.of(strand);
        }
        Set<Strand> story = new LinkedHashSet<>();
        for (String member : identities.members(kind, identities.root(kind, key))) {
            Strand other = strand.subject().strand(member);
            if (other != null) {
                story.add(other);
                mark(other);
            }
        }
        return story;
    }
}
