package io.github.saleskpi.engine;

import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of a report's cells: by the scope's values in the order of the dimensions, nobody first, then period, then indicator. */
final class CellOrder implements Comparator<KpiReport.Key> {
    private static final Comparator<@Nullable String> NULLS_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private final List<String> dimensions;

    CellOrder(KpiQuery query) {
        this.dimensions = query.groupBy().stream().map(Dimension::name).toList();
    }

    static KpiReport.Key keyOf(KpiReport.Cell cell) {
        return new KpiReport.Key(cell.scope(), cell.period(), cell.indicator().id());
    }

    @Override
    public int compare(KpiReport.Key a, KpiReport.Key b) {
        int byPlace = compare(a.place(), b.place());
        return byPlace != 0 ? byPlace : a.indicator().compareTo(b.indicator());
    }

    /** The order of rows; the company's, which has none of the dimensions, come first. */
    int compare(Row.Place a, Row.Place b) {
        int byScope = compare(a.scope(), b.scope());
        return byScope != 0 ? byScope : compare(a.period(), b.period());
    }

    /** The order of the rows of one scope. */
    static int compare(Period a, Period b) {
        return a.toString().compareTo(b.toString());
    }

    /** The order of scopes, whatever the period. */
    int compare(Scope a, Scope b) {
        int byLength = Integer.compare(a.values().size(), b.values().size());
        if (byLength != 0) {
            return byLength;
        }
        for (String dimension : dimensions) {
            int order =
                    NULLS_FIRST.compare(a.values().get(dimension), b.values().get(dimension));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
