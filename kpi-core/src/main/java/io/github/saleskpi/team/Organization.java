package io.github.saleskpi.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * Who was in which team, employed and absent when: teams in trees, and dates by rep, from inclusive to exclusive.
 * Immutable and thread-safe.
 */
public final class Organization {
    /**
     * Dates of a rep: in a team, employed, or absent.
     *
     * @param rep whose
     * @param team the team, or null where the line is not about one
     * @param dates half open
     */
    public record Line(String rep, @Nullable String team, LocalDateRange dates) {}

    private final SortedMap<String, @Nullable String> parents;
    private final List<Line> members;
    private final List<Line> employment;
    private final List<Line> absences;
    private final SortedMap<String, RepDates> reps = new TreeMap<>();

    private Organization(
            SortedMap<String, @Nullable String> parents,
            List<Line> members,
            List<Line> employment,
            List<Line> absences) {
        this.parents = Collections.unmodifiableSortedMap(new TreeMap<>(parents));
        this.members = List.copyOf(members);
        this.employment = List.copyOf(employment);
        this.absences = List.copyOf(absences);
        Map<String, List<List<Line>>> byRep = new HashMap<>();
        file(byRep, this.members, 0);
        file(byRep, this.employment, 1);
        file(byRep, this.absences, 2);
        byRep.forEach((rep, lines) -> reps.put(rep, RepDates.of(lines.get(0), lines.get(1), lines.get(2))));
    }

