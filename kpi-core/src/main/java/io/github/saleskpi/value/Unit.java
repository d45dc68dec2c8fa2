package io.github.saleskpi.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** What a figure is measured in, and how its amounts print. */
public enum Unit {
    /** A whole number of facts. */
    COUNT,
    /** A share: 0.4 means 40 %. */
    RATIO,
    /** A length of time in seconds. */
    DURATION,
    /** An amount of a currency. */
    MONEY,
    /** A weighted score. */
    SCORE,
    /** Any other decimal. */
    NUMBER,
    /** A sorted list of names; its amount is their number. */
    LIST;

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    /**
     * The amount in plain digits without trailing zeros: money and counts exactly, all else with 15 significant
     * digits, half-even.
     */
    public String print(BigDecimal amount) {
        BigDecimal shown = this == MONEY || this == COUNT ? amount : amount.round(DIGITS);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    /** The word of the wire format, such as {@code ratio}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
