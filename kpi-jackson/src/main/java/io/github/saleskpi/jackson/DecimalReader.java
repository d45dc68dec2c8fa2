package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;
import java.math.BigDecimal;

/** Reads a decimal, written as a text or as a number. */
final class DecimalReader implements ValueReader<BigDecimal> {
    @Override
    public BigDecimal read(EventLine line, Token first) {
        return switch (first) {
            case TEXT, INTEGER, FRACTION -> Decimals.parse(line.tokens().text());
            default -> throw EventLine.wrongType("a decimal, such as \"1200.50\"", "Maybe leave it out.");
        };
    }
}
