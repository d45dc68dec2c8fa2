package io.github.saleskpi.jackson;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has several threads work on the lines of an input: one cuts them into batches and gives on what became of each, in the order
 * of the lines, so that nobody can tell how many threads there were. Holds a bounded number of batches. Not thread-safe.
 *
 * @param <T> what becomes of a batch
 */
final class ParallelParsing<T> {
    private static final int BATCHES_PER_THREAD = 2;

    private final int threads;
    private final Supplier<? extends Worker<T>> workers;
    private final Queue<Worker<T>> idle = new ConcurrentLinkedQueue<>();
    private final Queue<Future<Done<T>>> batches = new ArrayDeque<>();
    private final Queue<LineBatch> spare = new ArrayDeque<>();
    private @Nullable IOException failure;

    /** Works on one batch at a time, not always on the same thread. */
    interface Worker<T> extends AutoCloseable {
        T work(LineBatch batch);

        @Override
        void close();
    }

    private record Done<T>(LineBatch batch, T result) {}

    /** At most as many workers as threads are made, each when it is needed. */
    ParallelParsing(int threads, Supplier<? extends Worker<T>> workers) {
        this.threads = threads;
        this.workers = workers;
    }

    /** Gives on all lines, also those before one at which the input fails; no worker works any more when this returns or throws. */
    void read(Lines lines, Consumer<? super T> sink) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "kpi-parsing");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (LineBatch batch = batch(lines); !batch.isEmpty(); batch = batch(lines)) {
                LineBatch some = batch;
                batches.add(pool.submit(() -> done(some)));
                if (batches.size() > BATCHES_PER_THREAD * threads) {
                    giveOn(sink);
                }
            }
            while (!batches.isEmpty()) {
                giveOn(sink);
            }
        } finally {
            end(pool);
            idle.forEach(Worker::close);
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The next lines; none behind the last one, or where the input fails. */
    private LineBatch batch(Lines lines) {
        LineBatch free = spare.poll();
        LineBatch batch = free == null ? new LineBatch() : free;
        try {
            while (failure == null && !batch.isFull() && lines.nextFilled()) {
                batch.add(lines.line());
            }
        } catch (IOException failed) {
            failure = failed;
        }
        return batch;
    }

    private Done<T> done(LineBatch batch) {
        Worker<T> free = idle.poll();
        Worker<T> worker = free == null ? workers.get() : free;
        try {
            return new Done<>(batch, worker.work(batch));
        } finally {
            idle.add(worker);
        }
    }

    /** Interrupts what still runs, and waits for it, even if this thread is interrupted itself. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = false;
        for (boolean ended = false; !ended; ) {
            try {
                ended = pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveOn(Consumer<? super T> sink) throws IOException {
        Done<T> first = done(batches.remove());
        sink.accept(first.result());
        first.batch().clear();
        spare.add(first.batch());
    }

    private static <T> T done(Future<T> batch) throws IOException {
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
