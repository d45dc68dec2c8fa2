package io.github.saleskpi.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.PeerCases;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static Distribution.Numbers numbers(String sample) {
        Tally<BigDecimal, Distribution.Numbers> tally = Measure.numbers("n").newTally();
        for (String each : sample.split(" ", -1)) {
            if (!each.isEmpty()) {
                tally.add(new BigDecimal(each), 1);
            }
        }
        return tally.read(Lengths.ANY);
    }

    private static BigDecimal amount(KpiValue value) {
        return ((Defined) value).amount();
    }

    @Test
    void nothingHasNoQuantileNoMeanAndNoShare() {
        Distribution.Numbers nothing = numbers("");
        assertThat(nothing.size()).isZero();
        assertThat(nothing.quantile(HALF)).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
        assertThat(nothing.mean()).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
        assertThat(nothing.atMost(BigDecimal.ONE)).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
    }

    @Test
    void quantilesAreThoseOfTypeTwoBelowZeroToo() {
        List<Map<String, String>> rows = new ArrayList<>(PeerCases.rows("quantiles_types1-9_R.csv"));
        assertThat(rows).hasSize(54).allMatch(row -> row.get("type").equals("2"));
        for (Map<String, String> row : PeerCases.rows("quantiles_peers.csv")) {
            row.put("value", row.get("expected"));
            rows.add(row);
        }
        for (Map<String, String> row : rows) {
            assertThat(amount(numbers(row.get("sample")).quantile(new BigDecimal(row.get("p")))))
                    .as("%s", row)
                    .isEqualByComparingTo(new BigDecimal(row.get("value")));
        }
        assertThat(rows).hasSize(59).anyMatch(row -> row.get("sample").contains("-"));
    }

    @Test
    void nothingIsRoundedHoweverManyDigitsNumbersHave() {
        String large = "1234567890123456789012345678901234567890.1";
        assertThat(amount(numbers("-1e-40 " + large + " -3").quantile(HALF))).isEqualTo("-1E-40");
        assertThat(amount(numbers(large + " " + large + "1").quantile(HALF)))
                .isEqualTo("1234567890123456789012345678901234567890.105");
        assertThat(amount(numbers("1e30 -1e30 1").mean())).isEqualTo("0.3333333333333333333333333333333333");
    }

    @Test
    void theSameAmountIsTheSameHoweverItIsWritten() {
        assertThat(numbers("1 1.00 100 1e2"))
                .isEqualTo(numbers("1e2 1e2 1.0 1"))
                .hasSameHashCodeAs(numbers("100 1 1 100"));
        assertThat(numbers("1 1 2")).isNotEqualTo(numbers("1 2 2"));
        assertThat(numbers("1 1.00 2").atMost(new BigDecimal("1.000"))).isEqualTo(KpiValue.proportion(2, 3));
    }

    @Test
    void aShareIsOfThoseAtMostTheLimitInclusive() {
        Distribution.Numbers numbers = numbers("-2 0 0 3");
        assertThat(numbers.atMost(new BigDecimal("-3"))).isEqualTo(KpiValue.proportion(0, 4));
        assertThat(numbers.atMost(BigDecimal.ZERO)).isEqualTo(KpiValue.proportion(3, 4));
        assertThat(numbers.atMost(new BigDecimal("2.9"))).isEqualTo(KpiValue.proportion(3, 4));
        assertThat(numbers.atMost(new BigDecimal("3"))).isEqualTo(KpiValue.proportion(4, 4));
    }

    @Test
    void aQuantileHasLimitsAmongTheNumbers() {
        StringBuilder sample = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            sample.append(i > 1 ? " " : "").append(i * i);
        }
        Bounds ranks = ((Defined) Lengths.of(sample.toString()).quantile(HALF)).bounds();
        Defined median = (Defined) numbers(sample.toString()).quantile(HALF);
        assertThat(median.amount()).isEqualTo("110.5");
        assertThat(median.sample()).isEqualTo(20);
        assertThat(median.bounds().low()).isEqualByComparingTo(ranks.low());
        assertThat(median.bounds().high()).isEqualByComparingTo(ranks.high());
    }

    @Test
    void aQuantileLiesStrictlyBetweenNothingAndAll() {
        for (String p : List.of("0", "1", "50")) {
            assertThatThrownBy(() -> numbers("1").quantile(new BigDecimal(p)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "p of a quantile (" + p + "): must lie strictly between 0 and 1. Maybe it is in per cent.");
        }
    }
}
