package io.github.saleskpi.jackson;

/** A line was rejected, and the reader is strict; the message is that of the {@link #reject()}. */
public final class RejectedLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reject reject;

    RejectedLineException(Reject reject) {
        super(reject.message());
        this.reject = reject;
    }

    /** Which line, and why. */
    public Reject reject() {
        return reject;
    }
}
