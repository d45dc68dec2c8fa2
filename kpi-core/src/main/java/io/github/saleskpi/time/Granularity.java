package io.github.saleskpi.time;

import java.util.Locale;

/** How long the periods of a report are. */
public enum Granularity {
    /** A local date. */
    DAY,
    /** An ISO week, from Monday. */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** Three months, counted from the fiscal start. */
    QUARTER,
    /** Six months, counted from the fiscal start. */
    HALF,
    /** Twelve months, counted from the fiscal start. */
    YEAR,
    /** All that the report covers, as one period. */
    ALL;

    /** The word of the command line, such as {@code month}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
