package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/**
 * Which rows of plan and pay are shown: those of the rep or the team that is shown, and of the periods reported.
 *
 * @param who whose rows; of a team those of the teams below it, and of whoever was in it on a day of the period
 * @param query whose dates
 * @param people the teams, under the names of the report; null if unknown
 */
record ShownRows(Scope who, KpiQuery query, @Nullable Organization people) {
    /** Whether that row is one of them; scopes that are no rep's nor team's are those of the company. */
    boolean has(Scope scope, Period period) {
        return query.from().map(from -> period.to().isAfter(from)).orElse(true)
                && query.to().map(to -> period.from().isBefore(to)).orElse(true)
                && isWithin(scope, period);
    }

    private boolean isWithin(Scope scope, Period period) {
        SortedMap<String, @Nullable String> whole = who.values();
        String rep = scope.values().get(Dimension.REP.name());
        if (whole.containsKey(Dimension.REP.name()) && (rep == null || !rep.equals(whole.get(Dimension.REP.name())))) {
            return false;
        }
        if (!whole.containsKey(Dimension.TEAM.name())) {
            return true;
        }
        String team = whole.get(Dimension.TEAM.name());
        if (team == null || people == null) {
            return false;
        }
        return rep == null
                ? people.lineage(scope.values().get(Dimension.TEAM.name())).contains(team)
                : people.isMember(rep, team, LocalDateRange.of(period.from(), period.to()));
    }
}
