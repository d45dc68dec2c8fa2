package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.jackson.EventCounts;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report as a table for people: one block for each period, with a row for each scope and the company below; or, if
 * there is only the company, a row for each period.
 */
final class TableReport {
    private static final String COMPANY = "company";
    private static final int WIDEST_LABEL = 32;

    /** A line of the table: whose, when, and whether it is the sum of those above. */
    private record Row(Scope scope, Period period, boolean total) {}

    private final KpiReport report;
    private final EventCounts counts;
    private final int width;
    private final boolean whole;
    private final Legend legend = new Legend();

    /** One of that width; a company row stands below only where the rows are the whole. */
    TableReport(KpiReport report, EventCounts counts, int width, boolean whole) {
        this.report = report;
        this.counts = counts;
        this.width = width;
        this.whole = whole;
    }

    /** The whole text. */
    String print(Ink ink) {
        StringBuilder text = new StringBuilder();
        List<Row> rows = rows();
        SortedMap<String, List<String>> left = new TreeMap<>();
        if (rows.isEmpty()) {
            text.append("No fact was counted.\n");
        } else {
            Set<Indicator> told =
                    report.cells().stream().map(KpiReport.Cell::indicator).collect(Collectors.toSet());
            List<ColumnGroup> groups = report.query().indicators().stream()
                    .filter(told::contains)
                    .map(indicator -> ColumnGroup.of(indicator, figure -> values(indicator, figure, rows), legend))
                    .toList();
            List<Sheet> sheets = Sheet.of(labels(rows), groups, width);
            for (Sheet sheet : sheets) {
                left.putAll(sheet.left());
                legend.explain(sheet.marks());
            }
            printBlocks(rows, sheets, ink, text);
        }
        text.append('\n');
        new Footer(report, counts, legend, left, width)
                .lines()
                .forEach(line -> text.append(ink.faint(line)).append('\n'));
        return text.toString();
    }

    private boolean isByPeriod() {
        return report.query().groupBy().isEmpty();
    }

    private List<Row> rows() {
        SortedMap<Period, Set<Scope>> scopes = new TreeMap<>();
        for (KpiReport.Cell cell : report.cells()) {
            scopes.computeIfAbsent(cell.period(), period -> new LinkedHashSet<>())
                    .add(cell.scope());
        }
        List<Row> rows = new ArrayList<>();
        scopes.forEach((period, some) -> {
            some.forEach(scope -> rows.add(new Row(scope, period, false)));
            if (whole && some.size() > 1) {
                rows.add(new Row(Scope.company(), period, true));
            }
        });
        return rows;
    }

    private List<KpiValue> values(Indicator indicator, Figure figure, List<Row> rows) {
        return rows.stream()
                .map(row -> report.value(indicator, figure.name(), row.scope(), row.period()))
                .toList();
    }

    private List<Column> labels(List<Row> rows) {
        if (isByPeriod()) {
            List<String> periods = rows.stream()
                    .map(row -> name(row.period()) + (isOver(row.period()) ? "" : Legend.Mark.UNFINISHED.sign()))
                    .toList();
            boolean allOver = rows.stream().allMatch(row -> isOver(row.period()));
            return List.of(
                    new Column("period", Column.NUMBER, periods, allOver ? Set.of() : Set.of(Legend.Mark.UNFINISHED)));
        }
        List<Column> labels = new ArrayList<>();
        for (Dimension dimension : report.query().groupBy()) {
            boolean first = labels.isEmpty();
            List<String> names = rows.stream()
                    .map(row -> row.total() ? first ? COMPANY : "" : label(row, dimension))
                    .toList();
            labels.add(Column.of(Shown.safe(dimension.name()), Column.NUMBER, names));
        }
        return labels;
    }

    private static String label(Row row, Dimension dimension) {
        @Nullable String value = row.scope().values().get(dimension.name());
        if (value == null) {
            return dimension.equals(Dimension.REP) ? "(nobody)" : "(none)";
        }
        return Shown.cut(Shown.safe(value), WIDEST_LABEL);
    }

    private void printBlocks(List<Row> rows, List<Sheet> sheets, Ink ink, StringBuilder text) {
        int from = 0;
        while (from < rows.size()) {
            int to = from;
            while (to < rows.size()
                    && (isByPeriod()
                            || rows.get(to).period().equals(rows.get(from).period()))) {
                to++;
            }
            text.append(from == 0 ? "" : "\n");
            if (!isByPeriod()) {
                text.append(ink.bold(title(rows.get(from).period()))).append('\n');
            }
            for (Sheet sheet : sheets) {
                text.append(ink.bold(sheet.titles())).append('\n');
                text.append(ink.bold(sheet.headers())).append('\n');
                for (int i = from; i < to; i++) {
                    String line = sheet.row(i);
                    text.append(rows.get(i).total() ? ink.bold(line) : line).append('\n');
                }
            }
            from = to;
        }
    }

    private String title(Period period) {
        return name(period) + (isOver(period) ? "" : " (not over yet)");
    }

    /** {@code all} says which dates it covers. */
    private String name(Period period) {
        if (period.granularity() != Granularity.ALL) {
            return period.toString();
        }
        LocalDate from = report.query().from().or(report::historyStarts).orElse(null);
        LocalDate last = report.query()
                .to()
                .map(to -> to.minusDays(1))
                .orElseGet(() ->
                        report.query().calendar().dateOf(report.viewpoint().asOf()));
        return from == null ? "all" : "all, " + from + " to " + last;
    }

    private boolean isOver(Period period) {
        return report.cells().stream()
                .filter(cell -> cell.period().equals(period))
                .allMatch(KpiReport.Cell::complete);
    }
}
