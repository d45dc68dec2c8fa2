package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.Explanation.Amount;
import io.github.saleskpi.engine.Explanation.Counted;
import io.github.saleskpi.engine.Explanation.Reading;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.pay.PayFacts;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayFacts.Source;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From every comparison and every line of pay of the simulated team down to the events, and up again. */
class SimulatedExplanationsTest {
    private static final Path FOLDER = Objects.requireNonNull(Samples.SIMULATED_TEAM.getParent());
    private static final PlanFactComparator COMPARATOR = PlanFactComparator.standard();

    private final SortedMap<String, Integer> census = new TreeMap<>();

    private interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    private static <T> T read(String name, Reader<T> reader) throws IOException {
        try (InputStream in = Files.newInputStream(FOLDER.resolve(name))) {
            return reader.read(in);
        }
    }

    private static KpiQuery base(PayScheme scheme) throws IOException {
        return KpiQuery.builder()
                .indicators(scheme.indicators().stream()
                        .map(id -> Indicators.named(id.toString()))
                        .toList())
                .every(Granularity.QUARTER)
                .groupBy(Dimension.REP)
                .zone(ZoneId.of("Europe/Sofia"))
                .organization(read("organization.json", KpiJackson3::readOrganization))
                .workingCalendar(read("calendar.json", in -> KpiJackson3.readCalendar(in, new CountryHolidays())))
                .rates(read("rates.json", KpiJackson3::readRates))
                .build();
    }

    private void note(String situation, boolean occurred) {
        census.merge(situation, occurred ? 1 : 0, Integer::sum);
    }

    @Test
    void everyComparisonAndLineOfPayIsExplainedDownToAmountsThatAddUpToItsFact() throws IOException {
        PayScheme scheme = read("pay.json", KpiJackson3::readPayScheme);
        KpiQuery base = base(scheme);
        Plan plan = read("plan.json", in -> KpiJackson3.readPlan(in, base.calendar(), Indicators::named));
        KpiLedger ledger = KpiEngine.of(base).newLedger();
        KpiJackson3.eventReader().read(Samples.SIMULATED_TEAM, ledger::add);
        for (String asOf : List.of("2026-06-12T00:00:00Z", Samples.JULY)) {
            Viewpoint from = Viewpoint.asOf(Instant.parse(asOf));
            Scorecard scorecard = COMPARATOR.compare(plan, ledger, base, from);
            for (Comparison comparison : scorecard.comparisons()) {
                isExplained(comparison, COMPARATOR.explain(scorecard, comparison, ledger, base));
            }
            KpiReport report = ledger.report(from);
            for (String rep : report.organization().orElseThrow().reps()) {
                for (Period period : List.of(Period.quarter(2026, 1), Period.quarter(2026, 2))) {
                    PayFacts facts = PayFacts.read(scheme, rep, period, report, scorecard);
                    for (PayStatement.Line line : scheme.statement(facts).lines()) {
                        isExplained(line, facts, ledger, scorecard);
                    }
                }
            }
        }
        System.out.println("Census of explained comparisons and lines of pay: " + census);
        assertThat(census)
                .allSatisfy(
                        (situation, times) -> assertThat(times).as(situation).isPositive());
    }

    private void isExplained(Comparison comparison, Explanation explanation) {
        KpiValue fact = comparison.fact();
        assertThat(explanation.value().value()).as(comparison.toString()).isEqualTo(fact);
        if (fact instanceof KpiValue.Defined defined) {
            assertThat(words(comparison, "fact")).startsWith(Unit.NUMBER.print(defined.amount()));
        }
        if (comparison.attainment() != null) {
            assertThat(words(comparison, "attainment")).contains(Unit.NUMBER.print(comparison.attainment()));
        }
        assertThat(words(comparison, "status")).endsWith(": " + comparison.status());
        readdsUp(explanation);
        note("comparisons", true);
        note("of a companion", comparison.target().indicator().id().companion() != null);
        note("under way", words(comparison, "status").contains("expected by now"));
    }

    private static String words(Comparison comparison, String name) {
        return comparison.arithmetic().stream()
                .filter(step -> step.name().equals(name))
                .map(Comparison.Step::words)
                .findFirst()
                .orElseThrow();
    }

    private void isExplained(PayStatement.Line line, PayFacts facts, KpiLedger ledger, Scorecard scorecard) {
        for (Map.Entry<Input, KpiValue> input : line.inputs().entrySet()) {
            assertThat(input.getValue()).isEqualTo(facts.value(input.getKey()));
            if (input.getKey() instanceof Input.Fact fact) {
                Source source = Objects.requireNonNull(line.sources().get(fact));
                Explanation explanation = ledger.explain(
                        Indicators.named(source.indicator().toString()),
                        source.scope(),
                        facts.period(),
                        scorecard.viewpoint());
                KpiValue explained = explanation.value().value();
                assertThat(explained.sample()).isEqualTo(input.getValue().sample());
                if (explained.sample() > 0) {
                    assertThat(explained).isEqualTo(input.getValue());
                }
                readdsUp(explanation);
                note("facts of pay", true);
            } else if (input.getKey() instanceof Input.Score && input.getValue() instanceof KpiValue.Defined score) {
                List<Comparison.Step> steps = scorecard
                        .score(Scope.rep(facts.rep()), facts.period())
                        .orElseThrow()
                        .arithmetic();
                assertThat(steps.get(steps.size() - 1).words()).endsWith(" = " + Unit.NUMBER.print(score.amount()));
                for (Comparison.Step step : steps.subList(0, steps.size() - 1)) {
                    assertThat(scorecard.comparison(step.name(), Scope.rep(facts.rep()), facts.period()))
                            .isPresent();
                }
                note("scores of pay", true);
            }
            if (line.unpaid() == null && input.getValue() instanceof KpiValue.Defined known) {
                assertThat(line.words()).contains(Unit.NUMBER.print(known.amount()));
            }
        }
        note("lines", true);
        note("rounded", line.words().contains(" rounded to "));
    }

    /** What each figure read is what the amounts named add up to. */
    private void readdsUp(Explanation explanation) {
        for (Explanation.Value value : explanation.values()) {
            for (Reading reading : value.readings()) {
                if (reading.measure() != null) {
                    assertThat(sum(explanation, reading, reading.measure())).isEqualTo(reading.reading());
                    note("readings", true);
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // an amount was added to the measure that it names
    private static <A, S> S sum(Explanation explanation, Reading reading, Measure<A, S> measure) {
        Tally<A, S> tally = measure.newTally();
        for (Counted counted : explanation.counted()) {
            if (counted.parts().contains(reading.part())) {
                for (Amount amount : counted.amounts()) {
                    if (amount.measure().equals(measure)) {
                        tally.add((A) amount.added(), 1);
                    }
                }
            }
        }
        return tally.read(explanation.viewpoint());
    }
}
