package io.github.saleskpi.pay;

import static io.github.saleskpi.pay.Schemes.MARCH;
import static io.github.saleskpi.pay.Schemes.QUOTA;
import static io.github.saleskpi.pay.Schemes.REVENUE;
import static io.github.saleskpi.pay.Schemes.REVENUE_FACT;
import static io.github.saleskpi.pay.Schemes.eur;
import static io.github.saleskpi.pay.Schemes.n;
import static io.github.saleskpi.pay.Schemes.revenue;
import static io.github.saleskpi.pay.Schemes.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayFacts.Source;
import io.github.saleskpi.pay.PayFacts.Split;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PayFactsTest {
    private static final PayScheme COMMISSION =
            scheme("0", PayComponent.commission("commission", REVENUE_FACT, Curve.flat(n("0.04"))));
    private static final PayScheme BONUS =
            scheme("0", PayComponent.amount("bonus", QUOTA, Curve.flat(n("1")), n("100")));

    /** 1000 shared by two reps, credited to r1. */
    static Split split(String one, String share, String other, String rest) {
        return new Split("o1", REVENUE, "r1", n("1000"), new TreeMap<>(Map.of(one, n(share), other, n(rest))));
    }

    private static KpiReport report(List<String> lines, Organization people, Indicator... indicators) {
        return new History(lines.toArray(String[]::new))
                .asking(query ->
                        query.every(Granularity.MONTH).groupBy(Dimension.REP).organization(people))
                .report(indicators);
    }

    private static KpiReport report(String... lines) {
        return report(List.of(lines), Organization.builder().build(), Indicators.REVENUE, Indicators.WIN_RATE);
    }

    private static Target target(String id, Audience audience, Period period) {
        return Target.of(id, Indicators.REVENUE, audience, Schedule.in(period), Goal.atLeast("500"), CurrencyUnit.EUR);
    }

    private static Scorecard scorecard(KpiReport report, Target... targets) {
        return PlanFactComparator.standard()
                .compare(Plan.of("p").with(LocalDate.of(2026, 1, 1), List.of(targets)), report);
    }

    @Test
    void aCommissionIsOnInvoicesNetOfCreditNotes() {
        KpiReport report =
                report("03-10 09:00 r1 cashes o1 amount=EUR_1000", "03-12 09:00 r1 cashes o1 amount=EUR_-200");
        PayFacts facts = PayFacts.read(COMMISSION, "r1", MARCH, report, null);
        assertThat(COMMISSION.statement(facts).total()).isEqualTo("32.00");
    }

    @Test
    void aRefundReducesTheFactOfThePeriodInWhichItHappens() {
        KpiReport report =
                report("03-10 09:00 r1 cashes o1 amount=EUR_1000", "04-12 09:00 r1 cashes o1 amount=EUR_-200");
        PayFacts march = PayFacts.read(COMMISSION, "r1", MARCH, report, null);
        PayFacts april = PayFacts.read(COMMISSION, "r1", Period.month(2026, 4), report, null);
        assertThat(COMMISSION.statement(march).total()).isEqualTo("40.00");
        assertThat(march.value(REVENUE_FACT)).isEqualTo(KpiValue.money(BigMoney.parse("EUR 1000"), 1));
        assertThat(april.value(REVENUE_FACT)).isEqualTo(eur("-200"));
    }

    @Test
    void aCompanionIsReadFromItsIndicator() {
        PayScheme scheme = scheme(
                "0",
                PayComponent.commission(
                        "won", new Input.Fact(new IndicatorId("win-rate", "won", 1)), Curve.flat(n("10"))));
        KpiReport report = report("03-01 09:00 r1 opens o1", "03-02 09:00 r1 wins o1", "03-02 10:00 r1 opens o2");
        assertThat(scheme.statement(PayFacts.read(scheme, "r1", MARCH, report, null))
                        .total())
                .isEqualTo("10.00");
    }

    @Test
    void whatTheReportDoesNotComputeIsRefused() {
        KpiReport report = report(
                List.of("03-01 09:00 r1 opens o1"), Organization.builder().build(), Indicators.WIN_RATE);
        assertThatThrownBy(() -> PayFacts.read(COMMISSION, "r1", MARCH, report, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("indicator (revenue@1): the report does not compute it, and the scheme pays for it."
                        + " Maybe add scheme.indicators() to the query.");
        assertThatThrownBy(() -> PayFacts.read(BONUS, "r1", MARCH, report, null))
                .hasMessage("plan (none): the scheme pays for attainments or scores."
                        + " Maybe compare a plan with the report first.");
    }

    @Test
    void anAttainmentIsThatOfTheRepsTargetElseOfTheCompanys() {
        KpiReport report = report("03-10 09:00 r1 cashes o1 amount=EUR_400", "03-12 09:00 r2 cashes o2 amount=EUR_200");
        Scorecard own =
                scorecard(report, target("quota", Audience.rep("r1"), MARCH), target("all", Audience.company(), MARCH));
        PayFacts facts = PayFacts.read(BONUS, "r1", MARCH, report, own);
        assertThat(facts.value(QUOTA)).isEqualTo(KpiValue.of(n("0.8"), 1));
        assertThat(facts.sources()).containsEntry(QUOTA, new Source(REVENUE, Scope.rep("r1")));
        assertThat(PayFacts.read(BONUS, "r2", MARCH, report, own).value(QUOTA))
                .isEqualTo(KpiValue.undefined(Reason.NO_DATA));
        Scorecard shared = scorecard(report, target("quota", Audience.company(), MARCH));
        PayFacts companys = PayFacts.read(BONUS, "r1", MARCH, report, shared);
        assertThat(companys.value(QUOTA)).isEqualTo(KpiValue.of(n("1.2"), 2));
        assertThat(companys.sources()).containsEntry(QUOTA, new Source(REVENUE, Scope.company()));
    }

    @Test
    void theScoreIsThatOfTheRepInThePeriod() {
        PayScheme scheme = scheme("0", PayComponent.commission("score", new Input.Score(), Curve.flat(n("100"))));
        KpiReport report = report("03-10 09:00 r1 cashes o1 amount=EUR_400");
        Scorecard scorecard = scorecard(report, target("quota", Audience.rep("r1"), MARCH));
        assertThat(scheme.statement(PayFacts.read(scheme, "r1", MARCH, report, scorecard))
                        .total())
                .isEqualTo("80.00");
        assertThat(PayFacts.read(scheme, "r2", MARCH, report, scorecard).value(new Input.Score()))
                .isEqualTo(KpiValue.undefined(Reason.NO_DATA));
    }

    @Test
    void monthsSinceHireAreCompleteOnesOnThePeriodsFirstDay() {
        PayScheme scheme = scheme(
                "0",
                PayComponent.commission("commission", REVENUE_FACT, Curve.flat(n("1")))
                        .withRamp(Curve.flat(n("1"))));
        Organization people = Organization.builder()
                .employed("early", LocalDate.of(2026, 1, 1), null)
                .employed("late", LocalDate.of(2026, 1, 2), null)
                .employed("new", LocalDate.of(2026, 3, 31), null)
                .employed("next", LocalDate.of(2026, 4, 1), null)
                .employed("again", LocalDate.of(2020, 1, 1), LocalDate.of(2025, 1, 1))
                .employed("again", LocalDate.of(2026, 2, 1), null)
                .build();
        KpiReport report = report(List.of(), people, Indicators.REVENUE);
        Map<String, String> months = new TreeMap<>();
        for (String rep : List.of("early", "late", "new", "next", "again", "unknown")) {
            KpiValue value = PayFacts.read(scheme, rep, MARCH, report, null).value(new Input.MonthsSinceHire());
            months.put(
                    rep,
                    value instanceof KpiValue.Defined known ? known.amount().toString() : "-");
        }
        assertThat(months)
                .isEqualTo(Map.of("early", "2", "late", "1", "new", "0", "next", "-", "again", "1", "unknown", "-"));
    }

    private static String months(Organization people, String rep, String... lines) {
        PayScheme scheme = scheme(
                "0",
                PayComponent.commission("commission", REVENUE_FACT, Curve.flat(n("1")))
                        .withRamp(Curve.flat(n("1"))));
        KpiReport report = report(List.of(lines), people, Indicators.REVENUE);
        return PayFacts.read(scheme, rep, MARCH, report, null).value(new Input.MonthsSinceHire())
                        instanceof KpiValue.Defined known
                ? known.amount().toString()
                : "-";
    }

    @Test
    void neitherAnAbsenceNorAnotherTeamIsAHire() {
        Organization people = Organization.builder()
                .team("north", null)
                .team("south", null)
                .employed("away", LocalDate.of(2025, 9, 1), null)
                .absent("away", LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 9))
                .member("moved", "north", LocalDate.of(2025, 11, 1), LocalDate.of(2026, 2, 1))
                .member("moved", "south", LocalDate.of(2026, 2, 1), null)
                .build();
        assertThat(months(people, "away")).isEqualTo("6");
        assertThat(months(people, "moved")).isEqualTo("4");
    }

    @Test
    void aRepIsPaidUnderTheNameAfterMerges() {
        Organization people = Organization.builder()
                .employed("r9", LocalDate.of(2026, 1, 1), null)
                .build();
        String[] lines = {"03-10 09:00 r9 cashes o1 amount=EUR_1000", "03-12 09:00 - merges r9 r1"};
        assertThat(months(people, "r1", lines)).isEqualTo("2");
        assertThat(months(people, "r9", lines)).isEqualTo("2");
        PayFacts facts = PayFacts.read(COMMISSION, "r9", MARCH, report(lines), null);
        assertThat(facts.rep()).isEqualTo("r1");
        assertThat(COMMISSION.statement(facts).total()).isEqualTo("40.00");
    }

    @Test
    void moneyOfNothingIsZeroSoThatASplitLosesNothing() {
        KpiReport report = report("03-10 09:00 r1 cashes o1 amount=EUR_1000");
        PayFacts facts = PayFacts.read(COMMISSION, "r2", MARCH, report, null);
        assertThat(facts.value(REVENUE_FACT)).isEqualTo(KpiValue.money(BigMoney.zero(CurrencyUnit.EUR), 0));
        assertThat(COMMISSION
                        .statement(facts.withSplit(split("r1", "0.6", "r2", "0.4")))
                        .total())
                .isEqualTo("16.00");
    }

    @Test
    void aReportThatDoesNotReachThePeriodIsRefused() {
        History history = new History("03-10 09:00 r1 cashes o1 amount=EUR_1000")
                .asking(query -> query.every(Granularity.MONTH).groupBy(Dimension.REP));
        assertThatThrownBy(() -> PayFacts.read(
                        COMMISSION, "r1", MARCH, history.from("04-01").report(Indicators.REVENUE), null))
                .hasMessage("period (2026-03): the report begins on 2026-04-01."
                        + " Maybe ask for a report that covers the period.");
        KpiReport early = new History("03-10 09:00 r1 cashes o1 amount=EUR_1000")
                .asking(query -> query.every(Granularity.MONTH).groupBy(Dimension.REP))
                .to("03-01")
                .report(Indicators.REVENUE);
        assertThatThrownBy(() -> PayFacts.read(COMMISSION, "r1", MARCH, early, null))
                .hasMessage("period (2026-03): the report ends on 2026-03-01."
                        + " Maybe ask for a report that covers the period.");
    }

    @Test
    void aSplitGivesEachRepTheirShareOfTheOpportunity() {
        Split split = split("r1", "0.6", "r2", "0.4");
        assertThat(revenue("1500").withSplit(split).value(REVENUE_FACT)).isEqualTo(eur("1100"));
        PayFacts other = PayFacts.of("r2", MARCH).withFact(REVENUE, eur("0")).withSplit(split);
        assertThat(other.value(REVENUE_FACT)).isEqualTo(eur("400"));
        PayFacts third = PayFacts.of("r3", MARCH).withFact(REVENUE, eur("7")).withSplit(split);
        assertThat(third.value(REVENUE_FACT)).isEqualTo(eur("7"));
        assertThat(PayFacts.of("r2", MARCH).withSplit(split).value(REVENUE_FACT))
                .isEqualTo(KpiValue.undefined(Reason.NO_DATA));
    }

    @Test
    void sharesAddUpToOne() {
        assertThatThrownBy(() -> split("r1", "0.6", "r2", "0.5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shares in o1 (1.1): must add up to 1. Maybe a rep is missing.");
        assertThatThrownBy(() -> split("r1", "0.3", "r2", "0.5")).hasMessageStartingWith("shares in o1 (0.8): ");
        assertThatThrownBy(() -> split("r1", "1.5", "r2", "-0.5"))
                .hasMessage("share of r2 in o1 (-0.5): must be at least 0. Maybe a sign is off.");
    }

    @Test
    void aWhatIfKeepsTheCurrencyAndLeavesTheFactsAsTheyWere() {
        PayFacts facts = revenue("100");
        PayFacts more = facts.with(REVENUE_FACT, new BigDecimal("250"));
        assertThat(more.value(REVENUE_FACT)).isEqualTo(eur("250"));
        assertThat(facts.value(REVENUE_FACT)).isEqualTo(eur("100"));
        assertThat(COMMISSION.statement(more).total()).isEqualTo("10.00");
    }
}
