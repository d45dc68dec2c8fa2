package io.github.saleskpi.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reps by numbers from 1 on; {@link Notes#NOBODY} is nobody. Not thread-safe. */
final class Reps {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<@Nullable String> names = new ArrayList<>();

    Reps() {
        names.add(null);
    }

    /** The number of a rep from now on, or {@link Notes#REP_ASKED} if there are too many. */
    int numberOf(@Nullable String rep) {
        if (rep == null) {
            return Notes.NOBODY;
        }
        Integer known = numbers.get(rep);
        if (known != null) {
            return known;
        }
        int number = names.size();
        if (number >= Notes.REP_ASKED) {
            return Notes.REP_ASKED;
        }
        numbers.put(rep, number);
        names.add(rep);
        return number;
    }

    @Nullable
    String name(int number) {
        return names.get(number);
    }

    /** Knows from now on those of the other too; their numbers here, by their numbers there. */
    int[] addAll(Reps other) {
        return other.names.stream().mapToInt(this::numberOf).toArray();
    }
}
