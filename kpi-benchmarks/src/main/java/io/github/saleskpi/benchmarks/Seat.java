package io.github.saleskpi.benchmarks;

/** A rival with its events before it. */
interface Seat extends AutoCloseable {
    /** Computes all anew: what is measured. */
    Answer answer();

    /** Leaves. */
    @Override
    default void close() {}
}
