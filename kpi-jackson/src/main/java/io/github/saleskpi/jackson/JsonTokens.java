package io.github.saleskpi.jackson;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The JSON tokens of one text after another; what each version of Jackson is adapted to. Not thread-safe. */
interface JsonTokens extends AutoCloseable {
    /** What stands there. */
    enum Token {
        START_OBJECT,
        END_OBJECT,
        START_ARRAY,
        END_ARRAY,
        NAME,
        TEXT,
        INTEGER,
        FRACTION,
        TRUE,
        FALSE,
        NULL
    }

    /** Begins at {@code from}; whatever was read before is given up. */
    void open(byte[] bytes, int from, int to);

    /**
     * The next token.
     *
     * @throws MalformedJson if there is none, or the text is not JSON
     */
    Token next();

    /** The next name in an object, or null at its end. */
    @Nullable
    String nextName();

    /** The name just read. */
    String name();

    /** The text, or the number as written, just read. */
    String text();

    /** The same as that cache has it; not for a text with half a surrogate pair. */
    String text(TextCache cache);

    /** The instant that the text just read is, or null if this does not know, so that {@link InstantText} must say. */
    default @Nullable Instant instant() {
        return null;
    }

    /** What the object that has just begun is, which is passed over then; null if this does not know, so that it must be read. */
    default <T> @Nullable T known(KnownObjects<T> objects) {
        return null;
    }

    /** The object that was not known has just ended, and is that. */
    default <T> void learn(KnownObjects<T> objects, T value) {}

    /** Holds the same as {@link #text()}, from {@link #charactersFrom()} on; valid until the next token. */
    char[] characters();

    int charactersFrom();

    int charactersLength();

    /** Where the token just read begins, counted from where the text begins. */
    int offset();

    /** After the whole value: where the first thing behind it stands that is no white space, or -1. */
    int trailing();

    @Override
    void close();
}
