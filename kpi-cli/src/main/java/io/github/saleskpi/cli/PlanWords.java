package io.github.saleskpi.cli;

import io.github.saleskpi.cli.Legend.Mark;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What targets and comparisons are called, and their amounts, in the words of people. */
final class PlanWords {
    private static final int BAR = 6;
    private static final int WIDEST_NAME = 24;

    private PlanWords() {}

    /** A rep by the name alone, or within a team. */
    static String who(Scope scope) {
        String rep = scope.values().get(Dimension.REP.name());
        String team = scope.values().get(Dimension.TEAM.name());
        String name = rep == null ? scope.toString().replaceFirst(":", " ") : team == null ? rep : rep + " in " + team;
        return Shown.cut(Shown.safe(name), WIDEST_NAME);
    }

    /** As it is asked for, without the first version. */
    static String indicator(IndicatorId id) {
        String whole = id.toString();
        return Shown.safe(id.version() == 1 ? whole.substring(0, whole.lastIndexOf('@')) : whole);
    }

    /** An amount in the unit of the target; parts of a count to one decimal, money without its currency. */
    static String amount(Target target, BigDecimal amount) {
        return (amount.signum() < 0 ? "-" : "") + size(target, amount.abs());
    }

    private static String size(Target target, BigDecimal size) {
        if (target.currency() != null) {
            return Amounts.money(size, target.currency().getDecimalPlaces());
        }
        boolean isPart =
                target.unit() == Unit.COUNT && size.stripTrailingZeros().scale() > 0;
        return isPart ? Amounts.grouped(size, 1) : Amounts.of(target.unit(), size);
    }

    /** A goal with its sign and its currency, such as {@code ≥ 35.0 %} or {@code ≤ 500 EUR}. */
    static String goal(Target target, Goal goal) {
        String currency =
                target.currency() == null ? "" : " " + target.currency().getCode();
        if (goal instanceof Goal.Within band) {
            return amount(target, band.low()) + "–" + amount(target, band.high()) + currency;
        }
        String sign = goal instanceof Goal.AtLeast ? "≥ " : goal instanceof Goal.AtMost ? "≤ " : "= ";
        return sign + amount(target, goal.nearest(BigDecimal.ZERO)) + currency;
    }

    /** What was planned, marked where it is for a part of the period. */
    static String plan(Comparison comparison, Set<Mark> marks) {
        boolean isPart = comparison.share().compareTo(BigDecimal.ONE) != 0;
        return goal(comparison.target(), comparison.goal()) + (isPart ? sign(Mark.PRORATED, marks) : "");
    }

    /** What came of it, marked where the threshold is not reached or the plan lies within its noise. */
    static String fact(Comparison comparison, Set<Mark> marks) {
        String signs = (comparison.belowThreshold() ? sign(Mark.BELOW_THRESHOLD, marks) : "")
                + (comparison.withinNoise() ? sign(Mark.WITHIN_NOISE, marks) : "");
        if (comparison.fact() instanceof KpiValue.Defined defined) {
            return amount(comparison.target(), defined.amount()) + signs;
        }
        KpiValue.Undefined undefined = (KpiValue.Undefined) comparison.fact();
        BigDecimal least = undefined.lowerBound();
        return sign(Mark.of(undefined.reason()), marks)
                + (least == null ? "" : " " + amount(comparison.target(), least))
                + signs;
    }

    /** Fact minus plan; of shares in percentage points. */
    static String deviation(Comparison comparison, Set<Mark> marks) {
        BigDecimal deviation = comparison.deviation();
        if (deviation == null) {
            return "";
        }
        String plus = deviation.signum() > 0 ? "+" : "";
        if (comparison.target().unit() != Unit.RATIO) {
            return plus + amount(comparison.target(), deviation);
        }
        return plus + Amounts.grouped(deviation.movePointRight(2), 1) + sign(Mark.POINTS, marks);
    }

    /** Rounded down, so that only what is reached is said to be; with a bar that is full at 1. */
    static String attained(Comparison comparison, Set<Mark> marks) {
        BigDecimal attainment = comparison.attainment();
        if (attainment == null) {
            boolean isKnown = comparison.fact() instanceof KpiValue.Defined;
            return (isKnown ? sign(Mark.NOT_APPLICABLE, marks) : "") + " ".repeat(BAR + 1);
        }
        return percent(attainment) + " " + bar(attainment);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(0, RoundingMode.FLOOR).toPlainString() + " %";
    }

    /** As much of it filled as the share says, rounded down. */
    static String bar(BigDecimal share) {
        int filled = share.max(BigDecimal.ZERO)
                .min(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(BAR))
                .intValue();
        return "█".repeat(filled) + "░".repeat(BAR - filled);
    }

    /** An amount that may be missing. */
    static String amountIfAny(Comparison comparison, @Nullable BigDecimal amount) {
        return amount == null ? "" : amount(comparison.target(), amount);
    }

    private static String sign(Mark mark, Set<Mark> marks) {
        marks.add(mark);
        return mark.sign();
    }
}
