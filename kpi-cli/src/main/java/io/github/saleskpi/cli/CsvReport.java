package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report as CSV of RFC 4180 for spreadsheets: a header, then a row for each figure of each cell, so that one filter or pivot
 * serves all of them. A companion's row bears the name by which it can be asked for. Numbers are those of the JSON.
 *
 * <p>What stands for nothing is an empty field, an empty text is two quotes. A text that a spreadsheet would take for a formula
 * gets an apostrophe before it. A byte order mark begins the text if it has a character beyond ASCII, for else spreadsheets
 * take it for another encoding.
 */
final class CsvReport {
    private static final String LINE_END = "\r\n";
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String BETWEEN_ITEMS = "; ";
    private static final List<String> COLUMNS = List.of(
            "period",
            "complete",
            "indicator",
            "unit",
            "value",
            "currency",
            "undefined",
            "lowerBound",
            "numerator",
            "denominator",
            "sample",
            "low",
            "high",
            "notes");

    private final KpiReport report;

    CsvReport(KpiReport report) {
        this.report = report;
    }

    /** The whole text. */
    String print() {
        StringBuilder csv = new StringBuilder();
        List<@Nullable String> header = new ArrayList<>();
        report.query().groupBy().forEach(dimension -> header.add(text(dimension.name())));
        header.addAll(COLUMNS);
        addRow(header, csv);
        for (KpiReport.Cell cell : report.cells()) {
            List<Figure> figures = cell.indicator().figures();
            for (int i = 0; i < figures.size(); i++) {
                addRow(
                        row(
                                cell,
                                i == 0 ? null : figures.get(i).name(),
                                figures.get(i).unit(),
                                cell.values().get(i)),
                        csv);
            }
        }
        boolean plain = csv.chars().allMatch(character -> character < 0x80);
        return plain ? csv.toString() : BYTE_ORDER_MARK + csv;
    }

    private List<@Nullable String> row(KpiReport.Cell cell, @Nullable String companion, Unit unit, KpiValue value) {
        List<@Nullable String> row = new ArrayList<>();
        for (Dimension dimension : report.query().groupBy()) {
            String name = cell.scope().values().get(dimension.name());
            row.add(name == null ? null : text(name));
        }
        IndicatorId id = cell.indicator().id();
        row.add(cell.period().toString());
        row.add(Boolean.toString(cell.complete()));
        row.add(companion == null ? id.toString() : new IndicatorId(id.name(), companion, id.version()).toString());
        row.add(unit.toString());
        addValue(unit, value, row);
        row.add(value.notes().isEmpty() ? null : text(String.join(BETWEEN_ITEMS, value.notes())));
        return row;
    }

    private static void addValue(Unit unit, KpiValue value, List<@Nullable String> row) {
        if (value instanceof KpiValue.Defined defined) {
            Bounds bounds = defined.bounds();
            row.add(
                    unit == Unit.LIST
                            ? text(String.join(BETWEEN_ITEMS, defined.items()))
                            : unit.print(defined.amount()));
            row.add(defined.currency() == null ? null : defined.currency().getCode());
            row.add(null);
            row.add(null);
            // parts are exact whatever they count
            row.add(number(Unit.MONEY, defined.numerator()));
            row.add(number(Unit.MONEY, defined.denominator()));
            row.add(Long.toString(defined.sample()));
            row.add(bounds == null ? null : number(unit, bounds.low()));
            row.add(bounds == null ? null : number(unit, bounds.high()));
        } else if (value instanceof KpiValue.Undefined undefined) {
            row.add(null);
            row.add(null);
            row.add(undefined.reason().name());
            row.add(number(unit, undefined.lowerBound()));
            row.add(null);
            row.add(null);
            row.add(Long.toString(undefined.sample()));
            row.add(null);
            row.add(null);
        }
    }

    private static @Nullable String number(Unit unit, @Nullable BigDecimal number) {
        return number == null ? null : unit.print(number);
    }

    private static String text(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static void addRow(List<@Nullable String> fields, StringBuilder csv) {
        csv.append(fields.stream().map(CsvReport::quoted).collect(Collectors.joining(",")))
                .append(LINE_END);
    }

    private static String quoted(@Nullable String field) {
        if (field == null) {
            return "";
        }
        boolean plain = !field.isEmpty()
                && field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && field.equals(field.strip());
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
