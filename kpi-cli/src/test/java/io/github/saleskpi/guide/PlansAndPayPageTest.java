package io.github.saleskpi.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.pay.Curve;
import io.github.saleskpi.pay.PayComponent;
import io.github.saleskpi.pay.PayFacts;
import io.github.saleskpi.pay.PayRun;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** {@code docs/guide/4-plans-and-pay.md}. */
class PlansAndPayPageTest {
    private static Plan plan() {
        Target revenue = Target.of(
                "quota",
                Indicators.REVENUE,
                Target.Audience.rep("ann"),
                new Target.Once(Period.month(2026, 3)),
                Goal.atLeast("20000"),
                CurrencyUnit.EUR);
        Plan plan = Plan.of("2026").with(LocalDate.of(2026, 1, 1), List.of(revenue));
        return plan;
    }

    @Test
    void whatAnnIsPaidForMarch() {
        Plan plan = plan();
        KpiQuery base = KpiQuery.builder()
                .indicators(Indicators.REVENUE)
                .groupBy(Dimension.REP)
                .build();
        KpiLedger ledger = KpiEngine.of(base).newLedger();
        ledger.add(PaymentReceived.of(
                Header.of("crm:1", Instant.parse("2026-03-09T12:00:00Z")).withRep("ann"),
                "p1",
                BigMoney.of(CurrencyUnit.EUR, new BigDecimal("25000"))));

        Viewpoint april = Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"));
        Scorecard scorecard = PlanFactComparator.standard().compare(plan, ledger, base, april);
        Comparison quota = scorecard
                .comparison("quota", Scope.rep("ann"), Period.month(2026, 3))
                .orElseThrow();

        assertThat(quota.attainment()).isEqualByComparingTo("1.25");
        assertThat(quota.status()).hasToString("ACHIEVED");

        PayFacts.Input fact = new PayFacts.Input.Fact(Indicators.REVENUE.id());
        PayFacts.Input attained = new PayFacts.Input.Attainment("quota");
        PayScheme scheme = PayScheme.of(
                        "2026",
                        1,
                        CurrencyUnit.EUR,
                        new BigDecimal("3000"),
                        new PayScheme.Rounding(RoundingMode.HALF_UP, 2))
                .with(PayComponent.commission("commission", fact, Curve.flat(new BigDecimal("0.02"))))
                .with(PayComponent.amount(
                        "bonus",
                        attained,
                        Curve.steps(new Curve.Tier(BigDecimal.ONE, null, BigDecimal.ONE)),
                        new BigDecimal("400")));

        KpiReport report = ledger.report(april);
        PayFacts facts = PayFacts.read(scheme, "ann", Period.month(2026, 3), report, scorecard);
        PayStatement statement = scheme.statement(facts);

        assertThat(statement.total()).isEqualByComparingTo("3900");

        PayRun.Seal seal = PayRun.of(scheme, List.of(facts)).underPlan(plan).seal();

        assertThat(seal.isIntact()).isTrue();
    }
}
