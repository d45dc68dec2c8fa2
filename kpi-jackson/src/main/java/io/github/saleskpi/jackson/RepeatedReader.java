package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads objects most of which come up again and again, and reads the same bytes only once. */
final class RepeatedReader<T> implements ValueReader<T> {
    private final ValueReader<T> reader;
    private final Function<EventLine, KnownObjects<T>> known;

    /** What that reader makes of an object depends on the object's bytes, and on what is the same for all lines. */
    RepeatedReader(ValueReader<T> reader, Function<EventLine, KnownObjects<T>> known) {
        this.reader = reader;
        this.known = known;
    }

    @Override
    public T read(EventLine line, Token first) {
        KnownObjects<T> objects = known.apply(line);
        @Nullable T same = first == Token.START_OBJECT ? line.tokens().known(objects) : null;
        if (same != null) {
            return same;
        }
        T value = reader.read(line, first);
        line.tokens().learn(objects, value);
        return value;
    }
}
