package io.github.saleskpi.cli;

import io.github.saleskpi.cli.Legend.Mark;
import io.github.saleskpi.plan.Comparison;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Comparisons as rows of a table.
 *
 * @param rows from the first to the last
 * @param today the local date of the viewpoint
 */
record ComparisonRows(List<Comparison> rows, LocalDate today) {
    private static final int NARROWEST_NAME = 12;
    private static final int BETWEEN = 3;

    ComparisonRows {
        rows = List.copyOf(rows);
    }

    /** One column; its text may need marks to be explained. */
    Column column(String header, int rank, BiFunction<Comparison, Set<Mark>, String> text) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        List<String> texts = rows.stream().map(row -> text.apply(row, marks)).toList();
        return new Column(header, rank, texts, marks);
    }

    /** Who, when and what; the last is cut where the numbers would not fit into the width. */
    List<Column> labels(ColumnGroup group, int width) {
        Column who = column("who", Column.NUMBER, (row, marks) -> PlanWords.who(row.row()));
        Column period = column("period", Column.NUMBER, (row, marks) -> {
            boolean isOver = !today.isBefore(row.period().to());
            if (!isOver) {
                marks.add(Mark.UNFINISHED);
            }
            return row.period() + (isOver ? "" : Mark.UNFINISHED.sign());
        });
        int numbers = group.columns().stream()
                .filter(column -> column.rank() == Column.NUMBER)
                .mapToInt(column -> column.width() + 2)
                .sum();
        int room = width - numbers - BETWEEN - who.width() - period.width() - 2;
        Column what = column(
                "indicator",
                Column.NUMBER,
                (row, marks) ->
                        Shown.cut(PlanWords.indicator(row.target().indicator().id()), Math.max(NARROWEST_NAME, room)));
        return List.of(who, period, what);
    }
}
