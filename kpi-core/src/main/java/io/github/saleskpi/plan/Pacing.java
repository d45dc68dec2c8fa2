package io.github.saleskpi.plan;

import io.github.saleskpi.plan.Comparison.Pace;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** How a target on a figure that accrues is coming along. */
final class Pacing {
    private Pacing() {}

    static Pace of(Target target, Part part, @Nullable BigDecimal fact, Arithmetic steps) {
        Fraction elapsed = part.elapsed();
        Fraction byNow = part.share().times(elapsed);
        String days = elapsed.isOne() ? "1" : "(" + elapsed.part() + "/" + elapsed.whole() + ")";
        steps.step("elapsed", days + " of the spread, and " + part.remainingDays() + " working days remain");
        steps.step("expected by now", Arithmetic.goal(target.goal(), amount -> Arithmetic.times(amount, byNow)));
        BigDecimal projection = null;
        BigDecimal required = null;
        if (fact != null && elapsed.signum() > 0) {
            projection = fact.multiply(new BigDecimal(elapsed.whole()))
                    .divide(new BigDecimal(elapsed.part()), MathContext.DECIMAL128);
            steps.step(
                    "projection",
                    "fact / elapsed = " + Arithmetic.digits(fact) + " / " + days + " = "
                            + Arithmetic.digits(projection));
        }
        if (fact != null && part.remainingDays() > 0 && !(target.goal() instanceof Goal.Within)) {
            Scaled scaled = new Scaled(target, part.share(), fact);
            required = scaled.goal()
                    .deviation(scaled.fact())
                    .negate()
                    .divide(
                            new BigDecimal(part.share().whole()).multiply(BigDecimal.valueOf(part.remainingDays())),
                            MathContext.DECIMAL128);
            BigDecimal goal = part.share().partOf(target.goal().nearest(fact));
            steps.step(
                    "required pace",
                    "(goal - fact) / remaining days = (" + Arithmetic.digits(goal) + " - " + Arithmetic.digits(fact)
                            + ") / " + part.remainingDays() + " = " + Arithmetic.digits(required));
        }
        return new Pace(
                elapsed.decimal(),
                target.goal().withAmounts(byNow::partOf),
                projection,
                part.remainingDays(),
                required);
    }
}
