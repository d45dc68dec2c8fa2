package io.github.saleskpi.engine;

import io.github.saleskpi.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The leaves that the cells were known to have, by period. Not thread-safe. */
final class Leaves {
    private final Set<Leaf> known = new HashSet<>();
    private final Map<Period, List<@Nullable Sum[]>> byPeriod = new HashMap<>();

    /** Takes in those of the cells that it does not know, and says which these are. */
    List<Leaf> addAll(Collection<Leaf> leaves, Cells cells) {
        List<Leaf> fresh = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (known.add(leaf)) {
                fresh.add(leaf);
                Period period = leaf.period();
                if (period != null) {
                    byPeriod.computeIfAbsent(period, own -> new ArrayList<>())
                            .add(Objects.requireNonNull(cells.sums().get(leaf)));
                }
            }
        }
        return fresh;
    }

    /** The periods in which anything lies. */
    SortedSet<Period> periods() {
        SortedSet<Period> periods = new TreeSet<>();
        byPeriod.forEach((period, leaves) -> {
            if (leaves.stream().anyMatch(Leaves::isAny)) {
                periods.add(period);
            }
        });
        return periods;
    }

    private static boolean isAny(@Nullable Sum[] sums) {
        for (Sum sum : sums) {
            if (sum != null && !sum.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
