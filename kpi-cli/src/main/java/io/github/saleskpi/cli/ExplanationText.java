package io.github.saleskpi.cli;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.Explanation.Counted;
import io.github.saleskpi.engine.Explanation.Evidence;
import io.github.saleskpi.engine.Explanation.LeftOut;
import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An explanation for people to read. */
final class ExplanationText {
    private static final int SHOWN = 20;

    private final Explanation explanation;
    private final ReportingCalendar calendar;
    private final boolean context;
    private final boolean all;
    private final StringBuilder text = new StringBuilder();
    private final Ink ink;

    /** With the other facts of each story if {@code context}, and with lists in full length if {@code all}. */
    ExplanationText(Explanation explanation, ReportingCalendar calendar, boolean context, boolean all, Ink ink) {
        this.explanation = explanation;
        this.calendar = calendar;
        this.context = context;
        this.all = all;
        this.ink = ink;
    }

    /** The whole text. */
    String print() {
        IndicatorId id = explanation.indicator().id();
        line(ink.bold(Shown.safe(id + " of " + explanation.scope() + " in " + explanation.period()))
                + (explanation.complete() ? "" : ", which was not over"));
        explanation.values().forEach(this::value);
        explanation
                .failures()
                .forEach(failure ->
                        line("failed on " + Shown.safe(failure.place()) + ": " + Shown.safe(failure.message())));
        counted("counted", counted -> isHere(counted) && !counted.aside());
        counted("counted for companions only", counted -> isHere(counted) && counted.aside());
        counted("read elsewhere", counted -> !isHere(counted));
        leftOut();
        context();
        line("");
        line(ink.faint("as of " + moment(explanation.viewpoint().asOf(), false)
                + (explanation.viewpoint().knownAt().equals(Instant.MAX)
                        ? ""
                        : ", known at " + moment(explanation.viewpoint().knownAt(), false))
                + ", zone " + calendar.zone()));
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** The first with its definition; of the others only how they came about. */
    private void value(Explanation.Value value) {
        Figure figure = value.figure();
        boolean isFirst = value.equals(explanation.value());
        boolean isPrimary = figure.equals(explanation.indicator().primary());
        String formula = isPrimary ? explanation.indicator().formula() : figure.text();
        if (isFirst) {
            line("");
        }
        line(figure.name() + ": " + ink.bold(Shown.safe(ValueText.of(figure.unit(), value.value()))));
        line("    " + Shown.safe(value.arithmetic()));
        if (isFirst && !formula.isEmpty()) {
            line("    " + ink.faint(Shown.safe("which is: " + formula)));
        }
    }

    private static boolean isHere(Counted counted) {
        return counted.parts().contains(Part.CELL);
    }

    private void counted(String title, Predicate<Counted> which) {
        List<String> lines = new ArrayList<>();
        for (Explanation.Story story : explanation.stories()) {
            for (Counted counted : story.counted()) {
                if (which.test(counted)) {
                    lines.add(counted(story.place(), counted));
                }
            }
        }
        list(title, lines);
    }

    private String counted(String place, Counted counted) {
        String amounts =
                counted.amounts().stream().map(Explanation.Amount::text).collect(Collectors.joining(", "));
        StringBuilder lines = new StringBuilder(Shown.safe(place + ": " + named(counted.fact())));
        if (isHere(counted)) {
            lines.append(", for ").append(rep(counted.rep()));
        }
        Moment decided = counted.decidedAt();
        if (!decided.at().equals(counted.fact().event().occurredAt())) {
            lines.append(", decided at ").append(moment(decided.at(), decided.dayOnly()));
        }
        if (!amounts.isEmpty()) {
            lines.append("\n        adds ").append(Shown.safe(amounts));
        }
        for (Evidence fact : counted.because()) {
            lines.append("\n        with ").append(Shown.safe(named(fact)));
        }
        return lines.toString();
    }

    private void leftOut() {
        SortedMap<String, List<String>> rules = new TreeMap<>();
        for (Explanation.Story story : explanation.stories()) {
            for (LeftOut left : story.leftOut()) {
                rules.computeIfAbsent(title(left), title -> new ArrayList<>())
                        .add(Shown.safe(story.place() + ": " + named(left.fact())) + ", shown for " + rep(left.rep()));
            }
        }
        rules.forEach(this::list);
    }

    private static String title(LeftOut left) {
        String text = left.rule().text();
        return Shown.safe("left out as " + left.rule().name() + (text.isEmpty() ? "" : " (" + text + ")"))
                + (left.aside() ? ", of companions only" : "");
    }

    private void context() {
        List<String> lines = new ArrayList<>();
        for (Explanation.Story story : explanation.stories()) {
            story.context().forEach(fact -> lines.add(Shown.safe(story.place() + ": " + named(fact))));
        }
        if (context) {
            list("context, neither counted nor left out here", lines);
        } else if (!lines.isEmpty()) {
            line("");
            line(ink.faint("context: " + Amounts.grouped(lines.size()) + ", shown by --context"));
        }
    }

    private void list(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        line("");
        line(title + ": " + Amounts.grouped(lines.size()));
        int most = all ? lines.size() : Math.min(SHOWN, lines.size());
        lines.subList(0, most).forEach(each -> line("    " + each));
        if (most < lines.size()) {
            line("    " + ink.faint("and " + Amounts.grouped(lines.size() - most) + " more, shown by --all"));
        }
    }

    private static String rep(@Nullable String rep) {
        return rep == null ? "nobody" : Shown.safe(rep);
    }

    private String named(Evidence fact) {
        return EventText.of(fact.event(), calendar);
    }

    private String moment(Instant instant, boolean dayOnly) {
        return EventText.moment(instant, dayOnly, calendar);
    }
}
