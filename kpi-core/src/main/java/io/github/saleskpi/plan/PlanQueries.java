package io.github.saleskpi.plan;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the fewest queries that answer a plan: one for each length of periods and kind of rows. */
final class PlanQueries {
    /** What one query asks; rows of the company alone are in every query of their length. */
    private record Key(Granularity every, List<Dimension> rows) {}

    private static final class Need {
        private final SortedMap<IndicatorId, Indicator> indicators = new TreeMap<>();
        private LocalDate from = LocalDate.MAX;
        private LocalDate to = LocalDate.MIN;

        private void add(Target target, Period period) {
            indicators.put(target.indicator().id(), target.indicator());
            from = period.from().isBefore(from) ? period.from() : from;
            to = period.to().isAfter(to) ? period.to() : to;
        }

        private void add(Need other) {
            indicators.putAll(other.indicators);
            from = other.from.isBefore(from) ? other.from : from;
            to = other.to.isAfter(to) ? other.to : to;
        }
    }

    private PlanQueries() {}

    static List<KpiQuery> of(Plan plan, KpiQuery base) {
        SortedMap<Key, Need> needs = new TreeMap<>(
                Comparator.comparing(Key::every).thenComparing(key -> key.rows.toString(), Comparator.reverseOrder()));
        boolean areTeamsKnown = base.organization().isPresent();
        InForce.each(
                plan,
                base.calendar(),
                LocalDate.MAX,
                (target, period) -> Answers.rows(target, areTeamsKnown)
                        .forEach(rows -> needs.computeIfAbsent(new Key(period.granularity(), rows), key -> new Need())
                                .add(target, period)));
        for (Granularity every : Granularity.values()) {
            Need ofCompany = needs.get(new Key(every, List.of()));
            Optional<Need> others = Stream.of(Answers.BY_REP, Answers.BY_TEAM, Answers.BY_TEAM_AND_REP)
                    .map(rows -> needs.get(new Key(every, rows)))
                    .filter(Objects::nonNull)
                    .findFirst();
            if (ofCompany != null && others.isPresent()) {
                others.get().add(ofCompany);
                needs.remove(new Key(every, List.of()));
            }
        }
        return needs.entrySet().stream()
                .map(need -> query(base, need.getKey(), need.getValue()))
                .toList();
    }

    private static KpiQuery query(KpiQuery base, Key key, Need need) {
        return base.toBuilder()
                .indicators(need.indicators.values())
                .every(key.every)
                .groupBy(key.rows)
                .from(need.from)
                .to(need.to)
                .build();
    }
}
