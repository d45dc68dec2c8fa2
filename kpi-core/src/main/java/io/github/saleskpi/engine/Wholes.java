package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The totals beyond a row that figures read: teams, the company, all times. Each is made once for all that read it, and they
 * note who does, so that a row is read again when they change, and only then. Not thread-safe.
 */
final class Wholes {
    /** Which leaves. */
    private record Place(Part part, Scope scope, Period period) {}

    /** Leaves, and their totals for each indicator that reads them. */
    private record Whole(List<@Nullable Sum[]> sums, Map<IndicatorId, TotalsView> totals) {}

    private final KpiQuery query;
    private final Merging merging;
    private final Cells cells;
    private final Map<Place, Whole> wholes = new HashMap<>();
    private Set<TotalsView> noted = new LinkedHashSet<>();

    Wholes(KpiQuery query, Merging merging, Cells cells) {
        this.query = query;
        this.merging = merging;
        this.cells = cells;
    }

    /** That part, with its own scope, in that period. */
    TotalsView totals(Indicator indicator, Part part, Scope scope, Period period) {
        Whole whole = wholes.computeIfAbsent(new Place(part, scope, period), place -> {
            List<@Nullable Sum[]> sums = new ArrayList<>();
            cells.sums().forEach((leaf, sum) -> {
                if (merging.isOf(part, scope, period, leaf)) {
                    sums.add(sum);
                }
            });
            return new Whole(sums, new LinkedHashMap<>());
        });
        return whole.totals.computeIfAbsent(
                indicator.id(), id -> merging.totals(indicator, part, scope, period, whole.sums));
    }

    /** Takes in a leaf that the cells did not have before. */
    void add(Leaf leaf, @Nullable Sum[] sums) {
        of(leaf).forEach(whole -> whole.sums.add(sums));
    }

    /** The totals of which the leaf is a part. */
    List<TotalsView> totalsOf(Leaf leaf) {
        return of(leaf).stream()
                .flatMap(whole -> whole.totals.values().stream())
                .toList();
    }

    private List<Whole> of(Leaf leaf) {
        List<Whole> all = new ArrayList<>();
        Period period = leaf.period();
        if (period != null) {
            add(all, Part.COMPANY, Scope.company(), period);
        }
        add(all, Part.COMPANY_EVER, Scope.company(), Period.all());
        if (!leaf.isCompany()) {
            add(all, Part.EVER, Scope.company(), Period.all());
            if (!query.groupBy().isEmpty()) {
                merging.scopesOf(leaf).forEach(scope -> add(all, Part.EVER, scope, Period.all()));
            }
            for (String team : merging.teamsOf(leaf)) {
                Scope scope = Scope.of(Dimension.TEAM, team);
                if (period != null) {
                    add(all, Part.TEAM, scope, period);
                }
                add(all, Part.TEAM_EVER, scope, Period.all());
            }
        }
        return all;
    }

    private void add(List<Whole> all, Part part, Scope scope, Period period) {
        Whole known = wholes.get(new Place(part, scope, period));
        if (known != null) {
            all.add(known);
        }
    }

    /** Those of them that now read otherwise than they were read. */
    Set<TotalsView> changed(Collection<TotalsView> touched) {
        Set<TotalsView> changed = new LinkedHashSet<>();
        for (TotalsView totals : touched) {
            if (totals.isReadOtherwise()) {
                changed.add(totals);
            }
        }
        if (!changed.isEmpty()) {
            wholes.values().forEach(whole -> whole.totals.values().forEach(totals -> totals.forget(changed)));
        }
        return changed;
    }

    /** Notes that these are read. */
    void note(Collection<TotalsView> read) {
        noted.addAll(read);
    }

    /** What is worked out, and what was noted meanwhile. */
    record Noted<T>(T result, Set<TotalsView> read) {}

    /** Works something out and notes what is read for it. */
    <T> Noted<T> noting(Supplier<T> work) {
        Set<TotalsView> outer = noted;
        Set<TotalsView> inner = new LinkedHashSet<>();
        noted = inner;
        try {
            T result = work.get();
            return new Noted<>(result, inner.isEmpty() ? Set.of() : Set.copyOf(inner));
        } finally {
            outer.addAll(inner);
            noted = outer;
        }
    }
}
