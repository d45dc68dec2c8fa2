package io.github.saleskpi.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out whatever is not needed to break a law. */
final class Shrinking {
    private Shrinking() {}

    /** Fewer of these, still broken, such that none more can be left out; all of them if they do not break a second time. */
    static <T> List<T> fewest(List<T> all, Predicate<List<T>> isBroken) {
        List<T> least = all;
        int before;
        do {
            before = least.size();
            for (int length = Math.max(1, before / 2); length >= 1; length /= 2) {
                least = without(least, length, isBroken);
            }
        } while (least.size() < before);
        return least;
    }

    private static <T> List<T> without(List<T> failing, int length, Predicate<List<T>> isBroken) {
        List<T> least = failing;
        for (int at = 0; at + length <= least.size(); ) {
            List<T> fewer = new ArrayList<>(least);
            fewer.subList(at, at + length).clear();
            if (isBroken.test(fewer)) {
                least = List.copyOf(fewer);
            } else {
                at++;
            }
        }
        return least;
    }
}
