package io.github.saleskpi.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.KpiValue.Reason;
import io.github.saleskpi.value.KpiValue.Undefined;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;

/** Against the definition itself, in fractions, on few and dense values. */
class DistributionProperties {
    private enum Seen {
        EMPTY,
        WITH_CENSORING,
        TIE_IN_THE_MIDDLE,
        TIE_AT_THE_END,
        TIE_DESPITE_CENSORING_BEFORE,
        STRICTLY_BELOW,
        CENSORED
    }

    private record Item(long nanos, boolean censored) {}

    /** Equal in amount, however written. */
    private static final RecursiveComparisonConfiguration DECIMALS = RecursiveComparisonConfiguration.builder()
            .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
            .build();

    private static final Map<Seen, Integer> CENSUS = new EnumMap<>(Seen.class);

    @Property(tries = 12000, seed = "20260701")
    void quantilesFollowTheDefinition(@ForAll("samples") List<Item> sample, @ForAll("shares") BigDecimal p) {
        Distribution lengths = distribution(sample);
        KpiValue quantile = lengths.quantile(p);
        assertThat(quantile.sample()).isEqualTo(sample.size());
        assertThat(outcome(quantile)).isEqualTo(expected(sample, p));
    }

    @Property(tries = 2000, seed = "20260702")
    void limitsLieOnEitherSideOfTheQuantile(@ForAll("samples") List<Item> sample, @ForAll("shares") BigDecimal p) {
        if (distribution(sample).quantile(p) instanceof Defined quantile) {
            assertThat(quantile.bounds()).isNotNull();
            assertThat(quantile.bounds().low() == null
                            || quantile.bounds().low().compareTo(quantile.amount()) <= 0)
                    .isTrue();
            assertThat(quantile.bounds().high() == null
                            || quantile.bounds().high().compareTo(quantile.amount()) >= 0)
                    .isTrue();
        }
    }

    @Property(tries = 2000, seed = "20260703")
    void sharesAndMeansFollowTheirDefinitions(@ForAll("samples") List<Item> sample, @ForAll("limits") long limit) {
        long in = 0;
        long judged = 0;
        BigInteger total = BigInteger.ZERO;
        long ended = 0;
        for (Item item : sample) {
            if (!item.censored) {
                ended++;
                judged++;
                total = total.add(BigInteger.valueOf(item.nanos));
                in += item.nanos <= limit ? 1 : 0;
            } else if (item.nanos > limit) {
                judged++;
            }
        }
        Distribution lengths = distribution(sample);
        assertThat(lengths.within(Duration.ofNanos(limit))).isEqualTo(KpiValue.proportion(in, judged));
        assertThat(lengths.ended()).isEqualTo(ended);
        if (ended > 0) {
            BigDecimal mean = ((Defined) lengths.mean()).amount();
            BigDecimal error = mean.multiply(BigDecimal.valueOf(ended)).subtract(new BigDecimal(total, 9));
            assertThat(error.abs()).isLessThan(new BigDecimal("1e-30"));
        }
    }

    @Property(tries = 1000, seed = "20260704")
    void numbersHaveWhatLengthsHaveOfWhichNoneIsCensored(
            @ForAll("samples") List<Item> sample, @ForAll("shares") BigDecimal p, @ForAll("limits") long limit) {
        List<Item> ended = sample.stream().filter(item -> !item.censored).toList();
        Distribution lengths = distribution(ended);
        Tally<BigDecimal, Distribution.Numbers> tally = Measure.numbers("n").newTally();
        ended.forEach(item -> tally.add(BigDecimal.valueOf(item.nanos, 9), 1));
        Distribution.Numbers numbers = tally.read(Lengths.ANY);
        assertThat(numbers.size()).isEqualTo(lengths.size());
        assertThat(numbers.quantile(p)).usingRecursiveComparison(DECIMALS).isEqualTo(lengths.quantile(p));
        assertThat(numbers.mean()).usingRecursiveComparison(DECIMALS).isEqualTo(lengths.mean());
        assertThat(numbers.atMost(BigDecimal.valueOf(limit, 9))).isEqualTo(lengths.within(Duration.ofNanos(limit)));
    }

    @AfterContainer
    static void eachKindOfSampleOccurredOften() {
        System.out.println("samples against the definition of a quantile: " + CENSUS);
        assertThat(CENSUS).hasSize(Seen.values().length);
        assertThat(CENSUS.values()).allMatch(times -> times >= 50);
    }

