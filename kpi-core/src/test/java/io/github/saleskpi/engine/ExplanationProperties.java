package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.Explanation.Counted;
import io.github.saleskpi.engine.Explanation.Evidence;
import io.github.saleskpi.engine.Explanation.LeftOut;
import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.engine.Explanation.Reading;
import io.github.saleskpi.engine.Explanation.Story;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Selection;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.tally.Distribution;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.MoneyTotal;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Laws of explanations over dense histories, all indicators, and ledgers that looked from elsewhere before. */
class ExplanationProperties {
    private static final int OFTEN = 10;

    private final Map<String, Integer> census = new TreeMap<>();

    /** A ledger with a past, and the report that is explained. */
    private record Try(
            long seed, Question question, List<Watched> indicators, List<SalesEvent> events, List<Viewpoint> looks) {
        static Try of(long seed, boolean whole) {
            DenseHistory history = new DenseHistory(seed + 7_000_000);
            Question asked = ofTeams(seed, OddIndicators.question(seed + 7_000_000, history.start()));
            List<Watched> watched = Watched.all(asked.indicators());
            Question question = new Question(
                    List.copyOf(watched),
                    whole && asked.every() == Granularity.ALL ? Granularity.YEAR : asked.every(),
                    whole ? null : asked.from(),
                    whole ? null : asked.to(),
                    asked.calendar(),
                    asked.groupBy(),
                    asked.rates(),
                    asked.organization(),
                    asked.hours());
            List<SalesEvent> events = history.next(40 + new Chance(seed).below(60));
            Viewpoints viewpoints = new Viewpoints(seed, history.start(), question.calendar());
            return new Try(
                    seed,
                    question,
                    watched,
                    events,
                    Stream.generate(() -> viewpoints.next(events)).limit(3).toList());
        }

        /** In a third of the tries, if there are teams, they are asked about with what reads all of a team. */
        private static Question ofTeams(long seed, Question asked) {
            if (seed % 3 != 0 || asked.organization() == null) {
                return asked;
            }
            Stream<Indicator> wide = OddIndicators.all().stream()
                    .filter(indicator -> indicator.id().name().matches("materials-shown|team-share-of-wins"));
            return asked.of(Stream.concat(asked.indicators().stream(), wide)
                            .distinct()
                            .toList())
                    .by(Dimension.TEAM, Dimension.REP);
        }

        KpiLedger ledger() {
            KpiLedger ledger = KpiEngine.of(Script.queryOf(question)).newLedger();
            events.forEach(ledger::add);
            return ledger;
        }
    }

    /** A place in a report. */
    private record Place(Watched indicator, Scope scope, Period period) {
        Explanation explain(KpiLedger ledger, Viewpoint from) {
            return ledger.explain(indicator, scope, period, from);
        }
    }

    /** All cells, what the company has in the periods in which anything lies, and somebody who is nowhere. */
    private static Set<Place> places(Try one, KpiReport report) {
        Set<Place> places = new LinkedHashSet<>();
        Set<Period> periods = new LinkedHashSet<>();
        if (one.question.every() == Granularity.ALL) {
            periods.add(Period.all());
        } else {
            one.events.forEach(event -> periods.add(one.question
                    .calendar()
                    .periodOf(FactView.momentOf(event, one.question.calendar()).date(), one.question.every())));
        }
        for (KpiReport.Cell cell : report.cells()) {
            places.add(new Place((Watched) cell.indicator(), cell.scope(), cell.period()));
            periods.add(cell.period());
        }
        for (Watched indicator : one.indicators) {
            periods.forEach(period -> places.add(new Place(indicator, Scope.company(), period)));
            places.add(new Place(
                    indicator,
                    KpiReport.elsewhere(report.query()),
                    periods.iterator().next()));
        }
        places.removeIf(place -> !place.scope.values().isEmpty()
                && place.scope.values().size() != one.question.groupBy().size());
        return places;
    }

    private void note(String situation, boolean occurred) {
        census.merge(situation, occurred ? 1 : 0, Integer::sum);
    }

