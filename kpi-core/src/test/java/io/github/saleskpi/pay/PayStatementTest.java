package io.github.saleskpi.pay;

import static io.github.saleskpi.pay.Schemes.CENTS;
import static io.github.saleskpi.pay.Schemes.QUOTA;
import static io.github.saleskpi.pay.Schemes.REVENUE;
import static io.github.saleskpi.pay.Schemes.REVENUE_FACT;
import static io.github.saleskpi.pay.Schemes.WIN_RATE;
import static io.github.saleskpi.pay.Schemes.WIN_RATE_FACT;
import static io.github.saleskpi.pay.Schemes.facts;
import static io.github.saleskpi.pay.Schemes.line;
import static io.github.saleskpi.pay.Schemes.n;
import static io.github.saleskpi.pay.Schemes.revenue;
import static io.github.saleskpi.pay.Schemes.scheme;
import static io.github.saleskpi.pay.Schemes.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayScheme.Combination;
import io.github.saleskpi.pay.PayScheme.Rounding;
import io.github.saleskpi.pay.PayStatement.Kind;
import io.github.saleskpi.pay.PayStatement.Line;
import io.github.saleskpi.pay.PayStatement.Next;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PayStatementTest {
    static final PayComponent COMMISSION = PayComponent.commission("commission", REVENUE_FACT, Curve.flat(n("0.1")));
    static final PayComponent BONUS = PayComponent.amount("bonus", QUOTA, Curve.steps(tier("1", null, "1")), n("500"));

    @Test
    void withoutComponentsTheBaseIsPaid() {
        PayStatement statement = scheme("1500").statement(facts());
        assertThat(statement.total()).isEqualTo("1500.00");
        assertThat(statement.lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(Kind.BASE);
            assertThat(line.words()).isEqualTo("base salary 1500");
        });
        assertThat(statement.scheme()).isEqualTo("s@1");
    }

    @Test
    void anUndefinedInputPaysNothingAndSaysWhy() {
        for (Reason reason : Reason.values()) {
            PayFacts facts = facts().withFact(REVENUE, KpiValue.undefined(reason));
            PayStatement statement = scheme("1000", COMMISSION).statement(facts);
            assertThat(statement.total()).isEqualTo("1000.00");
            assertThat(line(statement, "commission").unpaid()).isEqualTo("revenue@1 is " + reason);
            assertThat(line(statement, "commission").inputs()).containsEntry(REVENUE_FACT, facts.value(REVENUE_FACT));
        }
        assertThat(line(scheme("0", BONUS).statement(facts()), "bonus").words())
                .isEqualTo("nothing: attainment of quota is NO_DATA");
    }

    @Test
    void moneyInAnotherCurrencyPaysNothingAndSaysWhy() {
        PayFacts dollars = facts().withFact(REVENUE, KpiValue.money(BigMoney.parse("USD 5000"), 1));
        PayStatement statement = scheme("0", COMMISSION.withClawback(n("0.1"))).statement(dollars);
        assertThat(statement.total()).isEqualTo("0.00");
        assertThat(line(statement, "commission").unpaid()).isEqualTo("revenue@1 is NOT_APPLICABLE: not in EUR");
        PayFacts refund = facts().withFact(REVENUE, KpiValue.money(BigMoney.parse("USD -5000"), 1));
        assertThat(scheme("9", COMMISSION.withClawback(n("0.1")))
                        .statement(refund)
                        .total())
                .isEqualTo("9.00");
    }

    @Test
    void aClosedGateKeepsThePayBackAndTheNextStepIsToOpenIt() {
        PayScheme scheme = scheme("0", COMMISSION.withGate(WIN_RATE_FACT, n("0.3")));
        PayFacts facts = revenue("1000").withFact(WIN_RATE, KpiValue.proportion(1, 4));
        Line closed = line(scheme.statement(facts), "commission");
        assertThat(closed.amount()).isEqualTo("0.00");
        assertThat(closed.unpaid()).isEqualTo("closed gate: win-rate@1 at least 0.3, is 0.25");
        assertThat(closed.next()).isEqualTo(new Next(WIN_RATE_FACT, n("0.3"), n("100.00")));
        PayFacts open = facts.withFact(WIN_RATE, KpiValue.of(n("0.3"), 10));
        assertThat(scheme.statement(open).total()).isEqualTo("100.00");
        Line unknown = line(scheme.statement(revenue("1000")), "commission");
        assertThat(unknown.unpaid()).isEqualTo("closed gate: win-rate@1 at least 0.3, is NO_DATA");
        assertThat(unknown.next()).isNull();
    }

    @Test
    void aRampPaysTheShareOfTheMonthsSinceTheHire() {
        Curve ramp = Curve.steps(tier("0", "2", "0.5"), tier("2", null, "1"));
        PayScheme scheme = scheme("0", COMMISSION.withRamp(ramp));
        assertThat(scheme.statement(revenue("1000").withMonthsSinceHire(1)).total())
                .isEqualTo("50.00");
        assertThat(scheme.statement(revenue("1000").withMonthsSinceHire(2)).total())
                .isEqualTo("100.00");
        assertThat(line(scheme.statement(revenue("1000")), "commission").unpaid())
                .isEqualTo("months since hire are not known, and the component has a ramp");
        assertThat(line(scheme.statement(revenue("1000").withMonthsSinceHire(1)), "commission")
                        .words())
                .isEqualTo("revenue@1 1000: 1000 x 0.1 = 100 x 0.5 of the ramp (months since hire: 1); pays 50");
    }

    @Test
    void belowTheThresholdNothingIsPaidAndFromItOnAll() {
        PayScheme scheme = scheme("0", COMMISSION.withThreshold(n("500")));
        Line below = line(scheme.statement(revenue("499.99")), "commission");
        assertThat(below.unpaid()).isEqualTo("below the threshold 500");
        assertThat(below.next()).isEqualTo(new Next(REVENUE_FACT, n("500"), n("50.00")));
        assertThat(scheme.statement(revenue("500")).total()).isEqualTo("50.00");
    }

    @Test
    void aCapIsTheMostThatACurveGives() {
        PayScheme scheme = scheme("0", COMMISSION.withCap(n("80")));
        assertThat(scheme.statement(revenue("799")).total()).isEqualTo("79.90");
        Line capped = line(scheme.statement(revenue("1000")), "commission");
        assertThat(capped.amount()).isEqualTo("80.00");
        assertThat(capped.words()).isEqualTo("revenue@1 1000: 1000 x 0.1 = 100, capped at 80; pays 80");
    }

    @Test
    void whatIsInNoTierIsToldApartFromWhatHasOnlyReachedOne() {
        PayComponent late = PayComponent.commission("late", REVENUE_FACT, Curve.marginal(tier("100", null, "0.1")));
        assertThat(line(scheme("0", late).statement(revenue("99")), "late").words())
                .isEqualTo("revenue@1 99: in no tier, 0; pays 0");
        assertThat(line(scheme("0", late).statement(revenue("100")), "late").words())
                .isEqualTo("revenue@1 100: at the start of [100, ...), 0; pays 0");
    }

    @Test
    void theNextTierIsToldWithWhatItPaysMoreInAll() {
        PayComponent tiered = PayComponent.commission(
                "tiered", REVENUE_FACT, Curve.whole(tier("0", "1000", "0.1"), tier("1000", null, "0.2")));
        PayScheme scheme = scheme("0", tiered, COMMISSION);
        Next next = line(scheme.statement(revenue("900")), "tiered").next();
        assertThat(next).isEqualTo(new Next(REVENUE_FACT, n("1000"), n("120.00")));
        assertThat(next).hasToString("revenue@1 at 1000 pays 120.00 more");
        assertThat(line(scheme.statement(revenue("1000")), "tiered").next()).isNull();
        assertThat(line(scheme.withCap(n("250")).statement(revenue("900")), "tiered")
                        .next()
                        .more())
                .isEqualTo("70.00");
    }

    @Test
    void aStepThatPaysNothingMoreIsPassedOver() {
        PayComponent flat = PayComponent.commission(
                "flat", REVENUE_FACT, Curve.steps(tier("0", "10", "5"), tier("10", "20", "5"), tier("20", null, "9")));
        assertThat(line(scheme("0", flat).statement(revenue("1")), "flat").next())
                .isEqualTo(new Next(REVENUE_FACT, n("20"), n("4.00")));
    }

    @Test
    void aRateCanBeReachedByOneInputAndPaidOfAnother() {
        PayComponent rate = PayComponent.of(
                "rate",
                QUOTA,
                Curve.steps(tier("0", "1", "0.03"), tier("1", null, "0.05")),
                new Pays.RateOf(REVENUE_FACT));
        PayScheme scheme = scheme("0", rate);
        Line line = line(scheme.statement(revenue("2000").withAttainment("quota", n("1.1"))), "rate");
        assertThat(line.amount()).isEqualTo("100.00");
        assertThat(line.words()).isEqualTo("attainment of quota 1.1: in [1, ...), 0.05; 0.05 of revenue@1 2000 = 100");
        assertThat(line(scheme.statement(facts().withAttainment("quota", n("1.1"))), "rate")
                        .unpaid())
                .isEqualTo("revenue@1 is NO_DATA");
    }

    @Test
    void aShareOfTheBaseIsPaidOnTop() {
        PayComponent share = PayComponent.of("share", QUOTA, Curve.flat(n("0.2")), new Pays.ShareOfBase());
        assertThat(scheme("3000", share)
                        .statement(facts().withAttainment("quota", n("1")))
                        .total())
                .isEqualTo("3600.00");
    }

    @Test
    void aWeightMultipliesWhatAComponentPays() {
        PayScheme scheme = scheme("0", COMMISSION.withWeight(n("0.25")));
        assertThat(line(scheme.statement(revenue("1000")), "commission").words())
                .endsWith("pays 100 x weight 0.25");
        assertThat(scheme.statement(revenue("1000")).total()).isEqualTo("25.00");
    }

    @Test
    void aNetBelowZeroIsTakenBackOnALineOfItsOwnIfTheComponentSaysAtWhatRate() {
        assertThat(scheme("0", COMMISSION).statement(revenue("-300")).lines()).hasSize(2);
        PayScheme scheme = scheme("0", COMMISSION.withClawback(n("0.1")), BONUS);
        PayStatement statement = scheme.statement(revenue("-300").withAttainment("quota", n("1")));
        assertThat(line(statement, "commission").amount()).isEqualTo("0.00");
        assertThat(line(statement, "commission:clawback").amount()).isEqualTo("-30.00");
        assertThat(line(statement, "commission:clawback").words())
                .isEqualTo("revenue@1 is below 0: -300 x 0.1 = -30; pays -30");
        assertThat(statement.total()).isEqualTo("470.00");
    }

    @Test
    void aClawbackHasTheWeightOfItsComponentButNoGateAndNoRamp() {
        PayComponent component = COMMISSION
                .withClawback(n("0.1"))
                .withWeight(n("0.5"))
                .withRamp(Curve.steps(tier("0", null, "0.2")))
                .withGate(WIN_RATE_FACT, n("0.3"));
        PayStatement statement = scheme("0", component, BONUS)
                .statement(revenue("-300").withAttainment("quota", n("1")).withMonthsSinceHire(0));
        assertThat(line(statement, "commission:clawback").amount()).isEqualTo("-15.00");
        assertThat(line(statement, "commission:clawback").words()).endsWith("pays -30 x weight 0.5");
    }

    @Test
    void aRateOfAnAmountBelowZeroPaysNothingAndTakesBackAtTheRateOfTheClawback() {
        PayComponent rate = PayComponent.of("rate", QUOTA, Curve.flat(n("0.05")), new Pays.RateOf(REVENUE_FACT));
        PayFacts facts = revenue("-300").withAttainment("quota", n("1"));
        PayStatement nothing = scheme("0", rate).statement(facts);
        assertThat(nothing.total()).isEqualTo("0.00");
        assertThat(line(nothing, "rate").unpaid()).isEqualTo("revenue@1 is below 0");
        PayFacts dollars = facts.withFact(REVENUE, KpiValue.money(BigMoney.parse("USD 300"), 1));
        assertThat(line(scheme("0", rate).statement(dollars), "rate").unpaid())
                .isEqualTo("revenue@1 is NOT_APPLICABLE: not in EUR");
        PayStatement product = scheme("0")
                .withCombination(new Combination.OnTop(new Pays.RateOf(REVENUE_FACT)))
                .with(PayComponent.factor("f", QUOTA, Curve.flat(n("0.05"))))
                .deductingFromBase("Factors may.")
                .statement(facts);
        assertThat(line(product, "product").exact()).isEqualTo("0");
        assertThat(line(product, "product").unpaid()).isEqualTo("revenue@1 is below 0");
        PayStatement back = scheme("0", rate.withClawback(n("0.04")), BONUS).statement(facts);
        assertThat(line(back, "rate:clawback").amount()).isEqualTo("-12.00");
        assertThat(back.total()).isEqualTo("488.00");
    }

    @Test
    void nothingIsTakenFromTheBaseUnlessTheSchemeSaysSoInWords() {
        PayScheme scheme = scheme("1000", COMMISSION.withClawback(n("0.1")));
        PayStatement kept = scheme.statement(revenue("-300"));
        assertThat(kept.total()).isEqualTo("1000.00");
        assertThat(line(kept, "protection").amount()).isEqualTo("30.00");
        assertThat(kept.carriedForward()).isEqualTo("30.00");
        PayStatement taken = scheme.deductingFromBase("Commission on refunded invoices is deducted.")
                .statement(revenue("-300"));
        assertThat(taken.total()).isEqualTo("970.00");
        assertThat(taken.line("protection")).isEmpty();
        assertThat(taken.carriedForward()).isEqualTo("0");
    }

    @Test
    void whatIsCarriedForwardIsTakenBackFromTheNextPeriod() {
        PayScheme scheme = scheme("1000", COMMISSION);
        PayFacts april = revenue("500").withClawback("2026-03", BigMoney.parse("EUR 30"));
        PayStatement statement = scheme.statement(april);
        assertThat(line(statement, "clawback:2026-03").amount()).isEqualTo("-30.00");
        assertThat(statement.total()).isEqualTo("1020.00");
        PayStatement unknown = scheme.statement(
                revenue("500").with(new Input.Clawback("x"), KpiValue.money(BigMoney.parse("USD 30"), 1)));
        assertThat(line(unknown, "clawback:x").unpaid()).isEqualTo("clawback of x is NOT_APPLICABLE: not in EUR");
    }

    @Test
    void onlyWhatWasToBeTakenBackIsCarriedForwardAndNoFactorThatFellShort() {
        PayScheme scheme = scheme("1000")
                .withCombination(new Combination.OfBase())
                .with(PayComponent.factor("f", QUOTA, Curve.steps(tier("0", null, "0.9"))));
        PayFacts low = facts().withAttainment("quota", n("0.5"));
        PayStatement factor = scheme.statement(low);
        assertThat(line(factor, "protection").amount()).isEqualTo("100.00");
        assertThat(line(factor, "protection").words()).isEqualTo("100 is not taken from the base");
        assertThat(factor.carriedForward()).isEqualTo("0");
        PayStatement both = scheme.statement(low.withClawback("2026-02", BigMoney.parse("EUR 30")));
        assertThat(line(both, "protection").words())
                .isEqualTo("130 is not taken from the base; 30 of it is carried forward");
        assertThat(both.carriedForward()).isEqualTo("30.00");
        assertThat(line(scheme("9").statement(facts().withClawback("x", BigMoney.parse("EUR 3"))), "protection")
                        .words())
                .isEqualTo("3 is not taken from the base but carried forward");
    }

    @Test
    void floorAndCapOfTheTotalAreLinesOfTheirOwn() {
        PayScheme scheme = scheme("1000", COMMISSION).withFloor(n("1050")).withCap(n("1200"));
        PayStatement low = scheme.statement(revenue("100"));
        assertThat(low.total()).isEqualTo("1050.00");
        assertThat(line(low, "floor").amount()).isEqualTo("40.00");
        PayStatement high = scheme.statement(revenue("5000"));
        assertThat(high.total()).isEqualTo("1200.00");
        assertThat(line(high, "cap").amount()).isEqualTo("-300.00");
        assertThat(scheme.statement(revenue("1000")).lines()).hasSize(2);
    }

    @Test
    void aLimitOfTheTotalIsNotFinerThanWhatIsPaid() {
        assertThatThrownBy(() -> scheme("0").withCap(n("27.494")))
                .hasMessage("cap (27.494): must not have more than 2 decimals, as what is paid. Maybe round it.");
        assertThatThrownBy(() -> scheme("0").withFloor(n("27.494"))).hasMessageStartingWith("floor (27.494): ");
        assertThat(scheme("0").withCap(n("27.490")).cap()).isEqualByComparingTo("27.49");
    }

    @Test
    void factorsInPlaceOfTheBaseTakeFromItOnlyIfTheSchemeSaysSo() {
        PayScheme scheme = scheme("1000")
                .withCombination(new Combination.OfBase())
                .with(PayComponent.factor("f", QUOTA, Curve.steps(tier("0", "1", "0.9"), tier("1", null, "1.1"))));
        PayFacts low = facts().withAttainment("quota", n("0.5"));
        assertThat(scheme.statement(low).total()).isEqualTo("1000.00");
        assertThat(scheme.deductingFromBase("Base varies with quota.")
                        .statement(low)
                        .total())
                .isEqualTo("900.00");
        assertThat(scheme.statement(low.withAttainment("quota", n("1"))).total())
                .isEqualTo("1100.00");
        assertThat(line(scheme.statement(low), "f").next().more()).isEqualTo("100.00");
    }

    @Test
    void aFactorWithoutItsInputMakesTheProductNothing() {
        PayScheme scheme = scheme("1000")
                .withCombination(new Combination.OnTop(new Pays.Amount(n("500"))))
                .with(PayComponent.factor("f", QUOTA, Curve.flat(n("1"))))
                .with(PayComponent.factor("g", WIN_RATE_FACT, Curve.flat(n("1"))));
        PayStatement statement = scheme.statement(facts().withAttainment("quota", n("1")));
        assertThat(statement.total()).isEqualTo("1000.00");
        assertThat(line(statement, "g").unpaid()).isEqualTo("win-rate@1 is NO_DATA");
        assertThat(line(statement, "product").words()).isEqualTo("1 x 0 = 0; 0 of 500 = 0");
    }

    @Test
    void centsGoToTheLinesThatLostMost() {
        PayComponent third = PayComponent.amount("a", QUOTA, Curve.flat(n("0.3333333")), n("1"));
        PayScheme scheme = scheme("0.005", third, PayComponent.amount("b", QUOTA, Curve.flat(n("0.6666667")), n("1")));
        PayStatement statement = scheme.statement(facts().withAttainment("quota", n("1")));
        assertThat(statement.lines()).extracting(Line::amount).containsExactly(n("0.01"), n("0.33"), n("0.67"));
        assertThat(statement.total()).isEqualTo("1.01");
        PayScheme euros = PayScheme.of("s", 1, CurrencyUnit.EUR, n("1.5"), new Rounding(RoundingMode.DOWN, 0));
        assertThat(euros.statement(facts()).total()).isEqualTo("1");
    }

    @Test
    void equalLossesAreSettledInTheOrderOfTheLines() {
        List<BigDecimal> halves = List.of(n("0.5"), n("0.5"), n("-0.5"), n("0.5"));
        assertThat(LargestRemainder.round(halves, new Rounding(RoundingMode.HALF_UP, 0)))
                .containsExactly(n("1"), n("1"), n("-1"), n("0"));
    }

    @Test
    void schemesThatContradictThemselvesAreRefused() {
        assertRefused(() -> scheme("-1"), "base (-1): must be at least 0. Maybe a sign is off.");
        assertRefused(() -> new Pays.Amount(n("-1")), "amount (-1): must be at least 0. Maybe a sign is off.");
        assertRefused(
                () -> scheme("10").withCap(n("9")),
                "cap (9): must not be below base or floor. Maybe it caps the variable pay, not the total.");
        assertRefused(
                () -> scheme("10").withFloor(n("20")).withCap(n("19")),
                "cap (19): must not be below base or floor. Maybe it caps the variable pay, not the total.");
        assertRefused(
                () -> scheme("0", BONUS, BONUS),
                "component (bonus): must be named once. Maybe give one of the two an id of its own.");
        assertRefused(
                () -> scheme("0", PayComponent.factor("f", QUOTA, Curve.flat(n("1")))),
                "component (f): must pay an amount where components add up. Maybe set the combination first.");
        assertRefused(
                () -> scheme("0").withCombination(new Combination.OfBase()).with(BONUS),
                "component (bonus): must be a factor where components multiply. Maybe set the combination first.");
        assertRefused(
                () -> scheme("0")
                        .withCombination(new Combination.OfBase())
                        .with(PayComponent.factor("f", QUOTA, Curve.flat(n("1")))
                                .withWeight(n("2"))),
                "component (f): a factor has neither weight nor clawback. Maybe the combination should be additive.");
        assertRefused(
                () -> scheme("0").deductingFromBase(" "),
                "deductsFromBase ( ): must say so in words. Maybe quote the contract.");
        assertRefused(
                () -> PayComponent.commission("cap", QUOTA, Curve.flat(n("1"))),
                "component (cap): must have an id without a colon that is no other line of a statement."
                        + " Maybe that of its target.");
        assertRefused(
                () -> new Rounding(RoundingMode.UNNECESSARY, 2),
                "rounding (UNNECESSARY, 2): must be a mode that rounds and a scale of 0 to 18. Maybe HALF_UP and 2.");
        assertRefused(
                () -> PayScheme.of("s", 0, CurrencyUnit.EUR, n("0"), CENTS),
                "scheme (s@0): must have an id and a version of at least 1. Maybe it was left out.");
        assertRefused(
                () -> scheme("0").withCombination(new Combination.OnTop(new Pays.Factor())),
                "combination (a factor): must multiply an amount. Maybe a share of the base.");
    }

    private static void assertRefused(Runnable attempt, String message) {
        assertThatThrownBy(attempt::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
