package io.github.saleskpi.jackson;

import io.github.saleskpi.plan.Goal;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** Writes {@code {"atLeast":0.35}}, {@code {"within":[2,5]}} and the like. */
final class GoalWriter {
    private GoalWriter() {}

    /** The goal as an object, its amounts written by that. */
    static void write(Goal goal, Consumer<BigDecimal> amounts, ReportOutput json) {
        json.startObject().name(word(goal));
        writeAmounts(goal, amounts, json);
        json.endObject();
    }

    /** The amount of the goal, or of a band an array of both. */
    static void writeAmounts(Goal goal, Consumer<BigDecimal> amounts, ReportOutput json) {
        if (goal instanceof Goal.Within band) {
            json.startArray();
            amounts.accept(band.low());
            amounts.accept(band.high());
            json.endArray();
        } else {
            amounts.accept(goal.nearest(BigDecimal.ZERO));
        }
    }

    private static String word(Goal goal) {
        if (goal instanceof Goal.Within) {
            return "within";
        }
        return goal instanceof Goal.AtLeast ? "atLeast" : goal instanceof Goal.AtMost ? "atMost" : "exactly";
    }
}
