package io.github.saleskpi.plan;

import io.github.saleskpi.plan.Target.Spread;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** The parts of targets by spread, period and rep, each worked out once. Not thread-safe. */
final class Parts {
    private record Key(
            Spread spread, Period period, @Nullable String rep) {}

    private final @Nullable Organization organization;
    private final WorkingCalendar calendar;
    private final LocalDate today;
    private final Map<Key, Optional<Part>> parts = new HashMap<>();
    private final Map<Key, SpreadDays> days = new HashMap<>();

    /** As seen on that date. */
    Parts(@Nullable Organization organization, WorkingCalendar calendar, LocalDate today) {
        this.organization = organization;
        this.calendar = calendar;
        this.today = today;
    }

    /**
     * The part that holds for the rep, or with null for a team or the company; empty if the rep is employed on no day of
     * the spread. A rep of whom the organization knows nothing has the whole.
     */
    Optional<Part> of(Spread spread, Period period, @Nullable String rep) {
        String known = organization != null && rep != null && organization.knows(rep) ? rep : null;
        return parts.computeIfAbsent(new Key(spread, period, known), this::worked);
    }

    private Optional<Part> worked(Key key) {
        SpreadDays spread = days.computeIfAbsent(
                new Key(key.spread, key.period, null), each -> new SpreadDays(each.spread, each.period, calendar));
        LocalDateRange all = LocalDateRange.of(key.period.from(), key.period.to());
        List<LocalDateRange> employed =
                key.rep == null || organization == null ? List.of(all) : organization.employed(key.rep, all);
        Fraction share = spread.on(employed);
        if (share.signum() == 0) {
            return Optional.empty();
        }
        LocalDate cut =
                today.isBefore(all.getStart()) ? all.getStart() : today.isAfter(all.getEnd()) ? all.getEnd() : today;
        Fraction elapsed = spread.on(within(employed, LocalDateRange.of(all.getStart(), cut)));
        long remaining = 0;
        for (LocalDateRange range : within(employed, LocalDateRange.of(cut, all.getEnd()))) {
            remaining += calendar.workingDays(range.getStart(), range.getEnd());
        }
        return Optional.of(new Part(key.spread.prorated() ? share : Fraction.ONE, elapsed.over(share), remaining));
    }

    private static List<LocalDateRange> within(List<LocalDateRange> ranges, LocalDateRange limits) {
        return limits.isEmpty()
                ? List.of()
                : ranges.stream()
                        .filter(range -> range.overlaps(limits))
                        .map(range -> range.intersection(limits))
                        .toList();
    }
}
