package io.github.saleskpi.plan;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** Finds targets on what needs a team, of which no team is known, or too many. */
final class TeamChecks {
    private final ReportingCalendar calendar;
    private final @Nullable KpiQuery query;

    TeamChecks(ReportingCalendar calendar, @Nullable KpiQuery query) {
        this.calendar = calendar;
        this.query = query;
    }

    /** Each target once, by the first of its periods of which there is something to say. */
    void add(Plan plan, Set<Finding> findings) {
        for (int i = 0; i < plan.versions().size(); i++) {
            Set<String> told = new HashSet<>();
            InForce.each(plan, i, calendar, (target, period) -> {
                if (target.indicator().primary().needsTeam() && !told.contains(target.id())) {
                    finding(target, period).ifPresent(finding -> {
                        findings.add(finding);
                        told.add(target.id());
                    });
                }
            });
        }
    }

    private Optional<Finding> finding(Target target, Period period) {
        Audience audience = target.audience();
        String what = target.indicator().id().toString();
        if (!audience.isOfReps()) {
            return warning(
                    target,
                    audience.toString(),
                    audience.team().isPresent()
                            ? what + " is of a part of a team, and a team has all of itself"
                            : what + " is of a part of a team, and the company is none",
                    "reps-of:" + audience.team().orElse("ID"));
        }
        Optional<String> rep = audience.rep();
        if (query == null || rep.isEmpty()) {
            return Optional.empty();
        }
        Optional<Organization> people = query.organization();
        if (people.isEmpty()) {
            return audience.team().isPresent()
                    ? Optional.empty() // said of whatever names a team
                    : Optional.of(Finding.error(
                            List.of(target.id()),
                            message(
                                    target,
                                    audience.toString(),
                                    what + " needs a team",
                                    "an organization is missing")));
        }
        return people.get().knows(rep.get()) ? ofRep(target, rep.get(), period, people.get()) : Optional.empty();
    }

    private static Optional<Finding> ofRep(Target target, String rep, Period period, Organization people) {
        Audience audience = target.audience();
        LocalDateRange dates = LocalDateRange.of(period.from(), period.to());
        SortedSet<String> teams = people.teamsOf(rep, dates);
        String subject = audience + " " + period;
        if (audience.team().isPresent()) {
            return people.isMember(rep, audience.team().get(), dates)
                    ? Optional.empty()
                    : warning(target, subject, "is never in that team then", "another one was meant");
        }
        if (teams.isEmpty()) {
            return warning(target, subject, "is in no team then", "a membership is missing");
        }
        return teams.size() == 1
                ? Optional.empty()
                : warning(
                        target,
                        subject,
                        "is in several teams then (" + String.join(", ", teams) + "), and "
                                + target.indicator().id() + " is of one",
                        "a target for each that names it");
    }

    private static Optional<Finding> warning(Target target, String value, String rule, String hint) {
        return Optional.of(Finding.warning(List.of(target.id()), message(target, value, rule, hint)));
    }

    private static String message(Target target, String value, String rule, String hint) {
        return "target " + target.id() + " (" + value + "): " + rule + ". Maybe " + hint + ".";
    }
}