    @Test
    void theAmountsNamedMakeEveryFigureOfEveryCellAnew() {
        for (long seed = 0; seed < Tries.of(60); seed++) {
            Try one = Try.of(seed, false);
            KpiLedger ledger = one.ledger();
            for (Viewpoint from : one.looks) {
                KpiReport report = ledger.report(from);
                Set<SalesEvent> inForce =
                        Set.copyOf(Selection.of(one.events, from).facts());
                for (Place place : places(one, report)) {
                    String name = "seed " + seed + " " + place.indicator.id() + " " + place.scope + " " + place.period;
                    Explanation whole = place.explain(ledger, from);
                    note(whole);
                    assertThat(whole.values())
                            .as(name)
                            .hasSize(place.indicator.figures().size());
                    for (Explanation.Value value : whole.values()) {
                        checkFigure(name, place, report, whole, value);
                    }
                    checkFigureAlone(name, place, ledger, report, new Chance(seed).of(whole.values()));
                    assertThat(named(whole)).as(name).allMatch(fact -> inForce.contains(fact.event()));
                    assertThat(whole.stories()).as(name).allMatch(story -> isWhole(story));
                }
                assertThat(ledger.report(from)).as("seed " + seed).hasToString(report.toString());
            }
        }
        System.out.println("Census of the explanations: " + census);
        if (Tries.of(1) >= 1) {
            assertThat(census)
                    .allSatisfy((situation, times) ->
                            assertThat(times).as(situation).isGreaterThanOrEqualTo((int) Tries.of(OFTEN)));
        }
    }

    private static void checkFigure(
            String name, Place place, KpiReport report, Explanation explanation, Explanation.Value value) {
        Figure figure = value.figure();
        KpiValue reported = report.value(place.indicator, figure.name(), place.scope, place.period);
        assertThat(value.value()).as(name + " " + figure.name()).isEqualTo(reported);
        Totals given = Objects.requireNonNull(place.indicator.given().get(figure.name()));
        Readded anew = new Readded(explanation, Part.CELL, given);
        for (Reading reading : value.readings()) {
            if (reading.measure() != null) {
                Totals part = new Readded(explanation, reading.part(), given);
                assertThat(part.<Object>of(cast(reading.measure())))
                        .as(name + " " + figure.name() + " reads " + reading.part() + " " + reading.name())
                        .isEqualTo(reading.reading());
            }
        }
        boolean failed =
                reported instanceof KpiValue.Undefined undefined && undefined.reason() == KpiValue.Reason.FAILED;
        if (failed) {
            assertThat(explanation.failures()).as(name).isNotEmpty();
        } else {
            assertThat(figure.reading().apply(anew))
                    .as(name + " " + figure.name() + " anew")
                    .isEqualTo(reported);
        }
    }

    @SuppressWarnings("unchecked")
    private static Measure<?, Object> cast(Measure<?, ?> measure) {
        return (Measure<?, Object>) measure;
    }

    private static void checkFigureAlone(
            String name, Place place, KpiLedger ledger, KpiReport report, Explanation.Value one) {
        Explanation alone =
                ledger.explain(place.indicator, one.figure().name(), place.scope, place.period, report.viewpoint());
        assertThat(alone.values()).as(name).containsExactly(one);
        checkFigure(name + " alone", place, report, alone, alone.value());
        assertThat(alone.counted())
                .as(name)
                .noneMatch(counted -> counted.amounts().isEmpty());
    }

    /** Every fact of a story has one place in it. */
    private static boolean isWhole(Story story) {
        Set<String> elsewhere = new LinkedHashSet<>();
        story.counted().forEach(counted -> {
            elsewhere.add(counted.fact().id());
            counted.because().forEach(fact -> elsewhere.add(fact.id()));
        });
        story.leftOut().forEach(left -> elsewhere.add(left.fact().id()));
        return story.context().stream().noneMatch(fact -> elsewhere.contains(fact.id()));
    }

    private static List<Evidence> named(Explanation explanation) {
        List<Evidence> named = new ArrayList<>();
        for (Story story : explanation.stories()) {
            story.counted().forEach(counted -> {
                named.add(counted.fact());
                named.addAll(counted.because());
            });
            story.leftOut().forEach(left -> named.add(left.fact()));
            named.addAll(story.context());
        }
        return named;
    }

