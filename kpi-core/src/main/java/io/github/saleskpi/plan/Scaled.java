package io.github.saleskpi.plan;

import java.math.BigDecimal;

/**
 * A goal's part and a fact, multiplied by the part's denominator. Immutable and thread-safe.
 *
 * @param target whose goal
 * @param part of the goal
 * @param amount of the fact, as it is
 * @param fact the amount, multiplied
 */
record Scaled(Target target, Fraction part, BigDecimal amount, BigDecimal fact) {
    Scaled(Target target, Fraction part, BigDecimal amount) {
        this(target, part, amount, amount.multiply(new BigDecimal(part.whole())));
    }

    BigDecimal scaled(BigDecimal amount) {
        return amount.multiply(new BigDecimal(part.part()));
    }

    Goal goal() {
        return target.goal().withAmounts(this::scaled);
    }

    boolean isMet() {
        return goal().isMet(fact);
    }

    Attained attained() {
        return target.attainment().worked(goal(), fact);
    }

    /** At that mark or on its better side, which is below it only of a goal that is at most an amount. */
    boolean reaches(BigDecimal mark) {
        int side = fact.compareTo(scaled(mark));
        return target.goal() instanceof Goal.AtMost ? side <= 0 : side >= 0;
    }

    String worked(Attained attained) {
        return Arithmetic.worked(attained, target.goal().withAmounts(part::partOf), amount);
    }

    /** How the fact stands to a mark. */
    String against(String stands, String mark, BigDecimal at) {
        return Arithmetic.digits(amount) + " " + stands + " the " + mark + " " + Arithmetic.times(at, part);
    }
}
