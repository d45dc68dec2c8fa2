package io.github.saleskpi.jackson;

import io.github.saleskpi.event.SalesEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Parses lines and collects their events into a container of its own, beside others that do the same. Not thread-safe.
 *
 * @param <A> the collector's container
 */
final class Collecting<A> implements ParallelParsing.Worker<Collecting.Share> {
    private final LineParser parser;
    private final A container;
    private final BiConsumer<A, ? super SalesEvent> accumulator;

    private Collecting(LineParser parser, A container, BiConsumer<A, ? super SalesEvent> accumulator) {
        this.parser = parser;
        this.container = container;
        this.accumulator = accumulator;
    }

    /**
     * What became of a batch.
     *
     * @param failure what the collector threw, behind these events and rejects, or null
     */
    record Share(
            long delivered, List<Reject> rejects, @Nullable RuntimeException failure) {}

    @Override
    public Share work(LineBatch batch) {
        long delivered = 0;
        List<Reject> rejects = new ArrayList<>();
        for (Line line : batch.lines()) {
            Parsed parsed = parser.parse(line);
            if (parsed.reject() != null) {
                rejects.add(parsed.reject());
            } else if (parsed.event() != null) {
                try {
                    accumulator.accept(container, parsed.event());
                } catch (RuntimeException failed) {
                    return new Share(delivered, rejects, failed);
                }
                delivered++;
            }
        }
        return new Share(delivered, rejects, null);
    }

    @Override
    public void close() {
        parser.close();
    }

    /** The containers that the threads of one reading fill. Thread-safe until they are joined. */
    static final class Containers<A, R> implements Supplier<Collecting<A>> {
        private final Collector<? super SalesEvent, A, R> collector;
        private final Supplier<LineParser> parsers;
        private final List<A> made = new ArrayList<>();

        Containers(Collector<? super SalesEvent, A, R> collector, Supplier<LineParser> parsers) {
            this.collector = collector;
            this.parsers = parsers;
        }

        @Override
        public Collecting<A> get() {
            return new Collecting<>(parsers.get(), container(), collector.accumulator());
        }

        private synchronized A container() {
            A container = collector.supplier().get();
            made.add(container);
            return container;
        }

        /** What all of them hold together. */
        synchronized R joined() {
            A first = made.isEmpty() ? collector.supplier().get() : made.get(0);
            A all = made.stream().skip(1).reduce(first, collector.combiner());
            return collector.finisher().apply(all);
        }
    }
}
