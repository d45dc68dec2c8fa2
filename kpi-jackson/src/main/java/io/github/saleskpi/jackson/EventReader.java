package io.github.saleskpi.jackson;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.jackson.Lines.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads events from NDJSON, one JSON object a line, in memory that does not grow with the input. Immutable and
 * thread-safe: one reader may read several inputs at once.
 *
 * <p>Unless told otherwise it reads on behind a bad line, keeps the first 1,000 rejects and counts all of them, ignores
 * unknown fields, and has the limits of {@link ReadLimits#standard()}.
 *
 * <p>The input is UTF-8, as it is or in gzip, which is recognised by its first bytes. A byte order mark at its start and
 * blank lines are skipped and not counted. A gzip input that is cut off or damaged yields one reject for what comes after
 * the last whole line; so does an {@link java.io.EOFException} or a {@link java.util.zip.ZipException} of the input.
 */
public final class EventReader {
    private static final int KEPT = 1_000;

    private final Function<ReadLimits, JsonTokens> tokens;
    private final Map<String, EventType> types;
    private final ReadLimits limits;
    private final boolean strict;
    private final Function<List<Reject>, Consumer<Reject>> onReject;

    private EventReader(
            Function<ReadLimits, JsonTokens> tokens,
            Map<String, EventType> types,
            ReadLimits limits,
            boolean strict,
            Function<List<Reject>, Consumer<Reject>> onReject) {
        this.tokens = tokens;
        this.types = types;
        this.limits = limits;
        this.strict = strict;
        this.onReject = onReject;
    }

    static EventReader with(Function<ReadLimits, JsonTokens> tokens) {
        return new EventReader(tokens, EventTypes.standard(), ReadLimits.standard(), false, keeping(KEPT));
    }

    /** One that stops at the first reject with a {@link RejectedLineException}, and rejects unknown fields as well. */
    public EventReader strict() {
        return new EventReader(tokens, types, limits, true, kept -> reject -> {
            throw new RejectedLineException(reject);
        });
    }

    /**
     * One that reads on behind a bad line and keeps the first rejects, up to that number, for the summary.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public EventReader collecting(int atMost) {
        if (atMost < 0) {
            throw new IllegalArgumentException(
                    "atMost (" + atMost + "): must not be negative. Maybe 0, to count them only.");
        }
        return new EventReader(tokens, types, limits, false, keeping(atMost));
    }

    /** One that reads on behind a bad line and gives every reject to that consumer, none to the summary. */
    public EventReader rejectsTo(Consumer<? super Reject> consumer) {
        return new EventReader(tokens, types, limits, false, kept -> consumer::accept);
    }

    /** One with those limits. */
    public EventReader withLimits(ReadLimits others) {
        return new EventReader(tokens, types, others, strict, onReject);
    }

    private static Function<List<Reject>, Consumer<Reject>> keeping(int atMost) {
        return kept -> reject -> {
            if (kept.size() < atMost) {
                kept.add(reject);
            }
        };
    }

    /**
     * Gives all events of a file to the sink, in the order of the lines.
     *
     * @throws RejectedLineException at the first bad line, if this reader is strict
     * @throws IOException if the file cannot be read
     */
    public ReadSummary read(Path file, Consumer<? super SalesEvent> sink) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, sink);
        }
    }

    /**
     * Gives all events of an input to the sink, in the order of the lines, and leaves the input open. What the sink
     * throws comes through.
     *
     * @throws RejectedLineException at the first bad line, if this reader is strict
     * @throws IOException if the input throws one
     */
    public ReadSummary read(InputStream in, Consumer<? super SalesEvent> sink) throws IOException {
        List<Reject> kept = new ArrayList<>();
        Consumer<Reject> rejects = onReject.apply(kept);
        Lines lines = new Lines(new Uncompressed(in), limits.lineBytes());
        long delivered = 0;
        long rejected = 0;
        try (JsonTokens json = tokens.apply(limits)) {
            EventParser parser = new EventParser(json, limits, strict, types);
            while (lines.next()) {
                if (lines.state() == State.WHOLE && lines.isBlank()) {
                    continue;
                }
                SalesEvent event;
                try {
                    event = event(parser, lines);
                } catch (BadLine bad) {
                    rejected++;
                    rejects.accept(bad.reject(lines.number(), lines.offset()));
                    continue;
                }
                delivered++;
                sink.accept(event);
            }
        }
        return new ReadSummary(delivered + rejected, delivered, rejected, kept);
    }

    private SalesEvent event(EventParser parser, Lines lines) {
        return switch (lines.state()) {
            case WHOLE -> parser.parse(lines.bytes(), lines.start(), lines.end());
            case TOO_LONG ->
                throw new BadLine(
                        0,
                        null,
                        lines.length() + " bytes",
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
}
