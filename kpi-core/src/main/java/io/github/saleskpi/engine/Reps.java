package io.github.saleskpi.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reps by numbers from 1 on; {@link Notes#NOBODY} is nobody. Not thread-safe. */
final class Reps {
    private static final int FACTOR = 0x9E3779B9;
    private static final int FEW = 64;
    private static final int MANY = 1 << 14;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<@Nullable String> names = new ArrayList<>();
    private int[] recent = new int[FEW];

    Reps() {
        names.add(null);
    }

    /** The number of a rep from now on, or {@link Notes#REP_ASKED} if there are too many. */
    int numberOf(@Nullable String rep) {
        if (rep == null) {
            return Notes.NOBODY;
        }
        int place = (rep.hashCode() * FACTOR) >>> (Integer.numberOfLeadingZeros(recent.length) + 1);
        int last = recent[place];
        if (rep.equals(names.get(last))) {
            return last;
        }
        int number = number(rep);
        if (names.size() > recent.length / 4 && recent.length < MANY) {
            recent = new int[recent.length * 4]; // it is filled again as reps come
        } else if (number != Notes.REP_ASKED) {
            recent[place] = number;
        }
        return number;
    }

    private int number(String rep) {
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
