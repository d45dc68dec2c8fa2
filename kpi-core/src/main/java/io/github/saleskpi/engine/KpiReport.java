package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values by scope, period and indicator, as seen from a viewpoint. Immutable and thread-safe; the same events, query and
 * viewpoint give the same report to the last bit.
 */
public final class KpiReport {
    /**
     * One scope, period and indicator for which at least one fact was counted.
     *
     * @param scope whose
     * @param period when
     * @param complete whether the period had ended at {@code asOf}
     * @param indicator what
     * @param values one for each of the indicator's figures, in their order
     */
    public record Cell(Scope scope, Period period, boolean complete, Indicator indicator, List<KpiValue> values) {
        public Cell {
            values = List.copyOf(values);
        }

        /** The value of the primary figure. */
        public KpiValue value() {
            return values.get(0);
        }

        /**
         * The value of that figure.
         *
         * @throws IllegalArgumentException if the indicator has none of that name
         */
        public KpiValue value(String figure) {
            return values.get(indexOf(indicator, figure));
        }
    }

    /**
     * A story on which an indicator failed, or a cell in which a figure did.
     *
     * @param indicator whose cells are {@code FAILED} for it
     * @param place the story ({@code request:q1}, {@code event:e1}) or the cell ({@code rep:r1 2026-03 p90})
     * @param message what was thrown
     */
    public record Failure(Indicator indicator, String place, String message) {}

    /** Where a value stands in a report. */
    record Key(Scope scope, Period period, IndicatorId indicator) {
        Row.Place place() {
            return new Row.Place(scope, period);
        }
    }

    /** What a report says beside its cells. */
    record Frame(
            KpiQuery query,
            Viewpoint viewpoint,
            @Nullable LocalDate historyStarts,
            long events,
            long conflicts,
            int forgotten,
            SortedMap<String, SortedMap<String, Long>> leftOut,
            List<Failure> failures,
            @Nullable Organization organization,
            UnaryOperator<String> repNames) {}

    private final Frame frame;
    private volatile @Nullable List<Cell> cells; // null until somebody asks; the same whoever finds them first
    private final Rows rows;
    private final Rows nothing;

    /**
     * @param rows those with a fact, those of the organization's people and teams in the periods so far, and the company's
     * @param nothing what there is where no fact is: of the company and of whoever is elsewhere, in these periods and in none
     */
    KpiReport(Frame frame, Rows rows, Rows nothing) {
        this(frame, null, rows, nothing);
    }

    private KpiReport(Frame frame, @Nullable List<Cell> cells, Rows rows, Rows nothing) {
        this.frame = frame;
        this.cells = cells;
        this.rows = rows;
        this.nothing = nothing;
    }

    /** The query. */
    public KpiQuery query() {
        return frame.query;
    }

    /** From where it looks. */
    public Viewpoint viewpoint() {
        return frame.viewpoint;
    }

    /** All cells: by the scope's values in the order of the query's dimensions, nobody first, then by period and indicator. */
    public List<Cell> cells() {
        List<Cell> known = cells;
        if (known == null) {
            known = List.copyOf(rows.cells());
            cells = known;
        }
        return known;
    }

    /**
     * The same report, showing only the cells within that scope, such as all reps of one team where rows are by team and rep.
     * Only {@link #cells()} differs: values, totals and what was left out are those of all events.
     *
     * @throws IllegalArgumentException if the scope has a dimension that the query does not group by
     */
    public KpiReport showing(Scope whole) {
        List<String> names = query().groupBy().stream().map(Dimension::name).toList();
        if (!names.containsAll(whole.values().keySet())) {
            throw new IllegalArgumentException(
                    "scope (" + whole + "): the query groups by " + names + ". Maybe group by more.");
        }
        return new KpiReport(
                frame,
                cells().stream().filter(cell -> cell.scope().isWithin(whole)).toList(),
                rows,
                nothing);
    }

    /** How many event ids the ledger holds. */
    public long events() {
        return frame.events;
    }

    /** How many of them have two or more different versions. */
    public long conflicts() {
        return frame.conflicts;
    }

    /** The local date of the first event in force; what came before is not known to this report. Empty without any. */
    public Optional<LocalDate> historyStarts() {
        return Optional.ofNullable(frame.historyStarts);
    }

    /**
     * How many ids of persons the ledger was told to {@linkplain KpiLedger#forget forget}: their events are counted, but
     * name nobody.
     */
    public int forgotten() {
        return frame.forgotten;
    }

    /** How many facts were left out in the periods reported, by the indicator's id and the rule's name. */
    public SortedMap<String, SortedMap<String, Long>> leftOut() {
        return frame.leftOut;
    }

    /** What failed; the other indicators stand. Sorted by indicator and place. */
    public List<Failure> failures() {
        return frame.failures;
    }

    /** The query's organization under the names that reps go by after the merges in force; empty if it has none. */
    public Optional<Organization> organization() {
        return Optional.ofNullable(frame.organization);
    }

    /** The name that the rep goes by after the merges in force: the one in this report's rows. */
    public String nameOf(String rep) {
        return frame.repNames.apply(rep);
    }

    /**
     * The primary value there; of a cell with no facts, what nothing is (0 for a count, {@code NO_DATA} for a ratio).
     *
     * @param scope a value for each of the query's dimensions, or the company
     * @throws IllegalArgumentException if the query does not compute the indicator, group so or have such periods
     */
    public KpiValue value(Indicator indicator, Scope scope, Period period) {
        return valuesOf(indicator, scope, period).get(0);
    }

