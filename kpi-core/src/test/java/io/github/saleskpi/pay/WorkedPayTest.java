package io.github.saleskpi.pay;

import static io.github.saleskpi.pay.Schemes.QUOTA;
import static io.github.saleskpi.pay.Schemes.REVENUE_FACT;
import static io.github.saleskpi.pay.Schemes.facts;
import static io.github.saleskpi.pay.Schemes.line;
import static io.github.saleskpi.pay.Schemes.n;
import static io.github.saleskpi.pay.Schemes.scheme;
import static io.github.saleskpi.pay.Schemes.tier;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayScheme.Combination;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The worked values of the specification. */
class WorkedPayTest {
    @Test
    void aboveTheQuotaTheRateIsHalfAsMuchAgain() {
        BigDecimal attainment = n("650000").divide(n("500000"));
        PayStatement statement = scheme(
                        "0",
                        PayComponent.amount(
                                "variable", QUOTA, Curve.flat(n("1")).accelerated(n("1"), n("1.5")), n("100000")))
                .statement(facts().withAttainment("quota", attainment));
        assertThat(statement.total()).isEqualTo("145000.00");
        assertThat(line(statement, "variable").words())
                .isEqualTo("attainment of quota 1.3: 1 x 1 + 0.3 x 1.5 = 1.45; 1.45 of 100000 = 145000");
        assertThat(line(statement, "variable").tier()).isEqualTo(tier("1", null, "1.5"));
    }

    @Test
    void theSameQuotaOnTheFactItselfPaysTheSame() {
        PayScheme scheme = scheme(
                "0",
                PayComponent.commission(
                        "variable", REVENUE_FACT, Curve.flat(n("0.2")).accelerated(n("500000"), n("1.5"))));
        assertThat(scheme.statement(Schemes.revenue("650000")).total()).isEqualTo("145000.00");
    }

    @Test
    void belowHalfOfTheQuotaTheRateIsHalved() {
        for (Curve.Tiers curve : new Curve.Tiers[] {
            Curve.flat(n("1")).decelerated(n("0.5"), n("0.5")),
            Curve.whole(tier("0", null, "1")).decelerated(n("0.5"), n("0.5"))
        }) {
            PayScheme scheme = scheme("0", PayComponent.amount("variable", QUOTA, curve, n("100000")));
            assertThat(scheme.statement(facts().withAttainment("quota", n("0.4")))
                            .total())
                    .isEqualTo("20000.00");
        }
    }

    @Test
    void factorsMultiplyAndPayOnTopOfTheBase() {
        Curve factor = Curve.steps(tier("0", "0.5", "0.5"), tier("0.5", null, "0.7"));
        PayScheme scheme = scheme("30000")
                .withCombination(new Combination.OnTop(new Pays.ShareOfBase()))
                .with(PayComponent.factor("calls", new Input.Attainment("a"), factor))
                .with(PayComponent.factor("deals", new Input.Attainment("b"), factor));
        PayFacts good = facts().withAttainment("a", n("0.9")).withAttainment("b", n("0.8"));
        PayStatement both = scheme.statement(good);
        assertThat(both.total()).isEqualTo("44700.00");
        assertThat(line(both, "product").words()).isEqualTo("0.7 x 0.7 = 0.49; 0.49 of the base 30000 = 14700");
        assertThat(scheme.statement(good.withAttainment("b", n("0.4"))).total()).isEqualTo("40500.00");
    }
}
