package io.github.saleskpi.testkit;

import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Values as examples write them. */
final class ValueText {
    private ValueText() {}

    /** Such as {@code 1/2 = 0.5}, {@code 892 EUR}, {@code PT20M}, {@code a1, a2} or {@code NO_DATA}. */
    static String of(Unit unit, KpiValue value) {
        if (value instanceof KpiValue.Undefined undefined) {
            return undefined.reason().name();
        }
        KpiValue.Defined defined = (KpiValue.Defined) value;
        BigDecimal amount = defined.amount();
        String number = unit == Unit.DURATION ? duration(amount).toString() : unit.print(amount);
        if (unit == Unit.LIST) {
            return String.join(", ", defined.items());
        }
        if (defined.numerator() != null && defined.denominator() != null) {
            return plain(defined.numerator()) + "/" + plain(defined.denominator()) + " = " + number;
        }
        return number
                + (defined.currency() == null ? "" : " " + defined.currency().getCode());
    }

    /** Whether the value is what the text says, in one of the forms that {@link IndicatorTester.Told#reads} names. */
    static boolean says(String text, Unit unit, KpiValue value) {
        if (value instanceof KpiValue.Undefined undefined) {
            return text.equals(undefined.reason().name());
        }
        KpiValue.Defined defined = (KpiValue.Defined) value;
        if (unit == Unit.LIST) {
            return text.equals(String.join(", ", defined.items()));
        }
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return equal(text.substring(0, slash), defined.numerator())
                    && equal(text.substring(slash + 1), defined.denominator());
        }
        if (defined.currency() != null) {
            String currency = " " + defined.currency().getCode();
            return text.endsWith(currency)
                    && equal(text.substring(0, text.length() - currency.length()), defined.amount());
        }
        if (unit == Unit.DURATION && text.startsWith("P")) {
            return duration(defined.amount()).equals(parsed(text));
        }
        return equal(text, defined.amount()) || text.equals(unit.print(defined.amount()));
    }

    private static boolean equal(String text, @Nullable BigDecimal number) {
        try {
            return number != null && new BigDecimal(text.strip()).compareTo(number) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static @Nullable Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException noDuration) {
            return null;
        }
    }

    private static Duration duration(BigDecimal seconds) {
        BigDecimal[] parts = seconds.divideAndRemainder(BigDecimal.ONE);
        return Duration.ofSeconds(
                parts[0].longValueExact(), parts[1].movePointRight(9).longValue());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
