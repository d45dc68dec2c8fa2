package io.github.saleskpi.engine;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What a ledger's versions tell for one query, and under which state they were told last. Not thread-safe. */
final class Told {
    private final KpiQuery query;
    private final Versions versions;
    private final Erasures erasures;
    private final List<SubjectIndex> subjects = new ArrayList<>();
    private final Timeline occurred;
    private final Timeline recorded;
    private final Deadlines deadlines = new Deadlines();
    private final KnownTypes types;
    private final Storylines storylines;
    private final Deque<Strand> marked = new ArrayDeque<>();
    private final Cells cells;
    private final Gathering gathering;
    private final Teller teller;
    private final ReportBuilder reports;
    private final HistoryStart history;
    private @Nullable State state;
    private @Nullable KpiReport last;

    /** @param floor where the ledger begins, or null if it has all */
    Told(KpiQuery query, Versions versions, Erasures erasures, @Nullable Floor floor) {
        this.query = query;
        this.versions = versions;
        this.erasures = erasures;
        this.occurred = new Timeline(versions, SalesEvent::occurredAt);
        this.recorded = new Timeline(versions, SalesEvent::recordedAt);
        this.types = new KnownTypes(versions);
        this.storylines = new Storylines(query);
        for (int subject = 0; subject < storylines.subjects().size(); subject++) {
            subjects.add(new SubjectIndex(storylines, subject, floor));
        }
        this.cells = new Cells(query, storylines.all(), floor);
        this.gathering = new Gathering(query, versions, deadlines);
        this.teller = new Teller(query, storylines, cells, types::isKnown);
        this.reports = new ReportBuilder(query, cells, teller.failures());
        this.history = new HistoryStart(query, versions);
    }

    /** Files a version that is new to the ledger. */
    void file(int version) {
        SalesEvent event = versions.version(version);
        int id = versions.idOf(version);
        List<SalesEvent> earlier = versions.earlier(version);
        subjects.forEach(subject -> subject.add(event, id, earlier));
        types.add(event, id);
        markStoriesOf(id);
    }

    KpiReport report(Viewpoint viewpoint) {
        State before = state;
        if (last != null && before != null && before.view().equals(viewpoint) && before.limit() == versions.size()) {
            return last;
        }
        State after = stateAt(viewpoint);
        if (before != null) {
            markBetween(before, after);
        }
        tellMarked(before, after);
        state = after;
        last = null; // in case the next line throws
        last = reports.build(
                after,
                new Held(versions.ids(), versions.conflicts(), history.of(after)),
                erasures.digests().size());
        return last;
    }

    private State stateAt(Viewpoint viewpoint) {
        State before = state;
        List<IdentityMerged> merges = versions.merges(viewpoint, versions.size());
        Identities identities =
                before == null ? new Identities(merges) : before.identities().of(merges);
        Roster roster =
                before != null && before.identities() == identities ? before.roster() : new Roster(query, identities);
        return new State(viewpoint, versions.size(), identities, roster);
    }

    /** The same report's cell explained; of one figure, if it is named. */
    Explanation explain(Indicator asked, @Nullable String figure, Scope scope, Period period, Viewpoint viewpoint) {
        KpiReport report = report(viewpoint);
        State now = Objects.requireNonNull(state);
        Explainer explainer = new Explainer(report, cells, now, asked, figure, scope, period);
        explainer.read(teller.failures());
        for (SubjectIndex subject : subjects) {
            if (Arrays.stream(subject.storylines()).anyMatch(explainer::reads)) {
                subject.strands(strand -> {
                    if (explainer.concerns(strand)) {
                        Set<Strand> story = together(strand, now.identities());
                        if (story.iterator().next() == strand) { // each story once
                            retell(story, now, explainer::reads, explainer::hear);
                        }
                    }
                });
            }
        }
        return explainer.explanation();
    }

    /** What differs between the reports of two viewpoints, and by which events. */
    Restated restated(Viewpoint earlier, Viewpoint later) {
        KpiReport before = report(earlier);
        State from = Objects.requireNonNull(state);
        KpiReport after = report(later);
        State to = Objects.requireNonNull(state);
        Restating restating = new Restating(query, versions, cells, before, from, after, to);
        Set<Strand> changed = new LinkedHashSet<>();
        strandsBetween(from, to, changed::add);
        for (Strand strand : changed) {
            restating.see(strand, (story, state, listener) -> retell(story, state, number -> true, listener));
        }
        return restating.restated();
    }

    /** Lets it be judged which stories are closed. */
    void judge(Closing closing) {
        closing.judge(query, storylines, subjects, types);
    }

    /** Names the events of the stories that are kept, and those of which the types were asked about. */
    void keep(Closing closing) {
        subjects.forEach(closing::keep);
        types.ids(closing::keep);
    }

    /** The query's indicators held against each other. */
    SideBySide sideBySide(Viewpoint viewpoint) {
        KpiReport report = report(viewpoint);
        Set<Period> periods = new LinkedHashSet<>();
        for (int id = 0; id < versions.ids(); id++) {
            SalesEvent event = versions.inForce(id, viewpoint, versions.size());
            if (event != null) {
                periods.add(query.calendar()
                        .periodOf(FactView.momentOf(event, query.calendar()).date(), query.every()));
            }
        }
        report.cells().forEach(cell -> periods.add(cell.period()));
        return new Contrast(
                        report,
                        periods,
                        (variant, scope, period) ->
                                explain(variant, variant.primary().name(), scope, period, viewpoint))
                .sideBySide();
    }

    long tellings() {
        return teller.tellings();
    }

