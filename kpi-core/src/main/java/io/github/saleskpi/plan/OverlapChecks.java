package io.github.saleskpi.plan;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Every;
import io.github.saleskpi.plan.Target.Once;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** Finds targets on one indicator that concern somebody twice on the same dates. */
final class OverlapChecks {
    private record Dated(Target target, LocalDateRange dates) {}

    private record Key(IndicatorId indicator, Audience audience) {
        @Override
        public String toString() {
            return indicator + " " + audience;
        }
    }

    private final ReportingCalendar calendar;
    private final @Nullable Organization people;

    OverlapChecks(ReportingCalendar calendar, @Nullable KpiQuery query) {
        this.calendar = calendar;
        this.people = query == null ? null : query.organization().orElse(null);
    }

    /** Those of one version of a plan. */
    List<Finding> of(List<Target> targets) {
        Map<Key, List<Dated>> groups = new TreeMap<>(Comparator.comparing(Key::toString));
        for (Target target : targets) {
            groups.computeIfAbsent(new Key(target.indicator().id(), target.audience()), key -> new ArrayList<>())
                    .add(new Dated(target, dates(target)));
        }
        List<Finding> findings = new ArrayList<>();
        groups.values().forEach(group -> inside(group, findings));
        if (people != null) {
            groups.forEach((key, group) -> {
                if (key.audience.eachRep()) {
                    groups.forEach((other, reps) -> {
                        if (other.indicator.equals(key.indicator)) {
                            ofReps(people, group, reps, findings);
                        }
                    });
                }
            });
        }
        return findings;
    }

    private LocalDateRange dates(Target target) {
        if (target.schedule() instanceof Every every) {
            return LocalDateRange.of(
                    calendar.periodOf(every.from(), every.length()).from(),
                    calendar.periodOf(every.to().minusDays(1), every.length()).to());
        }
        Once once = (Once) target.schedule();
        return LocalDateRange.of(once.period().from(), once.period().to());
    }

    /** Each against the one that lasts longest of those that began before it. */
    private static void inside(List<Dated> group, List<Finding> findings) {
        List<Dated> sorted = group.stream()
                .sorted(Comparator.comparing((Dated each) -> each.dates.getStart())
                        .thenComparing(each -> each.target.id()))
                .toList();
        Dated longest = sorted.get(0);
        for (Dated next : sorted.subList(1, sorted.size())) {
            if (longest.dates.overlaps(next.dates)) {
                findings.add(finding(longest.target, next.target, next.dates.getStart()));
            }
            LocalDate end = longest.dates.getEnd();
            longest = next.dates.getEnd().isAfter(end) ? next : longest;
        }
    }

    private static void ofReps(Organization people, List<Dated> ofTeam, List<Dated> ofRep, List<Finding> findings) {
        for (Dated each : ofTeam) {
            String team = each.target.audience().team().orElseThrow();
            for (Dated other : ofRep) {
                String rep = other.target.audience().rep().orElse(null);
                boolean isOfAnother =
                        !other.target.audience().team().map(team::equals).orElse(true);
                if (rep != null && !isOfAnother && each.dates.overlaps(other.dates)) {
                    LocalDateRange both = each.dates.intersection(other.dates);
                    if (people.isMember(rep, team, both)) {
                        findings.add(finding(each.target, other.target, both.getStart()));
                    }
                }
            }
        }
    }

    private static Finding finding(Target one, Target other, LocalDate from) {
        return Finding.warning(
                List.of(one.id(), other.id()),
                "target " + other.id() + " (" + other.audience() + " "
                        + other.indicator().id() + "): overlaps target " + one.id() + " from " + from
                        + ". Maybe one of them is a left-over.");
    }
}
