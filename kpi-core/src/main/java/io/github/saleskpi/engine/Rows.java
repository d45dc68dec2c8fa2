package io.github.saleskpi.engine;

import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the order of their places. Immutable. */
final class Rows {
    private final Comparator<Row.Place> order;
    private final List<Row.Place> places;
    private final List<Row> rows;

    /** Of rows that are in that order. */
    Rows(Comparator<Row.Place> order, Collection<Row> sorted) {
        this.order = order;
        this.rows = List.copyOf(sorted);
        this.places = rows.stream().map(Row::place).toList();
    }

    /** The values of that indicator, by its place in the query, in the row of that place; null if there are none. */
    @Nullable
    List<KpiValue> values(Row.Place place, int indicator) {
        int found = Collections.binarySearch(places, place, order);
        return found >= 0 && places.get(found).equals(place)
                ? rows.get(found).values().get(indicator)
                : null;
    }

    /** All that are shown. */
    List<KpiReport.Cell> cells() {
        List<KpiReport.Cell> cells = new ArrayList<>();
        rows.forEach(row -> cells.addAll(row.cells()));
        return cells;
    }
}
