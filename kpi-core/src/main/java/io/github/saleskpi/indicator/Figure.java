package io.github.saleskpi.indicator;

import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.function.Function;

/**
 * A named number that is read off totals. Immutable and thread-safe.
 *
 * <p>It is read for each cell in which a fact was counted. Where none was, it is read off totals of nothing with the
 * cell's period; the frame's scope is then the cell's if that is a place in the query's organization, one with nobody in
 * it for other reps and teams, and else the company.
 *
 * @param name unique in its indicator, such as {@code p90}
 * @param unit of its amounts
 * @param direction which way is better
 * @param text what it is, in words for people; may be empty
 * @param reading a pure function; on totals of nothing it gives what nothing is: 0 for a count, {@code NO_DATA} for a
 *     ratio, mean or quantile. If it throws or gives null, the value is {@code FAILED}
 */
public record Figure(String name, Unit unit, Direction direction, String text, Function<Totals, KpiValue> reading) {
    public Figure {
        if (name.isBlank()) {
            throw new IllegalArgumentException("figure (" + name + "): must have a name. Maybe that of its measure.");
        }
    }
}
