package io.github.saleskpi.cli;

import io.github.saleskpi.cli.Legend.Mark;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.plan.Scorecard.Score;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The scores of reps and teams as a table: a row for each of them, columns for each period. */
final class ScoreTable {
    private final Scorecard scorecard;
    private final LocalDate today;
    private final List<Scope> rows;

    ScoreTable(Scorecard scorecard, LocalDate today) {
        this.scorecard = scorecard;
        this.today = today;
        this.rows = scorecard.scores().stream().map(Score::who).distinct().toList();
    }

    /** Adds it to the text, if there is a score. */
    void print(int width, Legend legend, Ink ink, StringBuilder text) {
        if (rows.isEmpty()) {
            return;
        }
        SortedSet<Period> periods =
                new TreeSet<>(Comparator.comparing(Period::granularity).thenComparing(Comparator.naturalOrder()));
        scorecard.scores().forEach(score -> periods.add(score.period()));
        List<Column> labels = List.of(Column.of(
                "who", Column.NUMBER, rows.stream().map(PlanWords::who).toList()));
        text.append('\n').append(ink.bold("Scores")).append('\n');
        for (Sheet sheet : Sheet.of(labels, periods.stream().map(this::group).toList(), width)) {
            legend.explain(sheet.marks());
            text.append(ink.bold(sheet.titles())).append('\n');
            text.append(ink.bold(sheet.headers())).append('\n');
            for (int i = 0; i < rows.size(); i++) {
                text.append(sheet.row(i)).append('\n');
            }
        }
    }

    private ColumnGroup group(Period period) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (today.isBefore(period.to())) {
            marks.add(Mark.UNFINISHED);
        }
        String title = period + (marks.isEmpty() ? "" : Mark.UNFINISHED.sign());
        List<@Nullable Score> scores = new ArrayList<>();
        rows.forEach(who -> scores.add(scorecard.score(who, period).orElse(null)));
        List<String> texts = scores.stream()
                .map(score -> score == null ? "" : text(score, marks))
                .toList();
        List<String> noData = scores.stream()
                .map(score -> score == null || score.noData().isEmpty()
                        ? ""
                        : Amounts.grouped(score.noData().size()))
                .toList();
        List<Column> columns = new ArrayList<>(List.of(new Column("score", Column.NUMBER, texts, marks)));
        if (noData.stream().anyMatch(count -> !count.isEmpty())) {
            columns.add(Column.of("no data", Column.COMPANIONS, noData));
        }
        return new ColumnGroup(title, columns);
    }

    private static String text(Score score, Set<Mark> marks) {
        if (score.score() == null) {
            marks.add(Mark.NO_DATA);
            return Mark.NO_DATA.sign();
        }
        return Amounts.grouped(score.score(), 2);
    }
}
