package io.github.saleskpi.cli;

import io.github.saleskpi.pay.PayStatement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What people are paid, for them to read: a block for each rep and period, with how each line came about. */
final class PayText {
    private static final String INDENT = "    ";

    private final LocalDate today;
    private final int width;
    private final Ink ink;
    private final StringBuilder text;

    PayText(LocalDate today, int width, Ink ink, StringBuilder text) {
        this.today = today;
        this.width = width;
        this.ink = ink;
        this.text = text;
    }

    /** Adds all of them. */
    void print(List<PayStatement> statements) {
        if (statements.isEmpty()) {
            line("Pay: nobody has a statement for periods of this length.");
            return;
        }
        PayStatement first = statements.get(0);
        BigDecimal sum = statements.stream().map(PayStatement::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        line(ink.bold(Shown.safe("Pay by " + first.scheme()) + ": " + Amounts.grouped(statements.size())
                + (statements.size() == 1 ? " statement, " : " statements, ") + money(sum) + " " + first.currency()));
        statements.forEach(this::print);
    }

    private void print(PayStatement statement) {
        boolean isOver = !today.isBefore(statement.period().to());
        line("");
        line(ink.bold(Shown.safe(statement.rep()) + ", " + statement.period() + (isOver ? "" : " (not over yet)")));
        List<PayStatement.Line> lines = statement.lines();
        Column names = Column.of(
                "line",
                Column.NUMBER,
                Stream.concat(lines.stream().map(each -> Shown.safe(each.id())), Stream.of("total"))
                        .toList());
        Column amounts = Column.of(
                statement.currency().getCode(),
                Column.NUMBER,
                Stream.concat(lines.stream().map(PayStatement.Line::amount), Stream.of(statement.total()))
                        .map(PayText::money)
                        .toList());
        Sheet sheet = Sheet.of(List.of(names), List.of(new ColumnGroup("", List.of(amounts))), width)
                .get(0);
        line(ink.bold(sheet.headers()));
        for (int i = 0; i < lines.size(); i++) {
            line(sheet.row(i));
            details(lines.get(i)).forEach(detail -> line(INDENT + ink.faint(detail)));
        }
        line(ink.bold(sheet.row(lines.size())));
        if (statement.carriedForward().signum() > 0) {
            line("carried forward: " + money(statement.carriedForward()));
        }
    }

    private List<String> details(PayStatement.Line line) {
        List<String> details = new ArrayList<>();
        if (line.kind() != PayStatement.Kind.BASE) {
            details.add(line.words());
        }
        if (line.tier() != null) {
            details.add("tier reached: " + line.tier());
        }
        if (line.next() != null) {
            details.add("next step: " + line.next());
        }
        return details.stream()
                .flatMap(detail -> Shown.wrapped(Shown.safe(detail), width - INDENT.length()).stream())
                .toList();
    }

    /** With the digits to which the scheme rounds. */
    private static String money(BigDecimal amount) {
        return Amounts.grouped(amount, amount.scale());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
