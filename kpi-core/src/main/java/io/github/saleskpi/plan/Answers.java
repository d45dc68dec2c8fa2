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

/** The values of several reports by what is asked. Immutable once made. */
final class Answers {
    /** What a report answers: a figure by the periods of a length and the rows of a dimension, {@code company} for none. */
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
        add(new Asked(figure, query.every(), rows(Scope.company())), source);
        if (query.groupBy().size() == 1) {
            add(new Asked(figure, query.every(), query.groupBy().get(0).name()), source);
        }
    }

    private void add(Asked asked, Source source) {
        sources.computeIfAbsent(asked, key -> new ArrayList<>()).add(source);
    }

    /** The first answer to that target there. */
    KpiValue value(Target target, Scope who, Period period) {
        Asked asked = new Asked(target.indicator().id(), period.granularity(), rows(who));
        for (Source source : sources.getOrDefault(asked, List.of())) {
            if (source.covers(period)) {
                return source.report.value(source.indicator, source.figure, who, period);
            }
        }
        throw new IllegalArgumentException("target " + target.id() + " (" + who + " " + period
                + "): no report answers it. Maybe add a query for " + asked.figure + " by " + asked.rows + ", every "
                + asked.every + ", that covers the period.");
    }

    private static boolean covers(KpiQuery query, Period period) {
        return query.from().map(from -> period.to().isAfter(from)).orElse(true)
                && query.to().map(to -> period.from().isBefore(to)).orElse(true);
    }

    /** Whether that query computes the very indicator of the target for just that row and period. */
    static boolean isAnswered(Target target, Scope who, Period period, KpiQuery query) {
        boolean isRow = who.values().isEmpty()
                || query.groupBy().stream()
                        .map(Dimension::name)
                        .toList()
                        .equals(List.copyOf(who.values().keySet()));
        return isRow
                && query.every() == period.granularity()
                && covers(query, period)
                && query.indicators().stream()
                        .anyMatch(each -> each.id().equals(target.indicator().id()));
    }

    private static String rows(Scope who) {
        return who.values().isEmpty() ? "company" : who.values().firstKey();
    }

    /** The dimension whose rows answer that target; empty if it is the company. */
    static List<Dimension> rows(Target target) {
        if (target.audience().eachRep()) {
            return List.of(Dimension.REP);
        }
        return target.audience().scope().values().keySet().stream()
                .map(Dimension::new)
                .toList();
    }
}
