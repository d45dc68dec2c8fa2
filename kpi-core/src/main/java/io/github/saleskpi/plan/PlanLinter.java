package io.github.saleskpi.plan;

import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.time.ReportingCalendar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a plan can hardly mean: thresholds and stretches on the wrong side of the goal, goals that cannot be
 * reached, indicators that nobody knows, periods that overlap, weights that do not add up, shares of a team for who is no
 * part of one. Immutable and thread-safe.
 *
 * <p>With a query it also finds currencies, periods, teams and reps that are not those of the query, targets of reps that do
 * not add up to the one of their team, and reps in several teams of whom a target does not say which one it is of. What the
 * types refuse (money without a currency, shares that do not add up to 1) no plan has.
 */
public final class PlanLinter {
    private static final PlanLinter STANDARD = new PlanLinter(ReportingCalendar.utc(), null, List.of());

    private final ReportingCalendar calendar;
    private final @Nullable KpiQuery query;
    private final List<Indicator> own;

    private PlanLinter(ReportingCalendar calendar, @Nullable KpiQuery query, List<Indicator> own) {
        this.calendar = calendar;
        this.query = query;
        this.own = own;
    }

    /** One that looks at the plan alone, by calendar years. */
    public static PlanLinter standard() {
        return STANDARD;
    }

    /** One that looks at the plan alone, by the fiscal years of that calendar. */
    public static PlanLinter by(ReportingCalendar calendar) {
        return new PlanLinter(calendar, null, List.of());
    }

    /** One that also holds the plan against a query: its indicators, fiscal year, organization and rates. */
    public static PlanLinter with(KpiQuery query) {
        return new PlanLinter(query.calendar(), query, List.of());
    }

    /** One that also knows indicators of one's own, such as those of plug-ins. */
    public PlanLinter knowing(Collection<? extends Indicator> others) {
        return new PlanLinter(calendar, query, List.copyOf(others));
    }

    /** All findings, the errors first; empty if there is nothing to say. */
    public List<Finding> lint(Plan plan) {
        Set<Finding> findings = new TreeSet<>();
        TargetChecks each = new TargetChecks(query, own);
        Plan sound = Plan.of(plan.id());
        for (Plan.Version version : plan.versions()) {
            List<Target> usable = new ArrayList<>();
            for (Target target : version.targets()) {
                findings.addAll(each.of(target));
                if (each.hasOwnPeriod(target)) {
                    usable.add(target);
                }
            }
            sound = sound.with(version.effectiveFrom(), usable);
        }
        neverInForce(sound, calendar, findings);
        for (Plan.Version version : sound.versions()) {
            findings.addAll(new OverlapChecks(calendar, query).of(version.targets()));
        }
        findings.addAll(new SumChecks(calendar, query).of(sound));
        new TeamChecks(calendar, query).add(sound, findings);
        return List.copyOf(findings);
    }

    private static void neverInForce(Plan plan, ReportingCalendar calendar, Set<Finding> findings) {
        for (int i = 0; i < plan.versions().size(); i++) {
            Plan.Version version = plan.versions().get(i);
            Set<String> inForce = new HashSet<>();
            InForce.each(plan, i, calendar, (target, period) -> inForce.add(target.id()));
            for (Target target : version.targets()) {
                if (!inForce.contains(target.id())) {
                    findings.add(Finding.warning(
                            List.of(target.id()),
                            "target " + target.id() + " (version of " + version.effectiveFrom()
                                    + "): no period of it begins while its version is in force. Maybe the version begins"
                                    + " too late."));
                }
            }
        }
    }
}
