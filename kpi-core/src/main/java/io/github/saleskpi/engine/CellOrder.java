package io.github.saleskpi.engine;

import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of a report's cells: by the scope's values in the order of the dimensions, nobody first, then period, then indicator. */
final class CellOrder implements Comparator<KpiReport.Key> {
    private static final Comparator<@Nullable String> NULLS_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<KpiReport.Key> WITHIN_SCOPE = Comparator.comparing(
                    (KpiReport.Key key) -> key.period().toString())
            .thenComparing(KpiReport.Key::indicator);

    private final List<Dimension> dimensions;

    CellOrder(KpiQuery query) {
        this.dimensions = query.groupBy();
    }

    static KpiReport.Key keyOf(KpiReport.Cell cell) {
        return new KpiReport.Key(cell.scope(), cell.period(), cell.indicator().id());
    }

    @Override
    public int compare(KpiReport.Key a, KpiReport.Key b) {
        int byScope = compare(a.scope(), b.scope());
        return byScope != 0 ? byScope : WITHIN_SCOPE.compare(a, b);
    }

    private int compare(Scope a, Scope b) {
        for (Dimension dimension : dimensions) {
            int order = NULLS_FIRST.compare(
                    a.values().get(dimension.name()), b.values().get(dimension.name()));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
