package io.github.saleskpi.tally;

import io.github.saleskpi.time.Viewpoint;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts how often each amount was added, so that a distinct one goes only when all its additions are taken back. */
final class DistinctTally<A, S> implements Tally<A, S> {
    private final Map<A, Long> times = new HashMap<>();
    private final Function<Collection<A>, S> reader;
    private @Nullable S reading;

    DistinctTally(Function<Collection<A>, S> reader) {
        this.reader = reader;
    }

    @Override
    public void add(A amount, long more) {
        reading = null;
        long sum = Math.addExact(times.getOrDefault(amount, 0L), more);
        if (sum == 0) {
            times.remove(amount);
        } else {
            times.put(amount, sum);
        }
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
        S fresh = reader.apply(times.keySet());
        reading = fresh;
        return fresh;
    }

    static SortedSet<String> sorted(Collection<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
}
