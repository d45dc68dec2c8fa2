package io.github.saleskpi.plan;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.plan.Target.Once;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said of one target alone. */
final class TargetChecks {
    private final @Nullable KpiQuery query;
    private final List<Indicator> own;

    TargetChecks(@Nullable KpiQuery query, List<Indicator> own) {
        this.query = query;
        this.own = own;
    }

    List<Finding> of(Target target) {
        List<Finding> findings = new ArrayList<>();
        order(target, findings);
        reach(target, findings);
        direction(target, findings);
        if (!isKnown(target.indicator().id())) {
            findings.add(error(
                    target,
                    target.indicator().id().toString(),
                    "is an indicator that is not known",
                    "its name or version changed"));
        }
        if (query != null) {
            places(target, query, findings);
        }
        return findings;
    }

    /** Whether its one period is one of the query's fiscal year. */
    boolean hasOwnPeriod(Target target) {
        return query == null
                || !(target.schedule() instanceof Once once)
                || query.calendar()
                        .periodOf(once.period().from(), once.period().granularity())
                        .equals(once.period());
    }

    private static void order(Target target, List<Finding> findings) {
        Goal goal = target.goal();
        boolean falls = goal instanceof Goal.AtMost;
        BigDecimal amount = goal instanceof Goal.Within band ? band.low() : goal.nearest(BigDecimal.ZERO);
        compare(target, "threshold", target.threshold(), falls ? 1 : -1, amount, findings);
        compare(target, "stretch", target.stretch(), falls ? -1 : 1, amount, findings);
    }

    private static void compare(
            Target target,
            String what,
            @Nullable BigDecimal mark,
            int side,
            BigDecimal amount,
            List<Finding> findings) {
        if (mark != null && mark.compareTo(amount) == -side) {
            findings.add(error(
                    target,
                    what + " " + mark.toPlainString(),
                    "must not be " + (side < 0 ? "above" : "below") + " the goal " + amount.toPlainString(),
                    "the two are swapped"));
        }
    }

    private static void reach(Target target, List<Finding> findings) {
        Unit unit = target.unit();
        Goal goal = target.goal();
        BigDecimal least = goal instanceof Goal.Within band ? band.low() : goal.nearest(BigDecimal.ZERO);
        BigDecimal most = goal instanceof Goal.Within band ? band.high() : least;
        boolean hasTop = !(goal instanceof Goal.AtLeast);
        if (hasTop && most.signum() < 0 && (unit == Unit.COUNT || unit == Unit.RATIO || unit == Unit.DURATION)) {
            findings.add(error(target, text(goal), "cannot be reached: a " + unit + " is at least 0", "a sign is off"));
        } else if (unit == Unit.COUNT
                && (goal instanceof Goal.Within || goal instanceof Goal.Exactly)
                && least.setScale(0, RoundingMode.CEILING).compareTo(most) > 0) {
            findings.add(
                    error(target, text(goal), "cannot be reached: a count is a whole number", "the limits are off"));
        } else if (unit == Unit.RATIO && !(goal instanceof Goal.AtMost) && least.compareTo(BigDecimal.ONE) > 0) {
            findings.add(warning(
                    target, text(goal), "cannot be reached by a share, which is at most 1", "per cents were meant"));
        }
    }

    private static void direction(Target target, List<Finding> findings) {
        Direction direction = target.indicator().primary().direction();
        boolean against = (direction == Direction.LOWER_IS_BETTER && target.goal() instanceof Goal.AtLeast)
                || (direction == Direction.HIGHER_IS_BETTER && target.goal() instanceof Goal.AtMost);
        if (against) {
            boolean least = target.goal() instanceof Goal.AtLeast;
            findings.add(warning(
                    target,
                    text(target.goal()),
                    "of " + target.indicator().id() + " " + (least ? "less" : "more") + " is better",
                    (least ? "at most" : "at least") + " was meant"));
        }
    }

    private boolean isKnown(IndicatorId id) {
        if (query != null && query.indicators().stream().anyMatch(indicator -> yields(indicator, id))) {
            return true;
        }
        try {
            return Indicators.named(id.toString(), own).id().equals(id);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static boolean yields(Indicator indicator, IndicatorId id) {
        return indicator.id().equals(id)
                || (indicator.id().name().equals(id.name())
                        && indicator.id().version() == id.version()
                        && indicator.companions().stream()
                                .anyMatch(figure -> figure.name().equals(id.companion())));
    }

    private void places(Target target, KpiQuery asked, List<Finding> findings) {
        asked.rates().ifPresent(rates -> {
            if (target.currency() != null && !target.currency().equals(rates.base())) {
                findings.add(error(
                        target,
                        "currency " + target.currency(),
                        "facts are converted into " + rates.base() + ", so it is never applicable",
                        "the rates have another base"));
            }
        });
        if (!hasOwnPeriod(target)) {
            findings.add(error(
                    target,
                    target.schedule() instanceof Once once ? once.period().toString() : "",
                    "is no period of a fiscal year that starts in "
                            + asked.calendar().fiscalStart(),
                    "the fiscal start is another month"));
        }
        String team = target.audience().team().orElse(null);
        String rep = target.audience().rep().orElse(null);
        if (team != null && asked.organization().isEmpty()) {
            findings.add(
                    error(target, target.audience().toString(), "needs an organization", "name the reps one by one"));
        }
        asked.organization().ifPresent(people -> {
            if ((team != null && !people.teams().containsKey(team)) || (rep != null && !people.knows(rep))) {
                findings.add(warning(
                        target, target.audience().toString(), "is not in the organization", "a spelling differs"));
            }
        });
    }

    private static String text(Goal goal) {
        if (goal instanceof Goal.Within band) {
            return band.low().toPlainString() + " to " + band.high().toPlainString();
        }
        String word =
                goal instanceof Goal.AtLeast ? "at least " : goal instanceof Goal.AtMost ? "at most " : "exactly ";
        return word + goal.nearest(BigDecimal.ZERO).toPlainString();
    }

    private static Finding error(Target target, String value, String rule, String hint) {
        return Finding.error(List.of(target.id()), message(target, value, rule, hint));
    }

    private static Finding warning(Target target, String value, String rule, String hint) {
        return Finding.warning(List.of(target.id()), message(target, value, rule, hint));
    }

    private static String message(Target target, String value, String rule, String hint) {
        return "target " + target.id() + " (" + value + "): " + rule + ". Maybe " + hint + ".";
    }
}
