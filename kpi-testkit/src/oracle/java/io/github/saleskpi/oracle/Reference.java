package io.github.saleskpi.oracle;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The oracle: the report of a question by the plainest way there is. Select the events in force, sort them into stories,
 * tell each once, write every line down, read every figure off all lines. No cache and no cleverness; it shares with the
 * engine the indicators, the tallies, the calendar and nothing else.
 */
public final class Reference {
    /** A value in its place. */
    private record Cell(Scope scope, Period period, Indicator indicator, List<KpiValue> values) {}

    /** A line of the list of failures. */
    private record Failure(Indicator indicator, String place, String message) {}

    private final Question question;
    private final Selection selection;
    private final Book book;
    private final List<Failure> failures = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    private Reference(Question question, Collection<SalesEvent> versions, Viewpoint view) {
        this.question = question;
        this.selection = Selection.of(versions, view);
        this.book = new Book(question, selection, view);
    }

    /** The text of the report on these versions, whatever their order. */
    public static String report(Question question, Collection<SalesEvent> versions, Viewpoint view) {
        Reference engine = new Reference(question, versions, view);
        engine.failuresOfStories();
        engine.readCells();
        return engine.text();
    }

    /** The judged facts that were not counted once or left out once, each with its indicator, its story and what became of it. */
    public static List<String> doubtful(Question question, Collection<SalesEvent> versions, Viewpoint view) {
        Book book = new Book(question, Selection.of(versions, view), view);
        return question.indicators().stream()
                .flatMap(indicator -> book.storiesOf(indicator)
                        .flatMap(story -> story.doubtful().stream()
                                .map(fact -> indicator.id() + " " + story.place() + " " + fact)))
                .toList();
    }

    private void failuresOfStories() {
        for (Indicator indicator : question.indicators()) {
            book.storiesOf(indicator)
                    .filter(story -> story.failure() != null)
                    .forEach(story ->
                            failures.add(new Failure(indicator, story.place(), String.valueOf(story.failure()))));
        }
    }

    private void readCells() {
        for (Indicator indicator : question.indicators()) {
            boolean fails = book.storiesOf(indicator).anyMatch(story -> story.failure() != null);
            for (BookTotals totals : cellsOf(indicator)) {
                List<KpiValue> values = new ArrayList<>();
                for (Figure figure : indicator.figures()) {
                    values.add(fails ? KpiValue.undefined(Reason.FAILED) : read(indicator, figure, totals));
                }
                if (totals.scope().values().size() == question.groupBy().size()) {
                    cells.add(new Cell(
                            totals.scope(), Objects.requireNonNull(totals.period()), indicator, List.copyOf(values)));
                }
            }
        }
    }

    /** Where at least one fact was counted: rows, and the company, which is always there. */
    private Set<BookTotals> cellsOf(Indicator indicator) {
        Set<BookTotals> all = new LinkedHashSet<>();
        book.entriesOf(indicator).stream()
                .filter(entry -> !entry.line().company() && book.isReported(entry.period()))
                .flatMap(entry -> Stream.concat(entry.scopes().stream(), Stream.of(Scope.company()))
                        .map(scope -> new BookTotals(book, indicator, scope, entry.period(), BookTotals.Sight.SCOPE)))
                .distinct()
                .filter(totals -> totals.counted() > 0)
                .forEach(all::add);
        return all;
    }

    private KpiValue read(Indicator indicator, Figure figure, BookTotals totals) {
        try {
            return figure.reading().apply(totals);
        } catch (RuntimeException thrown) {
            String place = totals.scope() + " " + totals.period() + " " + figure.name();
            failures.add(new Failure(indicator, place, thrown.toString()));
            return KpiValue.undefined(Reason.FAILED);
        }
    }

    private SortedMap<String, SortedMap<String, Long>> leftOut() {
        SortedMap<String, SortedMap<String, Long>> leftOut = new TreeMap<>();
        for (Indicator indicator : question.indicators()) {
            for (Book.Entry entry : book.entriesOf(indicator)) {
                if (entry.line().rule() != null && book.isReported(entry.period())) {
                    leftOut.computeIfAbsent(indicator.id().toString(), id -> new TreeMap<>())
                            .merge(entry.line().rule().name(), 1L, Long::sum);
                }
            }
        }
        return leftOut;
    }

    private String text() {
        StringBuilder text = new StringBuilder("events " + selection.ids() + ", conflicts " + selection.conflicts()
                + ", history starts " + book.historyStarts() + "\n");
        cells.sort(Comparator.comparing(Cell::scope, this::byDimension)
                .thenComparing(Cell::period)
                .thenComparing(cell -> cell.indicator().id().toString()));
        for (Cell cell : cells) {
            for (int i = 0; i < cell.values().size(); i++) {
                Figure figure = cell.indicator().figures().get(i);
                text.append(cell.scope() + " " + cell.period()
                                + (book.isComplete(cell.period()) ? " " : " (incomplete) "))
                        .append(cell.indicator().id() + " " + figure.name() + " = ")
                        .append(Printed.value(figure.unit(), cell.values().get(i)) + "\n");
            }
        }
        leftOut().forEach((id, rules) -> text.append("left out " + id + " " + rules + "\n"));
        failures.sort(Comparator.comparing(
                        (Failure failure) -> failure.indicator().id().toString())
                .thenComparing(Failure::place));
        failures.forEach(failure -> text.append(
                "failed " + failure.indicator().id() + " " + failure.place() + ": " + failure.message() + "\n"));
        return text.toString();
    }

    /** Nobody first. */
    private int byDimension(Scope a, Scope b) {
        Comparator<@Nullable String> nobodyFirst = Comparator.nullsFirst(Comparator.naturalOrder());
        for (Dimension dimension : question.groupBy()) {
            int order = nobodyFirst.compare(
                    a.values().get(dimension.name()), b.values().get(dimension.name()));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
