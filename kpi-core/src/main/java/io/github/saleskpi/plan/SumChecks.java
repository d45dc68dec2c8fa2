package io.github.saleskpi.plan;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.WorkingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds weights, and targets of reps, that do not add up. */
final class SumChecks {
    private static final MathContext DIGITS = new MathContext(15);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LIKE_PER_CENT = BigDecimal.TEN;

    private record Place(Audience audience, Period period) {}

    private record Figured(IndicatorId indicator, Period period) {}

    /** What one target gives a rep in a period. */
    private record Given(Target target, String rep, BigDecimal amount) {}

    private final ReportingCalendar calendar;
    private final @Nullable Organization people;
    private final WorkingCalendar working;

    SumChecks(ReportingCalendar calendar, @Nullable KpiQuery query) {
        this.calendar = calendar;
        this.people = query == null ? null : query.organization().orElse(null);
        this.working = query == null
                ? WorkingCalendar.mondayToFriday(calendar.zone())
                : query.workingCalendar().orElseGet(() -> WorkingCalendar.mondayToFriday(calendar.zone()));
    }

    Set<Finding> of(Plan plan) {
        Set<Finding> findings = new TreeSet<>();
        for (int i = 0; i < plan.versions().size(); i++) {
            Map<Place, List<Target>> places = new LinkedHashMap<>();
            Map<Figured, List<Target>> figures = new LinkedHashMap<>();
            InForce.each(plan, i, calendar, (target, period) -> {
                places.computeIfAbsent(new Place(target.audience(), period), place -> new ArrayList<>())
                        .add(target);
                if (target.spread() != null && !(target.goal() instanceof Goal.Within)) {
                    figures.computeIfAbsent(new Figured(target.indicator().id(), period), each -> new ArrayList<>())
                            .add(target);
                }
            });
            places.forEach((place, targets) -> weights(place.audience, targets, findings));
            if (people != null) {
                new OfTeams(people, working).add(figures, findings);
            }
        }
        return findings;
    }

    /** Holds the target of a team against those of its reps. */
    private static final class OfTeams {
        private final Whom whom;
        private final Parts parts;
        private final Set<String> told = new HashSet<>();

        private OfTeams(Organization people, WorkingCalendar working) {
            this.whom = new Whom(people, UnaryOperator.identity());
            this.parts = new Parts(people, working, LocalDate.EPOCH);
        }

        private void add(Map<Figured, List<Target>> figures, Set<Finding> findings) {
            figures.forEach((figured, targets) -> {
                List<Given> given = new ArrayList<>();
                targets.forEach(target -> given.addAll(given(target, figured.period)));
                for (Target target : targets) {
                    Audience audience = target.audience();
                    if (audience.team().isPresent() && !audience.isOfReps() && !told.contains(target.id())) {
                        Set<String> reps = whom.repsOf(audience.team().get(), figured.period);
                        compare(
                                target,
                                figured.period,
                                given.stream()
                                        .filter(each -> reps.contains(each.rep))
                                        .toList(),
                                findings);
                    }
                }
            });
        }

        private List<Given> given(Target target, Period period) {
            List<Given> given = new ArrayList<>();
            if (target.audience().isOfReps() && target.spread() != null) {
                for (Whom.Place place : whom.in(period, target)) {
                    String rep = String.valueOf(place.who().values().get(Dimension.REP.name()));
                    parts.of(target.spread(), period, rep)
                            .map(part -> part.share().partOf(target.goal().nearest(BigDecimal.ZERO)))
                            .ifPresent(amount -> given.add(new Given(target, rep, amount)));
                }
            }
            return given;
        }

        private void compare(Target target, Period period, List<Given> given, Set<Finding> findings) {
            if (given.isEmpty()) {
                return;
            }
            List<String> ids = new ArrayList<>(List.of(target.id()));
            given.stream().map(each -> each.target.id()).distinct().forEach(ids::add);
            BigDecimal own = target.goal().nearest(BigDecimal.ZERO);
            BigDecimal sum = given.stream().map(Given::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            String subject = "target " + target.id() + " (" + target.audience() + " " + period + " "
                    + own.toPlainString() + "): ";
            if (given.stream().anyMatch(each -> !Objects.equals(each.target.currency(), target.currency()))) {
                findings.add(Finding.error(
                        ids,
                        subject + "targets of its reps are in another currency than " + target.currency()
                                + ". Maybe one of them was meant."));
                told.add(target.id());
            } else if (sum.round(DIGITS).compareTo(own.round(DIGITS)) != 0) {
                String shown = Decimals.canonical(sum.round(DIGITS)).toPlainString();
                findings.add(Finding.warning(
                        ids, subject + "targets of its reps add up to " + shown + ". Maybe a rep came or went."));
                told.add(target.id());
            }
        }
    }

    private static void weights(Audience audience, List<Target> targets, Set<Finding> findings) {
        BigDecimal sum = targets.stream().map(Target::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean isShare = targets.stream().allMatch(target -> target.weight().compareTo(BigDecimal.ONE) <= 0)
                && targets.stream().anyMatch(target -> target.weight().scale() > 0);
        boolean isPerCent = targets.stream().anyMatch(target -> target.weight().compareTo(LIKE_PER_CENT) >= 0);
        List<String> ids = targets.stream().map(Target::id).sorted().toList();
        String subject = "weights of " + audience + " (" + String.join(", ", ids) + "): ";
        if (sum.signum() == 0) {
            findings.add(Finding.warning(ids, subject + "are all 0, so there is no score. Maybe one should count."));
        } else if (isShare && sum.compareTo(BigDecimal.ONE) != 0) {
            findings.add(Finding.warning(
                    ids,
                    subject + "are shares that add up to " + sum.toPlainString() + ", not 1. Maybe one is missing."));
        } else if (isPerCent && sum.compareTo(HUNDRED) != 0) {
            findings.add(Finding.warning(
                    ids,
                    subject + "look like per cents and add up to " + sum.toPlainString()
                            + ", not 100. Maybe one is missing."));
        }
    }
}
