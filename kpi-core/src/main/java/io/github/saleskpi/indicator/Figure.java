package io.github.saleskpi.indicator;

import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.function.Function;

/**
 * A named number that is read off totals. Immutable and thread-safe.
 *
 * @param name unique in its indicator, such as {@code p90}
 * @param unit of its amounts
 * @param direction which way is better
 * @param text what it is, in words for people; may be empty
 * @param reading a pure function; on totals of nothing it gives what nothing is: 0 for a count, {@code NO_DATA} for a
 *     ratio, mean or quantile. If it throws, the value is {@code FAILED}
 */
public record Figure(String name, Unit unit, Direction direction, String text, Function<Totals, KpiValue> reading) {}
