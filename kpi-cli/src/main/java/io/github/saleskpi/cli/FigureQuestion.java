package io.github.saleskpi.cli;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.jackson.ExplanationWriter;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure is what it is.
 *
 * @param figure the companion, or null for the whole indicator
 */
record FigureQuestion(
        KpiQuery query, Indicator indicator, @Nullable String figure, Scope scope, Period period) implements Question {
    @Override
    public Answer answer(KpiLedger ledger, Viewpoint from) {
        Explanation explanation = figure == null
                ? ledger.explain(indicator, scope, period, from)
                : ledger.explain(indicator, figure, scope, period, from);
        return new Told(explanation, hint(explanation, ledger));
    }

    private record Told(Explanation explanation, Optional<String> hint) implements Answer {
        @Override
        public void writeJson(OutputStream out) {
            ExplanationWriter.withJackson3().write(explanation, out);
        }

        @Override
        public String text(Function<Explanation, String> words, Ink ink) {
            return words.apply(explanation);
        }
    }

    private Optional<String> hint(Explanation explanation, KpiLedger ledger) {
        if (!explanation.stories().isEmpty()) {
            return Optional.empty();
        }
        KpiReport report = ledger.report(explanation.viewpoint());
        SortedSet<String> near = new TreeSet<>();
        for (Map.Entry<String, @Nullable String> part : scope.values().entrySet()) {
            Collection<String> known = known(part.getKey(), report, ledger);
            String value = part.getValue();
            if (value != null && !known.contains(value)) {
                Nearest.to(value, known).forEach(name -> near.add(part.getKey() + ":" + name));
            }
        }
        return Optional.of("--who (" + scope + "): nothing is counted or left out there in " + period + ". Maybe "
                + (near.isEmpty() ? "it is misspelt" : String.join(" or ", near)) + ".");
    }

    private static Collection<String> known(String dimension, KpiReport report, KpiLedger ledger) {
        SortedSet<String> known = Hints.values(report, dimension);
        Optional<Organization> people = report.organization();
        if (dimension.equals(Dimension.REP.name())) {
            known.addAll(RepCensus.of(ledger.events()).reps());
            people.ifPresent(organization -> known.addAll(organization.reps()));
        } else if (dimension.equals(Dimension.TEAM.name())) {
            people.ifPresent(organization -> known.addAll(organization.teams().keySet()));
        }
        return known;
    }
}
