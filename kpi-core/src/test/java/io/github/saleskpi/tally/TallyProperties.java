package io.github.saleskpi.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.tally.RepDays.RepDay;
import io.github.saleskpi.time.Viewpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

class TallyProperties {
    private static final Instant T0 = Instant.parse("2026-03-29T00:00:00Z");
    private static final List<Viewpoint> VIEWS = Stream.of(-5, 0, 1, 3, 1_000)
            .map(hours -> Viewpoint.asOf(T0.plus(Duration.ofHours(hours))))
            .toList();

    @Property(tries = 500, seed = "20260711")
    void aCountIsLawful(@ForAll("numbers") List<Long> amounts, @ForAll long seed) {
        TallyLaws.hold(Measure.count("n"), amounts, VIEWS, seed);
        assertThat(read(Measure.count("n"), amounts))
                .isEqualTo(amounts.stream().mapToLong(Long::longValue).sum());
    }

    @Property(tries = 500, seed = "20260712")
    void aSumIsLawful(@ForAll("decimals") List<BigDecimal> amounts, @ForAll long seed) {
        TallyLaws.hold(Measure.sum("s"), amounts, VIEWS, seed);
        assertThat(read(Measure.sum("s"), amounts))
                .isEqualByComparingTo(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Property(tries = 500, seed = "20260718")
    void numbersOneByOneAreLawful(@ForAll("decimals") List<BigDecimal> amounts, @ForAll long seed) {
        TallyLaws.hold(Measure.numbers("n"), amounts, VIEWS, seed);
        assertThat(read(Measure.numbers("n"), amounts).size()).isEqualTo(amounts.size());
    }

    @Property(tries = 500, seed = "20260713")
    void moneyIsLawful(@ForAll("money") List<BigMoney> amounts, @ForAll long seed) {
        TallyLaws.hold(Measure.money("m"), amounts, VIEWS, seed);
        MoneyTotal total = read(Measure.money("m"), amounts);
        assertThat(total.facts()).isEqualTo(amounts.size());
        total.sums()
                .forEach((currency, sum) -> assertThat(sum)
                        .isEqualByComparingTo(amounts.stream()
                                .filter(amount -> amount.getCurrencyUnit().equals(currency))
                                .map(BigMoney::getAmount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    @Property(tries = 500, seed = "20260714")
    void distinctNamesAreLawful(@ForAll("names") List<String> amounts, @ForAll long seed) {
        TallyLaws.hold(Measure.distinct("d"), amounts, VIEWS, seed);
        assertThat(read(Measure.distinct("d"), amounts)).containsExactlyElementsOf(new TreeSet<>(amounts));
    }

    @Property(tries = 500, seed = "20260715")
    void daysAreLawful(@ForAll("days") List<RepDay> amounts, @ForAll long seed) {
        TallyLaws.hold(Measure.days("d"), amounts, VIEWS, seed);
        RepDays days = read(Measure.days("d"), amounts);
        Set<RepDay> again = new HashSet<>();
        for (String rep : days.reps()) {
            days.of(rep).forEach(day -> again.add(new RepDay(rep, day)));
        }
        assertThat(again).isEqualTo(new HashSet<>(amounts)).hasSize(days.size());
    }

    @Property(tries = 1000, seed = "20260716")
    void lengthsAreLawful(@ForAll("observations") List<Observation> amounts, @ForAll long seed) {
        TallyLaws.hold(Measure.distribution("l"), amounts, VIEWS, seed);
    }

    @Property(tries = 500, seed = "20260717")
    void aRunningLengthIsCutOffWhereOneLooksFrom(@ForAll("observations") List<Observation> amounts) {
        Tally<Observation, Distribution> tally = Measure.distribution("l").newTally();
        amounts.forEach(amount -> tally.add(amount, 1));
        for (Viewpoint view : VIEWS) {
            List<Observation> stopped =
                    amounts.stream().map(amount -> stopped(amount, view.asOf())).toList();
            assertThat(tally.read(view)).isEqualTo(read(Measure.distribution("l"), stopped));
        }
    }

    private static Observation stopped(Observation amount, Instant asOf) {
        if (amount instanceof Observation.Running running) {
            return running.since().isAfter(asOf)
                    ? new Observation.CutOff(Duration.ZERO)
                    : Observation.cutOff(running.since(), asOf);
        }
        return amount;
    }

    private static <A, S> S read(Measure<A, S> measure, List<A> amounts) {
        Tally<A, S> tally = measure.newTally();
        amounts.forEach(amount -> tally.add(amount, 1));
        return tally.read(Lengths.ANY);
    }

    @Provide
    Arbitrary<List<Long>> numbers() {
        return Arbitraries.longs().between(-3, 1000).list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<BigDecimal>> decimals() {
        return Arbitraries.of("0", "0.00", "1", "1.0", "-1", "10", "1e2", "-100.00", "0.1", "0.10", "12345.6789")
                .map(BigDecimal::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<BigMoney>> money() {
        Arbitrary<CurrencyUnit> currencies = Arbitraries.of(CurrencyUnit.EUR, CurrencyUnit.USD, CurrencyUnit.JPY);
        Arbitrary<BigDecimal> amounts =
                Arbitraries.of("0", "0.00", "5", "-5", "5.0", "0.001", "100").map(BigDecimal::new);
        return Combinators.combine(currencies, amounts).as(BigMoney::of).list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of("a", "b", "B", "i", "I", "\u0131", "", "\ud83d\ude00", "\uffff")
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<RepDay>> days() {
        Arbitrary<String> reps = Arbitraries.of("r1", "r2", "R1").injectNull(0.3);
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(0, 3).map(LocalDate.of(2026, 3, 28)::plusDays);
        return Combinators.combine(reps, dates).as(RepDay::new).list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<Observation>> observations() {
        Arbitrary<Duration> lengths = Arbitraries.integers().between(0, 5).map(Duration::ofHours);
        Arbitrary<Observation> ended = lengths.map(Observation::ended);
        Arbitrary<Observation> cutOff = lengths.map(Observation.CutOff::new);
        Arbitrary<Observation> running = lengths.map(late -> Observation.running(T0.plus(late)));
        return Arbitraries.oneOf(
                Arbitraries.oneOf(ended, cutOff, running).list().ofMaxSize(60),
                Arbitraries.oneOf(ended, cutOff, running).list().ofMaxSize(8));
    }
}
