package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;

/** Reads an integer from 1 to 2147483647, written without a fraction or an exponent. */
final class CountReader implements ValueReader<Integer> {
    private static final int MOST_DIGITS = 10;

    @Override
    public Integer read(EventLine line, Token first) {
        if (first != Token.INTEGER) {
            throw EventLine.wrongType("an integer", "Maybe there are quotes or a fraction too many.");
        }
        String text = line.tokens().text();
        if (text.length() <= MOST_DIGITS) {
            long count = Long.parseLong(text);
            if (count >= 1 && count <= Integer.MAX_VALUE) {
                return (int) count;
            }
        }
        throw BrokenRule.of("must be at least 1 and at most " + Integer.MAX_VALUE, "Maybe retract the event instead.");
    }
}
