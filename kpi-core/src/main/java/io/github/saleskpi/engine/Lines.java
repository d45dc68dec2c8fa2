package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Row.Place;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a table: found by scope and period, read again where they are not up to date, and put in the order of a report
 * when somebody asks for it. Not thread-safe.
 */
final class Lines {
    /** The lines of one scope. */
    static final class Strip {
        private final Scope scope;
        private final Map<Period, Line> lines = new HashMap<>();

        private Strip(Scope scope) {
            this.scope = scope;
        }
    }

    private static final Comparator<Line> BY_PERIOD =
            (a, b) -> CellOrder.compare(a.place().period(), b.place().period());

    private final CellOrder order;
    private final Function<Place, Line> fresh;
    private final Map<Scope, Strip> strips = new HashMap<>();
    private final Map<List<@Nullable String>, List<Strip>> byGroups = new HashMap<>();
    private final List<Line> stale = new ArrayList<>();
    private final List<Line> readAgain = new ArrayList<>();
    private List<Line> inOrder = List.of();
    private Rows rows;
    private int size;

    /** @param fresh makes the line of a place that has none */
    Lines(CellOrder order, Function<Place, Line> fresh) {
        this.order = order;
        this.fresh = fresh;
        this.rows = new Rows(order, new Row[0]);
    }

    /** Those of that scope. */
    Strip of(Scope scope) {
        return strips.computeIfAbsent(scope, Strip::new);
    }

    /** Those of the scopes in which leaves with the groups of that one are shown; the scopes are found once. */
    List<Strip> of(Leaf leaf, Function<Leaf, List<Scope>> scopes) {
        List<Strip> known = byGroups.get(leaf.groups());
        if (known == null) {
            known = scopes.apply(leaf).stream().map(this::of).toList();
            byGroups.put(leaf.groups(), known);
        }
        return known;
    }

    /** That of a period, which is made if there is none. */
    Line line(Strip strip, Period period) {
        Line known = strip.lines.get(period);
        if (known == null) {
            known = fresh.apply(new Place(strip.scope, period));
            strip.lines.put(period, known);
            stale.add(known);
            size++;
        }
        return known;
    }

    int size() {
        return size;
    }

    /** Notes that its leaves changed for these indicators. */
    void touch(Line line, BitSet indicators) {
        if (!line.isStale()) {
            stale.add(line);
        }
        line.touch(indicators);
    }

    /** Notes that these wider totals are not what was read. */
    void touch(Set<TotalsView> changed) {
        for (Strip strip : strips.values()) {
            for (Line line : strip.lines.values()) {
                boolean isStale = line.isStale();
                if (line.touch(changed) && !isStale) {
                    stale.add(line);
                }
            }
        }
    }

    /** Those that are not up to date. */
    List<Line> stale() {
        return Collections.unmodifiableList(stale);
    }

    /** Notes that all of them were read again, and says how often an indicator was read off a line. */
    long readAgain(Consumer<Line> seen) {
        long readings = 0;
        for (Line line : stale) {
            readings += line.readAgain();
            seen.accept(line);
        }
        readAgain.addAll(stale);
        stale.clear();
        return readings;
    }

    /** All as the report has them. */
    Rows rows(Function<Line, Row> made) {
        if (inOrder.size() != size) {
            sort();
            rows = new Rows(order, inOrder.stream().map(line -> line.row(made)).toArray(Row[]::new));
        } else if (!readAgain.isEmpty()) {
            rows = rows.with(readAgain, made);
        }
        readAgain.clear();
        return rows;
    }

    private void sort() {
        List<Strip> sorted = new ArrayList<>(strips.values());
        sorted.sort((a, b) -> order.compare(a.scope, b.scope));
        List<Line> all = new ArrayList<>(size);
        for (Strip strip : sorted) {
            List<Line> own = new ArrayList<>(strip.lines.values());
            own.sort(BY_PERIOD);
            own.forEach(line -> {
                line.stand(all.size());
                all.add(line);
            });
        }
        inOrder = all;
    }
}
