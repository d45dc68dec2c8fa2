package io.github.saleskpi.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The one form of a number, so that equal numbers are equal values. */
final class Decimals {
    private Decimals() {}

    /** Without trailing zeros and without a negative scale. */
    static BigDecimal canonical(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static @Nullable BigDecimal canonicalIfAny(@Nullable BigDecimal number) {
        return number == null ? null : canonical(number);
    }
}
