package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Reference;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A report that takes over what the last one read says what a ledger that is asked for the first time does, wherever one
 * asks it; with figures that read the team, the company and all times.
 */
class RereadProperties {
    private static final int OFTEN = 4;

    /** The same of each part. */
    private record Wide(String name, Indicator counted, UnaryOperator<Totals> part) implements Indicator {
        @Override
        public IndicatorId id() {
            return IndicatorId.of(name, 1);
        }

        @Override
        public List<Storyline<?>> storylines() {
            return counted.storylines();
        }

        @Override
        public List<Figure> figures() {
            Function<Totals, KpiValue> reading = counted.primary().reading();
            return List.of(
                    new Figure("of-part", Unit.COUNT, Direction.NEUTRAL, "", t -> reading.apply(part.apply(t))),
                    new Figure(
                            "once",
                            Unit.COUNT,
                            Direction.NEUTRAL,
                            "",
                            t -> t.company().once(reading)));
        }
    }

    private final Map<String, Long> census = new TreeMap<>();

    private static List<Indicator> indicators(Question question) {
        Indicator events = Indicator.count("events").of(SalesEvent.class).build();
        Map<String, UnaryOperator<Totals>> parts = new TreeMap<>(Map.of(
                "company", Totals::company,
                "company-ever", t -> t.company().ever(),
                "ever", Totals::ever,
                "team", t -> t.team().orElse(t),
                "team-ever", t -> t.team().map(Totals::ever).orElse(t)));
        List<Indicator> all = new ArrayList<>();
        parts.forEach((name, part) -> all.add(new Wide(name, events, part)));
        all.add(Indicators.MATERIAL_USE);
        all.add(Indicators.SOCIAL_USE);
        Stream.concat(
                        OddIndicators.all().stream()
                                .filter(each -> each.id().name().startsWith("fragile")),
                        question.indicators().stream())
                .filter(each -> all.stream().noneMatch(known -> known.id().equals(each.id())))
                .limit(3)
                .forEach(all::add);
        return all;
    }

    @Test
    void aReportThatTakesOverWhatTheLastOneReadSaysWhatAFirstOneDoes() {
        for (long seed = 0; seed < Tries.of(40); seed++) {
            DenseHistory history = new DenseHistory(seed + 4_000_000);
            Question drawn = OddIndicators.question(seed + 4_000_000, history.start());
            Question question = drawn.of(indicators(drawn));
            question = seed % 2 == 0 && question.organization() != null
                    ? question.by(Dimension.TEAM, Dimension.REP)
                    : question;
            List<SalesEvent> held = new ArrayList<>(history.next(40));
            Viewpoint view = new Viewpoints(seed, history.start(), question.calendar()).next(held);
            KpiLedger ledger = ledger(question, held);
            KpiReport before = ledger.report(view);
            for (int added = 0; added < 12; added++) {
                List<SalesEvent> more = history.next(1);
                more.forEach(ledger::add);
                held.addAll(more);
                long taken = ledger.takenOver();
                long read = ledger.readings();
                KpiReport report = ledger.report(view);
                note("cells taken over", ledger.takenOver() - taken);
                note("cells read again", ledger.takenOver() == taken ? 0 : ledger.readings() - read);
                note("reports that take over", ledger.takenOver() == taken ? 0 : 1);
                compare(
                        "seed " + seed + ", " + added,
                        report,
                        ledger(question, held).report(view),
                        before);
                before = report;
            }
            assertThat(before).as("seed %s", seed).hasToString(Reference.report(question, held, view));
        }
        System.out.println("Census of what is read again: " + census);
        if (Tries.of(1) >= 1) {
            assertThat(census)
                    .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThanOrEqualTo(OFTEN));
            assertThat(census.get("cells taken over")).isGreaterThan(census.get("cells read again"));
        }
    }

    private static KpiLedger ledger(Question question, List<SalesEvent> events) {
        KpiLedger ledger = KpiEngine.of(Script.queryOf(question)).newLedger();
        events.forEach(ledger::add);
        return ledger;
    }

    private void compare(String name, KpiReport report, KpiReport first, KpiReport before) {
        assertThat(report).as(name).hasToString(first.toString());
        note("left out otherwise", report.leftOut().equals(before.leftOut()) ? 0 : 1);
        note("failing otherwise", report.failures().equals(before.failures()) ? 0 : 1);
        note("beginning otherwise", report.historyStarts().equals(before.historyStarts()) ? 0 : 1);
        Set<Scope> scopes = new LinkedHashSet<>(Set.of(Scope.company()));
        Set<Period> periods = new LinkedHashSet<>();
        for (KpiReport.Cell cell : before.cells()) {
            scopes.add(cell.scope());
            periods.add(cell.period());
            boolean isGone = report.cells().stream()
                    .noneMatch(now -> now.scope().equals(cell.scope())
                            && now.period().equals(cell.period())
                            && now.indicator().equals(cell.indicator()));
            note("cells gone", isGone ? 1 : 0);
        }
        if (report.query().groupBy().equals(List.of(Dimension.REP))) {
            List.of("r0", "r1", "r2", "r3", "stranger").forEach(rep -> scopes.add(Scope.rep(rep)));
        }
        for (Indicator indicator : report.query().indicators()) {
            for (Figure figure : indicator.figures()) {
                for (Scope scope : scopes) {
                    for (Period period : periods) {
                        KpiValue value = report.value(indicator, figure.name(), scope, period);
                        KpiValue expected = first.value(indicator, figure.name(), scope, period);
                        if (!value.equals(expected)) { // the message costs more than the comparison
                            fail("%s: %s %s %s %s is %s, not %s"
                                    .formatted(name, indicator.id(), figure.name(), scope, period, value, expected));
                        }
                    }
                }
            }
        }
    }

    private void note(String what, long times) {
        census.merge(what, times, Math::addExact);
    }
}
