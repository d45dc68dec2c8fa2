package io.github.saleskpi.oracle;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who was in which team and at work when, asked day by day. */
final class People {
    private final @Nullable Organization organization;
    private final WorkingCalendar hours;

    People(Question question, Roots roots) {
        Organization given = question.organization();
        this.organization =
                given == null ? null : given.renamed(rep -> Objects.requireNonNull(roots.of(IdentityKind.REP, rep)));
        this.hours = question.hours() == null
                ? WorkingCalendar.mondayToFriday(question.calendar().zone())
                : question.hours();
    }

    /** The team on that date and those above it; a single null for none. */
    List<@Nullable String> teams(@Nullable String rep, LocalDate date) {
        String team = organization == null || rep == null ? null : organization.teamOf(rep, date);
        List<@Nullable String> all = new ArrayList<>();
        all.add(team);
        for (String above = parent(team); above != null; above = parent(above)) {
            all.add(above);
        }
        return all;
    }

    private @Nullable String parent(@Nullable String team) {
        return organization == null || team == null
                ? null
                : organization.teams().get(team);
    }

    boolean isAtWork(@Nullable String rep, LocalDate date) {
        return hours.isWorkingDay(date) && (organization == null || (rep != null && organization.isAtWork(rep, date)));
    }

    long workingDays(Scope scope, LocalDate from, LocalDate to, Collection<@Nullable String> reps) {
        long days = 0;
        for (LocalDate date = from; date.isBefore(to); date = date.plusDays(1)) {
            Collection<@Nullable String> all =
                    organization == null ? reps : new ArrayList<@Nullable String>(organization.reps());
            for (String rep : all) {
                days += isAtWork(rep, date) && isIn(scope, rep, date) ? 1 : 0;
            }
        }
        return days;
    }

    private boolean isIn(Scope scope, @Nullable String rep, LocalDate date) {
        if (organization == null) {
            return true;
        }
        String byRep = Dimension.REP.name();
        String byTeam = Dimension.TEAM.name();
        boolean right = !scope.values().containsKey(byRep)
                || Objects.equals(scope.values().get(byRep), rep);
        return right
                && (!scope.values().containsKey(byTeam)
                        || teams(rep, date).contains(scope.values().get(byTeam)));
    }
}
