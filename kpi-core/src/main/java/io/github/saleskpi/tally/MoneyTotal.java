package io.github.saleskpi.tally;

import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Money of so many facts, summed exactly by currency. Immutable and thread-safe; equal when sums and numbers of facts
 * are.
 *
 * <p>{@code base} is everywhere the currency into which the amounts were converted before they were added, or null when
 * no rates were given. With a base, an amount still in another currency is one whose rate is missing; without one,
 * amounts of a single currency need no rate, and those of several have none.
 */
public final class MoneyTotal {
    private final SortedMap<CurrencyUnit, BigDecimal> sums = new TreeMap<>();
    private final SortedMap<CurrencyUnit, Long> facts = new TreeMap<>();

    MoneyTotal(SortedMap<CurrencyUnit, MoneyTally.Part> parts) {
        parts.forEach((currency, part) -> {
            sums.put(currency, part.sum().stripTrailingZeros());
            facts.put(currency, part.facts());
        });
    }

    /** How many amounts were added, of all currencies; 0 when empty. */
    public long facts() {
        return facts.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    /** The exact sum of each currency of which there is a fact, by currency code; unmodifiable. */
    public SortedMap<CurrencyUnit, BigDecimal> sums() {
        return Collections.unmodifiableSortedMap(sums);
    }

    /**
     * The sum, out of all facts. Without facts it is 0 of the base, or {@code NO_DATA} when there is none; where a rate
     * is missing it is {@code MISSING_RATE}.
     */
    public KpiValue value(@Nullable CurrencyUnit base) {
        if (facts.isEmpty() && base == null) {
            return KpiValue.undefined(Reason.NO_DATA);
        }
        CurrencyUnit currency = common(base, sums.keySet());
        return currency == null
                ? missingRate(facts())
                : KpiValue.money(BigMoney.of(currency, sumOf(currency)), facts());
    }

    /**
     * The sum over the number of facts, to 34 digits, half-even. Without facts it is {@code NO_DATA}; where a rate is
     * missing it is {@code MISSING_RATE}.
     */
    public KpiValue average(@Nullable CurrencyUnit base) {
        if (facts.isEmpty()) {
            return KpiValue.undefined(Reason.NO_DATA);
        }
        CurrencyUnit currency = common(base, sums.keySet());
        if (currency == null) {
            return missingRate(facts());
        }
        BigDecimal average = sumOf(currency).divide(BigDecimal.valueOf(facts()), MathContext.DECIMAL128);
        return KpiValue.money(BigMoney.of(currency, average), facts());
    }

    /**
     * One sum over another, without an interval; its sample is the number of facts of the whole. A part without facts
     * counts as 0. It is {@code NO_DATA} over a whole without facts or with the sum 0, and {@code MISSING_RATE} where a
     * rate is missing in either.
     */
    public static KpiValue ratio(MoneyTotal part, MoneyTotal whole, @Nullable CurrencyUnit base) {
        if (whole.facts.isEmpty()) {
            return KpiValue.undefined(Reason.NO_DATA);
        }
        SortedSet<CurrencyUnit> found = new TreeSet<>(whole.sums.keySet());
        found.addAll(part.sums.keySet());
        CurrencyUnit currency = common(base, found);
        return currency == null
                ? missingRate(whole.facts())
                : KpiValue.ratio(part.sumOf(currency), whole.sumOf(currency), whole.facts());
    }

    /** The one currency in which all of them can be summed, or null when a rate is missing. */
    private static @Nullable CurrencyUnit common(@Nullable CurrencyUnit base, Set<CurrencyUnit> found) {
        CurrencyUnit currency = base == null ? found.iterator().next() : base;
        return found.stream().allMatch(currency::equals) ? currency : null;
    }

    private static KpiValue missingRate(long sample) {
        return KpiValue.undefined(Reason.MISSING_RATE, sample);
    }

    private BigDecimal sumOf(CurrencyUnit currency) {
        return sums.getOrDefault(currency, BigDecimal.ZERO);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MoneyTotal total && sums.equals(total.sums) && facts.equals(total.facts);
    }

    @Override
    public int hashCode() {
        return 31 * sums.hashCode() + facts.hashCode();
    }

    @Override
    public String toString() {
        return sums + " of " + facts();
    }
}
