package io.github.saleskpi.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class MoneyTotalTest {
    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    @Test
    void noMoneyIsZeroOfTheBaseAndNoDataWithoutRates() {
        assertThat(total().value(EUR)).isEqualTo(KpiValue.money(BigMoney.zero(EUR), 0));
        assertThat(total().value(null)).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
    }

    @Test
    void oneCurrencyNeedsNoRates() {
        MoneyTotal total = total("USD 10.10", "USD 0.90", "USD -1");
        assertThat(total.value(null)).isEqualTo(KpiValue.money(BigMoney.parse("USD 10"), 3));
        assertThat(total.facts()).isEqualTo(3);
    }

    @Test
    void severalCurrenciesWithoutRatesAreAMissingRate() {
        assertThat(total("USD 10", "EUR 1").value(null)).isEqualTo(KpiValue.undefined(Reason.MISSING_RATE, 2));
        assertThat(total("USD 10", "EUR 1").average(null)).isEqualTo(KpiValue.undefined(Reason.MISSING_RATE, 2));
    }

    @Test
    void anAmountThatWasNotConvertedIsAMissingRateEvenIfItIsZero() {
        assertThat(total("EUR 10", "USD 0").value(EUR)).isEqualTo(KpiValue.undefined(Reason.MISSING_RATE, 2));
        assertThat(total("USD 1").value(EUR)).isEqualTo(KpiValue.undefined(Reason.MISSING_RATE, 1));
        assertThat(total("USD 1").average(EUR)).isEqualTo(KpiValue.undefined(Reason.MISSING_RATE, 1));
    }

    @Test
    void anAverageIsOverTheNumberOfFactsTo34Digits() {
        Defined average = (Defined) total("EUR 1", "EUR 1", "EUR 0").average(EUR);
        assertThat(average.amount()).isEqualTo(new BigDecimal("0.6666666666666666666666666666666667"));
        assertThat(average.currency()).isEqualTo(EUR);
        assertThat(average.sample()).isEqualTo(3);
        assertThat(total().average(EUR)).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
        assertThat(total().average(null)).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
    }

    @Test
    void aRatioOfMoneyKeepsItsPartsAndCountsTheFactsOfTheWhole() {
        KpiValue ratio = MoneyTotal.ratio(total("EUR 2.50"), total("EUR 2.50", "EUR 7.50", "EUR 0"), EUR);
        assertThat(ratio).isEqualTo(KpiValue.ratio(new BigDecimal("2.5"), BigDecimal.TEN, 3));
        assertThat(((Defined) ratio).bounds()).isNull();
        assertThat(MoneyTotal.ratio(total("USD 1"), total("USD 4"), null))
                .isEqualTo(KpiValue.ratio(BigDecimal.ONE, BigDecimal.valueOf(4), 1));
    }

    @Test
    void aPartWithoutFactsCountsAsZeroAndAWholeWithoutFactsIsNoData() {
        assertThat(MoneyTotal.ratio(total(), total("EUR 5"), EUR))
                .isEqualTo(KpiValue.ratio(BigDecimal.ZERO, BigDecimal.valueOf(5), 1));
        assertThat(MoneyTotal.ratio(total(), total("EUR 5"), null))
                .isEqualTo(KpiValue.ratio(BigDecimal.ZERO, BigDecimal.valueOf(5), 1));
        assertThat(MoneyTotal.ratio(total("EUR 5"), total(), EUR)).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
        assertThat(MoneyTotal.ratio(total(), total(), null)).isEqualTo(KpiValue.undefined(Reason.NO_DATA));
    }

    @Test
    void aRatioOverAWholeOfZeroIsNoData() {
        assertThat(MoneyTotal.ratio(total("EUR 5"), total("EUR 5", "EUR -5"), EUR))
                .isEqualTo(KpiValue.undefined(Reason.NO_DATA, 2));
    }

    @Test
    void aRatioAcrossCurrenciesIsAMissingRate() {
        KpiValue missing = KpiValue.undefined(Reason.MISSING_RATE, 1);
        assertThat(MoneyTotal.ratio(total("USD 5"), total("EUR 5"), null)).isEqualTo(missing);
        assertThat(MoneyTotal.ratio(total("USD 5"), total("EUR 5"), EUR)).isEqualTo(missing);
        assertThat(MoneyTotal.ratio(total("EUR 5"), total("USD 5"), EUR)).isEqualTo(missing);
    }

    @Test
    void facesOfOneAmountAreOneTotal() {
        assertThat(total("EUR 1.0", "EUR 2.00"))
                .isEqualTo(total("EUR 1", "EUR 2"))
                .hasSameHashCodeAs(total("EUR 1", "EUR 2"))
                .isNotEqualTo(total("EUR 3"))
                .isNotEqualTo(total("EUR 1", "EUR 1"))
                .hasToString("{EUR=3} of 2");
    }

    @Test
    void moneyTakenBackBeforeItIsAddedCannotBeRead() {
        Tally<BigMoney, MoneyTotal> tally = Measure.money("m").newTally();
        tally.add(BigMoney.parse("EUR 5"), -1);
        assertThatThrownBy(() -> tally.read(Lengths.ANY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("amount (EUR -5): was taken back more often than added.");
        tally.add(BigMoney.parse("EUR 3"), 1);
        assertThatThrownBy(() -> tally.read(Lengths.ANY)).isInstanceOf(IllegalStateException.class);
        tally.add(BigMoney.parse("EUR 5"), 1);
        tally.add(BigMoney.parse("EUR 3"), -1);
        assertThat(tally.read(Lengths.ANY)).isEqualTo(total());
    }

    private static MoneyTotal total(String... amounts) {
        Tally<BigMoney, MoneyTotal> tally = Measure.money("m").newTally();
        for (String amount : amounts) {
            tally.add(BigMoney.parse(amount), 1);
        }
        return tally.read(Lengths.ANY);
    }
}
