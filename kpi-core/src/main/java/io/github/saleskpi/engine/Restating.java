package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Restated.Cause;
import io.github.saleskpi.engine.Restated.Change;
import io.github.saleskpi.engine.Restated.Difference;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds which events made the difference between two reports: those that stand otherwise in a story lie behind every leaf
 * into which that story is told under either state. Used once and not thread-safe.
 */
final class Restating {
    /** Tells a story once more under a state, to somebody who only listens. */
    interface Retelling {
        void tell(Set<Strand> story, State state, Consumer<Teller.Account<?>> listener);
    }

    private static final Comparator<Cause> ORDER = Comparator.comparing(Cause::event, StoryOrder.INSTANCE);

    private final KpiQuery query;
    private final Versions versions;
    private final Cells cells;
    private final KpiReport before;
    private final State from;
    private final KpiReport after;
    private final State to;
    private final Merging merging;
    private final List<Cause> merges;
    private final Map<Integer, Map<Leaf, SortedSet<Cause>>> causes = new HashMap<>();

    Restating(KpiQuery query, Versions versions, Cells cells, KpiReport before, State from, KpiReport after, State to) {
        this.query = query;
        this.versions = versions;
        this.cells = cells;
        this.before = before;
        this.from = from;
        this.after = after;
        this.to = to;
        this.merging = new Merging(query, to, cells, after.historyStarts().orElse(null));
        this.merges = merges();
    }

    private List<Cause> merges() {
        List<IdentityMerged> then = versions.merges(from.view(), from.limit());
        List<IdentityMerged> now = versions.merges(to.view(), to.limit());
        List<Cause> differing = new ArrayList<>();
        then.stream().filter(merge -> !now.contains(merge)).forEach(merge -> differing.add(new Cause(merge, null)));
        now.stream().filter(merge -> !then.contains(merge)).forEach(merge -> differing.add(new Cause(null, merge)));
        return differing;
    }

    /** Looks at a strand that may differ. */
    void see(Strand strand, Retelling retelling) {
        SortedSet<Cause> found = causesIn(strand);
        if (found.isEmpty()) {
            return;
        }
        for (State state : List.of(from, to)) {
            retelling.tell(Told.together(strand, state.identities()), state, account -> {
                Map<Leaf, SortedSet<Cause>> byLeaf =
                        causes.computeIfAbsent(account.number(), number -> new HashMap<>());
                account.telling()
                        .entries()
                        .forEach(entry -> byLeaf.computeIfAbsent(entry.leaf(), leaf -> new TreeSet<>(ORDER))
                                .addAll(found));
            });
        }
    }

    private SortedSet<Cause> causesIn(Strand strand) {
        SortedSet<Cause> found = new TreeSet<>(ORDER);
        for (int i = 0; i < strand.size(); i++) {
            int id = strand.id(i);
            SalesEvent then = versions.inForce(id, from.view(), from.limit());
            SalesEvent now = versions.inForce(id, to.view(), to.limit());
            if (!Objects.equals(then, now)) {
                found.add(new Cause(then, now));
                SalesEvent any = then != null ? then : Objects.requireNonNull(now);
                found.addAll(retractions(any.id()));
            }
        }
        String key = strand.key();
        IdentityKind kind = strand.subject().subject().identity().orElse(null);
        if (key != null && kind != null) {
            Set<String> keys = new HashSet<>(members(kind, key, from.identities()));
            keys.addAll(members(kind, key, to.identities()));
            found.addAll(mergesOf(kind, keys));
        }
        return found;
    }

    private static Set<String> members(IdentityKind kind, String key, Identities identities) {
        return identities.members(kind, identities.root(kind, key));
    }

    private List<Cause> retractions(String target) {
        Map<String, EventRetracted> then = versions.retractions(target, from.view(), from.limit());
        Map<String, EventRetracted> now = versions.retractions(target, to.view(), to.limit());
        Set<String> ids = new TreeSet<>(then.keySet());
        ids.addAll(now.keySet());
        return ids.stream()
                .filter(id -> !Objects.equals(then.get(id), now.get(id)))
                .map(id -> new Cause(then.get(id), now.get(id)))
                .toList();
    }

    private List<Cause> mergesOf(IdentityKind kind, Set<String> keys) {
        return merges.stream()
                .filter(cause -> cause.event() instanceof IdentityMerged merge
                        && merge.kind() == kind
                        && (keys.contains(merge.fromId()) || keys.contains(merge.intoId())))
                .toList();
    }

    Restated restated() {
        Set<KpiReport.Key> keys = new TreeSet<>(new CellOrder(query));
        before.cells().forEach(cell -> keys.add(CellOrder.keyOf(cell)));
        after.cells().forEach(cell -> keys.add(CellOrder.keyOf(cell)));
        Map<String, Indicator> indicators = new HashMap<>();
        query.indicators().forEach(each -> indicators.put(each.id().toString(), each));
        List<Change> changes = new ArrayList<>();
        for (KpiReport.Key key : keys) {
            Indicator indicator =
                    Objects.requireNonNull(indicators.get(key.indicator().toString()));
            List<Difference> differences = differences(indicator, key);
            if (!differences.isEmpty()) {
                changes.add(new Change(
                        key.scope(), key.period(), indicator, differences, oncePerEvent(causes(indicator, key))));
            }
        }
        return new Restated(from.view(), to.view(), changes);
    }

    private List<Difference> differences(Indicator indicator, KpiReport.Key key) {
        List<Difference> differences = new ArrayList<>();
        for (Figure figure : indicator.figures()) {
            KpiValue then = before.value(indicator, figure.name(), key.scope(), key.period());
            KpiValue now = after.value(indicator, figure.name(), key.scope(), key.period());
            if (!then.equals(now)) {
                differences.add(new Difference(figure, then, now));
            }
        }
        return differences;
    }

    /** What lies behind the cell itself and behind what belongs to no rep; else behind any of the indicator's cells. */
    private SortedSet<Cause> causes(Indicator indicator, KpiReport.Key key) {
        SortedSet<Cause> own = new TreeSet<>(ORDER);
        SortedSet<Cause> all = new TreeSet<>(ORDER);
        for (int number : cells.numbers(indicator)) {
            causes.getOrDefault(number, Map.of()).forEach((leaf, some) -> {
                all.addAll(some);
                if (leaf.isCompany() || isIn(key, leaf)) {
                    own.addAll(some);
                }
            });
        }
        @Nullable String rep = key.scope().values().get(Dimension.REP.name());
        if (rep != null) {
            Set<String> names = new HashSet<>(members(IdentityKind.REP, rep, from.identities()));
            names.addAll(members(IdentityKind.REP, rep, to.identities()));
            own.addAll(mergesOf(IdentityKind.REP, names));
        }
        if (own.isEmpty()) {
            all.addAll(merges);
            return all;
        }
        return own;
    }

    /** An event may have been a retraction or a merge in one version, and a fact in the other: that is one cause. */
    private static List<Cause> oncePerEvent(Set<Cause> some) {
        Map<String, Cause> byId = new HashMap<>();
        for (Cause cause : some) {
            byId.merge(
                    cause.event().id(),
                    cause,
                    (one, other) -> new Cause(
                            one.before() != null ? one.before() : other.before(),
                            one.after() != null ? one.after() : other.after()));
        }
        return byId.values().stream().sorted(ORDER).toList();
    }

    private boolean isIn(KpiReport.Key key, Leaf leaf) {
        return Objects.equals(key.period(), leaf.period()) && merging.isWithin(key.scope(), leaf);
    }
}
