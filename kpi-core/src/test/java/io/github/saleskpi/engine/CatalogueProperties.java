package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Reference;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every built-in definition, so that none can be forgotten and no declaration drifts from what is told. */
class CatalogueProperties {
    /** All that have a fixed name, and one of each family that takes a word or a number. */
    private static final List<Indicator> DEFINITIONS = Stream.concat(
                    Indicators.all().stream(), Stream.of(Indicators.tasks("call"), Indicators.winRateWithStale(2)))
            .toList();

    private static final int EVENTS = 90;

    /** By their definitions: who is not answered yet is left out. */
    private static final Set<String> ALWAYS_ZERO =
            Set.of("response-time/answered-only@1 unanswered", "response-time/by-response@1 unanswered");

    /** A dense history, what is asked of it, and from where. */
    private record Try(long seed, Question question, List<SalesEvent> events, Viewpoint from) {
        static Try of(long seed) {
            DenseHistory history = new DenseHistory(seed * 7 + 3);
            Question question = OddIndicators.question(seed, history.start()).of(DEFINITIONS);
            List<SalesEvent> drawn = new ArrayList<>(history.next(EVENTS));
            drawn.addAll(BusyDay.of(seed, history.start()));
            Viewpoint from = new Viewpoints(seed, history.start(), question.calendar()).next(drawn);
            return new Try(seed, question, drawn, from);
        }

        KpiReport report(Question asked) {
            return events.stream().collect(KpiEngine.of(Script.queryOf(asked)).collector(from));
        }
    }

    @Test
    void everyRuleToldIsDeclaredAndEveryRuleDeclaredIsTold() {
        SortedMap<String, SortedMap<String, Long>> told = new TreeMap<>();
        for (long seed = 0; seed < Tries.of(300); seed++) {
            Try one = Try.of(seed);
            KpiReport report = one.report(one.question.ofTheCompany().ofEachDay());
            for (Indicator indicator : DEFINITIONS) {
                SortedMap<String, Long> rules =
                        report.leftOut().getOrDefault(indicator.id().toString(), Collections.emptySortedMap());
                assertThat(names(indicator))
                        .as("seed %s: %s", seed, indicator.id())
                        .containsAll(rules.keySet());
                rules.forEach(
                        (rule, times) -> told.computeIfAbsent(indicator.id().toString(), id -> new TreeMap<>())
                                .merge(rule, times, Long::sum));
            }
        }
        told.forEach((id, rules) -> System.out.println("Census of the rules: " + id + " " + rules));
        for (Indicator indicator : Tries.of(1) >= 1 ? DEFINITIONS : List.<Indicator>of()) {
            assertThat(told.getOrDefault(indicator.id().toString(), Collections.emptySortedMap()))
                    .as("told of %s", indicator.id())
                    .containsOnlyKeys(names(indicator));
        }
    }

    private static List<String> names(Indicator indicator) {
        return indicator.rules().stream().map(Rule::name).toList();
    }

    @Test
    void everyFigureOfEveryDefinitionIsComputedAndIsWhatTheReferenceSays() {
        SortedMap<String, Long> times = new TreeMap<>();
        DEFINITIONS.forEach(definition ->
                definition.figures().forEach(figure -> times.put(definition.id() + " " + figure.name(), 0L)));
        for (long seed = 0; seed < Tries.of(120); seed++) {
            Try one = Try.of(seed);
            Question question = seed % 2 == 0 ? one.question.ofTheCompany() : one.question.by(Dimension.REP);
            KpiReport report = one.report(question);
            assertThat(report).as("seed %s", seed).hasToString(Reference.report(question, one.events, one.from));
            for (KpiReport.Cell cell : report.cells()) {
                for (Figure figure : cell.indicator().figures()) {
                    if (isTelling(cell.value(figure.name()))) {
                        times.merge(cell.indicator().id() + " " + figure.name(), 1L, Long::sum);
                    }
                }
            }
        }
        System.out.println(
                "Matrix: " + DEFINITIONS.size() + " definitions, " + times.size() + " figures of them: " + times);
        if (Tries.of(1) >= 1) {
            assertThat(times).allSatisfy((figure, count) -> {
                if (ALWAYS_ZERO.contains(figure)) {
                    assertThat(count).as(figure).isZero();
                } else {
                    assertThat(count).as(figure).isPositive();
                }
            });
        }
    }

    /** Defined, and more than what nothing is. */
    private static boolean isTelling(KpiValue value) {
        return value instanceof KpiValue.Defined defined && defined.amount().signum() != 0;
    }
}
