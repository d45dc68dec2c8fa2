package io.github.saleskpi.benchmarks;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The library's own way to the seven figures, and what its reports say in the rivals' terms. */
final class EngineFigures {
    private EngineFigures() {}

    /** An engine for the seven, by rep and month: only their primary figures, or all. */
    static KpiEngine engine(boolean primaryOnly) {
        List<Indicator> indicators = Arrays.stream(Kpi.values())
                .<Indicator>map(kpi -> primaryOnly ? new PrimaryOnly(kpi.indicator()) : kpi.indicator())
                .toList();
        return KpiEngine.of(
                KpiQuery.builder().indicators(indicators).groupBy(Dimension.REP).build());
    }

    /** An engine for the primary figure of one indicator, by rep and month. */
    static KpiEngine engine(Indicator only) {
        return KpiEngine.of(KpiQuery.builder()
                .indicators(new PrimaryOnly(only))
                .groupBy(Dimension.REP)
                .build());
    }

    /** The primary figures of a report, by place; where a figure is over nothing there is none. */
    static Map<Place, Reading> of(KpiReport report) {
        if (!report.failures().isEmpty()) {
            throw new IllegalStateException("failures (" + report.failures() + "): there must be none.");
        }
        Map<Place, Reading> figures = new HashMap<>();
        for (KpiReport.Cell cell : report.cells()) {
            Kpi kpi = Arrays.stream(Kpi.values())
                    .filter(each ->
                            each.indicator().id().equals(cell.indicator().id()))
                    .findFirst()
                    .orElseThrow();
            Reading reading = reading(kpi, cell.value());
            if (reading != null) {
                String rep = cell.scope().values().get(Dimension.REP.name());
                figures.put(kpi.place(rep, YearMonth.from(cell.period().from())), reading);
            }
        }
        return figures;
    }

    private static @Nullable Reading reading(Kpi kpi, KpiValue value) {
        if (value instanceof KpiValue.Undefined undefined) {
            return undefined.reason() == KpiValue.Reason.NO_DATA
                    ? null
                    : new Reading.Median(halfNanos(Objects.requireNonNull(undefined.lowerBound())), true);
        }
        KpiValue.Defined defined = (KpiValue.Defined) value;
        if (kpi == Kpi.RESPONSE_TIME) {
            return new Reading.Median(halfNanos(defined.amount()), false);
        }
        return new Reading.Quotient(
                Objects.requireNonNull(defined.numerator()).longValueExact(),
                Objects.requireNonNull(defined.denominator()).longValueExact());
    }

    private static long halfNanos(BigDecimal seconds) {
        return seconds.multiply(BigDecimal.valueOf(2_000_000_000L)).longValueExact();
    }
}
