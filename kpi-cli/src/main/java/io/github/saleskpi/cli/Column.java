package io.github.saleskpi.cli;

import java.util.List;
import java.util.Set;

/**
 * A column of a table: its texts from the first row to the last.
 *
 * @param header what it holds
 * @param rank how telling it is: 0 is the number itself, 1 its limits, 2 its sample, from 3 on the companions
 * @param texts one for each row
 * @param marks the signs in them that must be explained
 */
record Column(String header, int rank, List<String> texts, Set<Legend.Mark> marks) {
    static final int NUMBER = 0;
    static final int LIMITS = 1;
    static final int SAMPLE = 2;
    static final int COMPANIONS = 3;

    Column {
        texts = List.copyOf(texts);
        marks = Set.copyOf(marks);
    }

    /** One whose texts need no explanation. */
    static Column of(String header, int rank, List<String> texts) {
        return new Column(header, rank, texts, Set.of());
    }

    /** How wide it must be. */
    int width() {
        return Math.max(
                Shown.width(header), texts.stream().mapToInt(Shown::width).max().orElse(0));
    }
}
