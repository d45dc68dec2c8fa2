package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Frame;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** Where a cell stands. Its dates are those that its period really covers. */
record FrameView(Scope scope, Period period, Viewpoint viewpoint, LocalDateRange dates, KpiQuery query, Roster roster)
        implements Frame {
    @Override
    public Instant start() {
        return query.calendar().startOf(dates.getStart());
    }

    @Override
    public Instant end() {
        return query.calendar().startOf(dates.getEnd());
    }

    @Override
    public long workingDays(Collection<@Nullable String> reps) {
        LocalDate tomorrow = query.calendar().dateOf(viewpoint.asOf()).plusDays(1);
        LocalDate to = dates.getEnd().isBefore(tomorrow) ? dates.getEnd() : tomorrow;
        return roster.workingDays(scope, dates.getStart(), to, reps);
    }

    @Override
    public Optional<WorkingCalendar> workingCalendar() {
        return query.workingCalendar();
    }

    @Override
    public @Nullable CurrencyUnit baseCurrency() {
        return query.rates().map(Rates::base).orElse(null);
    }
}
