package io.github.saleskpi.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.PeerCases;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    @Test
    void nothingHasNoQuantileNoMeanAndNoShare() {
        Distribution nothing = Lengths.of("");
        assertThat(nothing.size()).isZero();
        assertThat(nothing.ended()).isZero();
        assertThat(nothing.quantile(HALF)).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
        assertThat(nothing.mean()).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
        assertThat(nothing.within(Duration.ofHours(1))).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
        assertThat(nothing.greatest()).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
    }

    @Test
    void uncensoredQuantilesAreThoseOfTypeTwo() {
        List<Map<String, String>> rows = new ArrayList<>(PeerCases.rows("quantiles_types1-9_R.csv"));
        assertThat(rows).hasSize(54).allMatch(row -> row.get("type").equals("2"));
        for (Map<String, String> row : PeerCases.rows("quantiles_peers.csv")) {
            assertThat(row).containsEntry("type_hyndman_fan", "2");
            row.put("value", row.get("expected"));
            rows.add(row);
        }
        for (Map<String, String> row : rows) {
            List<BigDecimal> sample =
                    Stream.of(row.get("sample").split(" ")).map(BigDecimal::new).toList();
            // Lengths are never negative; a quantile moves along with its sample.
            BigDecimal shift = sample.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
            Distribution lengths = Lengths.of(sample.stream()
                    .map(value -> Observation.ended(Lengths.exactly(value.subtract(shift))))
                    .toList());
            assertThat(amount(lengths.quantile(new BigDecimal(row.get("p")))).add(shift))
                    .as("%s", row)
                    .isEqualByComparingTo(new BigDecimal(row.get("value")));
        }
        assertThat(rows).hasSize(59);
    }

    @Test
    void aMidpointIsExactToHalfANanosecond() {
        Distribution lengths = Lengths.of("0.000000001 0.000000002");
        assertThat(amount(lengths.quantile(HALF))).isEqualTo(new BigDecimal("0.0000000015"));
    }

    @Test
    void aTieAtTheEndOfTheCurveReachesToTheGreatestLengthSeen() {
        assertThat(amount(Lengths.of("240+ 420+ 840 1020+").quantile(HALF))).isEqualTo(new BigDecimal("930"));
        assertThat(amount(Lengths.of("10 20+").quantile(HALF))).isEqualTo(new BigDecimal("15"));
    }

    @Test
    void aTieInTheMiddleReachesToTheNextLengthThatEndedAndSkipsTheCensored() {
        assertThat(amount(Lengths.of("10 20+ 40").quantile(new BigDecimal("0.333333333333333333"))))
                .isEqualTo(BigDecimal.TEN);
        assertThat(amount(Lengths.of("10 10 20+ 40").quantile(HALF))).isEqualTo(new BigDecimal("25"));
    }

    @Test
    void atEqualLengthsTheEndedComeBeforeTheCensored() {
        // With the censored one first, two would be at risk at 5, the curve would fall to 1/2 and the median be 7.
        assertThat(amount(Lengths.of("5 5+ 9+").quantile(new BigDecimal("0.3"))))
                .isEqualTo(new BigDecimal("5"));
        assertThat(Lengths.of("5 5+ 9+").quantile(HALF)).isEqualTo(KpiValue.censored(new BigDecimal("9"), 3));
        assertThat(amount(Lengths.of("5 5+").quantile(HALF))).isEqualTo(new BigDecimal("5"));
    }

    @Test
    void aCurveThatNeverFallsFarEnoughIsCensoredAtTheGreatestLength() {
        assertThat(Lengths.of("1 2+ 3+ 7+").quantile(HALF)).isEqualTo(KpiValue.censored(new BigDecimal("7"), 4));
        assertThat(Lengths.of("1+ 3+").quantile(HALF)).isEqualTo(KpiValue.censored(new BigDecimal("3"), 2));
        assertThat(Lengths.of("1 2+ 3 3+ 3+ 3+ 3+ 3+").quantile(HALF))
                .isEqualTo(KpiValue.censored(new BigDecimal("3"), 8));
    }

    @Test
    void aLimitThatIsNeverReachedIsAbsent() {
        assertThat(bounds(Lengths.of("6").quantile(HALF))).isEqualTo(new Bounds(null, null));
        assertThat(bounds(Lengths.of("6 759 862").quantile(HALF))).isEqualTo(new Bounds(new BigDecimal("6"), null));
    }

    @Test
    void aConfidenceCurveThatAlmostEqualsTheLevelIsATieAsInR() {
        Distribution lengths = Lengths.of("1 2 3 4 5 6 7 8 9 10");
        // Right after 4 the curves of this sample are at 0.25266889700389 and 0.82722096702851.
        assertThat(bounds(lengths.quantile(new BigDecimal("0.747331103"))).low())
                .isEqualTo(new BigDecimal("4.5"));
        assertThat(bounds(lengths.quantile(new BigDecimal("0.747331003"))).low())
                .isEqualTo(new BigDecimal("4"));
        assertThat(bounds(lengths.quantile(new BigDecimal("0.747331203"))).low())
                .isEqualTo(new BigDecimal("5"));
        assertThat(bounds(lengths.quantile(new BigDecimal("0.172779033"))).high())
                .isEqualTo(new BigDecimal("4.5"));
        assertThat(bounds(lengths.quantile(new BigDecimal("0.172778933"))).high())
                .isEqualTo(new BigDecimal("4"));
        assertThat(bounds(lengths.quantile(new BigDecimal("0.172779133"))).high())
                .isEqualTo(new BigDecimal("5"));
    }

    @Test
    void aQuantileIsComparedBeyondThePrecisionOfADouble() {
        Distribution lengths = Lengths.of("1 2 3 4");
        assertThat(amount(lengths.quantile(new BigDecimal("0.5")))).isEqualTo(new BigDecimal("2.5"));
        assertThat(amount(lengths.quantile(new BigDecimal("0.5000000000000000000000000000000000001"))))
                .isEqualTo(new BigDecimal("3"));
        assertThat(amount(lengths.quantile(new BigDecimal("0.4999999999999999999999999999999999999"))))
                .isEqualTo(new BigDecimal("2"));
        assertThat(amount(lengths.quantile(new BigDecimal("1e-400")))).isEqualTo(BigDecimal.ONE);
        assertThat(amount(lengths.quantile(BigDecimal.ONE.subtract(new BigDecimal("1e-400")))))
                .isEqualTo(new BigDecimal("4"));
    }

    @Test
    void eightyThousandLengthsWithAThirdCensoredAreComparedExactly() {
        int n = 80_000;
        List<Observation> sample = new ArrayList<>();
        MathContext digits = new MathContext(130, RoundingMode.HALF_EVEN);
        BigDecimal survival = BigDecimal.ONE;
        int last = 62_001;
        for (int i = 0; i < n; i++) {
            Duration length = Duration.ofMillis(i + 1);
            sample.add(i % 3 == 2 ? new Observation.CutOff(length) : Observation.ended(length));
            if (i % 3 != 2 && i <= last) {
                survival = survival.multiply(BigDecimal.valueOf(n - i - 1)).divide(BigDecimal.valueOf(n - i), digits);
            }
        }
        Distribution lengths = Lengths.of(sample);
        BigDecimal p = BigDecimal.ONE.subtract(survival);
        for (int digitsOfP : new int[] {20, 45, 110}) {
            BigDecimal below = p.setScale(digitsOfP, RoundingMode.DOWN);
            BigDecimal above = p.setScale(digitsOfP, RoundingMode.UP);
            assertThat(amount(lengths.quantile(below))).isEqualTo(new BigDecimal("62.002"));
            assertThat(amount(lengths.quantile(above))).isEqualTo(new BigDecimal("62.003"));
        }
    }

    @Test
    void aQuantileOutsideZeroToOneIsRefused() {
        Distribution lengths = Lengths.of("1");
        for (String p : List.of("0", "1", "-0.1", "90")) {
            assertThatThrownBy(() -> lengths.quantile(new BigDecimal(p)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "p of a quantile (" + p + "): must lie strictly between 0 and 1. Maybe it is in per cent.");
        }
    }

    @Test
    void theMeanIsOfThoseThatEndedOnly() {
        KpiValue mean = Lengths.of("1 1 2 1000+").mean();
        assertThat(amount(mean)).isEqualTo(new BigDecimal("1.333333333333333333333333333333333"));
        assertThat(mean.sample()).isEqualTo(4);
        assertThat(Lengths.of("1+ 2+").mean()).isEqualTo(KpiValue.undefined(Reason.NO_DATA, 2));
    }

    @Test
    void theMeanIsExactWhereTheSumOfLengthsWouldWrapToANumberThatDividesEvenly() {
        Distribution lengths = Lengths.of(Collections.nCopies(4, Observation.ended(Duration.ofNanos(1L << 61))));
        assertThat(amount(lengths.mean())).isEqualTo(new BigDecimal("2305843009.213693952"));
    }

    @Test
    void theMeanOfLengthsBeyondTheRangeOfALongIsExact() {
        Duration century = Duration.ofDays(36_525);
        Distribution lengths = Lengths.of(
                Stream.generate(() -> Observation.ended(century)).limit(11).toList());
        assertThat(amount(lengths.mean())).isEqualTo(BigDecimal.valueOf(century.toSeconds()));
    }

    @Test
    void withinIsInclusiveAndLeavesOutThoseCensoredTooEarlyToTell() {
        Distribution lengths = Lengths.of("59 60 61 60+ 60.000000001+ 5+");
        assertThat(lengths.within(Duration.ofMinutes(1))).isEqualTo(KpiValue.proportion(2, 4));
        assertThat(Lengths.of("5+ 60+").within(Duration.ofMinutes(1))).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
        assertThat(Lengths.of("0 1").within(Duration.ZERO)).isEqualTo(KpiValue.proportion(1, 2));
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThatThrownBy(() -> Lengths.of("1").within(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("limit (PT-1S): must not be negative.");
    }

    @Test
    void theGreatestLengthMayBeACensoredOne() {
        assertThat(Lengths.of("1 9+ 3").greatest()).isEqualTo(KpiValue.of(new BigDecimal("9"), 3));
        assertThat(Lengths.of("1+ 9 3").greatest()).isEqualTo(KpiValue.of(new BigDecimal("9"), 3));
    }

    @Test
    void distributionsOfTheSameLengthsAreEqual() {
        assertThat(Lengths.of("1 2 2+"))
                .isEqualTo(Lengths.of("2+ 2 1"))
                .hasSameHashCodeAs(Lengths.of("2 1 2+"))
                .isNotEqualTo(Lengths.of("1 2+ 2+"))
                .isNotEqualTo(Lengths.of("1 2"))
                .isNotEqualTo("1 2 2+")
                .hasToString("2 ended, 1 censored");
    }

    private static BigDecimal amount(KpiValue value) {
        return ((Defined) value).amount();
    }

    private static Bounds bounds(KpiValue value) {
        return ((Defined) value).bounds();
    }
}
