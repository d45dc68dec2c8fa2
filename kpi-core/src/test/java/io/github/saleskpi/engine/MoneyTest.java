package io.github.saleskpi.engine;

import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.MoneyTotal;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Money as the win rate counts it: the last amount of what is won, in one currency or converted. */
class MoneyTest {
    private static final Indicator BY_VALUE = Indicators.named("win-rate/by-value");
    private static final Rates RATES = Rates.in(CurrencyUnit.EUR)
            .with(CurrencyUnit.USD, LocalDate.parse("2026-03-01"), new BigDecimal("0.92"))
            .with(CurrencyUnit.USD, LocalDate.parse("2026-04-01"), new BigDecimal("0.5"));

    private static History won(String... amounts) {
        History history = new History();
        for (int i = 0; i < amounts.length; i++) {
            history.and("03-10 09:00 r1 wins o" + i + (amounts[i].isEmpty() ? "" : " amount=" + amounts[i]));
        }
        return history;
    }

    private static History withRates(History history) {
        return history.asking(q -> q.rates(RATES));
    }

    private static String amount(History history) {
        return history.says(WIN_RATE, "won-amount");
    }

    /** Credits a lost opportunity at the moment a month before, and to a won one, afterwards, its amount. */
    private static final class MonthBefore implements Indicator, Storyline<MonthBefore.Role> {
        enum Role {
            MOVE
        }

        private static final Measure<BigMoney, MoneyTotal> SUM = Measure.money("sum");

        @Override
        public IndicatorId id() {
            return IndicatorId.of("month-before", 1);
        }

        @Override
        public List<Storyline<?>> storylines() {
            return List.of(this);
        }

        @Override
        public List<Figure> figures() {
            return List.of(new Figure(
                    "month-before",
                    Unit.MONEY,
                    Direction.NEUTRAL,
                    "",
                    totals -> totals.of(SUM).value(totals.frame().baseCurrency())));
        }

        @Override
        public Subject subject() {
            return Subject.OPPORTUNITY;
        }

        @Override
        public @Nullable Role role(SalesEvent event) {
            return event instanceof OpportunityMoved ? Role.MOVE : null;
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            Fact<Role> move = story.facts().get(0);
            Moment before = new Moment(move.at().minus(Duration.ofDays(31)), false, story.calendar());
            boolean isLost = move.as(OpportunityMoved.class).status() == OpportunityMoved.Status.LOST;
            (isLost ? out.credit(move.rep(), move, before) : out.credit(move.rep(), move))
                    .add(SUM, Objects.requireNonNull(move.amount()));
        }
    }

