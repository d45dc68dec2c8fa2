package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"amount":"1200.50","currency":"EUR"}}. */
final class MoneyReader implements ValueReader<BigMoney> {
    private static final List<String> FIELDS = List.of("amount", "currency");
    private static final ValueReader<BigDecimal> AMOUNT = new DecimalReader();
    private static final ValueReader<CurrencyUnit> CURRENCY = (line, first) -> Currencies.parse(line.word(first));

    @Override
    public BigMoney read(EventLine line, Token first) {
        line.beginObject(first);
        @Nullable BigDecimal amount = null;
        @Nullable CurrencyUnit currency = null;
        for (String name = line.nextInner(); name != null; name = line.nextInner()) {
            switch (name) {
                case "amount" -> amount = AMOUNT.readOrNull(line, line.next());
                case "currency" -> currency = CURRENCY.readOrNull(line, line.next());
                default -> line.unknown(FIELDS);
            }
        }
        if (amount == null || currency == null) {
            throw EventParser.absent(line.path() + (amount == null ? ".amount" : ".currency"));
        }
        return BigMoney.of(currency, amount);
    }
}
