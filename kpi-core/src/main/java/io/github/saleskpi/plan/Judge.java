package io.github.saleskpi.plan;

import io.github.saleskpi.plan.Comparison.Pace;
import io.github.saleskpi.plan.Comparison.Status;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Compares one fact with one target. All rules of attainment are the same for a goal and a fact that are multiplied by
 * one positive number; so a part of a goal is compared with the fact by their whole multiples, and only results are
 * rounded.
 *
 * @param ahead the least attainment against what is expected by now of {@link Status#AHEAD}
 * @param onTrack that of {@link Status#ON_TRACK}
 * @param behind that of {@link Status#BEHIND}
 */
record Judge(BigDecimal ahead, BigDecimal onTrack, BigDecimal behind) {

    /** A status and why it is so. */
    private record Verdict(Status status, String why) {}

    Comparison compare(Target target, Whom.Place place, Period period, boolean ended, Part part, KpiValue read) {
        KpiValue fact =
                inCurrency(target.currency(), target.indicator().primary().accrues(), read);
        BigDecimal amount = fact instanceof KpiValue.Defined defined ? defined.amount() : null;
        Goal goal = target.goal().withAmounts(part.share()::partOf);
        Scaled whole = amount == null ? null : new Scaled(target, part.share(), amount);
        Scaled byNow = amount == null ? null : new Scaled(target, part.share().times(part.elapsed()), amount);
        boolean begun = part.elapsed().signum() > 0;
        BigDecimal least = fact instanceof KpiValue.Undefined unknown ? unknown.lowerBound() : null;
        boolean below = target.threshold() != null
                && (byNow != null
                        ? begun && !byNow.reaches(target.threshold())
                        : least != null && isBeyond(target.threshold(), goal, least));
        Arithmetic steps = new Arithmetic(target);
        steps.planned(part);
        steps.fact(fact, read);
        BigDecimal deviation = amount == null ? null : deviation(goal, amount, steps);
        BigDecimal attainment = whole == null ? null : attainment(whole, steps);
        Pace pace = target.spread() == null ? null : Pacing.of(target, part, amount, steps);
        boolean isWithinNoise = isWithinNoise(goal, fact);
        steps.noise(goal, fact, isWithinNoise);
        Verdict verdict = whole == null || byNow == null
                ? ofBound(goal, least, ended)
                : status(whole, byNow, begun, ended, below);
        steps.step("status", verdict.why + ": " + verdict.status);
        return new Comparison(
                target,
                place.who(),
                place.row(),
                period,
                part.share().decimal(),
                goal,
                target.threshold() == null ? null : part.share().partOf(target.threshold()),
                target.stretch() == null ? null : part.share().partOf(target.stretch()),
                fact,
                deviation,
                attainment,
                pace,
                verdict.status,
                isWithinNoise,
                below,
                steps.steps());
    }

    private static BigDecimal deviation(Goal goal, BigDecimal fact, Arithmetic steps) {
        BigDecimal deviation = goal.deviation(fact);
        boolean isInside = goal instanceof Goal.Within && deviation.signum() == 0;
        steps.step(
                "deviation",
                isInside
                        ? "0, inside the band"
                        : "fact - goal = " + Arithmetic.digits(fact) + " - " + Arithmetic.digits(goal.nearest(fact))
                                + " = " + Arithmetic.digits(deviation));
        return deviation;
    }

    private static @Nullable BigDecimal attainment(Scaled whole, Arithmetic steps) {
        Attained attained = whole.attained();
        steps.step("attainment", whole.worked(attained));
        return attained.amount();
    }

    private static boolean isBeyond(BigDecimal threshold, Goal goal, BigDecimal least) {
        return goal instanceof Goal.AtMost && least.compareTo(threshold) > 0;
    }

    /** Of a censored fact, of which it is only known how much it is at least: that may be enough to know. */
    private static Verdict ofBound(Goal goal, @Nullable BigDecimal least, boolean ended) {
        if (least != null && goal instanceof Goal.AtLeast && goal.isMet(least)) {
            return new Verdict(
                    ended ? Status.ACHIEVED : Status.AHEAD,
                    "known to be at least " + Arithmetic.digits(least) + ", which meets the goal");
        }
        if (least != null
                && !(goal instanceof Goal.AtLeast)
                && goal.deviation(least).signum() > 0) {
            return new Verdict(
                    ended ? Status.MISSED : Status.AT_RISK,
                    "known to be at least " + Arithmetic.digits(least) + ", which is more than the goal");
        }
        return new Verdict(Status.NO_DATA, "nothing says whether the goal is met");
    }

    private Verdict status(Scaled whole, Scaled byNow, boolean begun, boolean ended, boolean below) {
        Target target = whole.target();
        BigDecimal threshold = target.threshold();
        BigDecimal stretch = target.stretch();
        if (below && threshold != null) {
            String beyond = target.goal() instanceof Goal.AtMost ? "is beyond" : "is below";
            return new Verdict(
                    ended ? Status.MISSED : Status.AT_RISK,
                    (ended ? whole : byNow).against(beyond, "threshold", threshold));
        }
        if (ended) {
            if (stretch != null && whole.reaches(stretch)) {
                return new Verdict(Status.STRETCHED, whole.against("reaches", "stretch", stretch));
            }
            return whole.isMet()
                    ? new Verdict(Status.ACHIEVED, "the period is over, and the goal is met")
                    : new Verdict(Status.MISSED, "the period is over, and the goal is not met");
        }
        if (!begun) {
            return new Verdict(Status.ON_TRACK, "nothing is expected yet");
        }
        Attained attained = byNow.attained();
        String of =
                (target.spread() == null ? "of the goal, " : "of what is expected by now, ") + byNow.worked(attained);
        BigDecimal amount = attained.amount();
        if (amount == null) {
            return byNow.isMet()
                    ? new Verdict(Status.AHEAD, of + ", and the goal is met")
                    : new Verdict(Status.AT_RISK, of + ", and the goal is not met");
        }
        return during(amount, of);
    }

    private Verdict during(BigDecimal attainment, String of) {
        if (attainment.compareTo(ahead) >= 0) {
            return new Verdict(Status.AHEAD, of + ", at least " + Arithmetic.digits(ahead));
        }
        if (attainment.compareTo(onTrack) >= 0) {
            return new Verdict(Status.ON_TRACK, of + ", at least " + Arithmetic.digits(onTrack));
        }
        return attainment.compareTo(behind) >= 0
                ? new Verdict(Status.BEHIND, of + ", at least " + Arithmetic.digits(behind))
                : new Verdict(Status.AT_RISK, of + ", less than " + Arithmetic.digits(behind));
    }

    /** Money of nothing is 0 of the target's currency; money of another currency cannot be compared. */
    private static KpiValue inCurrency(@Nullable CurrencyUnit currency, boolean accrues, KpiValue read) {
        if (currency == null) {
            return read;
        }
        boolean isNothing = accrues
                && read.sample() == 0
                && (read instanceof KpiValue.Defined
                        || (read instanceof KpiValue.Undefined none && none.reason() == Reason.NO_DATA));
        if (isNothing) {
            return KpiValue.money(BigMoney.zero(currency), 0);
        }
        return read instanceof KpiValue.Defined money && !currency.equals(money.currency())
                ? KpiValue.undefined(Reason.NOT_APPLICABLE, read.sample())
                : read;
    }

    private static boolean isWithinNoise(Goal goal, KpiValue fact) {
        if (!(fact instanceof KpiValue.Defined defined) || defined.bounds() == null) {
            return false;
        }
        Bounds bounds = defined.bounds();
        List<BigDecimal> amounts = goal instanceof Goal.Within band
                ? List.of(band.low(), band.high())
                : List.of(goal.nearest(defined.amount()));
        return amounts.stream()
                .anyMatch(amount -> (bounds.low() == null || bounds.low().compareTo(amount) <= 0)
                        && (bounds.high() == null || bounds.high().compareTo(amount) >= 0));
    }
}