    long readings() {
        return reports.readings();
    }

    long takenOver() {
        return reports.takenOver();
    }

    private void markStoriesOf(int id) {
        strandsOf(id, this::mark);
    }

    /** The strands that any version of the event names, or of one that any version of it retracts. */
    private void strandsOf(int id, Consumer<Strand> to) {
        List<SalesEvent> all = versions.versionsOf(id);
        for (SalesEvent version : all) {
            for (SubjectIndex subject : subjects) {
                subject.strandsOf(version, id).forEach(to);
            }
            int target = version instanceof EventRetracted retraction ? versions.number(retraction.targetId()) : -1;
            if (target >= 0 && target != id) {
                for (SalesEvent retracted : versions.versionsOf(target)) {
                    for (SubjectIndex subject : subjects) {
                        subject.strandsOf(retracted, target).forEach(to);
                    }
                }
            }
        }
    }

    /** The strands in which an event may stand otherwise, or which are one with others. */
    private void strandsBetween(State before, State after, Consumer<Strand> to) {
        occurred.between(before.view().asOf(), after.view().asOf(), version -> strandsOf(versions.idOf(version), to));
        recorded.between(
                before.view().knownAt(), after.view().knownAt(), version -> strandsOf(versions.idOf(version), to));
        strandsOf(differing(before, after), to);
    }

    /** The keys that are one with others under one of these states only, by their kinds. */
    private static Map<IdentityKind, Set<String>> differing(State before, State after) {
        Map<IdentityKind, Set<String>> differing = new EnumMap<>(IdentityKind.class);
        for (IdentityKind kind : IdentityKind.values()) {
            Set<String> keys = before.identities().differing(after.identities(), kind);
            if (!keys.isEmpty()) {
                differing.put(kind, keys);
            }
        }
        return differing;
    }

    private void strandsOf(Map<IdentityKind, Set<String>> keys, Consumer<Strand> to) {
        for (SubjectIndex subject : subjects) {
            IdentityKind kind = subject.subject().identity().orElse(null);
            for (String key : kind == null ? Set.<String>of() : keys.getOrDefault(kind, Set.of())) {
                Strand strand = subject.strand(key);
                if (strand != null) {
                    to.accept(strand);
                }
            }
        }
    }

    /** Marks the strands of these keys, and those of the events that name one. */
    private void markNaming(Map<IdentityKind, Set<String>> keys) {
        strandsOf(keys, this::mark);
        for (int id = 0; id < (keys.isEmpty() ? 0 : versions.ids()); id++) {
            if (versions.versionsOf(id).stream().anyMatch(version -> namesAny(version, keys))) {
                markStoriesOf(id);
            }
        }
    }

    private static boolean namesAny(SalesEvent event, Map<IdentityKind, Set<String>> keys) {
        for (Map.Entry<IdentityKind, Set<String>> own : keys.entrySet()) {
            String key = FactView.keyIfAny(event, own.getKey());
            if (key != null && own.getValue().contains(key)) {
                return true;
            }
        }
        return false;
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
        Map<IdentityKind, Set<String>> differing = differing(before, after);
        if (types.differ(before, after) || differing.containsKey(IdentityKind.REP)) { // any story may credit any rep
            for (int id = 0; id < versions.ids(); id++) {
                markStoriesOf(id);
            }
        } else {
            markNaming(differing); // of others a story sees only whom its events name
        }
    }

    private void tellMarked(@Nullable State before, State after) {
        List<Set<Strand>> gone = new ArrayList<>();
        List<Set<Strand>> come = new ArrayList<>();
        Set<Set<Strand>> goneTogether = new HashSet<>();
        Set<Set<Strand>> comeTogether = new HashSet<>();
        while (!marked.isEmpty()) {
            Strand strand = marked.remove();
            if (before != null) {
                addOnce(together(strand, before.identities()), gone, goneTogether);
            }
            addOnce(together(strand, after.identities()), come, comeTogether);
        }
        if (before != null) {
            gone.forEach(story -> tell(story, before, -1));
        }
        for (Set<Strand> story : come) {
            long leaves = tell(story, after, 1);
            for (Strand strand : story) {
                strand.leaves(leaves);
                strand.clean();
            }
        }
    }

    private long tell(Set<Strand> story, State state, int times) {
        Material material = gathering.story(story, state);
        return material == null
                ? 0
                : teller.tell(story.iterator().next().subject().storylines(), material, state, times);
    }

    private void retell(Set<Strand> story, State state, IntPredicate which, Consumer<Teller.Account<?>> listener) {
        Material material = gathering.story(story, state);
        if (material != null) {
            teller.retell(story.iterator().next().subject().storylines(), material, state, which, listener);
        }
    }

    /** A story of one strand comes once, for its strand does; one of several comes with each of them. */
    private void addOnce(Set<Strand> story, List<Set<Strand>> all, Set<Set<Strand>> together) {
        if (story.size() == 1) {
            all.add(story);
        } else if (together.add(story)) {
            story.forEach(this::mark);
            all.add(story);
        }
    }

    /** The strands that are one story with that one, itself included, in the same order for each of them. */
    static Set<Strand> together(Strand strand, Identities identities) {
        String key = strand.key();
        IdentityKind kind = strand.subject().subject().identity().orElse(null);
        if (key == null || kind == null || !identities.isMerged(kind, key)) {
            return Set.of(strand);
        }
        Set<Strand> story = new LinkedHashSet<>();
        for (String member : identities.members(kind, identities.root(kind, key))) {
            Strand other = strand.subject().strand(member);
            if (other != null) {
                story.add(other);
            }
        }
        return story;
    }
}
