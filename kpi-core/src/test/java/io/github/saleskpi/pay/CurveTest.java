package io.github.saleskpi.pay;

import static io.github.saleskpi.pay.Schemes.n;
import static io.github.saleskpi.pay.Schemes.point;
import static io.github.saleskpi.pay.Schemes.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void aMarginalCurvePaysEachPartAtItsOwnRate() {
        Curve curve = Curve.marginal(tier("0", "100", "1"), tier("100", "200", "2"), tier("200", null, "3"));
        assertThat(curve.at(n("100"))).isEqualTo("100");
        assertThat(curve.at(n("150"))).isEqualTo("200");
        assertThat(curve.at(n("250"))).isEqualTo("450");
        assertThat(curve.at(n("-5"))).isEqualTo("0");
    }

    @Test
    void aWholeCurvePaysAllAtTheRateReached() {
        Curve curve = Curve.whole(tier("0", "100", "1"), tier("100", null, "2"));
        assertThat(curve.at(n("99.9"))).isEqualTo("99.9");
        assertThat(curve.at(n("100"))).isEqualTo("200");
        assertThat(curve.at(n("-5"))).isEqualTo("0");
    }

    @Test
    void aStepGivesItsRateWhateverTheInput() {
        Curve curve = Curve.steps(tier("5", "10", "200"), tier("10", null, "500"));
        assertThat(curve.at(n("4.99"))).isEqualTo("0");
        assertThat(curve.at(n("5"))).isEqualTo("200");
        assertThat(curve.at(n("10"))).isEqualTo("500");
        assertThat(curve.at(n("1000"))).isEqualTo("500");
    }

    @Test
    void aTierBeginsAtItsBeginningAndEndsBeforeItsEnd() {
        Curve curve = Curve.steps(tier("0", "1", "7"), tier("1", "2", "8"));
        assertThat(curve.tier(n("1"))).contains(tier("1", "2", "8"));
        assertThat(curve.tier(n("2"))).isEmpty();
        assertThat(tier("0", "1", "7")).hasToString("[0, 1)");
        assertThat(tier("1", null, "7")).hasToString("[1, ...)");
    }

    @Test
    void betweenPointsTheLineIsStraightAndOutsideItIsLevel() {
        Curve curve = Curve.linear(point("1", "100"), point("0.5", "0"), point("2", "101"));
        assertThat(curve.at(n("0.2"))).isEqualTo("0");
        assertThat(curve.at(n("0.75"))).isEqualTo("50");
        assertThat(curve.at(n("1"))).isEqualTo("100");
        assertThat(curve.at(n("1.333"))).isEqualTo("100.333");
        assertThat(curve.at(n("9"))).isEqualTo("101");
        assertThat(curve.bends()).containsExactly(n("0.5"), n("1"), n("2"));
    }

    @Test
    void whatLiesBetweenPointsHasThirtyFourDigits() {
        Curve curve = Curve.linear(point("0", "0"), point("3", "1"));
        assertThat(curve.at(n("1"))).isEqualTo("0.3333333333333333333333333333333333");
    }

    @Test
    void anAcceleratorMultipliesTheRatesAboveAndADeceleratorThoseBelow() {
        Curve.Tiers curve = Curve.marginal(tier("0", "10", "1"), tier("10", null, "2"));
        assertThat(curve.accelerated(n("15"), n("1.5")).tiers())
                .containsExactly(tier("0", "10", "1"), tier("10", "15", "2"), tier("15", null, "3"));
        assertThat(curve.accelerated(n("10"), n("1.5")).tiers())
                .containsExactly(tier("0", "10", "1"), tier("10", null, "3"));
        assertThat(curve.decelerated(n("10"), n("0.5")).tiers())
                .containsExactly(tier("0", "10", "0.5"), tier("10", null, "2"));
        assertThat(curve.decelerated(n("4"), n("0")).tiers())
                .containsExactly(tier("0", "4", "0"), tier("4", "10", "1"), tier("10", null, "2"));
    }

    @Test
    void inAGapNothingIsGivenAndOfOverlappingTiersTheLaterBeginningCounts() {
        Curve gap = Curve.whole(tier("0", "10", "1"), tier("20", null, "1"));
        assertThat(gap.at(n("15"))).isEqualTo("0");
        Curve overlap = Curve.steps(tier("0", "20", "1"), tier("10", null, "2"));
        assertThat(overlap.at(n("15"))).isEqualTo("2");
    }

    @Test
    void curvesThatSayNothingAreRefused() {
        assertThatThrownBy(Curve::marginal)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tiers (): must be at least one. Maybe [0, ...) at rate 0.");
        assertThatThrownBy(() -> tier("2", "1", "0"))
                .hasMessage("tier (2 to 1): must begin below its end, which is exclusive. Maybe they are swapped.");
        assertThatThrownBy(() -> tier("1", "1", "0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(Curve::linear).hasMessage("points (): must be at least one. Maybe (0, 0).");
        assertThatThrownBy(() -> Curve.linear(point("1", "1"), point("1.0", "2")))
                .hasMessage("point (1): must be at an input of its own. Maybe steps were meant, which are tiers.");
    }
}
