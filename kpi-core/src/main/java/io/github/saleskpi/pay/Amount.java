package io.github.saleskpi.pay;

import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the result of a curve is multiplied by, as it is for some facts.
 *
 * @param exact the amount; 0 where it is missing
 * @param name what it is, in words
 * @param missing why there is none, or null
 */
record Amount(BigDecimal exact, String name, @Nullable String missing) {
    static Amount of(Pays pays, PayScheme scheme, PayFacts facts) {
        if (pays instanceof Pays.Amount amount) {
            return new Amount(amount.amount(), Exact.words(amount.amount()), null);
        }
        if (pays instanceof Pays.ShareOfBase) {
            return new Amount(scheme.base(), "the base " + Exact.words(scheme.base()), null);
        }
        if (pays instanceof Pays.RateOf rate) {
            KpiValue value = facts.value(rate.of());
            if (!(value instanceof KpiValue.Defined known) || !scheme.isIn(known)) {
                return new Amount(BigDecimal.ZERO, rate.of().toString(), why(rate.of(), value, scheme));
            }
            boolean isOwed = known.amount().signum() < 0;
            return new Amount(
                    known.amount().max(BigDecimal.ZERO),
                    rate.of() + " " + facts.words(rate.of(), known.amount()),
                    isOwed ? rate.of() + " is below 0" : null);
        }
        return new Amount(BigDecimal.ONE, "1", null);
    }

    /** Why that value cannot be used. */
    static String why(Input input, KpiValue value, PayScheme scheme) {
        return value instanceof KpiValue.Undefined undefined
                ? input + " is " + words(undefined)
                : input + " is NOT_APPLICABLE: not in " + scheme.currency();
    }

    /** The reason, with what is noted of it: {@code NOT_APPLICABLE (several-teams:north, south)}. */
    static String words(KpiValue.Undefined value) {
        return value.reason() + (value.notes().isEmpty() ? "" : " (" + String.join("; ", value.notes()) + ")");
    }

    /** Such as {@code 1.45 of 100000 = 145000}; a result that is money already stands alone. */
    String words(BigDecimal result) {
        return exact.compareTo(BigDecimal.ONE) == 0 && missing == null
                ? "pays " + Exact.words(result)
                : Exact.words(result) + " of " + name + " = " + Exact.words(result.multiply(exact));
    }
}
