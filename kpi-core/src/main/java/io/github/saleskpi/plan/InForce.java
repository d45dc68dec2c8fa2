package io.github.saleskpi.plan;

import io.github.saleskpi.plan.Target.Every;
import io.github.saleskpi.plan.Target.Once;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The periods for which the targets of one version of a plan are in force. Not thread-safe. */
final class InForce {
    private final ReportingCalendar calendar;
    private final LocalDate from;
    private final LocalDate to;
    private final Map<Schedule, List<Period>> periods = new HashMap<>();

    /** Periods that begin from one date (inclusive) to another (exclusive). */
    private InForce(ReportingCalendar calendar, LocalDate from, LocalDate to) {
        this.calendar = calendar;
        this.from = from;
        this.to = to;
    }

    /** What is done with a target and a period for which it is in force. */
    interface Use {
        void of(Target target, Period period);
    }

    /** Each target of the plan with each of its periods that begins before that date. */
    static void each(Plan plan, ReportingCalendar calendar, LocalDate before, Use use) {
        for (int i = 0; i < plan.versions().size(); i++) {
            each(plan, i, calendar, before, use);
        }
    }

    /** Each target of one version of the plan with each of its periods. */
    static void each(Plan plan, int version, ReportingCalendar calendar, Use use) {
        each(plan, version, calendar, LocalDate.MAX, use);
    }

    private static void each(Plan plan, int version, ReportingCalendar calendar, LocalDate before, Use use) {
        List<Plan.Version> versions = plan.versions();
        LocalDate next =
                version + 1 < versions.size() ? versions.get(version + 1).effectiveFrom() : before;
        Plan.Version own = versions.get(version);
        InForce here = new InForce(calendar, own.effectiveFrom(), next.isBefore(before) ? next : before);
        for (Target target : own.targets()) {
            here.of(target).forEach(period -> use.of(target, period));
        }
    }

    private List<Period> of(Target target) {
        List<Period> known = periods.get(target.schedule());
        if (known == null) {
            known = target.schedule() instanceof Every every ? every(every) : once(target, (Once) target.schedule());
            periods.put(target.schedule(), known);
        }
        return known;
    }

    private List<Period> once(Target target, Once once) {
        Period period = once.period();
        Period own = calendar.periodOf(period.from(), period.granularity());
        if (!own.equals(period)) {
            throw new IllegalArgumentException(
                    "target " + target.id() + " (" + period + "): is no period of a fiscal year that starts in "
                            + calendar.fiscalStart() + ". Maybe " + own + ".");
        }
        return holds(period) ? List.of(period) : List.of();
    }

    private List<Period> every(Every every) {
        List<Period> found = new ArrayList<>();
        LocalDate end = every.to().isBefore(to) ? every.to() : to;
        LocalDate first = every.from().isBefore(from) ? from : every.from();
        for (LocalDate date = first; date.isBefore(end); ) {
            Period period = calendar.periodOf(date, every.length());
            if (holds(period)) {
                found.add(period);
            }
            date = period.to();
        }
        return found;
    }

    private boolean holds(Period period) {
        return !period.from().isBefore(from) && period.from().isBefore(to);
    }
}
