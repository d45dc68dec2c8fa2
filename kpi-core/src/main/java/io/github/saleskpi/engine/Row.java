package io.github.saleskpi.engine;

import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one scope and period. Immutable.
 *
 * @param values of each of the query's indicators, in its order, one for each figure; null where there is none
 * @param cells those that are shown, by indicator
 */
record Row(Place place, List<@Nullable List<KpiValue>> values, List<KpiReport.Cell> cells) {
    /** Where a row stands in a report. */
    record Place(Scope scope, Period period) {}
}
