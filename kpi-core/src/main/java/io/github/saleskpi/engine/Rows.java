package io.github.saleskpi.engine;

import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows in the order of their places. Immutable. */
final class Rows {
    private final CellOrder order;
    private final Row[] rows;

    /** Of rows that are in that order, in an array that nobody writes any more. */
    Rows(CellOrder order, Row[] sorted) {
        this.order = order;
        this.rows = sorted;
    }

    /** The same, but that these lines, which stand where they stood, were read again. */
    Rows with(List<Line> readAgain, Function<Line, Row> made) {
        Row[] now = rows.clone();
        for (Line line : readAgain) {
            now[line.position()] = line.row(made);
        }
        return new Rows(order, now);
    }

    /** The values of that indicator, by its place in the query, in the row of that place; null if there are none. */
    @Nullable
    List<KpiValue> values(Row.Place place, int indicator) {
        int low = 0;
        int high = rows.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Row row = rows[middle];
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
        for (Row row : rows) {
            cells.addAll(row.cells());
        }
        return cells;
    }
}
