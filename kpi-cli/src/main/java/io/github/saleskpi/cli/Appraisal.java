package io.github.saleskpi.cli;

import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.plan.Finding;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.PlanLinter;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a plan and a pay scheme ask of a ledger beside the report. Either may be absent. */
final class Appraisal {
    private final @Nullable Plan plan;
    private final @Nullable PayRoll payRoll;
    private final KpiQuery base;
    private final Scope who;
    private final List<String> hints = new ArrayList<>();

    private Appraisal(@Nullable Plan plan, @Nullable PayRoll payRoll, KpiQuery base, Scope who) {
        this.plan = plan;
        this.payRoll = payRoll;
        this.base = base;
        this.who = who;
    }

    /**
     * What came of it.
     *
     * @param scorecard how the facts stand to the plan, as far as shown; null without a plan
     * @param pay by rep and period, as far as shown; null without a scheme
     * @param hints what is no error, but hardly what somebody wanted
     */
    record Result(@Nullable Scorecard scorecard, @Nullable List<PayStatement> pay, List<String> hints) {}

    /** Refuses what cannot be answered, whatever the events are. */
    static Appraisal of(
            @Nullable Plan plan, @Nullable PayScheme scheme, KpiQuery base, Scope who, Definitions definitions) {
        try {
            PayRoll payRoll = scheme == null ? null : PayRoll.of(scheme, base, plan != null, definitions);
            Appraisal appraisal = new Appraisal(plan, payRoll, base, who);
            if (plan != null) {
                checkTeams(plan, base);
                PlanFactComparator.standard().queries(plan, base);
                appraisal.warn(
                        "--plan",
                        PlanLinter.with(base).knowing(definitions.own()).lint(plan));
            }
            if (scheme != null) {
                appraisal.warn("--pay", scheme.lint(plan, definitions.own()));
            }
            return appraisal;
        } catch (IllegalArgumentException refused) {
            throw Complaint.usage(String.valueOf(refused.getMessage()));
        }
    }

    private static void checkTeams(Plan plan, KpiQuery base) {
        if (base.organization().isPresent()) {
            return;
        }
        for (Plan.Version version : plan.versions()) {
            for (Target target : version.targets()) {
                if (target.audience().scope().values().containsKey(Dimension.TEAM.name())) {
                    throw Complaint.usage(
                            "--plan",
                            "target " + target.id() + " of " + target.audience(),
                            "needs to know the teams",
                            "Maybe --organization FILE.");
                }
            }
        }
    }

    private void warn(String option, List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            String more = errors.size() == 1 ? "" : ", and " + Amounts.grouped(errors.size() - 1) + " more";
            hints.add(option + ": " + errors.get(0).message() + " kpi lint shows it" + more + ".");
        }
    }

    /** The answers, as seen from where the report looks. */
    Result of(KpiLedger ledger, KpiReport report) {
        ShownRows shown = new ShownRows(who, base, report.organization().orElse(null));
        Scorecard scorecard =
                plan == null ? null : PlanFactComparator.standard().compare(plan, ledger, base, report.viewpoint());
        List<String> told = new ArrayList<>(hints);
        List<PayStatement> pay = null;
        if (payRoll != null) {
            pay = payRoll.statements(ledger, report.viewpoint(), scorecard, shown);
            payRoll.hint(scorecard, pay).ifPresent(told::add);
        }
        return new Result(scorecard == null ? null : scorecard.showing(shown::has), pay, told);
    }
}
