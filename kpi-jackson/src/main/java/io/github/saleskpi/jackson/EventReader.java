package io.github.saleskpi.jackson;

import io.github.saleskpi.event.SalesEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * Reads events from NDJSON, one JSON object a line, in memory that does not grow with the input. Immutable and
 * thread-safe: one reader may read several inputs at once.
 *
 * <p>Unless told otherwise it reads on behind a bad line, keeps the first 1,000 rejects and counts all of them, ignores
 * unknown fields, has the limits of {@link ReadLimits#standard()} and parses on the thread that reads.
 *
 * <p>The input is UTF-8, as it is or in gzip, which is recognised by its first bytes. A byte order mark at its start and
 * blank lines are skipped and not counted. A gzip input that is cut off or damaged yields one reject for what comes after
 * the last whole line; so does an {@link java.io.EOFException} or a {@link java.util.zip.ZipException} of the input.
 */
public final class EventReader {
    private static final int KEPT = 1_000;
    private static final int MOST_THREADS = 256;

    private final Function<ReadLimits, JsonTokens> tokens;
    private final Map<String, EventType> types;
    private final ReadLimits limits;
    private final boolean strict;
    private final int threads;
    private final Function<List<Reject>, Consumer<Reject>> onReject;

    private EventReader(
            Function<ReadLimits, JsonTokens> tokens,
            Map<String, EventType> types,
            ReadLimits limits,
            boolean strict,
            int threads,
            Function<List<Reject>, Consumer<Reject>> onReject) {
        this.tokens = tokens;
        this.types = types;
        this.limits = limits;
        this.strict = strict;
        this.threads = threads;
        this.onReject = onReject;
    }

    static EventReader with(Function<ReadLimits, JsonTokens> tokens) {
        return new EventReader(tokens, EventTypes.standard(), ReadLimits.standard(), false, 1, keeping(KEPT));
    }

    /** One that stops at the first reject with a {@link RejectedLineException}, and rejects unknown fields as well. */
    public EventReader strict() {
        return new EventReader(tokens, types, limits, true, threads, kept -> reject -> {
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
        return new EventReader(tokens, types, limits, false, threads, keeping(atMost));
    }

    /** One that reads on behind a bad line and gives every reject to that consumer, none to the summary. */
    public EventReader rejectsTo(Consumer<? super Reject> consumer) {
        return new EventReader(tokens, types, limits, false, threads, kept -> consumer::accept);
    }

    /**
     * One that also reads events of these types.
     *
     * @throws IllegalArgumentException if it reads a type of one of these names already
     */
    public EventReader withTypes(CustomEventType... own) {
        return new EventReader(tokens, CustomEventType.beside(types, own), limits, strict, threads, onReject);
    }

    /** One with those limits. */
    public EventReader withLimits(ReadLimits others) {
        return new EventReader(tokens, types, others, strict, threads, onReject);
    }

    /**
     * One that parses on so many threads. What it gives, and in which order, is the same for every number: events and rejects
     * come one at a time, in the order of the lines, on the thread that reads; but not before some lines behind them are read.
     *
     * @throws IllegalArgumentException if there are fewer than 1 or more than 256
     */
    public EventReader onThreads(int number) {
        if (number < 1 || number > MOST_THREADS) {
            throw new IllegalArgumentException("threads (" + number + "): must be 1 to " + MOST_THREADS
                    + ". Maybe as many as there are processors.");
        }
        return new EventReader(tokens, types, limits, strict, number, onReject);
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
        Delivery delivery = new Delivery(sink, onReject.apply(kept));
        Lines lines = lines(in);
        if (threads > 1) {
            new ParallelParsing<>(threads, () -> new Parsing(parser()))
                    .read(lines, some -> some.forEach(delivery::take));
        } else {
            try (LineParser parser = parser()) {
                while (lines.nextFilled()) {
                    delivery.take(parser.parse(lines.line()));
                }
            }
        }
        return delivery.summary(kept);
    }

    /**
     * Collects all events of a file, as {@link #collect(InputStream, Collector)} does.
     *
     * @throws RejectedLineException at the first bad line, if this reader is strict
     * @throws IOException if the file cannot be read
     */
    public <R> Collected<R> collect(Path file, Collector<? super SalesEvent, ?, R> collector) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return collect(in, collector);
        }
    }

    /**
     * Collects all events of an input, and leaves the input open. If the collector is
     * {@linkplain Collector.Characteristics#UNORDERED unordered}, as that of an engine is, then not only parsing is done
     * {@linkplain #onThreads on several threads}: each fills a container of its own, and these are combined at the end. Any
     * other collector gets the events in the order of the lines, on the thread that reads. Rejects always come so. What the
     * collector throws comes through, behind the rejects of earlier lines; threads that are still in the collector then are
     * interrupted and waited for, so that nobody uses it any more when this returns or throws.
     *
     * <pre>{@code
     * Collected<KpiReport> year = KpiJackson3.eventReader().onThreads(8).collect(file, engine.collector(viewpoint));
     * }</pre>
     *
     * @throws RejectedLineException at the first bad line, if this reader is strict
     * @throws IOException if the input throws one
     */
    public <R> Collected<R> collect(InputStream in, Collector<? super SalesEvent, ?, R> collector) throws IOException {
        boolean together = threads > 1 && collector.characteristics().contains(Collector.Characteristics.UNORDERED);
        return together ? collectedOnThreads(in, collector) : collectedHere(in, collector);
    }

    private <A, R> Collected<R> collectedHere(InputStream in, Collector<? super SalesEvent, A, R> collector)
            throws IOException {
        A container = collector.supplier().get();
        ReadSummary summary = read(in, event -> collector.accumulator().accept(container, event));
        return new Collected<>(collector.finisher().apply(container), summary);
    }

    private <A, R> Collected<R> collectedOnThreads(InputStream in, Collector<? super SalesEvent, A, R> collector)
            throws IOException {
        List<Reject> kept = new ArrayList<>();
        Delivery delivery = new Delivery(event -> {}, onReject.apply(kept));
        Collecting.Containers<A, R> containers = new Collecting.Containers<>(collector, this::parser);
        new ParallelParsing<>(threads, containers).read(lines(in), delivery::take);
        return new Collected<>(containers.joined(), delivery.summary(kept));
    }

    /**
     * What was collected from an input.
     *
     * @param result what the collector made of the events
     * @param summary what was read
     */
    public record Collected<R>(R result, ReadSummary summary) {}

    private Lines lines(InputStream in) {
        return new Lines(new Uncompressed(in), limits.lineBytes());
    }

    private LineParser parser() {
        return new LineParser(tokens.apply(limits), limits, strict, types);
    }

    /** Parses the lines of a batch. */
    private record Parsing(LineParser parser) implements ParallelParsing.Worker<List<Parsed>> {
        @Override
        public List<Parsed> work(LineBatch batch) {
            return batch.lines().stream().map(parser::parse).toList();
        }

        @Override
        public void close() {
            parser.close();
        }
    }

    /** Gives on what became of the lines, and counts it. */
    private static final class Delivery {
        private final Consumer<? super SalesEvent> sink;
        private final Consumer<Reject> rejects;
        private long delivered;
        private long rejected;

        Delivery(Consumer<? super SalesEvent> sink, Consumer<Reject> rejects) {
            this.sink = sink;
            this.rejects = rejects;
        }

        void take(Parsed parsed) {
            if (parsed.reject() != null) {
                rejected++;
                rejects.accept(parsed.reject());
            } else if (parsed.event() != null) {
                delivered++;
                sink.accept(parsed.event());
            }
        }

        /** What another thread already gave on. */
        void take(Collecting.Share share) {
            delivered += share.delivered();
            for (Reject reject : share.rejects()) {
                rejected++;
                rejects.accept(reject);
            }
            if (share.failure() != null) {
                throw share.failure();
            }
        }

        ReadSummary summary(List<Reject> kept) {
            return new ReadSummary(delivered + rejected, delivered, rejected, kept);
        }
    }
}
