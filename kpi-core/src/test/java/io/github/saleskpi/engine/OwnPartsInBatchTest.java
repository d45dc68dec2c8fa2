package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A batch tells what a ledger does, also with events, subjects, storylines and tallies of somebody's own. */
class OwnPartsInBatchTest {
    @Test
    void anEventThatNamesKeysOfOneFingerprintIsInTheStoryOfEachOnce() {
        Subject topic = Subject.of(
                "topic", event -> List.copyOf(event.header().attributes().values()));
        Indicator indicator = Counting.of("topics", topic, event -> true);
        List<SalesEvent> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Header header = BatchTest.header("e" + i, i)
                    .withAttribute("first", Forged.text(i % 5, BatchTest.PRINT))
                    .withAttribute("second", Forged.text((i + 1) % 5, BatchTest.PRINT))
                    .withAttribute("third", Forged.text(i % 5, BatchTest.PRINT));
            events.add(CallEnded.of(header, "c" + i, CallDirection.INBOUND));
        }
        KpiEngine engine = KpiEngine.of(KpiQuery.builder().indicators(indicator).build());
        EventColumns columns = EventColumns.builder().addAll(events).build();
        assertThat(List.of(
                        events.stream().collect(engine.collector(BatchTest.FROM)),
                        engine.report(columns, BatchTest.FROM)))
                .extracting(report -> report.value(indicator, Scope.company(), Period.month(2026, 3)))
                .containsOnly(KpiValue.count(40));
    }

    /** An event of somebody's own that is not what its header says, and has no person to tell. */
    private record Odd(Header header, Instant occurredAt, Instant recordedAt, Actor actor) implements CustomSalesEvent {
        @Override
        public String type() {
            return "odd";
        }

        @Override
        public String personId() {
            throw new IllegalStateException("nobody");
        }

        @Override
        public Map<String, Object> details() {
            return Map.of();
        }
    }

    @Test
    void anEventOfOnesOwnIsAskedItselfAndAloneWhereItFails() {
        Indicator odd = Counting.of("odd", Subject.PERSON, event -> event instanceof Odd);
        KpiEngine engine = KpiEngine.of(
                KpiQuery.builder().indicators(odd).groupBy(Dimension.REP).build());
        Instant april = Instant.parse("2026-04-05T10:00:00Z");
        List<SalesEvent> events = List.of(
                new Odd(BatchTest.header("e1", 1), april, april, Actor.rep("other")),
                new Odd(BatchTest.header("e2", 2), Instant.parse("2026-06-01T00:00:00Z"), april, Actor.rep("other")));
        KpiLedger ledger = engine.newLedger();
        events.forEach(ledger::add);
        KpiReport report = events.stream().collect(engine.collector(BatchTest.FROM));
        assertThat(report).hasToString(ledger.report(BatchTest.FROM).toString());
        assertThat(report.value(odd, Scope.rep("other"), Period.month(2026, 4))).isEqualTo(KpiValue.count(1));
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void aRoleThatReadsMoreThanTheKindIsAskedOfEachEvent() {
        List<Indicator> several = IntStream.range(2, 8)
                .mapToObj(nth -> (Indicator) Counting.of("every" + nth, Subject.PERSON, event -> {
                    int digit = event.id().charAt(event.id().length() - 1) - '0';
                    return digit % nth == 0;
                }))
                .toList();
        KpiEngine engine = KpiEngine.of(KpiQuery.builder().indicators(several).build());
        List<SalesEvent> events = IntStream.range(0, 10)
                .mapToObj(i -> (SalesEvent) CallEnded.of(BatchTest.header("e" + i, i), "c", CallDirection.OUTBOUND)
                        .withPersonId("p" + i % 2))
                .toList();
        KpiReport ofColumns =
                engine.report(EventColumns.builder().addAll(events).build(), BatchTest.FROM);
        KpiReport ofObjects = events.stream().collect(engine.collector(BatchTest.FROM));
        List<Integer> numbers = List.of(5, 4, 3, 2, 2, 2);
        for (int i = 0; i < numbers.size(); i++) {
            Indicator every = several.get(i);
            assertThat(List.of(ofColumns, ofObjects))
                    .extracting(report -> report.value(every, Scope.company(), Period.month(2026, 3)))
                    .containsOnly(KpiValue.count(numbers.get(i)));
        }
    }

    /** Adds up, and cannot be merged. */
    private static final class Lone implements Tally<Long, Long> {
        private long sum;

        @Override
        public void add(Long amount, long times) {
            sum += amount * times;
        }

        @Override
        public void merge(Tally<Long, Long> other) {
            throw new IllegalStateException("alone");
        }

        @Override
        public Long read(Viewpoint view) {
            return sum;
        }
    }

    @Test
    void aTallyThatCannotBeMergedSpoilsNothingButWhatMustBeMerged() {
        Measure<Long, Long> lone = Measure.of("lone", Lone::new);
        Indicator own = new Counting(
                "lone", Subject.ALONE, CallEnded.class::isInstance, lone, totals -> KpiValue.count(totals.of(lone)));
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(own, Indicators.RESPONSE_TIME)
                .groupBy(Dimension.REP)
                .build());
        List<SalesEvent> events = BatchTest.history(3_000, number -> "k" + number);
        KpiLedger ledger = engine.newLedger();
        events.forEach(ledger::add);
        assertThat(BatchTest.inParts(engine, events))
                .hasToString(ledger.report(BatchTest.FROM).toString());
    }
}
