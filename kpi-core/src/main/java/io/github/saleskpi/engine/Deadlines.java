package io.github.saleskpi.engine;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which stories asked for which deadline. One that is crossed is forgotten: the story is told again and asks again. Not
 * thread-safe.
 */
final class Deadlines {
    private final NavigableMap<Instant, Set<Strand>> asked = new TreeMap<>();

    void ask(Instant deadline, Strand strand) {
        asked.computeIfAbsent(deadline, key -> new LinkedHashSet<>()).add(strand);
    }

    /** Whether one after that instant was asked about. */
    boolean isAnyAfter(Instant instant) {
        return asked.higherKey(instant) != null;
    }

    void clear() {
        asked.clear();
    }

    /** Gives the stories with a deadline after the one and not after the other of two instants, in whatever order. */
    void between(Instant a, Instant b, Consumer<Strand> to) {
        Instant low = a.isBefore(b) ? a : b;
        Instant high = a.isBefore(b) ? b : a;
        NavigableMap<Instant, Set<Strand>> crossed = asked.subMap(low, false, high, true);
        crossed.values().forEach(strands -> strands.forEach(to));
        crossed.clear();
    }
}
