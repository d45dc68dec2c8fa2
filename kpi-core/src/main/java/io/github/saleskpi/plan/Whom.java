package io.github.saleskpi.plan;

import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** Whom a target concerns in a period, with each period's teams listed once. Not thread-safe. */
final class Whom {
    /**
     * Somebody, and where the fact is read.
     *
     * @param row who, or of what needs a team the rep in that one
     * @param note why it names no team, or null
     */
    record Place(Scope who, Scope row, @Nullable String note) {
        KpiValue noted(KpiValue value) {
            return note == null ? value : value.withNote(note);
        }
    }

    private final @Nullable Organization organization;
    private final UnaryOperator<String> repNames;
    private final Map<Period, Map<String, SortedSet<String>>> repsByTeam = new HashMap<>();

    Whom(@Nullable Organization organization, UnaryOperator<String> repNames) {
        this.organization = organization;
        this.repNames = repNames;
    }

    /** The company, the team, the rep under its name after merges, or each rep of the team in the order of their names. */
    List<Place> in(Period period, Target target) {
        Audience audience = target.audience();
        if (organization == null && audience.isOfReps() && audience.team().isPresent()) {
            throw new IllegalArgumentException("target " + target.id() + " (" + audience
                    + "): needs an organization in the query. Maybe name the reps one by one.");
        }
        if (!audience.isOfReps()) {
            return List.of(new Place(audience.scope(), audience.scope(), null));
        }
        Optional<String> rep = audience.rep();
        Collection<String> reps = rep.isPresent()
                ? List.of(repNames.apply(rep.get()))
                : repsOf(audience.team().orElseThrow(), period);
        return reps.stream().map(each -> placeOf(each, period, target)).toList();
    }

    private Place placeOf(String rep, Period period, Target target) {
        Scope who = Scope.rep(rep);
        Organization people = organization;
        if (people == null || !target.indicator().primary().needsTeam()) {
            return new Place(who, who, null);
        }
        Optional<String> team = target.audience().team();
        if (team.isPresent()) {
            return new Place(who, who.and(Dimension.TEAM, team.get()), null);
        }
        LocalDateRange dates = LocalDateRange.of(period.from(), period.to());
        return new Place(
                who, people.placeOf(rep, dates), people.whyAlone(rep, dates).orElse(null));
    }

    /** Whoever was in that team, or in one below it, on any day of the period. */
    SortedSet<String> repsOf(String team, Period period) {
        return repsByTeam.computeIfAbsent(period, this::reps).getOrDefault(team, Collections.emptySortedSet());
    }

    private Map<String, SortedSet<String>> reps(Period period) {
        Map<String, SortedSet<String>> byTeam = new HashMap<>();
        Organization people = organization;
        if (people != null) {
            LocalDateRange dates = LocalDateRange.of(period.from(), period.to());
            for (String rep : people.reps()) {
                for (String own : people.teamsOf(rep, dates)) {
                    people.lineage(own)
                            .forEach(team -> byTeam.computeIfAbsent(team, name -> new TreeSet<>())
                                    .add(rep));
                }
            }
        }
        return byTeam;
    }
}
