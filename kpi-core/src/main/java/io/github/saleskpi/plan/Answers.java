package io.github.saleskpi.plan;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The values of several reports by what is asked. Immutable once made. */
final class Answers {
    static final List<Dimension> BY_REP = List.of(Dimension.REP);
    static final List<Dimension> BY_TEAM = List.of(Dimension.TEAM);
    static final List<Dimension> BY_TEAM_AND_REP = List.of(Dimension.TEAM, Dimension.REP);
    private static final String COMPANY = "company";

    /** What a report answers: a figure by the periods of a length and the rows of dimensions, {@code company} for none. */
    private record Asked(IndicatorId figure, Granularity every, String rows) {}

    private record Source(KpiReport report, Indicator indicator, String figure) {
        boolean covers(Period period) {
            return Answers.covers(report.query(), period);
        }
    }

    private final Map<Asked, List<Source>> sources = new HashMap<>();

    Answers(Collection<KpiReport> reports) {
        for (KpiReport report : reports) {
            KpiQuery query = report.query();
            for (Indicator indicator : query.indicators()) {
                IndicatorId id = indicator.id();
                add(id, new Source(report, indicator, indicator.primary().name()));
                if (id.companion() == null) {
                    for (Figure figure : indicator.companions()) {
                        add(
                                new IndicatorId(id.name(), figure.name(), id.version()),
                                new Source(report, indicator, figure.name()));
                    }
                }
            }
        }
    }

    private void add(IndicatorId figure, Source source) {
        KpiQuery query = source.report.query();
        add(new Asked(figure, query.every(), COMPANY), source);
        if (!query.groupBy().isEmpty()) {
            add(new Asked(figure, query.every(), rows(names(query))), source);
        }
    }

    private void add(Asked asked, Source source) {
        sources.computeIfAbsent(asked, key -> new ArrayList<>()).add(source);
    }

    /** The first answer to that target in that row. */
    KpiValue value(Target target, Scope row, Period period) {
        Asked asked = new Asked(
                target.indicator().id(), period.granularity(), rows(row.values().keySet()));
        for (Source source : sources.getOrDefault(asked, List.of())) {
            if (source.covers(period)) {
                return source.report.value(source.indicator, source.figure, row, period);
            }
        }
        throw new IllegalArgumentException("target " + target.id() + " (" + row + " " + period
                + "): no report answers it. Maybe add a query for " + asked.figure + " by " + asked.rows + ", every "
                + asked.every + ", that covers the period.");
    }

    private static boolean covers(KpiQuery query, Period period) {
        return query.from().map(from -> period.to().isAfter(from)).orElse(true)
                && query.to().map(to -> period.from().isBefore(to)).orElse(true);
    }

    /** Whether that query computes the very indicator of the target for just that row and period. */
    static boolean isAnswered(Target target, Scope row, Period period, KpiQuery query) {
        boolean isRow =
                row.values().isEmpty() || names(query).equals(row.values().keySet());
        return isRow
                && query.every() == period.granularity()
                && covers(query, period)
                && query.indicators().stream()
                        .anyMatch(each -> each.id().equals(target.indicator().id()));
    }

    private static Set<String> names(KpiQuery query) {
        return query.groupBy().stream().map(Dimension::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** In words; sorted. */
    private static String rows(Set<String> dimensions) {
        return dimensions.isEmpty() ? COMPANY : String.join(" and ", dimensions);
    }

    /**
     * The dimensions whose rows answer that target; empty ones if it is the company. What needs a team is asked of a rep by team
     * and rep where teams are known; and also by rep, unless the target names the team.
     */
    static List<List<Dimension>> rows(Target target, boolean areTeamsKnown) {
        boolean isNamed = target.audience().team().isPresent();
        if (!target.audience().isOfReps()) {
            return List.of(target.audience().scope().values().isEmpty() ? List.of() : BY_TEAM);
        }
        if (!target.indicator().primary().needsTeam() || (!isNamed && !areTeamsKnown)) {
            return List.of(BY_REP);
        }
        return isNamed ? List.of(BY_TEAM_AND_REP) : List.of(BY_REP, BY_TEAM_AND_REP);
    }
}
