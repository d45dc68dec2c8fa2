package io.github.saleskpi.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.joda.money.CurrencyUnit.EUR;
import static org.joda.money.CurrencyUnit.GBP;
import static org.joda.money.CurrencyUnit.USD;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
    private static final Rates RATES =
            Rates.in(EUR).with(USD, APRIL, new BigDecimal("0.50")).with(USD, MARCH, new BigDecimal("0.92"));
    private static final BigMoney TEN_DOLLARS = BigMoney.parse("USD 10");

    private static String base(BigMoney amount, LocalDate on) {
        return RATES.toBase(amount, on)
                .map(money -> money.getCurrencyUnit() + " "
                        + money.getAmount().stripTrailingZeros().toPlainString())
                .orElse("none");
    }

    @Test
    void aRateIsInForceFromItsDateUntilTheNextOneOfItsCurrency() {
        assertThat(base(TEN_DOLLARS, MARCH)).isEqualTo("EUR 9.2");
        assertThat(base(TEN_DOLLARS, APRIL.minusDays(1))).isEqualTo("EUR 9.2");
        assertThat(base(TEN_DOLLARS, APRIL)).isEqualTo("EUR 5");
        assertThat(base(TEN_DOLLARS, LocalDate.parse("2200-01-01"))).isEqualTo("EUR 5");
    }

    @Test
    void beforeTheFirstRateThereIsNone() {
        assertThat(base(TEN_DOLLARS, MARCH.minusDays(1))).isEqualTo("none");
    }

    @Test
    void aCurrencyWithoutRatesHasNone() {
        assertThat(base(BigMoney.parse("GBP 10"), APRIL)).isEqualTo("none");
    }

    @Test
    void theBaseNeedsNoRate() {
        assertThat(base(BigMoney.parse("EUR 10"), MARCH.minusYears(9))).isEqualTo("EUR 10");
        assertThat(RATES.base()).isEqualTo(EUR);
    }

    @Test
    void conversionIsExact() {
        Rates rates = Rates.in(EUR).with(USD, MARCH, new BigDecimal("0.123456789012345678"));
        assertThat(rates.toBase(BigMoney.parse("USD 0.987654321098765432"), MARCH)
                        .orElseThrow()
                        .getAmount())
                .isEqualByComparingTo(
                        new BigDecimal("0.123456789012345678").multiply(new BigDecimal("0.987654321098765432")));
    }

    @Test
    void withLeavesTheOriginalAsItWas() {
        Rates less = Rates.in(EUR);
        Rates more = less.with(USD, MARCH, BigDecimal.ONE);
        assertThat(less.toBase(TEN_DOLLARS, APRIL)).isEmpty();
        assertThat(more.with(USD, APRIL, BigDecimal.TEN).toBase(TEN_DOLLARS, APRIL))
                .isNotEqualTo(more.toBase(TEN_DOLLARS, APRIL));
        assertThat(more.steps().get("USD")).hasSize(1);
    }

    @Test
    void theStepsAreSortedByCurrencyAndDate() {
        Rates rates = RATES.with(GBP, MARCH, new BigDecimal("1.1"));
        assertThat(rates.steps().keySet()).containsExactly("GBP", "USD");
        assertThat(rates.steps().get("USD"))
                .containsExactly(Map.entry(MARCH, new BigDecimal("0.92")), Map.entry(APRIL, new BigDecimal("0.50")));
    }

    @Test
    void aRateMustBePositive() {
        assertThatThrownBy(() -> RATES.with(GBP, MARCH, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "rate of GBP from 2026-03-01 (0): must be positive. Maybe a sign or a decimal point is off.");
        assertThatThrownBy(() -> RATES.with(GBP, MARCH, new BigDecimal("-1.5")))
                .hasMessage(
                        "rate of GBP from 2026-03-01 (-1.5): must be positive. Maybe a sign or a decimal point is off.");
    }

    @Test
    void theBaseHasNoRate() {
        assertThatThrownBy(() -> RATES.with(EUR, MARCH, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate of EUR from 2026-03-01 (1): the base has none. Maybe another currency was meant.");
    }

    @Test
    void aCurrencyHasOneRateFromOneDate() {
        assertThatThrownBy(() -> RATES.with(USD, MARCH, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "rate of USD from 2026-03-01 (1): there is one from that date already. Maybe a date is off.");
    }
}
