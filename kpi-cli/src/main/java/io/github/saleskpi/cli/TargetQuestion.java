package io.github.saleskpi.cli;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.jackson.ExplanationWriter;
import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/** How a comparison of a target with its fact came about, and the facts behind it. */
record TargetQuestion(KpiQuery query, Plan plan, String target, Scope who, Period period, Definitions definitions)
        implements Question {
    /** Refuses what cannot be answered, whatever the events are, such as a target that is in no version of the plan. */
    TargetQuestion {
        Appraisal.of(plan, null, query, who, definitions);
        List<String> known = plan.versions().stream()
                .flatMap(version -> version.targets().stream())
                .map(Target::id)
                .distinct()
                .toList();
        if (!known.contains(target)) {
            throw Complaint.usage("--target", target, "is not in the plan", Nearest.hint(target, known));
        }
    }

    @Override
    public Answer answer(KpiLedger ledger, Viewpoint from) {
        PlanFactComparator comparator = PlanFactComparator.standard();
        Scorecard scorecard = comparator.compare(plan, ledger, query, from);
        Comparison comparison = scorecard
                .comparison(target, who, period)
                .orElseThrow(() -> Missing.comparison(target, who, period, scorecard));
        return new Told(scorecard, comparison, comparator.explain(scorecard, comparison, ledger, query));
    }

    private record Told(Scorecard scorecard, Comparison comparison, Explanation explanation) implements Answer {
        @Override
        public void writeJson(OutputStream out) {
            ExplanationWriter.withJackson3().write(comparison, explanation, out);
        }

        @Override
        public String text(Function<Explanation, String> figure, Ink ink) {
            return ComparisonText.of(comparison, scorecard.plan(), ink) + "\n" + figure.apply(explanation);
        }
    }
}
