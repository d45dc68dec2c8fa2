package io.github.saleskpi.pay;

import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimals in the one form in which equal numbers are equal, and how they read in words. */
final class Exact {
    private Exact() {}

    static BigDecimal of(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static @Nullable BigDecimal orNull(@Nullable BigDecimal number) {
        return number == null ? null : of(number);
    }

    /** With 15 significant digits, for people. */
    static String words(BigDecimal number) {
        return Unit.NUMBER.print(number);
    }

    /** Refuses a number below 0. */
    static void atLeastZero(String subject, @Nullable BigDecimal number) {
        if (number != null && number.signum() < 0) {
            throw new IllegalArgumentException(
                    subject + " (" + words(number) + "): must be at least 0. Maybe a sign is off.");
        }
    }
}
