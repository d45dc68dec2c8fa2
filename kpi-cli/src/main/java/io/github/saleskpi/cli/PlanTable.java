package io.github.saleskpi.cli;

import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Comparison.Pace;
import io.github.saleskpi.plan.Comparison.Status;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.value.KpiValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** How the facts stand to a plan, as tables for people: what needs attention first; then how what is under way goes on. */
final class PlanTable {
    private static final List<Status> ATTENTION = List.of(Status.AT_RISK, Status.MISSED, Status.BEHIND);
    private static final List<Status> ORDER = List.of(
            Status.AT_RISK,
            Status.MISSED,
            Status.BEHIND,
            Status.ON_TRACK,
            Status.AHEAD,
            Status.ACHIEVED,
            Status.STRETCHED,
            Status.NO_DATA);

    private final Scorecard scorecard;
    private final LocalDate today;
    private final int width;
    private final Legend legend;
    private final Ink ink;
    private final StringBuilder text;
    private final List<String> left = new ArrayList<>();

    PlanTable(Scorecard scorecard, LocalDate today, int width, Legend legend, Ink ink, StringBuilder text) {
        this.scorecard = scorecard;
        this.today = today;
        this.width = width;
        this.legend = legend;
        this.ink = ink;
        this.text = text;
    }

    /** Adds the tables, and returns the headers for which the width left no room. */
    List<String> print() {
        line(ink.bold(Shown.safe("Plan " + scorecard.plan().id()) + ": " + summary()));
        List<Comparison> sorted = scorecard.comparisons().stream()
                .sorted(Comparator.comparing(each -> ORDER.indexOf(each.status())))
                .toList();
        if (!sorted.isEmpty()) {
            printComparisons(new ComparisonRows(sorted, today));
        }
        List<Comparison> underWay = scorecard.comparisons().stream()
                .filter(each ->
                        each.pace() != null && today.isBefore(each.period().to()))
                .toList();
        if (!underWay.isEmpty()) {
            line("");
            printPace(new ComparisonRows(underWay, today));
        }
        return left;
    }

    private String summary() {
        if (scorecard.comparisons().isEmpty()) {
            return "no target with a period that had begun is shown";
        }
        List<String> parts = new ArrayList<>();
        int sum = 0;
        for (Status status : ATTENTION) {
            int count = count(status);
            sum += count;
            if (count > 0) {
                parts.add(Amounts.grouped(count) + " " + word(status));
            }
        }
        return Amounts.grouped(sum) + " of "
                + Amounts.grouped(scorecard.comparisons().size()) + (sum == 1 ? " needs attention" : " need attention")
                + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
    }

    private int count(Status status) {
        return (int) scorecard.comparisons().stream()
                .filter(each -> each.status() == status)
                .count();
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void printComparisons(ComparisonRows rows) {
        ColumnGroup group = new ColumnGroup(
                "Plan and fact",
                List.of(
                        rows.column("plan", Column.NUMBER, PlanWords::plan),
                        rows.column("fact", Column.NUMBER, PlanWords::fact),
                        rows.column("attained", Column.LIMITS, PlanWords::attained),
                        rows.column("deviation", Column.SAMPLE, PlanWords::deviation),
                        rows.column(
                                "target",
                                Column.COMPANIONS,
                                (row, marks) -> Shown.safe(row.target().id()))));
        Sheet sheet = begin(rows, group);
        for (int i = 0; i < rows.rows().size(); i++) {
            Status status = rows.rows().get(i).status();
            if (i == 0 || rows.rows().get(i - 1).status() != status) {
                line(ink.bold(word(status) + ": " + Amounts.grouped(count(status))));
            }
            line(sheet.row(i));
        }
    }

    private void printPace(ComparisonRows rows) {
        ColumnGroup group = new ColumnGroup(
                "Under way",
                List.of(
                        rows.column("fact", Column.NUMBER, PlanWords::fact),
                        rows.column(
                                "expected by now",
                                Column.NUMBER,
                                (row, marks) ->
                                        PlanWords.goal(row.target(), pace(row).expectedByNow())),
                        rows.column(
                                "projection",
                                Column.LIMITS,
                                (row, marks) ->
                                        PlanWords.amountIfAny(row, pace(row).projection())),
                        rows.column("needed a day", Column.SAMPLE, (row, marks) -> needed(row)),
                        rows.column(
                                "days left",
                                Column.COMPANIONS,
                                (row, marks) -> Amounts.grouped(pace(row).remainingDays()))));
        Sheet sheet = begin(rows, group);
        for (int i = 0; i < rows.rows().size(); i++) {
            line(sheet.row(i));
        }
    }

    private static String needed(Comparison comparison) {
        boolean isReached = comparison.goal() instanceof Goal.AtLeast
                && comparison.fact() instanceof KpiValue.Defined fact
                && comparison.goal().isMet(fact.amount());
        return isReached
                ? "reached"
                : PlanWords.amountIfAny(comparison, pace(comparison).requiredPace());
    }

    private static Pace pace(Comparison comparison) {
        return Objects.requireNonNull(comparison.pace());
    }

    private Sheet begin(ComparisonRows rows, ColumnGroup group) {
        Sheet sheet = Sheet.of(rows.labels(group, width), List.of(group), width).get(0);
        legend.explain(sheet.marks());
        sheet.left().values().stream()
                .flatMap(List::stream)
                .filter(header -> !header.equals("target"))
                .forEach(left::add);
        List.<Function<Sheet, String>>of(Sheet::titles, Sheet::headers)
                .forEach(head -> line(ink.bold(head.apply(sheet))));
        return sheet;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
