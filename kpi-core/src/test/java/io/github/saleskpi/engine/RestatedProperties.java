package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.Restated.Cause;
import io.github.saleskpi.engine.Restated.Change;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.oracle.DenseHistory;
import io.github.saleskpi.oracle.OddIndicators;
import io.github.saleskpi.oracle.Question;
import io.github.saleskpi.oracle.Viewpoints;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Laws of differences over dense histories: what is said to differ does, nothing else does, and events explain it. */
class RestatedProperties {
    private final Map<String, Integer> census = new TreeMap<>();

    @Test
    void whatIsRestatedIsTheDifferenceOfTwoReportsAndItsCausesStandOtherwise() {
        for (long seed = 0; seed < Tries.of(120); seed++) {
            DenseHistory history = new DenseHistory(seed + 9_000_000);
            Question question = OddIndicators.question(seed + 9_000_000, history.start());
            List<SalesEvent> events = history.next(40 + new Chance(seed).below(60));
            Viewpoints viewpoints = new Viewpoints(seed, history.start(), question.calendar());
            KpiLedger ledger = ledger(question, events);
            for (int look = 0; look < 3; look++) {
                Viewpoint before = viewpoints.next(events);
                Viewpoint after = new Chance(seed + look).percent(50)
                        ? before.withKnownAt(viewpoints.next(events).knownAt())
                        : viewpoints.next(events);
                Restated restated = ledger.restated(before, after);
                String where = "seed " + seed + ", " + before + " to " + after;
                assertThat(told(restated))
                        .as(where)
                        .isEqualTo(difference(
                                ledger(question, events).report(before),
                                ledger(question, events).report(after)));
                causesStandOtherwise(restated, events, where);
                boolean sameTime = before.asOf().equals(after.asOf());
                restated.changes().forEach(change -> {
                    note("changes", true);
                    note("without a cause", change.causes().isEmpty());
                    // the clock stands still, so only events can have made the difference; failures may hide them
                    assertThat(sameTime && change.causes().isEmpty() && !isFailed(change))
                            .as(where + " " + change)
                            .isFalse();
                });
                assertThat(ledger.report(after))
                        .as(where)
                        .hasToString(ledger(question, events).report(after).toString());
            }
        }
        System.out.println("Census of differences: " + census);
        if (Tries.of(1) >= 1) {
            assertThat(census)
                    .allSatisfy((situation, times) ->
                            assertThat(times).as(situation).isGreaterThanOrEqualTo(10));
        }
    }

    private static KpiLedger ledger(Question question, List<SalesEvent> events) {
        KpiLedger ledger = KpiEngine.of(Script.queryOf(question)).newLedger();
        events.forEach(ledger::add);
        return ledger;
    }

    private static boolean isFailed(Change change) {
        return change.differences().stream().anyMatch(each -> (each.before() + " " + each.after()).contains("FAILED"));
    }

    private static Map<String, String> told(Restated restated) {
        Map<String, String> told = new TreeMap<>();
        for (Change change : restated.changes()) {
            change.differences()
                    .forEach(each -> told.put(
                            change.scope() + " " + change.period() + " "
                                    + change.indicator().id() + " "
                                    + each.figure().name(),
                            each.before() + " -> " + each.after()));
        }
        return told;
    }

    /** By the cells of either report alone. */
    private static Map<String, String> difference(KpiReport before, KpiReport after) {
        Map<String, String> difference = new TreeMap<>();
        for (KpiReport report : List.of(before, after)) {
            for (KpiReport.Cell cell : report.cells()) {
                Indicator indicator = cell.indicator();
                for (Figure figure : indicator.figures()) {
                    String then = before.value(indicator, figure.name(), cell.scope(), cell.period())
                            .toString();
                    String now = after.value(indicator, figure.name(), cell.scope(), cell.period())
                            .toString();
                    if (!then.equals(now)) {
                        difference.put(
                                cell.scope() + " " + cell.period() + " " + indicator.id() + " " + figure.name(),
                                then + " -> " + now);
                    }
                }
            }
        }
        return difference;
    }

    /** Each cause is a version added, stands in one of the two as given, and differently in the other. */
    private void causesStandOtherwise(Restated restated, List<SalesEvent> events, String where) {
        for (Change change : restated.changes()) {
            for (Cause cause : change.causes()) {
                assertThat(cause.before()).as(where).isNotSameAs(cause.after());
                stands(cause.before(), restated.before(), events, where);
                stands(cause.after(), restated.after(), events, where);
                note("event that came", cause.before() == null);
                note("event that went", cause.after() == null);
                note("event in another version", cause.before() != null && cause.after() != null);
                note("retraction", cause.event() instanceof EventRetracted);
                note("merge", cause.event() instanceof IdentityMerged);
            }
            assertThat(new TreeSet<>(change.causes().stream()
                            .map(cause -> cause.event().id())
                            .toList()))
                    .as(where)
                    .hasSameSizeAs(change.causes());
        }
    }

    private static void stands(@Nullable SalesEvent event, Viewpoint view, List<SalesEvent> events, String where) {
        if (event != null) {
            Instant knownAt = view.knownAt();
            assertThat(event.recordedAt()).as(where).isBeforeOrEqualTo(knownAt);
            assertThat(events).as(where).contains(event);
            assertThat(events.stream()
                            .filter(other -> other.id().equals(event.id()))
                            .filter(other -> !other.recordedAt().isAfter(knownAt)))
                    .as(where)
                    .noneMatch(other -> other.recordedAt().isAfter(event.recordedAt()));
        }
    }

    private void note(String situation, boolean occurred) {
        census.merge(situation, occurred ? 1 : 0, Integer::sum);
    }
}
