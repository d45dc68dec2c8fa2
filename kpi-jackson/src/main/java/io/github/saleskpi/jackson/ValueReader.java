package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;
import org.jspecify.annotations.Nullable;

/** Reads a component's value from a line. Immutable and thread-safe. */
@FunctionalInterface
interface ValueReader<T> {
    /**
     * The value that begins with that token, which is not {@link Token#NULL}.
     *
     * @throws BrokenRule if it is none
     */
    T read(EventLine line, Token first);

    /** The same, but null for {@link Token#NULL}. */
    default @Nullable T readOrNull(EventLine line, Token first) {
        return first == Token.NULL ? null : read(line, first);
    }
}
