package io.github.saleskpi.indicator;

import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.KpiValue.Reason;
import io.github.saleskpi.value.KpiValue.Undefined;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One value over another. */
final class Quotient {
    private static final Set<Unit> PURE = Set.of(Unit.COUNT, Unit.RATIO, Unit.SCORE, Unit.NUMBER);

    private Quotient() {}

    /**
     * In what a quotient is measured: a ratio of things of one unit; money or time for each of something; else a number.
     *
     * @throws IllegalArgumentException if one is a list, or the divisor is money and the dividend is not
     */
    static Unit unit(IndicatorId id, Indicator dividend, Indicator divisor) {
        Unit over = dividend.primary().unit();
        Unit under = divisor.primary().unit();
        if (over == Unit.LIST || under == Unit.LIST) {
            throw refused(id, dividend, divisor, "a list is no number", "the count of its items was meant");
        }
        if (under == Unit.MONEY && over != Unit.MONEY) {
            throw refused(id, dividend, divisor, "what is no money has no ratio to money", "they are swapped");
        }
        if (over == under) {
            return Unit.RATIO;
        }
        return PURE.contains(under) && (over == Unit.MONEY || over == Unit.DURATION) ? over : Unit.NUMBER;
    }

    private static IllegalArgumentException refused(
            IndicatorId id, Indicator dividend, Indicator divisor, String rule, String hint) {
        return new IllegalArgumentException(
                id + " (" + dividend.id() + " over " + divisor.id() + "): " + rule + ". Maybe " + hint + ".");
    }

    /**
     * The quotient with both parts; its sample is the divisor's. Undefined for the divisor's reason, else for the
     * dividend's; over 0 it is {@code NO_DATA}. A dividend known to be at least so much gives such a quotient.
     */
    static KpiValue of(Unit unit, KpiValue dividend, KpiValue divisor) {
        if (!(divisor instanceof Defined under)) {
            return KpiValue.undefined(((Undefined) divisor).reason(), divisor.sample());
        }
        if (dividend instanceof Undefined unknown) {
            BigDecimal least = unknown.lowerBound();
            return unknown.reason() == Reason.CENSORED
                            && least != null
                            && under.amount().signum() > 0
                    ? KpiValue.censored(least.divide(under.amount(), MathContext.DECIMAL128), under.sample())
                    : KpiValue.undefined(unknown.reason(), under.sample());
        }
        Defined over = (Defined) dividend;
        if (under.currency() != null && !Objects.equals(over.currency(), under.currency())) {
            return KpiValue.undefined(Reason.MISSING_RATE, under.sample());
        }
        if (!(KpiValue.ratio(over.amount(), under.amount(), under.sample()) instanceof Defined quotient)) {
            return KpiValue.undefined(Reason.NO_DATA, under.sample());
        }
        Set<String> notes = new LinkedHashSet<>(over.notes());
        notes.addAll(under.notes());
        return new Defined(
                quotient.amount(),
                over.amount(),
                under.amount(),
                under.sample(),
                null,
                unit == Unit.MONEY ? over.currency() : null,
                List.of(),
                List.copyOf(notes));
    }
}
