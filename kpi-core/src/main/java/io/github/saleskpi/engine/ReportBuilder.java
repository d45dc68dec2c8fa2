package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Frame;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Merges leaf cells into the rows of a report and reads the figures off them. */
final class ReportBuilder {
    private static final Scope NO_TEAM = Scope.of(Dimension.TEAM, null);

    private final KpiQuery query;
    private final Cells cells;
    private final Held held;
    private final State state;
    private final List<SortedMap<String, String>> failed;
    private final List<KpiReport.Failure> failures = new ArrayList<>();
    private final Merging merging;
    private final @Nullable LocalDate historyStarts;

    ReportBuilder(KpiQuery query, Cells cells, Held held, State state, List<SortedMap<String, String>> failed) {
        this.query = query;
        this.cells = cells;
        this.held = held;
        this.state = state;
        this.failed = failed;
        this.historyStarts = held.historyStarts();
        this.merging = new Merging(query, state, cells, historyStarts);
    }

    /** Builds it, knowing how many persons were forgotten. */
    KpiReport build(int forgotten) {
        Map<Scope, Map<Period, List<@Nullable Sum[]>>> rows = new HashMap<>();
        SortedMap<String, SortedMap<String, Long>> leftOut = new TreeMap<>();
        cells.sums().forEach((leaf, sums) -> {
            Period period = leaf.period();
            if (period != null && merging.isReported(period) && !leaf.isCompany()) {
                row(rows, Scope.company(), period).add(sums);
                if (!query.groupBy().isEmpty()) {
                    merging.scopesOf(leaf)
                            .forEach(scope -> row(rows, scope, period).add(sums));
                }
                addLeftOut(leftOut, sums);
            }
        });
        failuresOfStories();
        Map<KpiReport.Key, List<KpiValue>> values = new HashMap<>();
        List<KpiReport.Cell> shown = new ArrayList<>();
        rows.forEach((scope, periods) -> periods.forEach((period, sums) -> {
            for (Indicator indicator : query.indicators()) {
                if (counted(indicator, sums) > 0) {
                    List<KpiValue> read = read(indicator, merging.totals(indicator, scope, period, sums));
                    values.put(new KpiReport.Key(scope, period, indicator.id()), read);
                    if (scope.values().size() == query.groupBy().size()) {
                        shown.add(new KpiReport.Cell(scope, period, merging.isComplete(period), indicator, read));
                    }
                }
            }
        }));
        shown.sort(Comparator.comparing(CellOrder::keyOf, new CellOrder(query)));
        Set<Period> periods = periodsSoFar();
        knownScopes().forEach(scope -> addAbsent(values, scope, periods));
        Map<KpiReport.Key, List<KpiValue>> nothing = new HashMap<>();
        addAbsent(nothing, Scope.company(), periods);
        addAbsent(nothing, Scope.company(), Set.of(Period.all()));
        addAbsent(nothing, KpiReport.elsewhere(query), periods);
        addAbsent(nothing, KpiReport.elsewhere(query), Set.of(Period.all()));
        failures.sort(
                Comparator.comparing((KpiReport.Failure f) -> f.indicator().id())
                        .thenComparing(KpiReport.Failure::place));
        return new KpiReport(
                new KpiReport.Frame(
                        query,
                        state.view(),
                        historyStarts,
                        held.ids(),
                        held.conflicts(),
                        forgotten,
                        Collections.unmodifiableSortedMap(leftOut),
                        List.copyOf(failures),
                        state.roster().organization(),
                        repNames(state.identities())),
                shown,
                values,
                nothing);
    }

    private static UnaryOperator<String> repNames(Identities identities) {
        return rep -> identities.root(IdentityKind.REP, rep);
    }

    /** The periods reported from the first in which anything lies or an event occurred to that of the viewpoint. */
    private Set<Period> periodsSoFar() {
        if (query.every() == Granularity.ALL) {
            return Set.of(Period.all());
        }
        NavigableSet<Period> periods = new TreeSet<>();
        if (historyStarts != null) {
            periods.add(query.calendar().periodOf(historyStarts, query.every()));
        }
        cells.sums().forEach((leaf, sums) -> {
            if (leaf.period() != null && Arrays.stream(sums).anyMatch(sum -> sum != null && !sum.isEmpty())) {
                periods.add(leaf.period());
            }
        });
        if (periods.isEmpty()) {
            return periods;
        }
        LocalDate today = query.calendar().dateOf(state.view().asOf());
        LocalDate end = periods.last().to().isAfter(today) ? periods.last().to() : today.plusDays(1);
        for (LocalDate date = periods.first().to(); date.isBefore(end); ) {
            Period next = query.calendar().periodOf(date, query.every());
            periods.add(next);
            date = next.to();
        }
        return periods;
    }

