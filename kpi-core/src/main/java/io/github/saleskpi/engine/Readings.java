package io.github.saleskpi.engine;

import io.github.saleskpi.tally.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read of some measures, which are few: a figure reads one or two, an indicator some twenty. Not thread-safe. */
final class Readings {
    private static final Object[] NONE = {};

    private Object[] pairs = NONE;
    private int size;

    /** What was read of that measure, or null. */
    @Nullable
    Object of(Measure<?, ?> measure) {
        for (int i = 0; i < size; i += 2) {
            if (pairs[i] == measure) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    /** Keeps what was read of a measure of which nothing was. */
    void put(Measure<?, ?> measure, Object reading) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(4, size * 2));
        }
        pairs[size++] = measure;
        pairs[size++] = reading;
    }

    /** The measures of which something was read, in the order in which it was. */
    List<Measure<?, ?>> measures() {
        List<Measure<?, ?>> measures = new ArrayList<>();
        for (int i = 0; i < size; i += 2) {
            measures.add((Measure<?, ?>) pairs[i]);
        }
        return measures;
    }

    void clear() {
        pairs = NONE;
        size = 0;
    }
}
