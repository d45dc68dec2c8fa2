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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
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
    private final Lines rows;
    private final Lines nothing;
    private final Set<Line> failing = new LinkedHashSet<>();
    private final LeftOut leftOut;
    private final int[] byId;

    Table(KpiQuery query, Cells cells, Merging merging, Standpoint standpoint, Roster roster) {
        this.query = query;
        this.cells = cells;
        this.merging = merging;
        this.standpoint = standpoint;
        this.known = roster.scopes(Set.copyOf(query.groupBy()));
        this.reader = reader(merging);
        CellOrder order = new CellOrder(query);
        this.rows = new Lines(
                order,
                place -> new Line(place, isKnown(place), query.indicators().size()));
        this.nothing = new Lines(
                order, place -> new Line(place, true, query.indicators().size()));
        this.leftOut = new LeftOut(query, cells);
        this.byId = IntStream.range(0, query.indicators().size())
                .boxed()
                .sorted(Comparator.comparing(i -> query.indicators().get(i).id()))
                .mapToInt(Integer::intValue)
                .toArray();
        cells.sums().forEach(this::file);
        for (Period period : standpoint.periods()) {
            known.forEach(scope -> rows.line(rows.of(scope), period));
            addNothing(period);
        }
        addNothing(Period.all());
    }

    Standpoint standpoint() {
        return standpoint;
    }

    private boolean isKnown(Place place) {
        return !known.isEmpty()
                && known.contains(place.scope())
                && standpoint.periods().contains(place.period());
    }

    private void addNothing(Period period) {
        for (Scope scope : List.of(Scope.company(), KpiReport.elsewhere(query))) {
            nothing.line(nothing.of(scope), period);
        }
    }

    private void file(Leaf leaf, @Nullable Sum[] sums) {
        List<Line> lines = rowsOf(leaf);
        lines.forEach(line -> line.sums().add(sums));
        if (!lines.isEmpty()) {
            leftOut.add(leaf, sums);
        }
    }

    /** The rows of which a leaf is a part. */
    private List<Line> rowsOf(Leaf leaf) {
        Period period = leaf.period();
        if (period == null || leaf.isCompany() || !merging.isReported(period)) {
            return List.of();
        }
        List<Line> all = new ArrayList<>();
        all.add(rows.line(rows.of(Scope.company()), period));
        if (!query.groupBy().isEmpty()) {
            for (Lines.Strip strip : rows.of(leaf, merging::scopesOf)) {
                all.add(rows.line(strip, period));
            }
        }
        return all;
    }

    /**
     * Notes in which leaves which storylines changed.
     *
     * @param fresh those of them that were not there before
     */
    void touch(Map<Leaf, BitSet> storylines, List<Leaf> fresh) {
        for (Leaf leaf : fresh) {
            @Nullable Sum[] sums = Objects.requireNonNull(cells.sums().get(leaf));
            file(leaf, sums);
            merging.wholes().add(leaf, sums);
        }
        Set<TotalsView> wider = new LinkedHashSet<>();
        storylines.forEach((leaf, changed) -> {
            BitSet indicators = readersOf(changed);
            rowsOf(leaf).forEach(line -> rows.touch(line, indicators));
            leftOut.touch(leaf, changed);
            merging.wholes().totalsOf(leaf, totals -> {
                if (totals.isOf(changed)) {
                    wider.add(totals);
                }
            });
        });
        Set<TotalsView> otherwise = merging.wholes().changed(wider);
        if (!otherwise.isEmpty()) {
            rows.touch(otherwise);
            nothing.touch(otherwise);
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

    /** Reads what is not up to date, and says how often an indicator was read off a row. */
    long update() {
        read(everything(), reader);
        return readAgain();
    }

    /**
     * The same in several threads, for a table that is read this once: of {@link Unrelated} indicators no thread writes what
     * another reads, and each has wider totals of its own.
     */
    long updateOnce(Supplier<Merging> own) {
        Unrelated.parts(query, cells).parallelStream().forEach(part -> read(part, reader(own.get())));
        return readAgain();
    }

    private BitSet everything() {
        BitSet all = new BitSet();
        all.set(0, query.indicators().size());
        return all;
    }

    private Line.Reader reader(Merging wider) {
        return new CellReader(query, cells, wider, standpoint.failing());
    }

    private void read(BitSet indicators, Line.Reader by) {
        rows.stale().forEach(line -> line.read(indicators, by));
        nothing.stale().forEach(line -> line.read(indicators, by));
    }

    private long readAgain() {
        // the report does not show what fails where nothing is
        return rows.readAgain(this::noteFailing) + nothing.readAgain(line -> {});
    }

    private void noteFailing(Line line) {
        if (line.isFailing()) {
            failing.add(line);
        } else if (!failing.isEmpty()) {
            failing.remove(line);
        }
    }

    /** How many indicators it has in all its rows. */
    long size() {
        return (long) (rows.size() + nothing.size()) * query.indicators().size();
    }

    Rows rows() {
        return rows.rows(this::made);
    }

    /** What there is where no fact is. */
    Rows nothing() {
        return nothing.rows(this::made);
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
