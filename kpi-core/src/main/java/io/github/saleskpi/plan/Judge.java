package io.github.saleskpi.plan;

import io.github.saleskpi.plan.Comparison.Pace;
import io.github.saleskpi.plan.Comparison.Status;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
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

    /** A goal's part and a fact, multiplied by the part's denominator. */
    private record Scaled(Target target, Fraction part, BigDecimal fact) {
        Scaled(Target target, Fraction part, BigDecimal fact) {
            this.target = target;
            this.part = part;
            this.fact = fact.multiply(new BigDecimal(part.whole()));
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

        Optional<BigDecimal> attainment() {
            return target.attainment().attained(goal(), fact);
        }

        /** At that mark or on its better side, which is below it only of a goal that is at most an amount. */
        boolean reaches(BigDecimal mark) {
            int side = fact.compareTo(scaled(mark));
            return target.goal() instanceof Goal.AtMost ? side <= 0 : side >= 0;
        }
    }

    Comparison compare(Target target, Scope who, Period period, boolean ended, Part part, KpiValue read) {
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
        return new Comparison(
                target,
                who,
                period,
                part.share().decimal(),
                goal,
                target.threshold() == null ? null : part.share().partOf(target.threshold()),
                target.stretch() == null ? null : part.share().partOf(target.stretch()),
                fact,
                amount == null ? null : goal.deviation(amount),
                whole == null ? null : whole.attainment().orElse(null),
                target.spread() == null ? null : pace(target, part, amount),
                whole == null || byNow == null
                        ? ofBound(goal, least, ended)
                        : status(whole, byNow, begun, ended, below),
                isWithinNoise(goal, fact),
                below);
    }

    private static boolean isBeyond(BigDecimal threshold, Goal goal, BigDecimal least) {
        return goal instanceof Goal.AtMost && least.compareTo(threshold) > 0;
    }

    /** Of a censored fact, of which it is only known how much it is at least: that may be enough to know. */
    private static Status ofBound(Goal goal, @Nullable BigDecimal least, boolean ended) {
        if (least != null && goal instanceof Goal.AtLeast && goal.isMet(least)) {
            return ended ? Status.ACHIEVED : Status.AHEAD;
        }
        if (least != null
                && !(goal instanceof Goal.AtLeast)
                && goal.deviation(least).signum() > 0) {
            return ended ? Status.MISSED : Status.AT_RISK;
        }
        return Status.NO_DATA;
    }

    private Status status(Scaled whole, Scaled byNow, boolean begun, boolean ended, boolean below) {
        if (ended) {
            BigDecimal stretch = whole.target.stretch();
            if (!below && stretch != null && whole.reaches(stretch)) {
                return Status.STRETCHED;
            }
            return !below && whole.isMet() ? Status.ACHIEVED : Status.MISSED;
        }
        if (!begun) {
            return Status.ON_TRACK;
        }
        return below
                ? Status.AT_RISK
                : byNow.attainment().map(this::during).orElse(byNow.isMet() ? Status.AHEAD : Status.AT_RISK);
    }

    private Status during(BigDecimal attainment) {
        if (attainment.compareTo(ahead) >= 0) {
            return Status.AHEAD;
        }
        if (attainment.compareTo(onTrack) >= 0) {
            return Status.ON_TRACK;
        }
        return attainment.compareTo(behind) >= 0 ? Status.BEHIND : Status.AT_RISK;
    }

    private static Pace pace(Target target, Part part, @Nullable BigDecimal fact) {
        Fraction byNow = part.share().times(part.elapsed());
        BigDecimal projection = null;
        BigDecimal required = null;
        if (fact != null && part.elapsed().signum() > 0) {
            projection = fact.multiply(new BigDecimal(part.elapsed().whole()))
                    .divide(new BigDecimal(part.elapsed().part()), MathContext.DECIMAL128);
        }
        if (fact != null && part.remainingDays() > 0 && !(target.goal() instanceof Goal.Within)) {
            Scaled scaled = new Scaled(target, part.share(), fact);
            required = scaled.goal()
                    .deviation(scaled.fact)
                    .negate()
                    .divide(
                            new BigDecimal(part.share().whole()).multiply(BigDecimal.valueOf(part.remainingDays())),
                            MathContext.DECIMAL128);
        }
        return new Pace(
                part.elapsed().decimal(),
                target.goal().withAmounts(byNow::partOf),
                projection,
                part.remainingDays(),
                required);
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