    /** The reps, the teams and none, or the reps in each, that have a place in the organization, if rows are by these. */
    private Set<Scope> knownScopes() {
        Organization people = state.roster().organization();
        Set<Dimension> by = Set.copyOf(query.groupBy());
        if (people == null) {
            return Set.of();
        }
        Set<Scope> scopes = new HashSet<>();
        if (by.equals(Set.of(Dimension.REP))) {
            people.reps().forEach(rep -> scopes.add(Scope.rep(rep)));
        } else if (by.equals(Set.of(Dimension.TEAM))) {
            people.teams().keySet().forEach(team -> scopes.add(Scope.of(Dimension.TEAM, team)));
            scopes.add(NO_TEAM);
        } else if (by.equals(Set.of(Dimension.TEAM, Dimension.REP))) {
            people.members()
                    .forEach(line -> people.lineage(line.team())
                            .forEach(team ->
                                    scopes.add(Scope.of(Dimension.TEAM, team).and(Dimension.REP, line.rep()))));
            people.reps().forEach(rep -> scopes.add(NO_TEAM.and(Dimension.REP, rep)));
            scopes.add(NO_TEAM.and(Dimension.REP, null));
        }
        return scopes;
    }

    /** Reads what nothing is where no fact was counted. */
    private void addAbsent(Map<KpiReport.Key, List<KpiValue>> values, Scope scope, Set<Period> periods) {
        for (Period period : periods) {
            for (Indicator indicator : query.indicators()) {
                int before = failures.size();
                values.computeIfAbsent(
                        new KpiReport.Key(scope, period, indicator.id()),
                        key -> read(indicator, merging.totals(indicator, scope, period, List.of())));
                failures.subList(before, failures.size()).clear(); // of cells that the report does not show
            }
        }
    }

    private static List<@Nullable Sum[]> row(
            Map<Scope, Map<Period, List<@Nullable Sum[]>>> rows, Scope scope, Period period) {
        return rows.computeIfAbsent(scope, key -> new HashMap<>()).computeIfAbsent(period, key -> new ArrayList<>());
    }

    private long counted(Indicator indicator, List<@Nullable Sum[]> sums) {
        long counted = 0;
        for (int number : cells.numbers(indicator)) {
            for (@Nullable Sum[] leaf : sums) {
                Sum sum = leaf[number];
                counted += sum == null ? 0 : sum.counted();
            }
        }
        return counted;
    }

    private void addLeftOut(SortedMap<String, SortedMap<String, Long>> leftOut, @Nullable Sum[] sums) {
        for (Indicator indicator : query.indicators()) {
            for (int number : cells.numbers(indicator)) {
                Sum sum = sums[number];
                if (sum != null) {
                    sum.leftOut()
                            .forEach((rule, times) -> leftOut.computeIfAbsent(
                                            indicator.id().toString(), id -> new TreeMap<>())
                                    .merge(rule, times, Math::addExact));
                }
            }
        }
    }

    private void failuresOfStories() {
        for (Indicator indicator : query.indicators()) {
            for (int number : cells.numbers(indicator)) {
                failed.get(number).forEach((place, why) -> failures.add(new KpiReport.Failure(indicator, place, why)));
            }
        }
    }

    private List<KpiValue> read(Indicator indicator, TotalsView totals) {
        boolean fails = Arrays.stream(cells.numbers(indicator))
                .anyMatch(number -> !failed.get(number).isEmpty());
        List<KpiValue> read = new ArrayList<>();
        for (Figure figure : indicator.figures()) {
            read.add(fails ? KpiValue.undefined(KpiValue.Reason.FAILED) : read(indicator, figure, totals));
        }
        return read;
    }

    private KpiValue read(Indicator indicator, Figure figure, TotalsView totals) {
        return read(figure, totals, thrown -> failures.add(failure(indicator, figure, totals.frame(), thrown)));
    }

    /** Reads a figure; where it throws, it is {@code FAILED}. */
    static KpiValue read(Figure figure, Totals totals, Consumer<RuntimeException> failed) {
        try {
            return Objects.requireNonNull(
                    figure.reading().apply(totals), "read null. Maybe KpiValue.undefined(NO_DATA).");
        } catch (RuntimeException thrown) {
            failed.accept(thrown);
            return KpiValue.undefined(KpiValue.Reason.FAILED);
        }
    }

    static KpiReport.Failure failure(Indicator indicator, Figure figure, Frame cell, RuntimeException thrown) {
        String place = cell.scope() + " " + cell.period() + " " + figure.name();
        return new KpiReport.Failure(indicator, place, thrown.toString());
    }
}