    @Test
    void eachContributionIsConvertedAtTheRateOfTheMomentThatDecidesIt() {
        Indicator indicator = new MonthBefore();
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(indicator)
                .rates(RATES)
                .every(Granularity.YEAR)
                .build());
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Header header = Header.of(
                            "e" + i, Instant.parse("2026-04-10T09:00:00Z").plusSeconds(i))
                    .withRep("r1");
            OpportunityMoved.Status status = i % 2 == 0 ? OpportunityMoved.Status.LOST : OpportunityMoved.Status.WON;
            events.add(OpportunityMoved.of(header, "o" + i, status).withAmount(BigMoney.of(CurrencyUnit.USD, 1)));
        }
        KpiReport report = events.stream().collect(engine.collector(BatchTest.FROM));
        KpiLedger ledger = engine.newLedger();
        events.forEach(ledger::add);
        for (KpiReport each : List.of(report, ledger.report(BatchTest.FROM))) {
            KpiValue.Defined sum = (KpiValue.Defined) each.value(indicator, Scope.company(), Period.year(2026));
            assertThat(sum.amount()).isEqualByComparingTo("28.4");
        }
    }

    // Which amount

    @Test
    void theAmountIsTheLastThatTheStoryNames() {
        assertThat(amount(new History("03-02 09:00 r1 opens o1 amount=EUR_5", "03-10 09:00 r1 wins o1")))
                .isEqualTo("5 EUR");
        assertThat(amount(new History("03-02 09:00 r1 opens o1 amount=EUR_5", "03-10 09:00 r1 wins o1 amount=EUR_6")))
                .isEqualTo("6 EUR");
    }

    @Test
    void anAmountNamedAfterTheCloseCountsInThePeriodOfTheClose() {
        History history = new History("03-10 09:00 r1 wins o1 amount=EUR_5", "04-20 09:00 r1 wins o1 amount=EUR_7");
        assertThat(history.byMonth(WIN_RATE, "won-amount")).isEqualTo(Map.of("2026-03", "7 EUR"));
        assertThat(amount(history.asOf("04-20 08:59"))).isEqualTo("5 EUR");
    }

    @Test
    void theLastAmountIsThatOfTheLastInstantAndThenOfTheGreatestId() {
        assertThat(amount(new History(
                        "03-10 09:00 r1 wins o1 amount=EUR_5 id=b", "03-10 09:00 r1 wins o1 amount=EUR_7 id=a")))
                .isEqualTo("5 EUR");
    }

    @Test
    void theAmountOfALostOpportunityIsNotWon() {
        assertThat(amount(new History("03-10 09:00 r1 loses o1 amount=EUR_5"))).isEqualTo("NO_DATA");
    }

    @Test
    void theAverageIsPerWonOpportunityWhoseAmountIsKnown() {
        History history = won("EUR_10", "EUR_20", "");
        assertThat(history.says(WIN_RATE, "average-won")).isEqualTo("15 EUR");
        assertThat(history.value(WIN_RATE, "average-won").sample()).isEqualTo(2);
        assertThat(history.value(WIN_RATE, "won-amount").sample()).isEqualTo(2);
    }

    @Test
    void anAmountOfZeroIsKnown() {
        assertThat(won("EUR_10", "EUR_0").says(WIN_RATE, "average-won")).isEqualTo("5 EUR");
        assertThat(amount(won("EUR_0"))).isEqualTo("0 EUR");
    }

    @Test
    void theAverageHasThirtyFourDigits() {
        assertThat(won("EUR_10", "EUR_10", "EUR_0").says(WIN_RATE, "average-won"))
                .isEqualTo("6.666666666666666666666666666666667 EUR");
    }

    @Test
    void sumsAreExact() {
        assertThat(amount(won("EUR_0.1", "EUR_0.2"))).isEqualTo("0.3 EUR");
        assertThat(amount(won("EUR_12345678901234567890.000000000000000001", "EUR_0.1")))
                .isEqualTo("12345678901234567890.100000000000000001 EUR");
    }

    // One currency or several

    @Test
    void oneCurrencyNeedsNoRates() {
        assertThat(amount(won("USD_10", "USD_2.50"))).isEqualTo("12.5 USD");
    }

    @Test
    void severalCurrenciesWithoutRatesAreAMissingRate() {
        assertThat(amount(won("USD_10", "EUR_2.50"))).isEqualTo("MISSING_RATE");
        assertThat(won("USD_10", "EUR_2.50").says(WIN_RATE, "average-won")).isEqualTo("MISSING_RATE");
        assertThat(won("USD_10", "EUR_2.50").says(WIN_RATE)).isEqualTo("2/2");
    }

    @Test
    void withRatesAllIsConvertedIntoTheBase() {
        assertThat(amount(withRates(won("USD_10", "EUR_2.50")))).isEqualTo("11.7 EUR");
        assertThat(amount(withRates(won("USD_10")))).isEqualTo("9.2 EUR");
    }

    @Test
    void theRateIsThatOfTheLocalDateOfTheClose() {
        assertThat(amount(withRates(new History("03-31 23:59 r1 wins o1 amount=USD_10"))))
                .isEqualTo("9.2 EUR");
        assertThat(amount(withRates(new History("04-01 00:00 r1 wins o1 amount=USD_10"))))
                .isEqualTo("5 EUR");
        assertThat(amount(withRates(new History("03-31 20:00 r1 wins o1 amount=USD_10"))
                        .in("Asia/Kathmandu")))
                .isEqualTo("5 EUR");
        assertThat(amount(withRates(new History("03-31 20:00 r1 wins o1 amount=USD_10 dayOnly"))
                        .in("Asia/Kathmandu")))
                .isEqualTo("9.2 EUR");
    }

    @Test
    void theRateIsNotThatOfWhenTheAmountWasNamed() {
        History history = new History("03-02 09:00 r1 opens o1 amount=USD_10", "04-02 09:00 r1 wins o1");
        assertThat(amount(withRates(history))).isEqualTo("5 EUR");
        history = new History("03-10 09:00 r1 wins o1", "04-02 09:00 r1 wins o1 amount=USD_10");
        assertThat(amount(withRates(history))).isEqualTo("9.2 EUR");
    }

    @Test
    void aMissingRateIsNeverOne() {
        assertThat(amount(withRates(won("GBP_10")))).isEqualTo("MISSING_RATE");
        assertThat(amount(withRates(won("GBP_10", "EUR_1")))).isEqualTo("MISSING_RATE");
        assertThat(amount(withRates(new History("02-28 23:59 r1 wins o1 amount=USD_10"))))
                .isEqualTo("MISSING_RATE");
    }

    @Test
    void aMissingRateConcernsOnlyItsOwnCellsAndThoseAboveThem() {
        History history = withRates(new History(
                "03-10 09:00 r1 wins o1 amount=EUR_10",
                "03-10 09:00 r2 wins o2 amount=GBP_10",
                "04-10 09:00 r2 wins o3 amount=EUR_1"));
        assertThat(history.byRep(WIN_RATE, "won-amount")).isEqualTo(Map.of("r1", "10 EUR", "r2", "MISSING_RATE"));
        assertThat(history.byMonth(WIN_RATE, "won-amount"))
                .isEqualTo(Map.of("2026-03", "MISSING_RATE", "2026-04", "1 EUR"));
        assertThat(amount(history)).isEqualTo("MISSING_RATE");
        assertThat(history.says(WIN_RATE, "won")).isEqualTo("3");
    }

    @Test
    void theMissingRateOfALostOpportunityIsNotMissed() {
        History history = withRates(won("EUR_10").and("03-10 09:00 r1 loses o9 amount=GBP_3"));
        assertThat(amount(history)).isEqualTo("10 EUR");
        assertThat(history.says(BY_VALUE)).isEqualTo("MISSING_RATE");
    }

    @Test
    void aSupersededAmountInAnotherCurrencyDoesNotMatter() {
        History history = new History("03-02 09:00 r1 opens o1 amount=GBP_5", "03-10 09:00 r1 wins o1 amount=EUR_6");
        assertThat(amount(history)).isEqualTo("6 EUR");
    }

    // No money

    @Test
    void noMoneyAtAllIsZeroInTheBaseCurrencyWhenRatesAreGiven() {
        assertThat(amount(withRates(won("")))).isEqualTo("0 EUR");
        assertThat(withRates(won("")).value(WIN_RATE, "won-amount").sample()).isZero();
        assertThat(withRates(won("")).says(WIN_RATE, "average-won")).isEqualTo("NO_DATA");
    }

    @Test
    void noMoneyAtAllIsNoDataWithoutRates() {
        assertThat(amount(won(""))).isEqualTo("NO_DATA");
        assertThat(won("").says(WIN_RATE, "average-won")).isEqualTo("NO_DATA");
    }

    // By value

    @Test
    void byValueSeveralCurrenciesAreConvertedOrMissed() {
        History history = won("USD_10").and("03-10 09:00 r1 loses o9 amount=EUR_0.80");
        assertThat(history.says(BY_VALUE)).isEqualTo("MISSING_RATE");
        assertThat(withRates(history).says(BY_VALUE)).isEqualTo("9.2/10");
        assertThat(((KpiValue.Defined) history.value(BY_VALUE)).amount()).isEqualByComparingTo("0.92");
    }
}
