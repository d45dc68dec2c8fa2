package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;

/** Reads true or false. */
final class FlagReader implements ValueReader<Boolean> {
    @Override
    public Boolean read(EventLine line, Token first) {
        return switch (first) {
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            default -> throw EventLine.wrongType("true or false", "Maybe there are quotes too many.");
        };
    }
}