    private void note(Explanation explanation) {
        note("cells", true);
        note("nothing to say", explanation.stories().isEmpty());
        note("failing", !explanation.failures().isEmpty());
        note(
                "terms found",
                explanation.value().arithmetic().contains(") = ")
                        || explanation.value().arithmetic().contains(" / "));
        for (Story story : explanation.stories()) {
            note("stories", true);
            note("stories without a key", story.key() == null);
            note("left out", !story.leftOut().isEmpty());
            note("context", !story.context().isEmpty());
            note(
                    "counted and left out",
                    !story.counted().isEmpty() && !story.leftOut().isEmpty());
            for (Counted counted : story.counted()) {
                note("counted", true);
                note("aside", counted.aside());
                note("of nobody", counted.rep() == null);
                note("outside of the cell", !counted.parts().contains(Part.CELL));
                note("with further facts", !counted.because().isEmpty());
                note(
                        "money converted",
                        counted.amounts().stream().anyMatch(a -> !a.added().equals(a.told())));
                for (Part part : Part.values()) {
                    note(part.name(), counted.parts().contains(part));
                }
            }
        }
        for (Explanation.Value value : explanation.values()) {
            note("figures", true);
            for (Reading reading : value.readings()) {
                note("lengths", reading.reading() instanceof Distribution lengths && lengths.size() > 0);
                note("money", reading.reading() instanceof MoneyTotal money && money.facts() > 0);
                note("working days", reading.measure() == null);
            }
        }
    }

    @Test
    void everyJudgedFactIsCountedOnceOrLeftOutOnceOverAllCells() {
        for (long seed = 0; seed < Tries.of(120); seed++) {
            Try one = Try.of(seed, true);
            Viewpoint from = one.looks.get(0);
            KpiLedger ledger = one.ledger();
            KpiReport report = ledger.report(from);
            Map<Watched, Map<String, Integer>> said = new HashMap<>();
            Map<Watched, SortedMap<String, Long>> leftOut = new HashMap<>();
            for (Place place : places(one, report)) {
                if (place.scope.equals(Scope.company())) {
                    Explanation explanation = place.explain(ledger, from);
                    count(explanation, said.computeIfAbsent(place.indicator, key -> new TreeMap<>()));
                    explanation
                            .leftOutByRule()
                            .forEach((rule, times) -> leftOut.computeIfAbsent(place.indicator, key -> new TreeMap<>())
                                    .merge(rule, times, Math::addExact));
                }
            }
            String name = "seed " + seed;
            for (Watched indicator : one.indicators) {
                Map<String, Integer> verdicts = said.getOrDefault(indicator, Map.of());
                indicator
                        .judged()
                        .forEach((fact, storylines) -> assertThat(verdicts.getOrDefault(fact, 0))
                                .as(name + " " + indicator.id() + " " + fact)
                                .isEqualTo(storylines));
                assertThat(leftOut.getOrDefault(indicator, new TreeMap<>()))
                        .as(name + " " + indicator.id())
                        .isEqualTo(report.leftOut().getOrDefault(indicator.id().toString(), new TreeMap<>()));
            }
        }
    }

    private static void count(Explanation explanation, Map<String, Integer> said) {
        for (Story story : explanation.stories()) {
            for (LeftOut left : story.leftOut()) {
                if (!left.aside()) {
                    said.merge(story.place() + " " + left.fact().id(), 1, Integer::sum);
                }
            }
            for (Counted counted : story.counted()) {
                boolean isHere =
                        counted.parts().contains(Part.CELL) || counted.parts().contains(Part.COMPANY);
                if (!counted.aside() && isHere) {
                    said.merge(story.place() + " " + counted.fact().id(), 1, Integer::sum);
                    counted.because().forEach(fact -> said.merge(story.place() + " " + fact.id(), 1, Integer::sum));
                }
            }
        }
    }

    @Test
    void aLedgerWithAPastExplainsAsAFreshOneDoes() {
        for (long seed = 0; seed < Tries.of(40); seed++) {
            Try one = Try.of(seed, false);
            KpiLedger ledger = one.ledger();
            for (Viewpoint from : one.looks) {
                KpiReport report = ledger.report(from);
                KpiLedger fresh = one.ledger();
                for (Place place : places(one, report)) {
                    assertThat(place.explain(ledger, from))
                            .as("seed " + seed + " " + place.indicator.id() + " " + place.scope + " " + place.period)
                            .isEqualTo(place.explain(fresh, from));
                }
                assertThat(ledger.report(from))
                        .as("seed " + seed)
                        .hasToString(fresh.report(from).toString());
            }
        }
    }
}
