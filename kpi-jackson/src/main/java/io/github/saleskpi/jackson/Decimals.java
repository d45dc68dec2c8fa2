package io.github.saleskpi.jackson;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Decimals as the wire format has them: at most 38 digits, scale -18 to 18, as written. */
final class Decimals {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");
    private static final int DIGITS = 38;
    private static final int SCALE = 18;
    private static final int LONGEST = DIGITS + SCALE + 14;

    private Decimals() {}

    /** @throws BrokenRule if it is none, at no more cost than its length */
    static BigDecimal parse(String text) {
        if (text.length() > LONGEST) {
            throw tooLarge();
        }
        if (!NUMBER.matcher(text).matches()) {
            throw BrokenRule.of(
                    "must be a decimal, such as \"1200.50\"",
                    "Maybe it has a decimal comma, a thousands separator or a currency sign.");
        }
        BigDecimal decimal = new BigDecimal(text);
        if (decimal.precision() > DIGITS || Math.abs((long) decimal.scale()) > SCALE) {
            throw tooLarge();
        }
        return decimal;
    }

    /** In plain digits, or with an exponent where those would be too many to be read again. */
    static String text(BigDecimal decimal) {
        if (decimal.precision() <= DIGITS && decimal.scale() >= 0) {
            return decimal.toPlainString();
        }
        BigDecimal fewest = decimal.stripTrailingZeros();
        BigDecimal plain = fewest.scale() < -SCALE ? fewest.setScale(-SCALE) : fewest;
        return plain.toString();
    }

    private static BrokenRule tooLarge() {
        return BrokenRule.of(
                "must have at most " + DIGITS + " digits and a scale of -" + SCALE + " to " + SCALE, "Maybe round it.");
    }
}
