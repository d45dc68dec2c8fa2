package io.github.saleskpi.benchmarks;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure stands.
 *
 * @param kpi which
 * @param rep whose, or null for nobody's
 * @param month when
 */
record Place(Kpi kpi, @Nullable String rep, YearMonth month) {
    /** Such as {@code win-rate amo:user:410237 2026-03}; nobody is {@code -}. */
    @Override
    public String toString() {
        return kpi.indicator().id().name() + " " + (rep == null ? "-" : rep) + " " + month;
    }
}
