package io.github.saleskpi.benchmarks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** What kind of customer: how long they think, and what they pay. */
enum Segment {
    /** A shop. */
    SMALL(9, 1_800),
    /** A firm. */
    MIDDLE(17, 6_500),
    /** A group. */
    LARGE(32, 24_000);

    private static final List<CurrencyUnit> CURRENCIES = List.of(CurrencyUnit.EUR, CurrencyUnit.USD, CurrencyUnit.GBP);

    private final double days;
    private final double median;

    Segment(double days, double median) {
        this.days = days;
        this.median = median;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Median of the working days until they decide. */
    double days() {
        return days;
    }

    /** In tens; one in seven does not pay in euro. */
    BigMoney price(Dice dice) {
        long tens = Math.max(10, (long) (dice.around(median, 0.5) / 10));
        return BigMoney.of(dice.oneOf(CURRENCIES, 86, 9, 5), BigDecimal.valueOf(tens * 10));
    }
}
