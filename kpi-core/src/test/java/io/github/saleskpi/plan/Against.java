package io.github.saleskpi.plan;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.plan.Goal.AttainmentRule;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.WorkingCalendar;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** One target of March 2026 for the rep r1, to be compared with facts that are given, and seen from a date. */
record Against(Target target, LocalDate today) {
    private static final Period MARCH = Period.month(2026, 3);
    private static final Judge STANDARD = new Judge(BigDecimal.ONE, new BigDecimal("0.90"), new BigDecimal("0.75"));

    /** A target on a count, which accrues over 22 working days, seen after the end. */
    static Against count(Goal goal) {
        return of(Indicators.tasks("visit"), goal);
    }

    /** A target on a ratio, seen after the end. */
    static Against ratio(Goal goal) {
        return of(Indicators.WIN_RATE, goal);
    }

    /** A target on a median, seen after the end. */
    static Against duration(Goal goal) {
        return of(Indicators.RESPONSE_TIME, goal);
    }

    private static Against of(Indicator indicator, Goal goal) {
        Target target = Target.of("t", indicator, Audience.rep("r1"), Schedule.in(MARCH), goal);
        return new Against(target, MARCH.to());
    }

    Against with(UnaryOperator<Target> change) {
        return new Against(change.apply(target), today);
    }

    Against threshold(String amount) {
        return with(t -> t.withThreshold(amount));
    }

    Against stretch(String amount) {
        return with(t -> t.withStretch(amount));
    }

    Against by(AttainmentRule rule) {
        return with(t -> t.withAttainment(rule));
    }

    /** Seen on that day of March. */
    Against on(int day) {
        return new Against(target, LocalDate.of(2026, 3, day));
    }

    Comparison fact(String amount) {
        return fact(KpiValue.of(new BigDecimal(amount), 1));
    }

    Comparison fact(KpiValue value) {
        return fact(value, STANDARD);
    }

    Comparison fact(KpiValue value, Judge judge) {
        Part part = target.spread() == null
                ? Part.WHOLE
                : new Parts(null, WorkingCalendar.mondayToFriday(ZoneOffset.UTC), today)
                        .of(target.spread(), MARCH, "r1")
                        .orElseThrow();
        Scope who = Scope.rep("r1");
        return judge.compare(target, new Whom.Place(who, who, null), MARCH, !today.isBefore(MARCH.to()), part, value);
    }

    String says(String fact) {
        return fact(fact).status().toString();
    }
}
