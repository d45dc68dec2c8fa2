package io.github.saleskpi.indicator;

import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
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

    /** The instant at which the period begins. */
    Instant start();

    /** The instant at which the period ends, exclusive; it may lie after the viewpoint. */
    Instant end();

    /**
     * The working days of the period up to and with the date of {@code asOf}, summed over the reps of the scope: with an
     * organization in the query, over its members, each on the days in this scope on which they were employed and not
     * absent; without one, over the reps given (null for nobody).
     */
    long workingDays(Collection<@Nullable String> reps);

    /** The query's working calendar; empty if it has none. */
    Optional<WorkingCalendar> workingCalendar();

    /** The base currency of the query's rates, or null if it has none. */
    @Nullable
    CurrencyUnit baseCurrency();
}
