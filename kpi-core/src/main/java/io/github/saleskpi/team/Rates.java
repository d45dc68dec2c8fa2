package io.github.saleskpi.team;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Exchange rates into a base currency, each in force from a date until the next one of its currency. Immutable and
 * thread-safe.
 */
public final class Rates {
    private final CurrencyUnit base;
    private final Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> rates;

    private Rates(CurrencyUnit base, Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> rates) {
        this.base = base;
        this.rates = rates;
    }

    /** No rates: only the base currency itself can be counted. */
    public static Rates in(CurrencyUnit base) {
        return new Rates(base, Map.of());
    }

    /**
     * The same rates and one more: from that date on, 1 {@code currency} = {@code rate} of the base.
     *
     * @throws IllegalArgumentException if the rate is not positive, the currency is the base, or it has a rate from that
     *     date already
     */
    public Rates with(CurrencyUnit currency, LocalDate from, BigDecimal rate) {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("rate of " + currency + " from " + from + " (" + rate
                    + "): must be positive. Maybe a sign or a decimal point is off.");
        }
        if (currency.equals(base)) {
            throw new IllegalArgumentException("rate of " + currency + " from " + from + " (" + rate
                    + "): the base has none. Maybe another currency was meant.");
        }
        Map<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>> more = new HashMap<>(rates);
        NavigableMap<LocalDate, BigDecimal> steps =
                new TreeMap<>(more.getOrDefault(currency, Collections.emptyNavigableMap()));
        if (steps.put(from, rate) != null) {
            throw new IllegalArgumentException("rate of " + currency + " from " + from + " (" + rate
                    + "): there is one from that date already. Maybe a date is off.");
        }
        more.put(currency, steps);
        return new Rates(base, more);
    }

    /** The currency into which all is converted. */
    public CurrencyUnit base() {
        return base;
    }

    /** The amount in the base currency at the rate in force on that date, exactly; empty without one. */
    public Optional<BigMoney> toBase(BigMoney amount, LocalDate on) {
        if (amount.getCurrencyUnit().equals(base)) {
            return Optional.of(amount);
        }
        NavigableMap<LocalDate, BigDecimal> steps =
                rates.getOrDefault(amount.getCurrencyUnit(), Collections.emptyNavigableMap());
        return Optional.ofNullable(steps.floorEntry(on))
                .map(step -> BigMoney.of(base, amount.getAmount().multiply(step.getValue())));
    }

    /** All steps, by currency code and date. */
    public SortedMap<String, SortedMap<LocalDate, BigDecimal>> steps() {
        SortedMap<String, SortedMap<LocalDate, BigDecimal>> all = new TreeMap<>();
        rates.forEach((currency, steps) -> all.put(currency.getCode(), Collections.unmodifiableSortedMap(steps)));
        return Collections.unmodifiableSortedMap(all);
    }

    /** Whether base and steps are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Rates that && base.equals(that.base) && rates.equals(that.rates));
    }

    @Override
    public int hashCode() {
        return 31 * base.hashCode() + rates.hashCode();
    }
}
