package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Reference;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Laws that hold without a reference: no schedule of the same events matters, and every judged fact has its one place. */
class ScheduleProperties {
    /** A history with a question and a viewpoint. */
    private record Try(long seed, Question question, List<SalesEvent> events, Viewpoint from, Chance chance) {
        static Try of(long seed) {
            DenseHistory history = new DenseHistory(~seed);
            Question question = OddIndicators.question(seed, history.start());
            List<SalesEvent> events = history.next(80);
            Viewpoint from = new Viewpoints(seed, history.start(), question.calendar()).next(events);
            return new Try(seed, question, events, from, new Chance(seed));
        }

        List<SalesEvent> shuffled() {
            List<SalesEvent> other = new ArrayList<>(events);
            other.addAll(events.subList(0, chance.below(events.size())));
            Collections.shuffle(other, chance.random());
            return other;
        }
    }

    private static List<Try> tries(int normally) {
        List<Try> tries = new ArrayList<>();
        for (long seed = 0; seed < Tries.of(normally); seed++) {
            tries.add(Try.of(seed));
        }
        return tries;
    }

    private static KpiReport report(Question question, List<SalesEvent> events, Viewpoint from) {
        return events.stream().collect(KpiEngine.of(Script.queryOf(question)).collector(from));
    }

    @Test
    void anyOrderAndAnySplittingIntoLedgersGivesTheSameText() {
        for (Try one : tries(150)) {
            KpiEngine engine = KpiEngine.of(Script.queryOf(one.question));
            List<KpiLedger> parts = new ArrayList<>();
            int count = 1 + one.chance.below(5);
            for (int i = 0; i < count; i++) {
                parts.add(engine.newLedger());
            }
            one.shuffled().forEach(event -> {
                KpiLedger part = one.chance.of(parts);
                part.add(event);
                if (one.chance.percent(5)) {
                    part.report(new Viewpoint(
                            event.occurredAt(), one.chance.of(one.events).recordedAt()));
                }
            });
            while (parts.size() > 1) {
                KpiLedger other = parts.remove(one.chance.below(parts.size()));
                one.chance.of(parts).merge(other);
            }
            assertThat(parts.get(0).report(one.from))
                    .as("seed %s", one.seed)
                    .hasToString(report(one.question, one.events, one.from).toString());
        }
    }

    @Test
    void aParallelCollectorGivesTheSameText() {
        for (Try one : tries(100)) {
            KpiEngine engine = KpiEngine.of(Script.queryOf(one.question));
            assertThat(one.shuffled().parallelStream().collect(engine.collector(one.from)))
                    .as("seed %s", one.seed)
                    .hasToString(report(one.question, one.events, one.from).toString());
        }
    }

    @Test
    void eventsInColumnsGiveTheSameTextOnAnyNumberOfThreads() {
        for (Try one : tries(150)) {
            KpiQuery query = Script.queryOf(one.question);
            EventColumns columns = EventColumns.builder().addAll(one.shuffled()).build();
            String expected = report(one.question, one.events, one.from).toString();
            assertThat(KpiEngine.of(query).report(columns, one.from))
                    .as("seed %s", one.seed)
                    .hasToString(expected);
            int threads = 2 + one.chance.below(3);
            assertThat(new Batch(query, new Storylines(query), one.from)
                            .addAll(columns, threads)
                            .report())
                    .as("seed %s on %s threads", one.seed, threads)
                    .hasToString(expected);
        }
    }

    @Test
    void theCompanyOfAReportWithRowsIsTheReportWithoutRows() {
        for (Try one : tries(150)) {
            KpiReport rows = report(one.question.by(Dimension.CHANNEL, Dimension.REP), one.events, one.from);
            KpiReport whole = report(one.question.ofTheCompany(), one.events, one.from);
            for (KpiReport.Cell cell : whole.cells()) {
                for (Figure figure : cell.indicator().figures()) {
                    assertThat(rows.value(cell.indicator(), figure.name(), Scope.company(), cell.period()))
                            .as("seed %s: %s %s", one.seed, figure.name(), cell)
                            .isEqualTo(cell.value(figure.name()));
                }
            }
            assertThat(periods(rows)).as("seed %s", one.seed).isEqualTo(periods(whole));
        }
    }

    @Test
    void everyJudgedFactIsCountedOnceOrLeftOutOnce() {
        for (Try one : tries(400)) {
            assertThat(Reference.doubtful(one.question, one.events, one.from))
                    .as("seed %s", one.seed)
                    .isEmpty();
        }
    }

    private static Set<Period> periods(KpiReport report) {
        return report.cells().stream().map(KpiReport.Cell::period).collect(Collectors.toSet());
    }
}