    @Provide
    Arbitrary<List<Item>> samples() {
        Arbitrary<Long> nanos = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 6), Arbitraries.longs().between(0, 40), Arbitraries.of(1L, 10L));
        Arbitrary<Boolean> censored = Arbitraries.frequency(Tuple.of(2, false), Tuple.of(1, true));
        Arbitrary<Item> mixed = Combinators.combine(nanos, censored).as(Item::new);
        Arbitrary<Item> ended = nanos.map(length -> new Item(length, false));
        Arbitrary<List<Item>> tied =
                Arbitraries.of(2, 4, 5, 8, 10).flatMap(size -> mixed.list().ofSize(size));
        return Arbitraries.oneOf(
                tied,
                tied,
                mixed.list().ofMaxSize(6),
                mixed.list().ofMaxSize(40),
                ended.list().ofMaxSize(20));
    }

    @Provide
    Arbitrary<BigDecimal> shares() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Arbitraries.of("0.5", "0.9", "0.25", "0.75", "0.625", "0.2", "0.8", "0.6875")
                                .map(BigDecimal::new)),
                Tuple.of(1, Arbitraries.integers().between(1, 999).map(n -> BigDecimal.valueOf(n, 3))));
    }

    @Provide
    Arbitrary<Long> limits() {
        return Arbitraries.longs().between(0, 12);
    }

    private static Distribution distribution(List<Item> sample) {
        return Lengths.of(sample.stream()
                .map(item -> item.censored
                        ? new Observation.CutOff(Duration.ofNanos(item.nanos))
                        : Observation.ended(Duration.ofNanos(item.nanos)))
                .toList());
    }

    private static String outcome(KpiValue value) {
        if (value instanceof Defined defined) {
            return defined.amount().movePointRight(9).stripTrailingZeros().toPlainString();
        }
        Undefined undefined = (Undefined) value;
        return undefined.reason() == Reason.CENSORED
                ? "over "
                        + undefined
                                .lowerBound()
                                .movePointRight(9)
                                .stripTrailingZeros()
                                .toPlainString()
                : undefined.reason().name();
    }

    /** Word for word from the definition: S(t) is a product over the lengths up to t at which somebody ended. */
    private static String expected(List<Item> sample, BigDecimal p) {
        if (sample.isEmpty()) {
            return seen(Seen.EMPTY, "NO_DATA");
        }
        if (sample.stream().anyMatch(Item::censored)) {
            seen(Seen.WITH_CENSORING, "");
        }
        List<Long> ends = new ArrayList<>(sample.stream()
                .filter(item -> !item.censored)
                .map(Item::nanos)
                .distinct()
                .sorted()
                .toList());
        long greatest = sample.stream().mapToLong(Item::nanos).max().orElseThrow();
        BigDecimal level = BigDecimal.ONE.subtract(p);
        for (int i = 0; i < ends.size(); i++) {
            long t = ends.get(i);
            BigInteger above = BigInteger.ONE;
            BigInteger below = BigInteger.ONE;
            for (long u : ends.subList(0, i + 1)) {
                long atRisk = sample.stream().filter(item -> item.nanos >= u).count();
                long end = sample.stream()
                        .filter(item -> item.nanos == u && !item.censored)
                        .count();
                above = above.multiply(BigInteger.valueOf(atRisk - end));
                below = below.multiply(BigInteger.valueOf(atRisk));
            }
            int comparison = new BigDecimal(above).compareTo(level.multiply(new BigDecimal(below)));
            if (comparison == 0) {
                boolean last = i == ends.size() - 1;
                if (sample.stream().anyMatch(item -> item.censored && item.nanos < t)) {
                    seen(Seen.TIE_DESPITE_CENSORING_BEFORE, "");
                }
                long twice = t + (last ? greatest : ends.get(i + 1));
                return seen(
                        last ? Seen.TIE_AT_THE_END : Seen.TIE_IN_THE_MIDDLE, twice / 2 + (twice % 2 == 0 ? "" : ".5"));
            }
            if (comparison < 0) {
                return seen(Seen.STRICTLY_BELOW, Long.toString(t));
            }
        }
        return seen(Seen.CENSORED, "over " + greatest);
    }

    private static String seen(Seen what, String outcome) {
        CENSUS.merge(what, 1, Integer::sum);
        return outcome;
    }
}
