package io.github.saleskpi.indicator;

import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Where a cell stands: what a figure may know beside totals. Immutable and thread-safe. */
public interface Frame {
    /** Whom it is about. */
    Scope scope();

    /** Its period; {@code all} in totals of all time. */
    Period period();

    /** From where the report looks. */
    Viewpoint viewpoint();

    /** The base currency of the query's rates, or null if it has none. */
    @Nullable
    CurrencyUnit baseCurrency();
}
