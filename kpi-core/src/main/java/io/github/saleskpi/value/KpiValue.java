package io.github.saleskpi.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A value, or the reason why there is none: never NaN, never null. Immutable and thread-safe; equal when all parts are
 * equal as numbers.
 */
public sealed interface KpiValue {
    /** Why a value is undefined. */
    enum Reason {
        /** Nothing to compute it from. */
        NO_DATA,
        /** The quantile lies beyond the greatest length seen; a lower bound is known. */
        CENSORED,
        /** Money in a currency, or on a date, for which no rate is known. */
        MISSING_RATE,
        /** The question makes no sense here. */
        NOT_APPLICABLE,
        /** The indicator failed on one of its stories, which the report names. */
        FAILED
    }

    /** How many facts stand behind it: a ratio's denominator, the lengths of a quantile, the value of a count; at least 0. */
    long sample();

    /** Remarks such as {@code catalogue-inferred}, in the order in which they were made. */
    List<String> notes();

    /** The same with one more remark. */
    KpiValue withNote(String note);

    /**
     * A value that exists.
     *
     * @param amount the number, in the figure's unit: a share of 1, seconds, an amount of {@code currency}; of a list
     *     the number of its items
     * @param numerator of a ratio, else null
     * @param denominator of a ratio, else null
     * @param sample as {@link KpiValue#sample()}
     * @param bounds the 95 % interval of a proportion or quantile, else null
     * @param currency of money, else null
     * @param items of a list figure, sorted by UTF-16 code unit; else empty
     * @param notes as {@link KpiValue#notes()}
     */
    record Defined(
            BigDecimal amount,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            long sample,
            @Nullable Bounds bounds,
            @Nullable CurrencyUnit currency,
            List<String> items,
            List<String> notes)
            implements KpiValue {
        public Defined {
            amount = Numbers.canonical(amount);
            numerator = numerator == null ? null : Numbers.canonical(numerator);
            denominator = denominator == null ? null : Numbers.canonical(denominator);
            items = List.copyOf(items);
            notes = List.copyOf(notes);
        }

        /** The same value with that interval. */
        public Defined withBounds(@Nullable Bounds limits) {
            return new Defined(amount, numerator, denominator, sample, limits, currency, items, notes);
        }

        @Override
        public Defined withNote(String note) {
            return new Defined(amount, numerator, denominator, sample, bounds, currency, items, with(notes, note));
        }
    }

    /**
     * The reason why there is no value.
     *
     * @param reason why
     * @param lowerBound what the value is known to be at least, in the figure's unit, when {@code CENSORED}; else null
     * @param sample as {@link KpiValue#sample()}
     * @param notes as {@link KpiValue#notes()}
     */
    record Undefined(Reason reason, @Nullable BigDecimal lowerBound, long sample, List<String> notes)
            implements KpiValue {
        public Undefined {
            lowerBound = lowerBound == null ? null : Numbers.canonical(lowerBound);
            notes = List.copyOf(notes);
        }

        @Override
        public Undefined withNote(String note) {
            return new Undefined(reason, lowerBound, sample, with(notes, note));
        }
    }

    /** No value, for that reason, out of nothing. */
    static Undefined undefined(Reason reason) {
        return new Undefined(reason, null, 0, List.of());
    }

    /** No value, although there were so many facts. */
    static Undefined undefined(Reason reason, long sample) {
        return new Undefined(reason, null, sample, List.of());
    }

    /** No value, but it is at least that. */
    static Undefined censored(BigDecimal lowerBound, long sample) {
        return new Undefined(Reason.CENSORED, lowerBound, sample, List.of());
    }

    /** A number of facts, which is its own sample. */
    static Defined count(long facts) {
        return of(BigDecimal.valueOf(facts), facts);
    }

    /** A number out of so many facts. */
    static Defined of(BigDecimal amount, long sample) {
        return new Defined(amount, null, null, sample, null, null, List.of(), List.of());
    }

    /** Money out of so many facts with an amount. */
    static Defined money(BigMoney amount, long sample) {
        return new Defined(
                amount.getAmount(), null, null, sample, null, amount.getCurrencyUnit(), List.of(), List.of());
    }

    /** A quotient to 34 digits, half-even, that keeps its parts; {@code NO_DATA} over 0. */
    static KpiValue ratio(BigDecimal numerator, BigDecimal denominator, long sample) {
        if (denominator.signum() == 0) {
            return undefined(Reason.NO_DATA, sample);
        }
        BigDecimal quotient = numerator.divide(denominator, MathContext.DECIMAL128);
        return new Defined(quotient, numerator, denominator, sample, null, null, List.of(), List.of());
    }

    /** A quotient of counts without an interval; its sample is the denominator; {@code NO_DATA} over 0. */
    static KpiValue ratio(long numerator, long denominator) {
        return denominator == 0 ? undefined(Reason.NO_DATA, 0) : SmallShares.RATIOS.of(numerator, denominator);
    }

    /**
     * A share of facts with its Wilson interval; its sample is the denominator; {@code NO_DATA} over 0.
     *
     * @throws IllegalArgumentException if the part exceeds the whole; that is no share but a {@link #ratio(long, long)}
     */
    static KpiValue proportion(long part, long whole) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("part and whole (" + part + ", " + whole
                    + "): the part of a share must not exceed the whole. Maybe it is a ratio.");
        }
        return whole == 0 ? undefined(Reason.NO_DATA) : SmallShares.PROPORTIONS.of(part, whole);
    }

    /** A list of names, sorted by UTF-16 code unit and without repetitions. */
    static Defined list(Collection<String> names) {
        List<String> sorted = List.copyOf(isAscending(names) ? names : new TreeSet<>(names));
        return new Defined(BigDecimal.valueOf(sorted.size()), null, null, sorted.size(), null, null, sorted, List.of());
    }

    /** Whether each comes after the one before, as what was sorted does. */
    private static boolean isAscending(Collection<String> names) {
        String last = null;
        for (String name : names) {
            if (last != null && last.compareTo(name) >= 0) {
                return false;
            }
            last = name;
        }
        return true;
    }

    private static List<String> with(List<String> notes, String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return more;
    }
}
