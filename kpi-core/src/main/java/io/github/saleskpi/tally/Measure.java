package io.github.saleskpi.tally;

import io.github.saleskpi.tally.RepDays.RepDay;
import java.math.BigDecimal;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.joda.money.BigMoney;

/**
 * A named quantity that contributions add to and figures read. A measure is a constant: keep it in a static field, for
 * it is equal to nothing but itself, and two measures of one name are two quantities. Immutable and thread-safe; its
 * tallies are not.
 *
 * <p>A tally also takes back what is still to be added, as happens when parts are merged. Counts and sums then read less
 * than nothing; of the others the amount is kept until its addition comes, and a reading before that is an
 * {@code IllegalStateException}. A count beyond a {@code long} is an {@code ArithmeticException} when it is read, never a wrong number.
 *
 * @param <A> the amounts that are added
 * @param <S> what is read
 */
public final class Measure<A, S> {
    private final String name;
    private final Supplier<Tally<A, S>> fresh;
    private final boolean isCount;

    private Measure(String name, Supplier<Tally<A, S>> fresh) {
        this(name, fresh, false);
    }

    private Measure(String name, Supplier<Tally<A, S>> fresh, boolean isCount) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "name of a measure (" + name + "): must not be blank. Maybe a constant was not set.");
        }
        this.name = name;
        this.fresh = fresh;
        this.isCount = isCount;
    }

    /** A number of facts; reads 0 when empty. */
    public static Measure<Long, Long> count(String name) {
        return new Measure<>(name, CountTally::new, true);
    }

    /** An exact sum of decimals, read without trailing zeros; reads 0 when empty. */
    public static Measure<BigDecimal, BigDecimal> sum(String name) {
        return new Measure<>(name, SumTally::new);
    }

    /** Exact sums of money and numbers of facts by currency; zero amounts are facts too. */
    public static Measure<BigMoney, MoneyTotal> money(String name) {
        return new Measure<>(name, MoneyTally::new);
    }

    /** Lengths of time to the nanosecond, with those that were cut off or are still running. */
    public static Measure<Observation, Distribution> distribution(String name) {
        return new Measure<>(name, DistributionTally::new);
    }

    /** Decimals one by one, exactly; those of one amount are one, however they are written. */
    public static Measure<BigDecimal, Distribution.Numbers> numbers(String name) {
        return new Measure<>(
                name, () -> new DistinctTally<>(BigDecimal::stripTrailingZeros, Distribution.Numbers::new));
    }

    /** Distinct names, read as an unmodifiable set sorted by UTF-16 code unit. */
    public static Measure<String, SortedSet<String>> distinct(String name) {
        return new Measure<>(
                name, () -> new DistinctTally<>(UnaryOperator.identity(), times -> new DistinctNames(times.keySet())));
    }

    /** Distinct days of reps. */
    public static Measure<RepDay, RepDays> days(String name) {
        return new Measure<>(
                name, () -> new DistinctTally<>(UnaryOperator.identity(), times -> new RepDays(times.keySet())));
    }

    /** A quantity of one's own; the supplier gives a fresh, lawful tally at each call. */
    public static <A, S> Measure<A, S> of(String name, Supplier<Tally<A, S>> fresh) {
        return new Measure<>(name, fresh);
    }

    /** An empty running total of this quantity. */
    public Tally<A, S> newTally() {
        return fresh.get();
    }

    /** Whether it is a {@linkplain #count count}, so that a number says all that its tally knows. */
    public boolean isCount() {
        return isCount;
    }

    /** What it is called; never blank. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
