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
 * @param accrues whether it adds up over the parts of a period, as counts of facts and sums do; ratios, means, quantiles,
 *     distinct counts and stocks do not. Only what accrues can be pro-rated or extrapolated
 * @param needsTeam whether it reads the {@linkplain Totals#team() team} of its row, so that of a rep it is only known in rows
 *     by team and rep: plans and pay read it there
 * @param reading a pure function; on totals of nothing it gives what nothing is: 0 for a count, {@code NO_DATA} for a
 *     ratio, mean or quantile. If it throws or gives null, the value is {@code FAILED}
 */
public record Figure(
        String name,
        Unit unit,
        Direction direction,
        String text,
        boolean accrues,
        boolean needsTeam,
        Function<Totals, KpiValue> reading) {
    public Figure {
        if (name.isBlank()) {
            throw new IllegalArgumentException("figure (" + name + "): must have a name. Maybe that of its measure.");
        }
        if (accrues && (unit == Unit.RATIO || unit == Unit.SCORE || unit == Unit.LIST)) {
            throw new IllegalArgumentException(
                    "figure (" + name + "): a " + unit + " does not accrue. Maybe it has another unit.");
        }
    }

    /** A figure that needs no team. */
    public Figure(
            String name,
            Unit unit,
            Direction direction,
            String text,
            boolean accrues,
            Function<Totals, KpiValue> reading) {
        this(name, unit, direction, text, accrues, false, reading);
    }

    /** A figure that needs no team, and accrues if it is a count, and else does not. */
    public Figure(String name, Unit unit, Direction direction, String text, Function<Totals, KpiValue> reading) {
        this(name, unit, direction, text, unit == Unit.COUNT, reading);
    }

    /**
     * The same figure, said to add up over the parts of a period or not.
     *
     * @throws IllegalArgumentException if it is a ratio, a score or a list, and is said to accrue
     */
    public Figure accruing(boolean adds) {
        return new Figure(name, unit, direction, text, adds, needsTeam, reading);
    }

    /** The same figure, said to read the team of its row or not. */
    public Figure needingTeam(boolean needs) {
        return new Figure(name, unit, direction, text, accrues, needs, reading);
    }
}
