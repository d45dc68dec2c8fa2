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

    /** What these leaves amount to, as one cell of the report. */
    TotalsView totals(Indicator indicator, Scope scope, Period period, List<@Nullable Sum[]> sums) {
        return new TotalsView(this, indicator, frame(scope, period), sums, false, false);
    }

    /** The company in that period or at all times, what belongs to no rep included. */
    TotalsView company(Indicator indicator, Period period, boolean ever) {
        List<@Nullable Sum[]> sums = sums(leaf -> ever || Objects.equals(period, leaf.period()));
        return new TotalsView(this, indicator, frame(Scope.company(), period), sums, true, ever);
    }

    /** That scope at all times. */
    TotalsView ever(Indicator indicator, Scope scope) {
        boolean whole = scope.equals(Scope.company());
        List<@Nullable Sum[]> sums =
                sums(leaf -> !leaf.isCompany() && (whole || scopeOf(leaf).equals(scope)));
        return new TotalsView(this, indicator, frame(scope, Period.all()), sums, false, true);
    }

    private FrameView frame(Scope scope, Period period) {
        return new FrameView(scope, period, view, query.rates().orElse(null));
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
