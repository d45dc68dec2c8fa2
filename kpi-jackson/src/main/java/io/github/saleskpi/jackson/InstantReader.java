package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads a moment within the years of the limits. */
final class InstantReader implements ValueReader<Instant> {
    @Override
    public Instant read(EventLine line, Token first) {
        if (first != Token.TEXT) {
            throw EventLine.wrongType(
                    "an instant in ISO 8601, such as \"2026-03-01T10:00:00Z\"",
                    "Maybe it is a number of seconds since 1970.");
        }
        JsonTokens tokens = line.tokens();
        @Nullable Instant plain = tokens.instant();
        Instant instant = plain == null ? parsed(tokens) : plain;
        long second = instant.getEpochSecond();
        if (second < line.firstSecond() || second >= line.endSecond()) {
            ReadLimits limits = line.limits();
            throw BrokenRule.of(
                    "must lie in the years " + limits.firstYear() + " to " + limits.lastYear() + " in UTC (limit "
                            + (second < line.firstSecond() ? "firstYear" : "lastYear") + ")",
                    "Maybe the unit of a timestamp is off.");
        }
        return instant;
    }

    private static Instant parsed(JsonTokens tokens) {
        return new InstantText(tokens.characters(), tokens.charactersFrom(), tokens.charactersLength()).instant();
    }
}
