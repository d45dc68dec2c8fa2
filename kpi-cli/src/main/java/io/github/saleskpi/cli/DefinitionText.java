package io.github.saleskpi.cli;

import io.github.saleskpi.indicator.IndicatorCatalog.Definition;
import io.github.saleskpi.indicator.ReferenceFigure;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.value.Direction;
import java.util.List;
import java.util.Locale;

/** A definition as text for people: a label, and beside it lines of at most so many columns. */
final class DefinitionText {
    private static final int WIDTH = 100;
    private static final int LABEL = 13;
    private static final String GAP = "  ";

    private final Ink ink;
    private final StringBuilder text = new StringBuilder();

    private DefinitionText(Ink ink) {
        this.ink = ink;
    }

    /** All that is known of the definition, ended by a line feed. */
    static String of(Definition definition, Ink ink) {
        DefinitionText text = new DefinitionText(ink);
        text.print(definition);
        return text.text.toString();
    }

    private void print(Definition definition) {
        text.append(ink.bold(Shown.safe(definition.id().toString()))).append('\n');
        print("name", List.of(List.of(definition.name())));
        print("unit", List.of(List.of(definition.unit() + ", " + words(definition.direction()))));
        print("formula", List.of(List.of(definition.formula())));
        print("story", List.of(List.of("one " + String.join(", ", definition.stories()))));
        print("rules", definition.rules().stream().map(DefinitionText::cells).toList());
        print(
                "companions",
                definition.companions().stream()
                        .map(companion ->
                                List.of(companion.id(), companion.unit().toString(), companion.description()))
                        .toList());
        for (ReferenceFigure reference : definition.referenceFigures()) {
            print("reference", cells(reference));
        }
    }

    private static List<String> cells(Rule rule) {
        return List.of(rule.name(), rule.text());
    }

    private static List<List<String>> cells(ReferenceFigure reference) {
        return List.of(
                List.of("figure", reference.figure()),
                List.of("definition", reference.definition()),
                List.of("population", reference.population()),
                List.of("year", reference.year() == null ? "none is given" : String.valueOf(reference.year())),
                List.of("source", reference.source()),
                List.of("trust", reference.trust().toString()));
    }

    private static String words(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The label beside the first of some rows of equally many cells; the last cell of a row goes on below itself. */
    private void print(String label, List<List<String>> rows) {
        String start = GAP + label;
        for (List<String> row : rows) {
            int last = row.size() - 1;
            StringBuilder line = new StringBuilder(Shown.left(start, LABEL));
            for (int i = 0; i < last; i++) {
                line.append(Shown.left(Shown.safe(row.get(i)), width(rows, i))).append(GAP);
            }
            int indent = Shown.width(line.toString());
            for (String part : Shown.wrapped(Shown.safe(row.get(last)), WIDTH - indent)) {
                text.append((line + part).stripTrailing()).append('\n');
                line = new StringBuilder(" ".repeat(indent));
            }
            start = "";
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream()
                .mapToInt(row -> Shown.width(Shown.safe(row.get(column))))
                .max()
                .orElse(0);
    }
}
