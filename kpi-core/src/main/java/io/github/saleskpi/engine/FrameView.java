package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Frame;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Where a cell stands. */
record FrameView(
        Scope scope,
        Period period,
        Viewpoint viewpoint,
        @Nullable Rates rates) implements Frame {
    @Override
    public @Nullable CurrencyUnit baseCurrency() {
        return rates == null ? null : rates.base();
    }
}
