package io.github.saleskpi.cli;

import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values for people to read, with their limits and sample. */
final class ValueText {
    private ValueText() {}

    /** Such as {@code 66.7 % (95 %: 21–94 %, n 3)} or {@code no data (n 0)}. */
    static String of(Unit unit, KpiValue value) {
        List<String> beside = new ArrayList<>();
        String amount;
        if (value instanceof KpiValue.Defined defined) {
            amount = amount(unit, defined);
            String limits = defined.bounds() == null ? "" : Amounts.limits(unit, defined.bounds());
            if (!limits.isEmpty()) {
                beside.add("95 %: " + limits);
            }
        } else {
            KpiValue.Undefined undefined = (KpiValue.Undefined) value;
            String reason = undefined.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            amount = undefined.lowerBound() == null
                    ? reason
                    : reason + ", at least " + Amounts.of(unit, undefined.lowerBound());
        }
        beside.add("n " + Amounts.grouped(value.sample()));
        value.notes().forEach(note -> beside.add(note.replace('-', ' ')));
        return amount + " (" + String.join(", ", beside) + ")";
    }

    private static String amount(Unit unit, KpiValue.Defined value) {
        if (value.currency() != null) {
            return Unit.MONEY.print(value.amount()) + " " + value.currency().getCode();
        }
        return unit == Unit.LIST ? Amounts.grouped(value.items().size()) : Amounts.of(unit, value.amount());
    }
}
