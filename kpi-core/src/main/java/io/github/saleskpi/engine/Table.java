package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Line.Read;
import io.github.saleskpi.engine.Row.Place;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query's reports from one standpoint, kept up to date with the cells. A row is read again for an indicator if
 * a storyline of it changed in one of the row's leaves, or if it was read off wider totals that changed; all else stays as
 * it was read. Not thread-safe.
 */
final class Table {
    private final KpiQuery query;
    private final Cells cells;
    private final Merging merging;
    private final Standpoint standpoint;
    private final Set<Scope> known;
    private final Line.Reader reader;
    private final CellOrder order;
    private final SortedMap<Place, Line> rows;
    private final SortedMap<Place, Line> nothing;
    private final Set<Leaf> filed = new HashSet<>();
    private final Set<Line> stale = new LinkedHashSet<>();
    private final Set<Line> failing = new LinkedHashSet<>();
    private final LeftOut leftOut;
    private final int[] byId;

    Table(KpiQuery query, Cells cells, Merging merging, Standpoint standpoint, Roster roster) {
        this.query = query;
        this.cells = cells;
        this.merging = merging;
        this.standpoint = standpoint;
        this.known = roster.scopes(Set.copyOf(query.groupBy()));
        this.reader = new CellReader(query, cells, merging, standpoint.failing());
        this.order = new CellOrder(query);
        this.rows = new TreeMap<>(order::compare);
        this.nothing = new TreeMap<>(order::compare);
        this.leftOut = new LeftOut(query, cells);
        this.byId = IntStream.range(0, query.indicators().size())
                .boxed()
                .sorted(Comparator.comparing(i -> query.indicators().get(i).id()))
                .mapToInt(Integer::intValue)
                .toArray();
        cells.sums().forEach(this::file);
        for (Period period : standpoint.periods()) {
            known.forEach(scope -> row(scope, period));
            addNothing(period);
            leftOut.count(period, leavesOf(period));
        }
        addNothing(Period.all());
    }

    Standpoint standpoint() {
        return standpoint;
    }

    private void addNothing(Period period) {
        for (Scope scope : List.of(Scope.company(), KpiReport.elsewhere(query))) {
            Place place = new Place(scope, period);
            Line line = new Line(place, true, query.indicators().size());
            nothing.put(place, line);
            stale.add(line);
        }
    }

    private Line row(Scope scope, Period period) {
        Place place = new Place(scope, period);
        Line line = rows.get(place);
        if (line == null) {
            boolean isKnown = known.contains(scope) && standpoint.periods().contains(period);
            line = new Line(place, isKnown, query.indicators().size());
            rows.put(place, line);
            stale.add(line);
        }
        return line;
    }

    private List<@Nullable Sum[]> leavesOf(Period period) {
        Line company = rows.get(new Place(Scope.company(), period));
        return company == null ? List.of() : company.sums();
    }

    private void file(Leaf leaf, @Nullable Sum[] sums) {
        filed.add(leaf);
        rowsOf(leaf).forEach(line -> line.sums().add(sums));
    }

    /** The rows of which a leaf is a part. */
    private List<Line> rowsOf(Leaf leaf) {
        Period period = leaf.period();
        List<Line> all = new ArrayList<>();
        if (period != null && merging.isReported(period) && !leaf.isCompany()) {
            all.add(row(Scope.company(), period));
            if (!query.groupBy().isEmpty()) {
                merging.scopesOf(leaf).forEach(scope -> all.add(row(scope, period)));
            }
        }
        return all;
    }

    /** Notes in which leaves which storylines changed. */
    void touch(Map<Leaf, BitSet> storylines) {
        Set<TotalsView> wider = new LinkedHashSet<>();
        Set<Period> periods = new HashSet<>();
        storylines.forEach((leaf, changed) -> {
            if (!filed.contains(leaf)) {
                @Nullable Sum[] sums = Objects.requireNonNull(cells.sums().get(leaf));
                file(leaf, sums);
                merging.wholes().add(leaf, sums);
            }
            BitSet indicators = readersOf(changed);
            rowsOf(leaf).forEach(line -> {
                line.touch(indicators);
                stale.add(line);
            });
            merging.wholes().totalsOf(leaf).stream()
                    .filter(totals -> totals.isOf(changed))
                    .forEach(wider::add);
            if (leaf.period() != null) {
                periods.add(leaf.period());
            }
        });
        periods.forEach(period -> leftOut.count(period, leavesOf(period)));
        Set<TotalsView> otherwise = merging.wholes().changed(wider);
        if (!otherwise.isEmpty()) {
            rows.values().forEach(line -> touch(line, otherwise));
            nothing.values().forEach(line -> touch(line, otherwise));
        }
    }

    private BitSet readersOf(BitSet storylines) {
        BitSet readers = new BitSet();
        for (int i = 0; i < query.indicators().size(); i++) {
            for (int number : cells.numbers(query.indicators().get(i))) {
                readers.set(i, readers.get(i) || storylines.get(number));
            }
        }
        return readers;
    }

    private void touch(Line line, Set<TotalsView> otherwise) {
        if (line.touch(otherwise)) {
            stale.add(line);
        }
    }

    /** Reads what is not up to date, and says how often an indicator was read off a row. */
    long update() {
        long readings = 0;
        for (Line line : stale) {
            readings += line.update(reader);
            failing.remove(line);
            if (line.isFailing()) {
                failing.add(line);
            }
        }
        stale.clear();
        failing.removeAll(nothing.values());
        return readings;
    }

    /** How many indicators it has in all its rows. */
    long size() {
        return (long) (rows.size() + nothing.size()) * query.indicators().size();
    }

    Rows rows() {
        return new Rows(order::compare, shown(rows));
    }

    /** What there is where no fact is. */
    Rows nothing() {
        return new Rows(order::compare, shown(nothing));
    }

    private List<Row> shown(SortedMap<Place, Line> lines) {
        List<Row> all = new ArrayList<>(lines.size());
        lines.values().forEach(line -> all.add(line.row(this::made)));
        return all;
    }

    private Row made(Line line) {
        List<@Nullable List<KpiValue>> values =
                new ArrayList<>(query.indicators().size());
        for (int i = 0; i < query.indicators().size(); i++) {
            Read read = line.read(i);
            values.add(read == null ? null : read.values());
        }
        Scope scope = line.place().scope();
        Period period = line.place().period();
        boolean isComplete = merging.isComplete(period);
        List<KpiReport.Cell> shown = new ArrayList<>(values.size());
        for (int i : scope.values().size() == query.groupBy().size() ? byId : new int[0]) {
            Read read = line.read(i);
            if (read != null && read.isCounted()) {
                shown.add(new KpiReport.Cell(
                        scope, period, isComplete, query.indicators().get(i), read.values()));
            }
        }
        return new Row(line.place(), Collections.unmodifiableList(values), List.copyOf(shown));
    }

    /** The figures that fail in a row. */
    List<KpiReport.Failure> failures() {
        return failing.stream().flatMap(Line::failures).toList();
    }

    /** How many facts were left out in the periods reported, by the indicator's id and the rule's name. */
    SortedMap<String, SortedMap<String, Long>> leftOut() {
        return leftOut.total();
    }
}
