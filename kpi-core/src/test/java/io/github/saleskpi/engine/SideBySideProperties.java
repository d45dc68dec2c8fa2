package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.engine.SideBySide.Difference;
import io.github.saleskpi.engine.SideBySide.Row;
import io.github.saleskpi.engine.SideBySide.Verdict;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.time.Viewpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Laws of variants held against each other over dense histories. */
class SideBySideProperties {
    private static final List<List<Indicator>> FAMILIES = List.of(family("response-time"), family("win-rate"));

    private final Map<String, Integer> census = new TreeMap<>();

    private static List<Indicator> family(String base) {
        return Indicators.all().stream()
                .filter(each ->
                        each.id().name().equals(base) || each.id().name().startsWith(base + "/"))
                .toList();
    }

    private void note(String situation, boolean occurred) {
        census.merge(situation, occurred ? 1 : 0, Integer::sum);
    }

    @Test
    void whereValuesDifferAFactDoesAndWhereNoFactDiffersTheValuesAreEqual() {
        for (long seed = 0; seed < Tries.of(360); seed++) {
            DenseHistory history = new DenseHistory(seed + 11_000_000);
            Question question = OddIndicators.question(seed + 11_000_000, history.start());
            List<SalesEvent> events = history.next(60 + new Chance(seed).below(60));
            Viewpoint from = new Viewpoints(seed, history.start(), question.calendar()).next(events);
            KpiLedger ledger = KpiEngine.of(Script.queryOf(question)).newLedger();
            events.forEach(ledger::add);
            List<Indicator> family = new ArrayList<>(new Chance(seed).of(FAMILIES));
            Collections.shuffle(family, new Chance(seed).random());
            List<Indicator> two = family.subList(0, 2);
            KpiQuery query =
                    Script.queryOf(question).toBuilder().indicators(two).build();
            String where =
                    "seed " + seed + " " + two.get(0).id() + " " + two.get(1).id() + " " + from;
            SideBySide sideBySide = ledger.sideBySide(query, from);
            for (Row row : sideBySide.rows()) {
                KpiReport report = ledger.report(query, from);
                for (KpiReport.Cell cell : report.cells()) {
                    if (cell.scope().equals(row.scope()) && cell.period().equals(row.period())) {
                        assertThat(row.values()
                                        .get(two.indexOf(cell.indicator()))
                                        .value())
                                .as(where)
                                .isEqualTo(cell.value());
                    }
                }
                boolean failed = row.values().toString().contains("FAILED");
                if (row.differences().isEmpty() && !failed) {
                    // what still waits is read off by another clock, from the same instant
                    assertThat(row.differs() && two.stream().noneMatch(SideBySideProperties::hasOwnClock))
                            .as(where + " " + row)
                            .isFalse();
                    note("other values by another clock", row.differs());
                }
                factsDiffer(where, ledger, sideBySide, row);
                note("rows", true);
                note("rows with other values", row.differs());
                note("rows alike", row.differences().isEmpty());
                note(
                        "other facts, same value",
                        !row.differs() && !row.differences().isEmpty());
            }
            assertThat(sideBySide.rows().stream()
                            .map(row -> row.scope() + " " + row.period())
                            .toList())
                    .as(where)
                    .containsExactlyElementsOf(ledger.report(query, from).cells().stream()
                            .map(cell -> cell.scope() + " " + cell.period())
                            .distinct()
                            .toList());
            swapped(
                    where,
                    sideBySide,
                    ledger.sideBySide(
                            query.toBuilder()
                                    .indicators(List.of(two.get(1), two.get(0)))
                                    .build(),
                            from));
        }
        System.out.println("Census of variants side by side: " + census);
        if (Tries.of(1) >= 1) {
            assertThat(census)
                    .allSatisfy((situation, times) ->
                            assertThat(times).as(situation).isGreaterThanOrEqualTo(10));
        }
    }

    private static boolean hasOwnClock(Indicator variant) {
        return variant.id().name().equals("response-time/working-time");
    }

    /** The facts named are just those of which the two explanations do not say the same. */
    private void factsDiffer(String where, KpiLedger ledger, SideBySide all, Row row) {
        List<SortedMap<String, Set<List<Object>>>> said = new ArrayList<>();
        for (Indicator variant : all.variants()) {
            said.add(said(ledger.explain(
                    all.query(), variant, variant.primary().name(), row.scope(), row.period(), all.viewpoint())));
        }
        SortedSet<String> facts = new TreeSet<>(said.get(0).keySet());
        facts.addAll(said.get(1).keySet());
        facts.removeIf(fact ->
                said.get(0).getOrDefault(fact, Set.of()).equals(said.get(1).getOrDefault(fact, Set.of())));
        SortedSet<String> named = new TreeSet<>();
        for (Difference difference : row.differences()) {
            named.add(difference.story() + " " + difference.event().id());
            for (List<Verdict> verdicts : difference.verdicts()) {
                note("not judged at all", verdicts.isEmpty());
                for (Verdict verdict : verdicts) {
                    note("counted here", verdict.isHere() && verdict.rule() == null);
                    note("left out here", verdict.isHere() && verdict.rule() != null);
                    note("counted elsewhere", !verdict.isHere() && verdict.rule() == null);
                    note("left out elsewhere", !verdict.isHere() && verdict.rule() != null);
                    assertThat(verdict.parts().contains(Part.CELL)
                                    && !verdict.period().equals(row.period()))
                            .as(where)
                            .isFalse();
                }
            }
        }
        assertThat(named).as(where + " " + row.scope() + " " + row.period()).isEqualTo(facts);
    }

    private static SortedMap<String, Set<List<Object>>> said(Explanation explanation) {
        SortedMap<String, Set<List<Object>>> said = new TreeMap<>();
        for (Explanation.Story story : explanation.stories()) {
            story.counted()
                    .forEach(counted -> said.computeIfAbsent(
                                    story.place() + " " + counted.fact().id(), key -> new HashSet<>())
                            .add(Arrays.asList(
                                    counted.rep(),
                                    counted.parts(),
                                    counted.decidedAt().date().getMonth(),
                                    counted.amounts().stream()
                                            .map(amount ->
                                                    List.of(amount.measure().name(), amount.added()))
                                            .toList())));
            story.leftOut().stream()
                    .filter(left -> !left.aside())
                    .forEach(left -> said.computeIfAbsent(
                                    story.place() + " " + left.fact().id(), key -> new HashSet<>())
                            .add(Arrays.asList(left.rep(), left.rule().name())));
        }
        return said;
    }

    private static void swapped(String where, SideBySide one, SideBySide other) {
        assertThat(other.rows()).as(where).hasSameSizeAs(one.rows());
        for (int i = 0; i < one.rows().size(); i++) {
            Row row = one.rows().get(i);
            Row turned = other.rows().get(i);
            assertThat(turned.scope()).as(where).isEqualTo(row.scope());
            assertThat(turned.period()).as(where).isEqualTo(row.period());
            assertThat(turned.values())
                    .as(where)
                    .containsExactly(row.values().get(1), row.values().get(0));
            assertThat(turned.differences())
                    .as(where)
                    .isEqualTo(row.differences().stream()
                            .map(each -> new Difference(
                                    each.story(),
                                    each.event(),
                                    List.of(
                                            each.verdicts().get(1),
                                            each.verdicts().get(0))))
                            .toList());
        }
    }
}
