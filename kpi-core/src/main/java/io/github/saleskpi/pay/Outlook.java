package io.github.saleskpi.pay;

import io.github.saleskpi.pay.PayComponent.Gate;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayStatement.Kind;
import io.github.saleskpi.pay.PayStatement.Line;
import io.github.saleskpi.pay.PayStatement.Next;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Statements with an outlook: each component's next step is found by asking what the whole scheme would pay there, so
 * that gates, caps and floors are in it and anyone can check it by the same what-if.
 */
final class Outlook {
    private Outlook() {}

    static PayStatement statement(PayScheme scheme, PayFacts facts) {
        List<Line> exact = Reckoning.lines(scheme, facts);
        List<BigDecimal> rounded = rounded(scheme, exact);
        BigDecimal total = sum(rounded);
        BigDecimal kept = BigDecimal.ZERO;
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < exact.size(); i++) {
            Line line = exact.get(i);
            lines.add(new Line(
                    line.id(),
                    line.kind(),
                    rounded.get(i),
                    line.exact(),
                    line.inputs(),
                    line.sources(),
                    line.result(),
                    line.tier(),
                    line.words() + rounding(line.exact(), rounded.get(i)),
                    line.unpaid(),
                    next(scheme, facts, line, total)));
            kept = line.kind() == Kind.PROTECTION ? rounded.get(i) : kept;
        }
        return new PayStatement(
                facts.rep(),
                facts.period(),
                scheme.id() + "@" + scheme.version(),
                scheme.currency(),
                total,
                Reckoning.takenBack(lines, Line::amount).min(kept),
                lines);
    }

    /** What was rounded, in words, or nothing. */
    static String rounding(BigDecimal exact, BigDecimal rounded) {
        return exact.compareTo(rounded) == 0
                ? ""
                : "; " + Exact.words(exact) + " rounded to " + rounded.toPlainString();
    }

    private static List<BigDecimal> rounded(PayScheme scheme, List<Line> lines) {
        return LargestRemainder.round(lines.stream().map(Line::exact).toList(), scheme.rounding());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable Next next(PayScheme scheme, PayFacts facts, Line line, BigDecimal total) {
        for (PayComponent component : scheme.components()) {
            boolean isPaidFor = line.kind() == Kind.COMPONENT || line.kind() == Kind.FACTOR;
            if (isPaidFor && component.id().equals(line.id())) {
                return next(scheme, facts, component, total);
            }
        }
        return null;
    }

    private static @Nullable Next next(PayScheme scheme, PayFacts facts, PayComponent component, BigDecimal total) {
        Gate closed = Reckoning.closed(component, facts);
        if (closed != null) {
            return raised(scheme, facts, closed.input(), closed.atLeast(), total);
        }
        TreeSet<BigDecimal> steps = new TreeSet<>(component.curve().bends());
        if (component.threshold() != null) {
            steps.add(component.threshold());
        }
        if (!(facts.value(component.input()) instanceof KpiValue.Defined known)) {
            return null;
        }
        for (BigDecimal at : steps.tailSet(known.amount(), false)) {
            Next next = raised(scheme, facts, component.input(), at, total);
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private static @Nullable Next raised(
            PayScheme scheme, PayFacts facts, Input input, BigDecimal at, BigDecimal total) {
        if (!(facts.value(input) instanceof KpiValue.Defined known)
                || !(facts.values().get(input) instanceof KpiValue.Defined credited)) {
            return null;
        }
        BigDecimal raised = credited.amount().add(at.subtract(known.amount()));
        BigDecimal more = sum(rounded(scheme, Reckoning.lines(scheme, facts.with(input, raised))))
                .subtract(total);
        return more.signum() > 0 ? new Next(input, at, more) : null;
    }
}
