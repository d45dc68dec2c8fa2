package io.github.saleskpi.oracle;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws from a seed, by the generator that {@link Random} specifies: the same on every JDK. */
public final class Chance {
    private final Random random;

    /** The same seed draws the same. */
    public Chance(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    }

    /** Where an order is to be shuffled. */
    public Random random() {
        return random;
    }

    /** From 0 to that number, exclusive. */
    public int below(int end) {
        return random.nextInt(end);
    }

    /** In so many cases of a hundred. */
    public boolean percent(int cases) {
        return random.nextInt(100) < cases;
    }

    /** One of them. */
    @SafeVarargs
    public final <T> T of(T... some) {
        return some[below(some.length)];
    }

    /** One of them. */
    public <T> T of(List<T> some) {
        return some.get(below(some.size()));
    }

    /** The text in so many cases of a hundred, else null. */
    @Nullable
    String maybe(int cases, String text) {
        return percent(cases) ? text : null;
    }
}
