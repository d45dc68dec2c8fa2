package io.github.saleskpi.plan;

import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** Whom a target concerns in a period, with each period's teams listed once. Not thread-safe. */
final class Whom {
    private final @Nullable Organization organization;
    private final UnaryOperator<String> repNames;
    private final Map<Period, Map<String, SortedSet<String>>> repsByTeam = new HashMap<>();

    Whom(@Nullable Organization organization, UnaryOperator<String> repNames) {
        this.organization = organization;
        this.repNames = repNames;
    }

    /** The company, the team, the rep under its name after merges, or each rep of the team in the order of their names. */
    List<Scope> in(Period period, Target target) {
        Audience audience = target.audience();
        String rep = audience.scope().values().get(Dimension.REP.name());
        if (rep != null) {
            return List.of(Scope.rep(repNames.apply(rep)));
        }
        String team = audience.scope().values().get(Dimension.TEAM.name());
        if (!audience.eachRep() || team == null) {
            return List.of(audience.scope());
        }
        if (organization == null) {
            throw new IllegalArgumentException("target " + target.id() + " (" + audience
                    + "): needs an organization in the query. Maybe name the reps one by one.");
        }
        return repsOf(team, period).stream().map(Scope::rep).toList();
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
