package io.github.saleskpi.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Columns side by side: those that name the row, then one group for each indicator, as far as the width goes.
 *
 * @param labels the columns that name the row
 * @param groups what is shown, group by group; each group's columns sorted by rank
 * @param left the headers for which the width left no room, by the group's title
 */
record Sheet(List<Column> labels, List<ColumnGroup> groups, SortedMap<String, List<String>> left) {
    private static final String BETWEEN_GROUPS = " │ ";
    private static final String BETWEEN_COLUMNS = "  ";

    /** As few sheets as hold of each indicator at least the number, its sample, its limits and the first companion. */
    static List<Sheet> of(List<Column> labels, List<ColumnGroup> groups, int width) {
        List<Sheet> sheets = new ArrayList<>();
        List<ColumnGroup> together = new ArrayList<>();
        for (ColumnGroup group : groups) {
            List<ColumnGroup> more = new ArrayList<>(together);
            more.add(group);
            if (!together.isEmpty() && width(labels, upTo(Column.COMPANIONS, more)) > width) {
                sheets.add(filled(labels, together, width));
                together = new ArrayList<>(List.of(group));
            } else {
                together = more;
            }
        }
        sheets.add(filled(labels, together, width));
        return sheets;
    }

    private static List<ColumnGroup> upTo(int rank, List<ColumnGroup> groups) {
        return groups.stream()
                .map(group -> new ColumnGroup(
                        group.title(),
                        group.columns().stream()
                                .filter(column -> column.rank() <= rank)
                                .toList()))
                .toList();
    }

    /** Takes the columns in the order of their rank as long as there is room. */
    private static Sheet filled(List<Column> labels, List<ColumnGroup> groups, int width) {
        record Candidate(int group, Column column) {}
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Column column : groups.get(i).columns()) {
                candidates.add(new Candidate(i, column));
            }
        }
        candidates.sort(Comparator.comparing(candidate -> candidate.column().rank()));
        List<ColumnGroup> shown = upTo(Column.NUMBER, groups);
        SortedMap<String, List<String>> left = new TreeMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.column().rank() == Column.NUMBER) {
                continue;
            }
            List<ColumnGroup> more = new ArrayList<>(shown);
            more.set(candidate.group(), with(candidate.column(), shown.get(candidate.group())));
            if (width(labels, more) <= width) {
                shown = more;
            } else {
                left.computeIfAbsent(groups.get(candidate.group()).title(), title -> new ArrayList<>())
                        .add(candidate.column().header());
            }
        }
        return new Sheet(labels, shown, left);
    }

    private static ColumnGroup with(Column column, ColumnGroup group) {
        List<Column> columns = new ArrayList<>(group.columns());
        columns.add(column);
        columns.sort(Comparator.comparing(Column::rank));
        return new ColumnGroup(group.title(), columns);
    }

    private static int width(List<Column> labels, List<ColumnGroup> groups) {
        int width = joined(labels);
        for (ColumnGroup group : groups) {
            width += BETWEEN_GROUPS.length() + width(group);
        }
        return width;
    }

    private static int width(ColumnGroup group) {
        return Math.max(Shown.width(group.title()), joined(group.columns()));
    }

    private static int joined(List<Column> columns) {
        return columns.stream().mapToInt(Column::width).sum() + BETWEEN_COLUMNS.length() * (columns.size() - 1);
    }

    /** The signs in it that must be explained. */
    Set<Legend.Mark> marks() {
        return Stream.concat(labels.stream(), groups.stream().flatMap(group -> group.columns().stream()))
                .flatMap(column -> column.marks().stream())
                .collect(Collectors.toSet());
    }

    /** The line with the indicators' names. */
    String titles() {
        StringBuilder line = new StringBuilder(" ".repeat(joined(labels)));
        for (ColumnGroup group : groups) {
            line.append(BETWEEN_GROUPS).append(Shown.left(group.title(), width(group)));
        }
        return line.toString().stripTrailing();
    }

    /** The line with the columns' names. */
    String headers() {
        return line(Column::header);
    }

    /** A line of the table. */
    String row(int number) {
        return line(column -> column.texts().get(number));
    }

    private String line(Function<Column, String> text) {
        StringBuilder line = new StringBuilder(labels.stream()
                .map(column -> Shown.left(text.apply(column), column.width()))
                .collect(Collectors.joining(BETWEEN_COLUMNS)));
        for (ColumnGroup group : groups) {
            String part = group.columns().stream()
                    .map(column -> Shown.right(text.apply(column), column.width()))
                    .collect(Collectors.joining(BETWEEN_COLUMNS));
            line.append(BETWEEN_GROUPS).append(Shown.left(part, width(group)));
        }
        return line.toString().stripTrailing();
    }
}
