package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.indicator.Indicator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the reports of one query, one after another: what the last one read and nothing changed is not read again. */
final class ReportBuilder {
    private final KpiQuery query;
    private final Cells cells;
    private final List<SortedMap<String, String>> failed;
    private final Leaves leaves = new Leaves();
    private @Nullable Table last;
    private long readings;
    private long takenOver;

    /** @param failed for each storyline, the stories on which it fails now, and why */
    ReportBuilder(KpiQuery query, Cells cells, List<SortedMap<String, String>> failed) {
        this.query = query;
        this.cells = cells;
        this.failed = failed;
    }

    /** Builds that of what the cells hold under that state, knowing how many persons were forgotten. */
    KpiReport build(State state, Held held, int forgotten) {
        return build(state, held, forgotten, Table::update);
    }

    /** The same in several threads, of cells that are read this once. */
    KpiReport buildOnce(State state, Held held) {
        return build(state, held, 0, table -> table.updateOnce(() -> merging(state, held.historyStarts())));
    }

    private KpiReport build(State state, Held held, int forgotten, ToLongFunction<Table> update) {
        LocalDate historyStarts = held.historyStarts();
        Table table = table(state, historyStarts);
        long read = update.applyAsLong(table);
        readings += read;
        takenOver += table.size() - read;
        Rows rows = table.rows();
        KpiReport.Frame frame = new KpiReport.Frame(
                query,
                state.view(),
                historyStarts,
                held.ids(),
                held.conflicts(),
                forgotten,
                table.leftOut(),
                failures(table),
                state.roster().organization(),
                repNames(state.identities()));
        last = table;
        return new KpiReport(frame, rows, table.nothing());
    }

    /** That of the last report if this one is from the same standpoint, else a new one. */
    private Table table(State state, @Nullable LocalDate historyStarts) {
        Table before = last;
        last = null; // in case that what follows throws
        Map<Leaf, BitSet> touched = cells.touched();
        List<Leaf> fresh = leaves.addAll(touched == null ? cells.sums().keySet() : touched.keySet(), cells);
        Standpoint standpoint = Standpoint.of(query, leaves, state, historyStarts, failed);
        if (before != null && touched != null && before.standpoint().equals(standpoint)) {
            before.touch(touched, fresh);
            return before;
        }
        return new Table(query, cells, merging(state, historyStarts), standpoint, state.roster());
    }

    private Merging merging(State state, @Nullable LocalDate historyStarts) {
        return new Merging(query, state, cells, historyStarts);
    }

    private static UnaryOperator<String> repNames(Identities identities) {
        return rep -> identities.root(IdentityKind.REP, rep);
    }

    private List<KpiReport.Failure> failures(Table table) {
        List<KpiReport.Failure> failures = new ArrayList<>(table.failures());
        for (Indicator indicator : query.indicators()) {
            for (int number : cells.numbers(indicator)) {
                failed.get(number).forEach((place, why) -> failures.add(new KpiReport.Failure(indicator, place, why)));
            }
        }
        failures.sort(
                Comparator.comparing((KpiReport.Failure f) -> f.indicator().id())
                        .thenComparing(KpiReport.Failure::place));
        return List.copyOf(failures);
    }

    /** How often an indicator was read off a row so far. */
    long readings() {
        return readings;
    }

    /** How often it was not, since the report before had read just that. */
    long takenOver() {
        return takenOver;
    }
}
