package io.github.saleskpi.pay;

import static io.github.saleskpi.pay.PayStatementTest.BONUS;
import static io.github.saleskpi.pay.PayStatementTest.COMMISSION;
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
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a line of pay says of its amount. */
class PayWordsTest {
    @Test
    void anOpenGateIsToldWithWhatOpenedIt() {
        PayScheme scheme = scheme("0", COMMISSION.withGate(WIN_RATE_FACT, n("0.3")));
        PayFacts facts = revenue("1000").withFact(WIN_RATE, KpiValue.of(n("0.3"), 10));
        assertThat(line(scheme.statement(facts), "commission").words())
                .isEqualTo("revenue@1 1000: 1000 x 0.1 = 100; pays 100; open gate: win-rate@1 at least 0.3, is 0.3");
    }

    @Test
    void aLineOfACurveSaysBetweenWhichPointsItIsRead() {
        Curve line = Curve.linear(Schemes.point("0.8", "0"), Schemes.point("1", "0.75"));
        PayScheme scheme = scheme("0", PayComponent.amount("bonus", QUOTA, line, n("1000")));
        assertThat(line(scheme.statement(facts().withAttainment("quota", n("0.9"))), "bonus")
                        .words())
                .isEqualTo(
                        "attainment of quota 0.9: on the line from (0.8, 0) to (1, 0.75), 0.375; 0.375 of 1000 = 375");
        assertThat(line(scheme.statement(facts().withAttainment("quota", n("2"))), "bonus")
                        .words())
                .isEqualTo("attainment of quota 2: level with (1, 0.75), 0.75; 0.75 of 1000 = 750");
    }

    @Test
    void whatRoundingAddsOrTakesIsTold() {
        assertThat(line(scheme("0", COMMISSION).statement(revenue("100.06")), "commission")
                        .words())
                .isEqualTo("revenue@1 100.06: 100.06 x 0.1 = 10.006; pays 10.006; 10.006 rounded to 10.01");
    }

    @Test
    void aSharedOpportunityIsToldInTheInputThatItChanges() {
        PayFacts facts = revenue("1000").withSplit(PayFactsTest.split("r1", "0.25", "r2", "0.75"));
        String words =
                line(scheme("0", COMMISSION).statement(facts), "commission").words();
        assertThat(words).matches("revenue@1 [0-9]+ \\(1000 - [0-9]+ of shared opportunities\\): .*");
    }

    @Test
    void aLimitSaysFromWhereItReaches() {
        PayScheme scheme = scheme("100", COMMISSION).withFloor(n("150"));
        assertThat(line(scheme.statement(revenue("200")), "floor").words()).isEqualTo("at least 150: 150 - 120 = 30");
        assertThat(line(scheme.withCap(n("160")).statement(revenue("1000")), "cap")
                        .words())
                .isEqualTo("at most 160: 160 - 200 = -40");
    }

    @Test
    void aLineNamesTheSourceOfEachFactThatItLooksAt() {
        PayFacts facts = revenue("1000")
                .with(
                        QUOTA,
                        KpiValue.of(BigDecimal.ONE, 1),
                        new PayFacts.Source(REVENUE, Scope.of(Dimension.TEAM, "t1")));
        assertThat(line(scheme("0", COMMISSION).statement(facts), "commission").sources())
                .containsExactly(Map.entry(REVENUE_FACT, new PayFacts.Source(REVENUE, Scope.rep("r1"))));
        assertThat(line(scheme("0", BONUS).statement(facts), "bonus").sources())
                .containsExactly(Map.entry(QUOTA, new PayFacts.Source(REVENUE, Scope.of(Dimension.TEAM, "t1"))));
        assertThat(line(scheme("0", COMMISSION).statement(facts()), "commission")
                        .sources())
                .isEmpty();
    }
}
