package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads a duration in ISO 8601, not negative. */
final class DurationReader implements ValueReader<Duration> {
    private static final int MOST_DIGITS = 9;

    @Override
    public Duration read(EventLine line, Token first) {
        if (first != Token.TEXT) {
            throw EventLine.wrongType(
                    "a duration in ISO 8601, such as \"PT4M20S\"",
                    "Maybe it is a number of seconds; write \"PT260S\".");
        }
        JsonTokens tokens = line.tokens();
        long seconds = seconds(tokens.characters(), tokens.charactersFrom(), tokens.charactersLength());
        Duration duration = seconds >= 0 ? Duration.ofSeconds(seconds) : parsed(line.text(first));
        if (duration.isNegative()) {
            throw BrokenRule.of("must not be negative", "Maybe start and end are swapped.");
        }
        return duration;
    }

    private static Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException malformed) {
            throw BrokenRule.of(
                    "must be a duration in ISO 8601, such as \"PT4M20S\"",
                    "Maybe it is a number of seconds; write \"PT260S\".");
        }
    }

    /** Of the plain forms such as {@code PT1H2M3S}; -1 for all else. */
    private static long seconds(char[] characters, int from, int length) {
        int end = from + length;
        if (length < 4 || characters[from] != 'P' || characters[from + 1] != 'T') {
            return -1;
        }
        long seconds = 0;
        int unit = Integer.MAX_VALUE;
        int at = from + 2;
        while (at < end) {
            int start = at;
            long number = 0;
            while (at < end && characters[at] >= '0' && characters[at] <= '9' && at - start < MOST_DIGITS) {
                number = number * 10 + characters[at++] - '0';
            }
            int next = at == start || at == end ? 0 : unit(characters[at++]);
            if (next == 0 || next >= unit) {
                return -1;
            }
            unit = next;
            seconds += number * unit;
        }
        return seconds;
    }

    private static int unit(char letter) {
        return switch (letter) {
            case 'H' -> 3600;
            case 'M' -> 60;
            case 'S' -> 1;
            default -> 0;
        };
    }
}
