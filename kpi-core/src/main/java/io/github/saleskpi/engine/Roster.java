package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** Who was in which team and at work when, under the names that reps go by. Immutable. */
final class Roster {
    private static final Scope NO_TEAM = Scope.of(Dimension.TEAM, null);

    private final @Nullable Organization organization;
    private final WorkingCalendar calendar;

    Roster(KpiQuery query, Identities identities) {
        this.organization = query.organization()
                .map(given -> identities.merged(IdentityKind.REP).isEmpty()
                        ? given
                        : given.renamed(rep -> identities.root(IdentityKind.REP, rep)))
                .orElse(null);
        this.calendar = query.workingCalendar()
                .orElseGet(() -> WorkingCalendar.mondayToFriday(query.calendar().zone()));
    }

    /** The organization under those names, or null. */
    @Nullable
    Organization organization() {
        return organization;
    }

    @Nullable
    String teamOf(@Nullable String rep, LocalDate date) {
        return organization == null || rep == null ? null : organization.teamOf(rep, date);
    }

    /** The team and those above it; of no team, none. */
    List<String> lineage(@Nullable String team) {
        return organization == null ? List.of() : organization.lineage(team);
    }

    /** The reps, the teams and none, or the reps in each, that have a place in the organization, if rows are by these. */
    Set<Scope> scopes(Set<Dimension> by) {
        Organization people = organization;
        if (people == null) {
            return Set.of();
        }
        Set<Scope> scopes = new LinkedHashSet<>();
        if (by.equals(Set.of(Dimension.REP))) {
            people.reps().forEach(rep -> scopes.add(Scope.rep(rep)));
        } else if (by.equals(Set.of(Dimension.TEAM))) {
            people.teams().keySet().forEach(team -> scopes.add(Scope.of(Dimension.TEAM, team)));
            scopes.add(NO_TEAM);
        } else if (by.equals(Set.of(Dimension.TEAM, Dimension.REP))) {
            people.members()
                    .forEach(line -> people.lineage(line.team())
                            .forEach(team ->
                                    scopes.add(Scope.of(Dimension.TEAM, team).and(Dimension.REP, line.rep()))));
            people.reps().forEach(rep -> scopes.add(NO_TEAM.and(Dimension.REP, rep)));
            scopes.add(NO_TEAM.and(Dimension.REP, null));
        }
        return scopes;
    }

    boolean isAtWork(@Nullable String rep, LocalDate date) {
        return (organization == null || organization.isAtWork(rep, date)) && calendar.isWorkingDay(date);
    }

    /** As {@link io.github.saleskpi.indicator.Frame#workingDays}. */
    long workingDays(Scope scope, LocalDate from, LocalDate to, Collection<@Nullable String> reps) {
        if (!from.isBefore(to)) {
            return 0;
        }
        if (organization == null) {
            return Math.multiplyExact(calendar.workingDays(from, to), (long) reps.size());
        }
        LocalDateRange within = LocalDateRange.of(from, to);
        Predicate<@Nullable String> team = teamOf(scope, organization);
        boolean one = scope.values().containsKey(Dimension.REP.name());
        String rep = scope.values().get(Dimension.REP.name());
        long days = 0;
        for (String member : organization.reps()) {
            if (!one || member.equals(rep)) {
                for (LocalDateRange range : organization.atWork(member, within, team)) {
                    days = Math.addExact(days, calendar.workingDays(range.getStart(), range.getEnd()));
                }
            }
        }
        return days;
    }

    private static Predicate<@Nullable String> teamOf(Scope scope, Organization organization) {
        String name = Dimension.TEAM.name();
        if (!scope.values().containsKey(name)) {
            return own -> true;
        }
        String team = scope.values().get(name);
        return team == null
                ? own -> own == null
                : own -> organization.lineage(own).contains(team);
    }
}
