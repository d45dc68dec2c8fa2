package io.github.saleskpi.plan;

import io.github.saleskpi.plan.Comparison.Step;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes down step by step how a comparison is computed, in words and digits. Used once and not thread-safe. */
final class Arithmetic {
    private static final Pattern NAME = Pattern.compile("\\b(fact|goal|low|high)\\b");

    private final Target target;
    private final List<Step> steps = new ArrayList<>();

    Arithmetic(Target target) {
        this.target = target;
    }

    List<Step> steps() {
        return steps;
    }

    void step(String name, String words) {
        steps.add(new Step(name, words));
    }

    /** What is asked for, and which part of it holds. */
    void planned(Part part) {
        String of = part.share().isOne() ? "" : ", the part of the days employed";
        step("goal", goal(target.goal(), amount -> times(amount, part.share()) + unit()) + of);
        plannedIfAny("threshold", target.threshold(), part);
        plannedIfAny("stretch", target.stretch(), part);
    }

    private void plannedIfAny(String name, @Nullable BigDecimal amount, Part part) {
        if (amount != null) {
            step(name, times(amount, part.share()) + unit());
        }
    }

    /** What it is held against; how it was read, if that is not what the report says. */
    void fact(KpiValue fact, KpiValue read) {
        if (fact instanceof KpiValue.Defined defined) {
            boolean isNothing = read instanceof KpiValue.Undefined;
            step("fact", digits(defined.amount()) + unit() + (isNothing ? ", as nothing was counted" : ""));
        } else if (fact instanceof KpiValue.Undefined undefined) {
            BigDecimal least = undefined.lowerBound();
            String other = read instanceof KpiValue.Defined ? ": is not in " + target.currency() : "";
            String noted = undefined.notes().isEmpty() ? "" : " (" + String.join("; ", undefined.notes()) + ")";
            String known = least == null ? "" : ", at least " + digits(least) + unit();
            step("fact", undefined.reason() + other + known + noted);
        }
    }

    /** Whether the interval of the fact contains what is asked for. */
    void noise(Goal goal, KpiValue fact, boolean isWithin) {
        if (fact instanceof KpiValue.Defined defined && defined.bounds() != null) {
            Bounds bounds = defined.bounds();
            step(
                    "within noise",
                    "the interval from " + limit(bounds.low()) + " to " + limit(bounds.high())
                            + (isWithin ? " contains " : " does not contain ") + either(goal, defined.amount()));
        }
    }

    private static String limit(@Nullable BigDecimal limit) {
        return limit == null ? "no limit" : digits(limit);
    }

    private static String either(Goal goal, BigDecimal fact) {
        return goal instanceof Goal.Within band
                ? digits(band.low()) + " or " + digits(band.high())
                : digits(goal.nearest(fact));
    }

    private String unit() {
        if (target.currency() != null) {
            return " " + target.currency().getCode();
        }
        return target.unit() == Unit.DURATION ? " s" : "";
    }

    /** A goal with its amounts in those words. */
    static String goal(Goal goal, Function<BigDecimal, String> amount) {
        if (goal instanceof Goal.Within band) {
            return "from " + amount.apply(band.low()) + " to " + amount.apply(band.high());
        }
        String side =
                goal instanceof Goal.AtLeast ? "at least " : goal instanceof Goal.AtMost ? "at most " : "exactly ";
        return side + amount.apply(goal.nearest(BigDecimal.ZERO));
    }

    /** A part of an amount, such as {@code 20000 x 17/30 = 11333.3333333333}; all of it alone. */
    static String times(BigDecimal amount, Fraction part) {
        return part.isOne()
                ? digits(amount)
                : digits(amount) + " x " + part.part() + "/" + part.whole() + " = " + digits(part.partOf(amount));
    }

    /** With 15 significant digits; below 0 in brackets. */
    static String digits(BigDecimal number) {
        String digits = Unit.NUMBER.print(number);
        return number.signum() < 0 ? "(" + digits + ")" : digits;
    }

    /** A formula, the same in digits, and what it comes to. */
    static String worked(Attained attained, Goal goal, BigDecimal fact) {
        String inDigits = NAME.matcher(attained.formula())
                .replaceAll(name -> digits(
                        switch (name.group()) {
                            case "fact" -> fact;
                            case "low" -> ((Goal.Within) goal).low();
                            case "high" -> ((Goal.Within) goal).high();
                            default -> goal.nearest(fact);
                        }));
        BigDecimal amount = attained.amount();
        if (amount != null && attained.formula().equals(inDigits)) {
            return digits(amount) + ", " + inDigits;
        }
        return attained.formula() + " = " + inDigits
                + (amount == null ? ", which has no answer" : " = " + digits(amount));
    }
}
