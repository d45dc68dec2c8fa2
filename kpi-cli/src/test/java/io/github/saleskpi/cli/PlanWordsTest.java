package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PlanWordsTest {
    private static final Schedule MARCH = Schedule.in(Period.month(2026, 3));
    private static final Target WAIT =
            Target.of("t", Indicators.RESPONSE_TIME, Audience.company(), MARCH, Goal.atMost("7200"));
    private static final Target CALLS =
            Target.of("t", Indicators.named("activities/call"), Audience.company(), MARCH, Goal.atLeast("10"));
    private static final Target CASH =
            Target.of("t", Indicators.REVENUE, Audience.company(), MARCH, Goal.atLeast("1000"), CurrencyUnit.of("JPY"));

    private static String amount(Target target, String amount) {
        return PlanWords.amount(target, new BigDecimal(amount));
    }

    @Test
    void aBarIsFullOnlyWhenTheGoalIsReached() {
        assertThat(PlanWords.bar(new BigDecimal("0.9999"))).isEqualTo("█████░");
        assertThat(PlanWords.bar(BigDecimal.ONE)).isEqualTo("██████");
        assertThat(PlanWords.bar(new BigDecimal("7"))).isEqualTo("██████");
        assertThat(PlanWords.bar(new BigDecimal("-2"))).isEqualTo("░░░░░░");
        assertThat(PlanWords.bar(new BigDecimal("0.5"))).isEqualTo("███░░░");
    }

    @Test
    void amountsBelowZeroKeepTheirUnits() {
        assertThat(amount(WAIT, "-5400")).isEqualTo("-1h 30m");
        assertThat(amount(CASH, "-12345.6")).isEqualTo("-12,346");
        assertThat(amount(CASH, "-99.4")).isEqualTo("-99");
    }

    @Test
    void partsOfACountHaveOneDecimal() {
        assertThat(amount(CALLS, "26.25")).isEqualTo("26.3");
        assertThat(amount(CALLS, "26.0")).isEqualTo("26");
    }

    @Test
    void aGoalHasItsSignAndItsCurrency() {
        assertThat(PlanWords.goal(WAIT, WAIT.goal())).isEqualTo("≤ 2h");
        assertThat(PlanWords.goal(CASH, CASH.goal())).isEqualTo("≥ 1,000 JPY");
        assertThat(PlanWords.goal(CASH, Goal.within("1000", "2000"))).isEqualTo("1,000–2,000 JPY");
        assertThat(PlanWords.goal(CALLS, Goal.exactly("3"))).isEqualTo("= 3");
    }

    @Test
    void repsAndIndicatorsAreCalledAsPeopleCallThem() {
        assertThat(PlanWords.who(Scope.rep("ann"))).isEqualTo("ann");
        assertThat(PlanWords.who(Scope.of(Dimension.TEAM, "north"))).isEqualTo("team north");
        assertThat(PlanWords.who(Scope.company())).isEqualTo("company");
        assertThat(PlanWords.indicator(Indicators.named("win-rate:won").id())).isEqualTo("win-rate:won");
    }
}