    /**
     * The value of that figure there, such as {@code p90}.
     *
     * @throws IllegalArgumentException as {@link #value(Indicator, Scope, Period)} does, or if there is no such figure
     */
    public KpiValue value(Indicator indicator, String figure, Scope scope, Period period) {
        return valuesOf(indicator, scope, period).get(indexOf(indicator, figure));
    }

    private List<KpiValue> valuesOf(Indicator indicator, Scope scope, Period period) {
        int number = numberOf(indicator);
        Row.Place own = new Row.Place(scope, period);
        List<KpiValue> known = period.granularity() == query().every() ? rows.values(own, number) : null;
        return known != null
                ? known
                : Objects.requireNonNull(
                        nothing.values(placeOf(indicator, scope, period).place(), number));
    }

    /** Which of the query's indicators it is. */
    private int numberOf(Indicator indicator) {
        List<Indicator> indicators = query().indicators();
        for (int i = 0; i < indicators.size(); i++) {
            if (indicators.get(i) == indicator || indicators.get(i).id().equals(indicator.id())) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "indicator (" + indicator.id() + "): the query does not compute it. Maybe add it to the query.");
    }

    /** The key under which the values of that place stand: its own, or that of some nothing. */
    Key placeOf(Indicator indicator, Scope scope, Period period) {
        int number = numberOf(indicator);
        List<String> names =
                query().groupBy().stream().map(Dimension::name).sorted().toList();
        if (!scope.values().isEmpty()
                && !names.equals(List.copyOf(scope.values().keySet()))) {
            throw new IllegalArgumentException("scope (" + scope + "): the query groups by " + names
                    + ", and the company is always there. Maybe change groupBy.");
        }
        if (!isReported(period)) {
            throw new IllegalArgumentException("period (" + period + "): the query has periods of a "
                    + query().every() + (query().calendar().fiscalStart().getValue() == 1 ? "" : " of the fiscal year")
                    + ". Maybe change every.");
        }
        Key own = new Key(scope, period, indicator.id());
        if (rows.values(own.place(), number) != null) {
            return own;
        }
        Scope place = scope.values().isEmpty() ? scope : elsewhere(query());
        Key absent = new Key(place, period, indicator.id());
        return nothing.values(absent.place(), number) != null ? absent : new Key(place, Period.all(), indicator.id());
    }

    /** The row of a rep or team with no place in the organization: ids are never empty. Of other rows the company. */
    static Scope elsewhere(KpiQuery query) {
        Scope scope = Scope.company();
        for (Dimension dimension : query.groupBy()) {
            if (dimension.equals(Dimension.REP) || dimension.equals(Dimension.TEAM)) {
                scope = scope.and(dimension, "");
            }
        }
        return scope;
    }

    private boolean isReported(Period period) {
        return period.granularity() == query().every()
                && (period.granularity() == Granularity.ALL
                        || query().calendar()
                                .periodOf(period.from(), period.granularity())
                                .equals(period));
    }

    /** The place of a figure among those of its indicator. */
    static int indexOf(Indicator indicator, String figure) {
        List<Figure> figures = indicator.figures();
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).name().equals(figure)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "figure (" + indicator.id() + " " + figure + "): there is none. Maybe one of "
                        + figures.stream().map(Figure::name).collect(Collectors.joining(", ")) + ".");
    }

    /** All of it as text, one line for each figure of each cell: for logs, and for comparing reports. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("events " + events() + ", conflicts " + conflicts() + ", history starts "
                + frame.historyStarts + (forgotten() == 0 ? "" : ", forgotten " + forgotten()) + "\n");
        for (Cell cell : cells()) {
            for (int i = 0; i < cell.values.size(); i++) {
                Figure figure = cell.indicator.figures().get(i);
                text.append(cell.scope).append(' ').append(cell.period).append(cell.complete ? " " : " (incomplete) ");
                text.append(cell.indicator.id())
                        .append(' ')
                        .append(figure.name())
                        .append(" = ");
                text.append(print(figure.unit(), cell.values.get(i))).append('\n');
            }
        }
        frame.leftOut.forEach((id, rules) ->
                text.append("left out ").append(id).append(' ').append(rules).append('\n'));
        frame.failures.forEach(failure -> text.append("failed ")
                .append(failure.indicator.id())
                .append(' ')
                .append(failure.place)
                .append(": ")
                .append(failure.message)
                .append('\n'));
        return text.toString();
    }

    private static String print(Unit unit, KpiValue value) {
        if (value instanceof KpiValue.Undefined undefined) {
            return undefined.reason()
                    + (undefined.lowerBound() == null ? "" : " >= " + unit.print(undefined.lowerBound()))
                    + " n=" + undefined.sample() + undefined.notes();
        }
        KpiValue.Defined defined = (KpiValue.Defined) value;
        return unit.print(defined.amount())
                + (defined.numerator() == null || defined.denominator() == null
                        ? ""
                        : " = " + Unit.MONEY.print(defined.numerator()) + "/" + Unit.MONEY.print(defined.denominator()))
                + (defined.currency() == null ? "" : " " + defined.currency())
                + (defined.bounds() == null
                        ? ""
                        : " [" + limit(unit, defined.bounds().low()) + ", "
                                + limit(unit, defined.bounds().high()) + "]")
                + " n=" + defined.sample() + defined.items() + defined.notes();
    }

    private static String limit(Unit unit, @Nullable BigDecimal limit) {
        return limit == null ? "-" : unit.print(limit);
    }
}
