package io.github.saleskpi.cli;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.jackson.ExplanationWriter;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.plan.Scorecard.Score;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a line of a pay statement came about, and the comparisons and facts behind it. */
record PayQuestion(
        KpiQuery query,
        Appraisal appraisal,
        @Nullable Plan plan,
        PayScheme scheme,
        String line,
        Scope who,
        Period period,
        Definitions definitions)
        implements Question {
    private static final List<String> OTHER_LINES = List.of("base", "product", "protection", "floor", "cap");

    /** Refuses a line that no statement of the scheme has. */
    PayQuestion {
        List<String> known = new ArrayList<>();
        scheme.components().forEach(component -> known.add(component.id()));
        if (!known.contains(line) && !OTHER_LINES.contains(line) && line.indexOf(':') < 0) {
            throw Complaint.usage("--component", line, "is not in scheme " + scheme.id(), Nearest.hint(line, known));
        }
        if (who.values().get(Dimension.REP.name()) == null || who.values().size() != 1) {
            throw Complaint.usage("--who", who.toString(), "must be a rep, as only reps are paid", "Maybe rep:NAME.");
        }
    }

    @Override
    public Answer answer(KpiLedger ledger, Viewpoint from) {
        KpiReport report = ledger.report(from);
        Scope paid = Scope.rep(report.nameOf(Objects.requireNonNull(who.values().get(Dimension.REP.name()))));
        Appraisal.Result result = appraisal.of(ledger, report);
        List<PayStatement> statements = Objects.requireNonNull(result.pay());
        PayStatement statement = statements.stream()
                .filter(each ->
                        Scope.rep(each.rep()).equals(paid) && each.period().equals(period))
                .findFirst()
                .orElseThrow(() -> Missing.statement(
                        who,
                        period,
                        statements.stream()
                                .filter(each -> each.period().equals(period))
                                .map(each -> Scope.rep(each.rep()).toString())
                                .toList()));
        PayStatement.Line found = statement.line(line).orElseThrow(() -> Missing.line(line, statement));
        return told(statement, found, result.scorecard(), ledger, from);
    }

    private Answer told(
            PayStatement statement,
            PayStatement.Line found,
            @Nullable Scorecard scorecard,
            KpiLedger ledger,
            Viewpoint from) {
        List<Comparison> comparisons = new ArrayList<>();
        List<Explanation> explanations = new ArrayList<>();
        Score score = null;
        for (Input input : found.inputs().keySet()) {
            if (input instanceof Input.Score && scorecard != null) {
                score = scorecard.score(Scope.rep(statement.rep()), period).orElse(null);
                comparisons.addAll(scorecard.comparisons(Scope.rep(statement.rep()), period));
            }
        }
        found.sources().forEach((input, source) -> {
            if (input instanceof Input.Fact) {
                Indicator indicator = definitions.named(source.indicator().toString());
                boolean isInTeam = source.scope().values().containsKey(Dimension.TEAM.name());
                explanations.add(ledger.explain(
                        isInTeam ? PayRoll.byTeam(query, List.of(indicator)) : query,
                        indicator,
                        source.scope(),
                        period,
                        from));
            } else if (input instanceof Input.Attainment attainment && scorecard != null) {
                scorecard.comparisons().stream()
                        .filter(each -> each.target().id().equals(attainment.target())
                                && each.row().equals(source.scope())
                                && each.period().equals(period))
                        .filter(each -> !comparisons.contains(each))
                        .forEach(comparisons::add);
            }
        });
        for (Comparison each : comparisons) {
            explanations.add(
                    PlanFactComparator.standard().explain(Objects.requireNonNull(scorecard), each, ledger, query));
        }
        return new Told(statement, found, score, plan, comparisons, explanations);
    }

    private record Told(
            PayStatement statement,
            PayStatement.Line line,
            @Nullable Score score,
            @Nullable Plan plan,
            List<Comparison> comparisons,
            List<Explanation> explanations)
            implements Answer {
        @Override
        public void writeJson(OutputStream out) {
            ExplanationWriter.withJackson3().write(statement, line, score, comparisons, explanations, out);
        }

        @Override
        public String text(Function<Explanation, String> figure, Ink ink) {
            StringBuilder text = new StringBuilder();
            text.append(ink.bold(Shown.safe(line.id() + " of " + statement.rep() + " in " + statement.period())))
                    .append(": ")
                    .append(Amounts.grouped(line.amount(), line.amount().scale()))
                    .append(' ')
                    .append(statement.currency())
                    .append("\n    ")
                    .append(Shown.safe(line.words()))
                    .append('\n');
            if (line.tier() != null) {
                text.append("    tier reached: ").append(line.tier()).append('\n');
            }
            if (line.next() != null) {
                text.append("    next step: ")
                        .append(Shown.safe(line.next().toString()))
                        .append('\n');
            }
            if (score != null) {
                text.append('\n').append(ink.bold("score")).append('\n');
                score.arithmetic()
                        .forEach(step -> text.append("    ")
                                .append(Shown.safe(step.toString()))
                                .append('\n'));
                if (!score.noData().isEmpty()) {
                    text.append("    no data: ")
                            .append(Shown.safe(String.join(", ", score.noData())))
                            .append('\n');
                }
            }
            for (Comparison comparison : comparisons) {
                text.append('\n').append(ComparisonText.of(comparison, Objects.requireNonNull(plan), ink));
            }
            return text
                    + explanations.stream()
                            .map(each -> "\n" + figure.apply(each))
                            .collect(Collectors.joining());
        }
    }
}
