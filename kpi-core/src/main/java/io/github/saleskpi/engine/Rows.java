package io.github.saleskpi.engine;

import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the order of their places. Immutable. */
final class Rows {
    private final Comparator<Row.Place> order;
    private final List<Row> rows;

    /** Of rows that are in that order. */
    Rows(Comparator<Row.Place> order, Collection<Row> sorted) {
        this.order = order;
        this.rows = List.copyOf(sorted);
    }

    /** The values of that indicator, by its place in the query, in the row of that place; null if there are none. */
    @Nullable
    List<KpiValue> values(Row.Place place, int indicator) {
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Row row = rows.get(middle);
            int compared = order.compare(row.place(), place);
            if (compared == 0) {
                return row.place().equals(place) ? row.values().get(indicator) : null;
            }
            low = compared < 0 ? middle + 1 : low;
            high = compared > 0 ? middle - 1 : high;
        }
        return null;
    }

    /** All that are shown. */
    List<KpiReport.Cell> cells() {
        List<KpiReport.Cell> cells = new ArrayList<>();
        rows.forEach(row -> cells.addAll(row.cells()));
        return cells;
    }
}
