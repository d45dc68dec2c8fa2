package io.github.saleskpi.cli;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.SideBySide;
import io.github.saleskpi.engine.SideBySide.Difference;
import io.github.saleskpi.engine.SideBySide.Row;
import io.github.saleskpi.engine.SideBySide.Verdict;
import io.github.saleskpi.time.ReportingCalendar;
import java.util.List;
import java.util.stream.Collectors;

/** Variants side by side for people to read: row by row the values, and some of the facts that make the difference. */
final class SideBySideText {
    private final SideBySide sideBySide;
    private final int shown;
    private final Ink ink;
    private final ReportingCalendar calendar;
    private final StringBuilder text = new StringBuilder();

    /** With at most so many facts for each row. */
    SideBySideText(SideBySide sideBySide, int shown, Ink ink) {
        this.sideBySide = sideBySide;
        this.shown = shown;
        this.ink = ink;
        this.calendar = sideBySide.query().calendar();
    }

    /** The whole text. */
    String print() {
        if (sideBySide.rows().isEmpty()) {
            line("No fact was counted.");
        }
        sideBySide.rows().forEach(this::row);
        line(ink.faint(String.join(", ", Footer.viewpoint(sideBySide.viewpoint(), calendar.zone()))));
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private String variant(int number) {
        return PlanWords.indicator(sideBySide.variants().get(number).id());
    }

    private void row(Row row) {
        line(ink.bold(Shown.safe(row.scope() + ", " + row.period())));
        for (int i = 0; i < row.values().size(); i++) {
            Explanation.Value value = row.values().get(i);
            line("    " + variant(i) + ": "
                    + ink.bold(Shown.safe(ValueText.of(value.figure().unit(), value.value()))));
            line("        " + Shown.safe(value.arithmetic()));
        }
        List<Difference> facts = row.differences();
        if (facts.isEmpty()) {
            line("    " + (row.differs() ? "the same facts, calculated otherwise" : "no fact differs"));
        } else {
            line("    " + Amounts.grouped(facts.size())
                    + (facts.size() == 1 ? " fact is told differently:" : " facts are told differently:"));
        }
        int most = Math.min(shown, facts.size());
        facts.subList(0, most).forEach(this::fact);
        if (most < facts.size()) {
            line("    " + ink.faint("and " + Amounts.grouped(facts.size() - most) + " more, shown by --all"));
        }
        line("");
    }

    private void fact(Difference fact) {
        line("    " + Shown.safe(fact.story() + ": " + EventText.of(fact.event(), calendar)));
        for (int i = 0; i < fact.verdicts().size(); i++) {
            List<Verdict> verdicts = fact.verdicts().get(i);
            line("        " + variant(i) + ": "
                    + (verdicts.isEmpty()
                            ? "neither counted nor left out"
                            : Shown.safe(verdicts.stream()
                                    .map(each -> verdict(each, fact))
                                    .collect(Collectors.joining("; ")))));
        }
    }

    private String verdict(Verdict verdict, Difference fact) {
        String rep = verdict.rep() == null ? "nobody" : verdict.rep();
        String what = verdict.rule() != null
                ? "left out as " + verdict.rule().name() + ", shown for " + rep
                : "counted for " + rep
                        + verdict.amounts().stream()
                                .map(amount -> ", adds " + amount.text())
                                .collect(Collectors.joining());
        String where = verdict.isHere() ? "" : ", elsewhere in " + verdict.period();
        String other = verdict.event().id().equals(fact.event().id())
                ? ""
                : " with " + verdict.event().id();
        return what + where + other;
    }
}
