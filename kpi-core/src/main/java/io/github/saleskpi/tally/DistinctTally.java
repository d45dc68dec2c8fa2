package io.github.saleskpi.tally;

import io.github.saleskpi.time.Viewpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Counts how often each amount was added, so that a distinct one goes only when all its additions are taken back. */
final class DistinctTally<A, S> implements Tally<A, S> {
    private final Map<A, Long> times = new HashMap<>();
    private final UnaryOperator<A> name;
    private final Function<Map<A, Long>, S> reader;
    private @Nullable S reading;

    /**
     * @param name one of the amounts that count as the same, for all of them
     * @param reader of how often each is there, which it does not keep
     */
    DistinctTally(UnaryOperator<A> name, Function<Map<A, Long>, S> reader) {
        this.name = name;
        this.reader = reader;
    }

    @Override
    public void add(A amount, long more) {
        reading = null;
        if (more != 0) {
            times.merge(name.apply(amount), more, DistinctTally::sum);
        }
    }

    /** Null for 0, which is not kept. */
    private static @Nullable Long sum(Long known, Long more) {
        long sum = Math.addExact(known, more);
        return sum == 0 ? null : Long.valueOf(sum);
    }

    @Override
    public void merge(Tally<A, S> other) {
        Tallies.same(this, other).times.forEach(this::add);
    }

    @Override
    public S read(Viewpoint view) {
        S known = reading;
        if (known != null) {
            return known;
        }
        times.forEach((amount, sum) -> {
            if (sum < 0) {
                throw Tallies.pending(amount);
            }
        });
        S fresh = reader.apply(times);
        reading = fresh;
        return fresh;
    }
}
