package io.github.saleskpi.pay;

import static io.github.saleskpi.pay.Schemes.QUOTA;
import static io.github.saleskpi.pay.Schemes.REVENUE_FACT;
import static io.github.saleskpi.pay.Schemes.WIN_RATE_FACT;
import static io.github.saleskpi.pay.Schemes.n;
import static io.github.saleskpi.pay.Schemes.point;
import static io.github.saleskpi.pay.Schemes.scheme;
import static io.github.saleskpi.pay.Schemes.tier;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.plan.Finding;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.time.Period;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaySchemeLinterTest {
    private static final Curve FLAT = Curve.flat(n("1"));
    private static final Plan PLAN = Plan.of("p")
            .with(
                    LocalDate.of(2026, 1, 1),
                    List.of(
                            target("all", Audience.company(), Goal.atLeast("0.3")),
                            target("quota", Audience.rep("r1"), Goal.atLeast("0.3")),
                            target("band", Audience.rep("r1"), Goal.within("0.2", "0.4"))));

    private static Target target(String id, Audience audience, Goal goal) {
        return Target.of(id, Indicators.WIN_RATE, audience, Schedule.in(Period.quarter(2026, 1)), goal);
    }

    private static List<String> lint(PayComponent... components) {
        return scheme("1000", components).lint(PLAN, List.of()).stream()
                .map(Finding::toString)
                .toList();
    }

    private static List<String> lint(Curve curve) {
        return lint(PayComponent.commission("c", REVENUE_FACT, curve));
    }

    @Test
    void aSchemeThatIsMeantSoHasNoFindings() {
        assertThat(lint(
                        PayComponent.amount("a", QUOTA, FLAT, n("500"))
                                .withWeight(n("0.4"))
                                .withGate(WIN_RATE_FACT, n("0.3")),
                        PayComponent.of(
                                        "b",
                                        QUOTA,
                                        Curve.linear(point("0", "0"), point("1", "0.05")),
                                        new Pays.RateOf(REVENUE_FACT))
                                .withWeight(n("0.6")),
                        PayComponent.commission(
                                "c", REVENUE_FACT, Curve.marginal(tier("0", "10", "0.1"), tier("10", null, "0.2")))))
                .isEmpty();
    }

    @Test
    void gapsAndOverlapsOfTiersAreFound() {
        assertThat(lint(Curve.marginal(tier("0", "10", "1"), tier("20", null, "1"))))
                .containsExactly("ERROR curve of c (tiers [0, 10) and [20, ...)): must leave no gap."
                        + " Maybe the first ends where the second begins.");
        assertThat(lint(Curve.marginal(tier("0", "10", "1"), tier("9", null, "1"))))
                .containsExactly("ERROR curve of c (tiers [0, 10) and [9, ...)): must not overlap."
                        + " Maybe the first ends where the second begins.");
        assertThat(lint(Curve.marginal(tier("0", "10", "1"))))
                .containsExactly(
                        "WARNING curve of c (tier [0, 10)): is the last and should be open. Maybe a cap was meant.");
    }

    @Test
    void aCliffIsFoundWithWhatItPaysMore() {
        assertThat(lint(Curve.whole(tier("0", "1000", "0.1"), tier("1000", null, "0.15"))))
                .containsExactly(
                        "WARNING curve of c (cliff at 1000): a little more pays 50 EUR more. Maybe marginal tiers.");
        Curve steps = Curve.steps(tier("1", null, "0.2"));
        assertThat(lint(PayComponent.of("c", QUOTA, steps, new Pays.ShareOfBase())))
                .containsExactly(
                        "WARNING curve of c (cliff at 1): a little more pays 200 EUR more. Maybe marginal tiers.");
        assertThat(lint(PayComponent.of("c", QUOTA, steps, new Pays.RateOf(REVENUE_FACT))))
                .containsExactly("WARNING curve of c (cliff at 1): a little more pays 0.2 of revenue@1 more."
                        + " Maybe marginal tiers.");
        assertThat(lint(PayComponent.commission("c", REVENUE_FACT, FLAT).withThreshold(n("30"))))
                .containsExactly("WARNING curve of c (cliff at 30): reaching the threshold pays 30 EUR at once."
                        + " Maybe tiers that begin there.");
    }

    @Test
    void curvesThatFallAreFoundUnlessLessIsBetter() {
        Curve falling = Curve.linear(point("0", "9"), point("10", "3"));
        assertThat(lint(falling))
                .containsExactly(
                        "WARNING curve of c (line from 0 to 10): more pays less. Maybe two points are swapped.");
        Curve steps = Curve.steps(tier("0", "10", "9"), tier("10", null, "3"));
        assertThat(lint(steps))
                .containsExactly("WARNING curve of c (fall at 10): more pays 6 EUR less. Maybe a rate is off.");
        assertThat(lint(Curve.marginal(tier("0", "10", "1"), tier("10", null, "-1"))))
                .containsExactly(
                        "WARNING curve of c (tier [10, ...)): more pays less at rate -1. Maybe a sign is off.");
        Input seconds = new Input.Fact(Indicators.RESPONSE_TIME.id());
        assertThat(lint(PayComponent.commission("c", seconds, falling), PayComponent.commission("d", seconds, steps)))
                .isEmpty();
    }

    @Test
    void weightsThatDoNotAddUpToOneAreFound() {
        assertThat(lint(
                        PayComponent.commission("a", QUOTA, FLAT).withWeight(n("0.5")),
                        PayComponent.commission("b", QUOTA, FLAT).withWeight(n("0.4")),
                        PayComponent.commission("c", QUOTA, FLAT)))
                .containsExactly("WARNING weights (0.9): should add up to 1. Maybe one was changed alone.");
    }

    @Test
    void whatTheRepCannotInfluenceIsFound() {
        Input stock = new Input.Fact(new IndicatorId("material-use", "catalogue", 1));
        assertThat(lint(
                        PayComponent.commission("a", new Input.Attainment("all"), FLAT),
                        PayComponent.commission("b", stock, FLAT)))
                .containsExactly(
                        "WARNING component (a): pays for target all of the whole company, which a rep hardly influences."
                                + " Maybe a gate was meant.",
                        "WARNING component (b): pays for material-use:catalogue@1, which a rep cannot influence."
                                + " Maybe for what is used of it.");
    }

    @Test
    void targetsAndIndicatorsThatAreNotKnownAreFound() {
        Input own = new Input.Fact(IndicatorId.of("demos", 2));
        assertThat(lint(
                        PayComponent.commission("a", new Input.Attainment("qota"), FLAT),
                        PayComponent.commission("b", own, FLAT)))
                .containsExactly(
                        "ERROR target (qota) of a: is not in plan p. Maybe it has another id there.",
                        "ERROR indicator (demos@2) of b: is not known. Maybe its name or version is off.");
        assertThat(scheme("0", PayComponent.commission("a", new Input.Attainment("qota"), FLAT))
                        .lint(null, List.of()))
                .isEmpty();
    }

    @Test
    void aGateThatCanNeverOpenIsFound() {
        PayComponent component = PayComponent.commission("c", QUOTA, FLAT);
        assertThat(lint(component.withGate(WIN_RATE_FACT, n("30"))))
                .containsExactly(
                        "ERROR gate (win-rate@1 at least 30) of c: can never open, since win-rate@1 is at most 1."
                                + " Maybe it is a per cent.");
        assertThat(lint(component.withGate(new Input.Attainment("band"), n("1.01"))))
                .hasSize(1);
        assertThat(lint(component.withGate(new Input.Score(), n("2.1")))).hasSize(1);
        assertThat(lint(component
                        .withGate(WIN_RATE_FACT, n("1"))
                        .withGate(new Input.Score(), n("2"))
                        .withGate(QUOTA, n("9"))
                        .withGate(new Input.Attainment("band"), n("1"))))
                .isEmpty();
    }

    @Test
    void aCapBelowWhatACurveGivesIsFound() {
        assertThat(lint(PayComponent.commission(
                                "c", REVENUE_FACT, Curve.marginal(tier("0", "100", "1"), tier("100", null, "2")))
                        .withCap(n("90"))))
                .containsExactly("WARNING curve of c (cap 90): is below what is given at 100, 100."
                        + " Maybe it caps the money, not the curve.");
    }

    @Test
    void aRateOfWhatIsNoMoneyIsFound() {
        assertThat(lint(PayComponent.of("c", QUOTA, FLAT, new Pays.RateOf(WIN_RATE_FACT))))
                .containsExactly("WARNING component (c): pays a rate of win-rate@1, which is no money."
                        + " Maybe an amount for each was meant.");
    }
}
