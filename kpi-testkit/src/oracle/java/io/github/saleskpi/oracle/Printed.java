package io.github.saleskpi.oracle;

import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A value in the words of a report. */
final class Printed {
    private Printed() {}

    static String value(Unit unit, KpiValue value) {
        String end = " n=" + value.sample();
        if (value instanceof KpiValue.Undefined undefined) {
            BigDecimal least = undefined.lowerBound();
            return undefined.reason() + (least == null ? "" : " >= " + unit.print(least)) + end + value.notes();
        }
        KpiValue.Defined defined = (KpiValue.Defined) value;
        String text = unit.print(defined.amount());
        if (defined.numerator() != null && defined.denominator() != null) {
            text += " = " + exactly(defined.numerator()) + "/" + exactly(defined.denominator());
        }
        if (defined.currency() != null) {
            text += " " + defined.currency().getCode();
        }
        return text + bounds(unit, defined.bounds()) + end + defined.items() + defined.notes();
    }

    private static String bounds(Unit unit, @Nullable Bounds bounds) {
        return bounds == null ? "" : " [" + limit(unit, bounds.low()) + ", " + limit(unit, bounds.high()) + "]";
    }

    private static String limit(Unit unit, @Nullable BigDecimal limit) {
        return limit == null ? "-" : unit.print(limit);
    }

    private static String exactly(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
