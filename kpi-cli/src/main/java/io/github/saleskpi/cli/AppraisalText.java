package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.plan.Scorecard;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;

/** What follows a report for people: plan and fact, scores, pay. */
final class AppraisalText {
    private final Appraisal.Result result;
    private final LocalDate today;
    private final int width;
    private final Ink ink;
    private final StringBuilder text = new StringBuilder();

    AppraisalText(Appraisal.Result result, KpiReport report, int width, Ink ink) {
        this.result = result;
        this.today = report.query().calendar().dateOf(report.viewpoint().asOf());
        this.width = width;
        this.ink = ink;
    }

    /** All of it; nothing where neither was asked. */
    String print() {
        Scorecard scorecard = result.scorecard();
        if (scorecard != null) {
            text.append('\n');
            Legend legend = new Legend();
            List<String> left = new PlanTable(scorecard, today, width, legend, ink, text).print();
            new ScoreTable(scorecard, today).print(width, legend, ink, text);
            text.append('\n');
            footer(String.join(", ", legend.lines()));
            if (!left.isEmpty()) {
                footer("not shown at width " + width + "; maybe a greater --width, or --format json: "
                        + String.join(", ", new LinkedHashSet<>(left)));
            }
        }
        List<PayStatement> pay = result.pay();
        if (pay != null) {
            text.append('\n');
            new PayText(today, width, ink, text).print(pay);
        }
        return text.toString();
    }

    private void footer(String words) {
        if (!words.isEmpty()) {
            Shown.wrapped(words, width)
                    .forEach(line -> text.append(ink.faint(line)).append('\n'));
        }
    }
}
