package io.github.saleskpi.tally;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Distinct days of reps, each pair of rep and date once. Immutable and thread-safe; equal when the pairs are. */
public final class RepDays {
    /**
     * A day on which a rep did something. Immutable and thread-safe.
     *
     * @param rep the rep's id, or null for nobody
     * @param day the date in the report's zone
     */
    public record RepDay(@Nullable String rep, LocalDate day) {}

    private static final Comparator<@Nullable String> NOBODY_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private final RepDay[] days;
    private volatile @Nullable Map<@Nullable String, SortedSet<LocalDate>> dates; // sorted when somebody asks

    RepDays(Collection<RepDay> days) {
        this.days = days.toArray(new RepDay[0]);
    }

    private Map<@Nullable String, SortedSet<LocalDate>> dates() {
        Map<@Nullable String, SortedSet<LocalDate>> known = dates;
        if (known == null) {
            known = new TreeMap<>(NOBODY_FIRST);
            for (RepDay day : days) {
                known.computeIfAbsent(day.rep(), rep -> new TreeSet<>()).add(day.day());
            }
            known.replaceAll((rep, own) -> Collections.unmodifiableSortedSet(own));
            dates = known;
        }
        return known;
    }

    /** How many pairs of rep and date; nobody counts as one rep; 0 when empty. */
    public int size() {
        return days.length;
    }

    /** The reps with at least one day, null (nobody) first, then by UTF-16 code unit; unmodifiable. */
    public List<@Nullable String> reps() {
        for (RepDay day : days) {
            if (!Objects.equals(day.rep(), days[0].rep())) {
                return Collections.unmodifiableList(distinctReps());
            }
        }
        return days.length == 0 ? List.of() : Collections.singletonList(days[0].rep());
    }

    private List<@Nullable String> distinctReps() {
        Set<@Nullable String> distinct = new HashSet<>();
        for (RepDay day : days) {
            distinct.add(day.rep());
        }
        List<@Nullable String> reps = new ArrayList<>(distinct);
        reps.sort(NOBODY_FIRST);
        return reps;
    }

    /** The dates of that rep (null: nobody) in ascending order, unmodifiable; empty for a rep without any. */
    public SortedSet<LocalDate> of(@Nullable String rep) {
        return dates().getOrDefault(rep, Collections.emptySortedSet());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RepDays others && dates().equals(others.dates());
    }

    @Override
    public int hashCode() {
        return dates().hashCode();
    }

    @Override
    public String toString() {
        return dates().toString();
    }
}
