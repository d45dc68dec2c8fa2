package io.github.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.PeerCases;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final BigDecimal NEAR = new BigDecimal("1e-12");

    @Test
    void wilsonLimitsAreThoseOfR() {
        List<Map<String, String>> rows = PeerCases.rows("proportion_intervals_R.csv");
        for (Map<String, String> row : rows) {
            Bounds ours = Bounds.wilson(number(row, "successes"), number(row, "trials"));
            assertThat(ours.low()).as("%s", row).isCloseTo(new BigDecimal(row.get("wilson_low")), within(NEAR));
            assertThat(ours.high()).as("%s", row).isCloseTo(new BigDecimal(row.get("wilson_high")), within(NEAR));
        }
        assertThat(rows).hasSize(29).allMatch(row -> row.get("conf").equals("0.95"));
    }

    @Test
    void wilsonLimitsAreThoseOfOtherLibrariesToTheDigitsThatTheyGive() {
        List<Map<String, String>> rows = PeerCases.rows("proportion_intervals_peers.csv");
        for (Map<String, String> row : rows) {
            Bounds ours = Bounds.wilson(number(row, "successes"), number(row, "trials"));
            for (String side : List.of("low", "high")) {
                BigDecimal theirs = new BigDecimal(row.get("expected_" + side));
                BigDecimal near = NEAR.max(BigDecimal.valueOf(5, theirs.scale() + 1));
                BigDecimal limit = side.equals("low") ? ours.low() : ours.high();
                if (theirs.signum() != 0) {
                    assertThat(limit).as("%s", row).isCloseTo(theirs, within(near));
                } else {
                    assertThat(limit).as("%s", row).isZero();
                }
            }
        }
        assertThat(rows).hasSize(7).allMatch(row -> row.get("confidence").equals("0.95"));
    }

    @Test
    void limitsAreExactlyZeroWithoutSuccessesAndExactlyOneWithoutFailures() {
        for (long trials : new long[] {1, 2, 3, 7, 10, 49, 500, 45_211, 1_000_000_007L, 1L << 53}) {
            assertThat(Bounds.wilson(0, trials).low()).isEqualTo(BigDecimal.ZERO);
            assertThat(Bounds.wilson(trials, trials).high()).isEqualTo(BigDecimal.ONE);
            assertThat(Bounds.wilson(0, trials).high()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            assertThat(Bounds.wilson(trials, trials).low()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        }
    }

    @Test
    void limitsHoldTheShareBetweenThem() {
        for (int trials = 1; trials <= 60; trials++) {
            for (int successes = 0; successes <= trials; successes++) {
                Bounds bounds = Bounds.wilson(successes, trials);
                double share = (double) successes / trials;
                assertThat(share)
                        .isBetween(bounds.low().doubleValue(), bounds.high().doubleValue());
            }
        }
    }

    @Test
    void countsThatMakeNoShareAreRefused() {
        assertThatThrownBy(() -> Bounds.wilson(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "successes and trials (3, 2): 0 <= successes <= trials and trials > 0. Maybe they are swapped.");
        assertThatThrownBy(() -> Bounds.wilson(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bounds.wilson(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void swappedLimitsAreRefusedAndAbsentOnesAreNot() {
        assertThatThrownBy(() -> new Bounds(BigDecimal.ONE, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bounds (1, 0): low must not exceed high.");
        assertThat(new Bounds(null, BigDecimal.ZERO).low()).isNull();
        assertThat(new Bounds(BigDecimal.ONE, null).high()).isNull();
    }

    @Test
    void equalNumbersAreEqualBounds() {
        assertThat(new Bounds(new BigDecimal("0.10"), new BigDecimal("10")))
                .isEqualTo(new Bounds(new BigDecimal("0.1"), new BigDecimal("1e1")));
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(row.get(column));
    }

    private static Offset<BigDecimal> within(BigDecimal near) {
        return Offset.offset(near);
    }
}
