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
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The totals beyond a row that figures read: teams, the company, all times. Each is made once for all that read it, and they
 * note who does, so that a row is read again when they change, and only then. Not thread-safe.
 */
final class Wholes {
    /** Which leaves. */
    private record Place(Part part, Scope scope, Period period) {}

    /** Leaves, and their totals for each indicator that reads them. */
    private record Whole(List<@Nullable Sum[]> sums, Map<IndicatorId, TotalsView> totals) {
        Whole() {
            this(new ArrayList<>(), new LinkedHashMap<>());
        }
    }

    private final KpiQuery query;
    private final Merging merging;
    private final Cells cells;
    private final Map<Place, Whole> wholes = new HashMap<>();
    private @Nullable Map<Period, Whole> companies; // null until somebody asks for one
    private @Nullable List<TotalsView> noted; // null while nobody notes

    Wholes(KpiQuery query, Merging merging, Cells cells) {
        this.query = query;
        this.merging = merging;
        this.cells = cells;
    }

    /** That part, with its own scope, in that period. */
    TotalsView totals(Indicator indicator, Part part, Scope scope, Period period) {
        Whole whole = part == Part.COMPANY
                ? companies().computeIfAbsent(period, own -> new Whole())
                : wholes.computeIfAbsent(new Place(part, scope, period), place -> whole(part, scope, period));
        TotalsView totals = whole.totals.get(indicator.id());
        if (totals == null) {
            totals = merging.totals(indicator, part, scope, period, whole.sums);
            whole.totals.put(indicator.id(), totals);
        }
        return totals;
    }

    private Whole whole(Part part, Scope scope, Period period) {
        Whole whole = new Whole();
        cells.sums().forEach((leaf, sums) -> {
            if (merging.isOf(part, scope, period, leaf)) {
                whole.sums.add(sums);
            }
        });
        return whole;
    }

    /** The company in every period in which there is a leaf. */
    private Map<Period, Whole> companies() {
        Map<Period, Whole> known = companies;
        if (known == null) {
            known = new HashMap<>();
            companies = known;
            cells.sums().forEach(this::addToCompany);
        }
        return known;
    }

    private void addToCompany(Leaf leaf, @Nullable Sum[] sums) {
        if (companies != null && leaf.period() != null) {
            companies.computeIfAbsent(leaf.period(), period -> new Whole()).sums.add(sums);
        }
    }

    /** Takes in a leaf that the cells did not have before. */
    void add(Leaf leaf, @Nullable Sum[] sums) {
        addToCompany(leaf, sums);
        of(leaf).forEach(whole -> whole.sums.add(sums));
    }

    /** Names the totals of which the leaf is a part. */
    void totalsOf(Leaf leaf, Consumer<TotalsView> to) {
        Whole company = companies == null || leaf.period() == null ? null : companies.get(leaf.period());
        if (company != null) {
            company.totals.values().forEach(to);
        }
        if (!wholes.isEmpty()) {
            of(leaf).forEach(whole -> whole.totals.values().forEach(to));
        }
    }

    /** All but the company in one period. */
    private List<Whole> of(Leaf leaf) {
        List<Whole> all = new ArrayList<>();
        Period period = leaf.period();
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
            Stream.concat(wholes.values().stream(), Stream.ofNullable(companies).flatMap(own -> own.values().stream()))
                    .forEach(whole -> whole.totals.values().forEach(totals -> totals.forget(changed)));
        }
        return changed;
    }

    /** Notes that it is read. */
    void note(TotalsView read) {
        if (noted != null && !noted.contains(read)) { // a figure reads five at most
            noted.add(read);
        }
    }

    /** What is worked out, and what was noted meanwhile, each once. */
    record Noted<T>(T result, List<TotalsView> read) {}

    /** Works something out and notes what is read for it. */
    <T> Noted<T> noting(Supplier<T> work) {
        List<TotalsView> outer = noted;
        List<TotalsView> inner = new ArrayList<>();
        noted = inner;
        try {
            T result = work.get();
            return new Noted<>(result, List.copyOf(inner));
        } finally {
            noted = outer;
            inner.forEach(this::note);
        }
    }
}
