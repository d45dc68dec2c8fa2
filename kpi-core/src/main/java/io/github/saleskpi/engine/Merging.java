package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** Which leaf cells make up a scope, a period, a team, the company and all time. Not thread-safe. */
final class Merging {
    private final KpiQuery query;
    private final State state;
    private final Cells cells;
    private final LocalDateRange all;
    private final Wholes wholes;
    private final Map<Period, Boolean> complete = new HashMap<>();

    /** The period {@code all} begins on that date where the query does not say. */
    Merging(KpiQuery query, State state, Cells cells, @Nullable LocalDate historyStarts) {
        this.query = query;
        this.state = state;
        this.cells = cells;
        this.wholes = new Wholes(query, this, cells);
        LocalDate today = query.calendar().dateOf(state.view().asOf());
        LocalDate from = query.from().orElse(historyStarts == null ? today : historyStarts);
        LocalDate to = query.to().orElse(today.plusDays(1));
        this.all = LocalDateRange.of(from, to.isBefore(from) ? from : to);
    }

    /** The dates that a period covers in this report. */
    LocalDateRange dates(Period period) {
        return period.granularity() == Granularity.ALL ? all : LocalDateRange.of(period.from(), period.to());
    }

    /** Whether the query reports that period. */
    boolean isReported(Period period) {
        if (period.granularity() == Granularity.ALL) {
            return true;
        }
        boolean endsAfter = query.from().map(from -> period.to().isAfter(from)).orElse(true);
        return endsAfter && query.to().map(to -> period.from().isBefore(to)).orElse(true);
    }

    /** Whether the period had ended at the viewpoint. */
    boolean isComplete(Period period) {
        return complete.computeIfAbsent(period, this::hasEnded);
    }

    private boolean hasEnded(Period period) {
        Instant end = query.calendar().startOf(dates(period).getEnd());
        return !end.isAfter(state.view().asOf());
    }

    /** The rows in which a leaf is shown: one, or with teams one for its team and each above it. */
    List<Scope> scopesOf(Leaf leaf) {
        List<Scope> scopes = List.of(Scope.company());
        for (int i = 0; i < query.groupBy().size(); i++) {
            Dimension dimension = query.groupBy().get(i);
            String value = leaf.group(i);
            List<Scope> longer = new ArrayList<>();
            for (Scope scope : scopes) {
                if (value == null || !dimension.equals(Dimension.TEAM)) {
                    longer.add(scope.and(dimension, value));
                } else {
                    state.roster().lineage(value).forEach(team -> longer.add(scope.and(dimension, team)));
                }
            }
            scopes = longer;
        }
        return scopes;
    }

    /** What these leaves amount to, as one cell of the report. */
    TotalsView totals(Indicator indicator, Scope scope, Period period, List<@Nullable Sum[]> sums) {
        return totals(indicator, Part.CELL, scope, period, sums);
    }

    /** The same of any part of what such a cell may read. */
    TotalsView totals(Indicator indicator, Part part, Scope scope, Period period, List<@Nullable Sum[]> sums) {
        return new TotalsView(this, indicator, cells.numbers(indicator), part, scope, period, sums);
    }

    /** Where a cell of that scope and period stands. */
    FrameView frame(Scope scope, Period period) {
        return new FrameView(scope, period, state.view(), dates(period), query, state.roster());
    }

    /** From where tallies are read. */
    Viewpoint view() {
        return state.view();
    }

    /** That part, with its own scope, in that period if it is not of all times. */
    TotalsView wider(Indicator indicator, Part part, Scope scope, Period period) {
        return wholes.totals(indicator, part, scope, part.isEver() ? Period.all() : period);
    }

    /** All that is wider than a cell. */
    Wholes wholes() {
        return wholes;
    }

    /** Whether a leaf belongs to that part of what a cell of that scope and period may read. */
    boolean isOf(Part part, Scope scope, Period period, Leaf leaf) {
        if (!part.isEver() && !Objects.equals(period, leaf.period())) {
            return false;
        }
        return switch (part) {
            case CELL, EVER -> isWithin(scope, leaf);
            case TEAM, TEAM_EVER ->
                teamOf(scope).filter(team -> isInTeam(team, leaf)).isPresent();
            case COMPANY, COMPANY_EVER -> true;
        };
    }

    /** The team that a scope names; empty if it names none. */
    static Optional<String> teamOf(Scope scope) {
        return Optional.ofNullable(scope.values().get(Dimension.TEAM.name()));
    }

    private boolean isInTeam(String team, Leaf leaf) {
        return !leaf.isCompany() && teamsOf(leaf).contains(team);
    }

    /** The team of a leaf of a rep and those above it; none if there are no rows by team. */
    List<String> teamsOf(Leaf leaf) {
        int dimension = query.groupBy().indexOf(Dimension.TEAM);
        return dimension < 0 ? List.of() : state.roster().lineage(leaf.group(dimension));
    }

    /** Whether that is a leaf of the scope, in whatever period; what belongs to no rep is one of none. */
    boolean isWithin(Scope scope, Leaf leaf) {
        return !leaf.isCompany() && (scope.values().isEmpty() || hasValuesOf(scope, leaf));
    }

    private boolean hasValuesOf(Scope scope, Leaf leaf) {
        List<Dimension> dimensions = query.groupBy();
        boolean has = scope.values().size() == dimensions.size();
        for (int i = 0; has && i < dimensions.size(); i++) {
            Dimension dimension = dimensions.get(i);
            String own = leaf.group(i);
            String asked = scope.values().get(dimension.name());
            boolean isTheSame = Objects.equals(asked, own);
            if (own != null && asked != null && dimension.equals(Dimension.TEAM)) {
                isTheSame = state.roster().lineage(own).contains(asked);
            }
            has = isTheSame && scope.values().containsKey(dimension.name());
        }
        return has;
    }

    /** Complains if what is there of that measure is not all of all time. */
    void checkWhole(Measure<?, ?> measure) {
        cells.checkWhole(measure);
    }
}
