package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many facts each rule left out, by indicator: counted by period, so that only periods that changed are counted again. */
final class LeftOut {
    private final KpiQuery query;
    private final Cells cells;
    private final SortedMap<Period, SortedMap<String, SortedMap<String, Long>>> byPeriod = new TreeMap<>();

    LeftOut(KpiQuery query, Cells cells) {
        this.query = query;
        this.cells = cells;
    }

    /** Counts those of a period: these are all its leaves. */
    void count(Period period, List<@Nullable Sum[]> leaves) {
        SortedMap<String, SortedMap<String, Long>> counted = new TreeMap<>();
        for (Indicator indicator : query.indicators()) {
            SortedMap<String, Long> rules = new TreeMap<>();
            for (int number : cells.numbers(indicator)) {
                for (@Nullable Sum[] leaf : leaves) {
                    Sum sum = leaf[number];
                    if (sum != null) {
                        sum.addLeftOut(rules);
                    }
                }
            }
            if (!rules.isEmpty()) {
                counted.put(indicator.id().toString(), rules);
            }
        }
        byPeriod.put(period, counted);
    }

    /** Those of all periods, by the indicator's id and the rule's name; unmodifiable. */
    SortedMap<String, SortedMap<String, Long>> total() {
        SortedMap<String, SortedMap<String, Long>> total = new TreeMap<>();
        byPeriod.values()
                .forEach(counted -> counted.forEach(
                        (indicator, rules) -> add(total.computeIfAbsent(indicator, id -> new TreeMap<>()), rules)));
        return Collections.unmodifiableSortedMap(total);
    }

    private static void add(SortedMap<String, Long> to, Map<String, Long> rules) {
        rules.forEach((rule, times) -> to.merge(rule, times, Math::addExact));
    }
}
