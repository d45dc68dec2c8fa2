package io.github.saleskpi.plan;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attainment and the formula that it came from.
 *
 * @param amount null where the formula has none
 * @param formula in the names {@code fact} and {@code goal}, or {@code low} and {@code high} of a band; or, without a
 *     name, why none is needed
 */
record Attained(@Nullable BigDecimal amount, String formula) {
    /** A formula that has no answer there. */
    static Attained undefined(String formula) {
        return new Attained(null, formula);
    }

    Optional<BigDecimal> ifAny() {
        return Optional.ofNullable(amount);
    }
}