    private static void file(Map<String, List<List<Line>>> byRep, List<Line> lines, int kind) {
        for (Line line : lines) {
            byRep.computeIfAbsent(line.rep(), rep -> List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()))
                    .get(kind)
                    .add(line);
        }
    }

    /** Begins an organization. */
    public static Builder builder() {
        return new Builder();
    }

    /** Each team with the one above it, or null for none. */
    public SortedMap<String, @Nullable String> teams() {
        return parents;
    }

    /** Who was in which team when, in the order given. */
    public List<Line> members() {
        return members;
    }

    /** Who was employed when, in the order given. A rep without such a line is employed while a member. */
    public List<Line> employment() {
        return employment;
    }

    /** Who was absent when, in the order given. */
    public List<Line> absences() {
        return absences;
    }

    /** All reps that any line names. */
    public SortedSet<String> reps() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(reps.keySet()));
    }

    /** That team and those above it, upwards; empty for none. */
    public List<String> lineage(@Nullable String team) {
        List<String> lineage = new ArrayList<>();
        for (String next = team; next != null; next = parents.get(next)) {
            lineage.add(next);
        }
        return lineage;
    }

    /** The team of the rep on that date, or null for none: of several, the one that the rep joined last. */
    public @Nullable String teamOf(String rep, LocalDate date) {
        RepDates dates = reps.get(rep);
        return dates == null ? null : dates.teamOn(date);
    }

    /** Whether the rep is employed and not absent on that date. */
    public boolean isAtWork(@Nullable String rep, LocalDate date) {
        RepDates dates = rep == null ? null : reps.get(rep);
        return dates != null && dates.isAtWork(date);
    }

    /** When the rep was at work within those dates, while in such a team (null for none). Disjoint, in their order. */
    public List<LocalDateRange> atWork(String rep, LocalDateRange within, Predicate<@Nullable String> team) {
        RepDates dates = reps.get(rep);
        return dates == null ? List.of() : dates.atWork(within, team);
    }

    /** When the rep was employed within those dates, absent or not and in whatever team. Apart, in their order. */
    public List<LocalDateRange> employed(String rep, LocalDateRange within) {
        RepDates dates = reps.get(rep);
        return dates == null ? List.of() : dates.employed(within);
    }

    /** Whether any line names the rep. */
    public boolean knows(String rep) {
        return reps.containsKey(rep);
    }

    /** The teams that the rep was in on any of those dates, without those above them. */
    public SortedSet<String> teamsOf(String rep, LocalDateRange within) {
        RepDates dates = reps.get(rep);
        return dates == null ? Collections.emptySortedSet() : dates.teamsWithin(within);
    }

    /**
     * The rep in the one team that the rep was in on those dates, without those above it: a row by team and rep. Who was in none
     * or in several is named alone.
     */
    public Scope placeOf(String rep, LocalDateRange within) {
        SortedSet<String> teams = teamsOf(rep, within);
        Scope alone = Scope.rep(rep);
        return teams.size() == 1 ? alone.and(Dimension.TEAM, teams.first()) : alone;
    }

    /**
     * Why {@link #placeOf} names no team, as a note of a value: {@code no-team}, or {@code several-teams:north, south}. Empty if
     * it names one.
     */
    public Optional<String> whyAlone(String rep, LocalDateRange within) {
        SortedSet<String> teams = teamsOf(rep, within);
        return switch (teams.size()) {
            case 0 -> Optional.of("no-team");
            case 1 -> Optional.empty();
            default -> Optional.of("several-teams:" + String.join(", ", teams));
        };
    }

    /** Whether the rep was in that team, or in one below it, on any of those dates. */
    public boolean isMember(String rep, String team, LocalDateRange within) {
        return teamsOf(rep, within).stream().anyMatch(own -> lineage(own).contains(team));
    }

    /** The same with other names for reps; the lines of reps who get one name are joined. */
    public Organization renamed(UnaryOperator<String> nameOf) {
        return new Organization(
                parents, renamed(members, nameOf), renamed(employment, nameOf), renamed(absences, nameOf));
    }

    private static List<Line> renamed(List<Line> lines, UnaryOperator<String> nameOf) {
        return lines.stream()
                .map(line -> new Line(nameOf.apply(line.rep()), line.team(), line.dates()))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Organization that
                && parents.equals(that.parents)
                && members.equals(that.members)
                && employment.equals(that.employment)
                && absences.equals(that.absences);
    }

    @Override
    public int hashCode() {
        return 31 * parents.hashCode() + members.hashCode();
    }

    /** Collects an organization. Mutable and not thread-safe. */
    public static final class Builder {
        private final SortedMap<String, @Nullable String> parents = new TreeMap<>();
        private final List<Line> members = new ArrayList<>();
        private final List<Line> employment = new ArrayList<>();
        private final List<Line> absences = new ArrayList<>();

        private Builder() {}

        /** A team, below another or, with null, below none. */
        public Builder team(String id, @Nullable String parent) {
            if (parents.containsKey(id)) {
                throw new IllegalArgumentException(
                        "team (" + id + "): must be given once. Maybe two teams share a name.");
            }
            parents.put(id, parent);
            return this;
        }

        /** The rep is in the team from that date until the day before the other; null for no end. */
        public Builder member(String rep, String team, LocalDate from, @Nullable LocalDate to) {
            members.add(line("membership", rep, team, from, to));
            return this;
        }

        /** The rep is employed from that date until the day before the other; null for no end. */
        public Builder employed(String rep, LocalDate from, @Nullable LocalDate to) {
            employment.add(line("employment", rep, null, from, to));
            return this;
        }

        /** The rep is absent from that date until the day before the other; null for no end. */
        public Builder absent(String rep, LocalDate from, @Nullable LocalDate to) {
            absences.add(line("absence", rep, null, from, to));
            return this;
        }

        private static Line line(
                String what, String rep, @Nullable String team, LocalDate from, @Nullable LocalDate to) {
            if (to != null && !from.isBefore(to)) {
                throw new IllegalArgumentException(what + " of " + rep + " (" + from + " to " + to
                        + "): must begin before it ends; the end is exclusive. Maybe the two are swapped.");
            }
            return new Line(rep, team, LocalDateRange.of(from, to == null ? LocalDate.MAX : to));
        }

        /**
         * The organization.
         *
         * @throws IllegalArgumentException if a team is named that is not given, or teams are above themselves
         */
        public Organization build() {
            parents.forEach((team, parent) -> checkTeam("parent of " + team, parent));
            members.forEach(line -> checkTeam("team of " + line.rep(), line.team()));
            parents.keySet().forEach(this::checkTree);
            return new Organization(parents, members, employment, absences);
        }

        private void checkTeam(String what, @Nullable String team) {
            if (team != null && !parents.containsKey(team)) {
                throw new IllegalArgumentException(
                        what + " (" + team + "): is not among the teams. Maybe a spelling differs.");
            }
        }

        private void checkTree(String team) {
            Set<String> seen = new HashSet<>();
            for (String next = team; next != null; next = parents.get(next)) {
                if (!seen.add(next)) {
                    throw new IllegalArgumentException(
                            "team (" + team + "): must not be above itself. Maybe a parent is off.");
                }
            }
        }
    }
}
