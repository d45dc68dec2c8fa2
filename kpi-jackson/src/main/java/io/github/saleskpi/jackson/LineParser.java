package io.github.saleskpi.jackson;

import io.github.saleskpi.event.SalesEvent;
import java.util.Map;

/** Makes an event or a reject of each line. Not thread-safe. */
final class LineParser implements AutoCloseable {
    private final JsonTokens tokens;
    private final ReadLimits limits;
    private final EventParser parser;

    LineParser(JsonTokens tokens, ReadLimits limits, boolean strict, Map<String, EventType> types) {
        this.tokens = tokens;
        this.limits = limits;
        this.parser = new EventParser(tokens, limits, strict, types);
    }

    Parsed parse(Line line) {
        try {
            return new Parsed(event(line), null);
        } catch (BadLine bad) {
            return new Parsed(null, bad.reject(line.number(), line.offset()));
        }
    }

    private SalesEvent event(Line line) {
        return switch (line.state()) {
            case WHOLE -> parser.parse(line.bytes(), line.start(), line.end());
            case TOO_LONG ->
                throw new BadLine(
                        0,
                        null,
                        line.length() + " bytes",
                        "must have at most " + limits.lineBytes() + " bytes (limit lineBytes)",
                        "Maybe line ends are missing.");
            case BROKEN_OFF ->
                throw new BadLine(
                        0,
                        null,
                        "end of the input",
                        "must not be cut off or damaged",
                        "Maybe a transfer of the compressed file was not finished.");
        };
    }

    @Override
    public void close() {
        tokens.close();
    }
}
