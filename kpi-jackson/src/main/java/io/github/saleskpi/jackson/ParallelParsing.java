package io.github.saleskpi.jackson;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Parses lines on several threads: one cuts them into batches and gives on what became of them, batch after batch in the order
 * of the lines, so that nobody can tell how many threads there were. Holds a bounded number of batches. Not thread-safe.
 */
final class ParallelParsing {
    private static final int LINES = 256;
    private static final int BYTES = 1 << 18;
    private static final int BATCHES_PER_THREAD = 2;

    private final int threads;
    private final Supplier<LineParser> parsers;
    private final Queue<LineParser> idle = new ConcurrentLinkedQueue<>();
    private final Queue<Future<List<Parsed>>> batches = new ArrayDeque<>();
    private @Nullable IOException failure;

    ParallelParsing(int threads, Supplier<LineParser> parsers) {
        this.threads = threads;
        this.parsers = parsers;
    }

    /** Gives on all lines, also those before one at which the input fails. */
    void read(Lines lines, Consumer<Parsed> sink) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "kpi-parsing");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (List<Line> batch = batch(lines); !batch.isEmpty(); batch = batch(lines)) {
                List<Line> some = batch;
                batches.add(pool.submit(() -> parsed(some)));
                if (batches.size() > BATCHES_PER_THREAD * threads) {
                    parsed(batches.remove()).forEach(sink);
                }
            }
            while (!batches.isEmpty()) {
                parsed(batches.remove()).forEach(sink);
            }
        } finally {
            pool.shutdownNow();
            idle.forEach(LineParser::close);
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The next lines; none behind the last one, or where the input fails. */
    private List<Line> batch(Lines lines) {
        List<Line> batch = new ArrayList<>();
        int bytes = 0;
        try {
            while (failure == null && batch.size() < LINES && bytes < BYTES && lines.nextFilled()) {
                Line line = lines.line().kept();
                batch.add(line);
                bytes += line.end();
            }
        } catch (IOException failed) {
            failure = failed;
        }
        return batch;
    }

    private List<Parsed> parsed(List<Line> batch) {
        LineParser free = idle.poll();
        LineParser parser = free == null ? parsers.get() : free;
        List<Parsed> parsed = batch.stream().map(parser::parse).toList();
        idle.add(parser);
        return parsed;
    }

    private static List<Parsed> parsed(Future<List<Parsed>> batch) throws IOException {
        try {
            return batch.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The thread that reads was interrupted.");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(failed);
        }
    }
}
