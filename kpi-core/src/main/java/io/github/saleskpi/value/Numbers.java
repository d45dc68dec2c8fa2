package io.github.saleskpi.value;

import java.math.BigDecimal;

/** The one form of a number, so that equal numbers are equal values. */
final class Numbers {
    private Numbers() {}

    /** Without trailing zeros and without a negative scale. */
    static BigDecimal canonical(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
