package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which leaf cells make up a scope, a period, the company and all time. */
final class Merging {
    private final KpiQuery query;
    private final Viewpoint view;
    private final Cells cells;

    Merging(KpiQuery query, Viewpoint view, Cells cells) {
        this.query = query;
        this.view = view;
        this.cells = cells;
    }

    /** The row in which a leaf is shown. */
    Scope scopeOf(Leaf leaf) {
        Scope scope = Scope.company();
        for (int i = 0; i < query.groupBy().size(); i++) {
            scope = scope.and(query.groupBy().get(i), leaf.group(i));
        }
        return scope;
    }

    TotalsView totals(Indicator indicator, Scope scope, Period period, List<@Nullable Sum[]> sums) {
        return new TotalsView(
                this,
                indicator,
                new FrameView(scope, period, view, query.rates().orElse(null)),
                sums);
    }

    /** The company in that period, what belongs to no rep included. */
    TotalsView company(Indicator indicator, Period period) {
        return totals(indicator, Scope.company(), period, sums(leaf -> Objects.equals(period, leaf.period())));
    }

    /** That scope at all times. */
    TotalsView ever(Indicator indicator, Scope scope) {
        Predicate<Leaf> all = leaf -> !leaf.isCompany();
        boolean whole = scope.equals(Scope.company());
        return totals(
                indicator,
                scope,
                Period.all(),
                sums(whole ? all : all.and(leaf -> scopeOf(leaf).equals(scope))));
    }

    /** The company at all times, what belongs to no rep included. */
    TotalsView companyEver(Indicator indicator) {
        return totals(indicator, Scope.company(), Period.all(), sums(leaf -> true));
    }

    int number(Storyline<?> storyline) {
        return cells.storylines().indexOf(storyline);
    }

    private List<@Nullable Sum[]> sums(Predicate<Leaf> which) {
        List<@Nullable Sum[]> sums = new ArrayList<>();
        cells.sums().forEach((leaf, sum) -> {
            if (which.test(leaf)) {
                sums.add(sum);
            }
        });
        return sums;
    }
}
