package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contribution;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contributions that are made at the same time. */
class AddingTest {
    private static final Measure<Long, Long> NUMBERS = Measure.count("numbers");

    /** Begins a contribution for each call of a person, and only then adds to them, the last first, the number of its id. */
    private static final class AtOnce implements Indicator, Storyline<AtOnce.Role> {
        enum Role {
            CALL
        }

        @Override
        public IndicatorId id() {
            return IndicatorId.of("at-once", 1);
        }

        @Override
        public List<Storyline<?>> storylines() {
            return List.of(this);
        }

        @Override
        public List<Figure> figures() {
            return List.of(new Figure(
                    "at-once", Unit.COUNT, Direction.NEUTRAL, "", totals -> KpiValue.count(totals.of(NUMBERS))));
        }

        @Override
        public Subject subject() {
            return Subject.PERSON;
        }

        @Override
        public @Nullable Role role(SalesEvent event) {
            return event instanceof CallEnded ? Role.CALL : null;
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            List<Contribution> begun = new ArrayList<>();
            for (Fact<Role> fact : story.facts()) {
                begun.add(out.credit(fact.rep(), fact));
            }
            for (int i = begun.size() - 1; i >= 0; i--) {
                begun.get(i).add(NUMBERS, Long.parseLong(story.facts().get(i).id()));
            }
        }
    }

    @Test
    void contributionsThatAreMadeAtTheSameTimeKeepToTheirOwnReps() {
        List<SalesEvent> events = new ArrayList<>();
        long[] expected = new long[5];
        for (int i = 0; i < 3_000; i++) {
            String person = i % 3 == 0 ? "hub" : "p" + i % 29 * i % 31;
            events.add(CallEnded.of(BatchTest.header(Integer.toString(i), i), "c" + i, CallDirection.OUTBOUND)
                    .withPersonId(person));
            expected[i % 5] += i;
        }
        AtOnce indicator = new AtOnce();
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(indicator)
                .groupBy(Dimension.REP)
                .every(Granularity.YEAR)
                .build());
        EventColumns columns = EventColumns.builder().addAll(events).build();
        KpiLedger ledger = engine.newLedger();
        events.forEach(ledger::add);
        for (KpiReport report : List.of(
                ledger.report(BatchTest.FROM),
                events.stream().collect(engine.collector(BatchTest.FROM)),
                engine.report(columns, BatchTest.FROM))) {
            for (int rep = 0; rep < expected.length; rep++) {
                assertThat(report.value(indicator, Scope.rep("r" + rep), Period.year(2026)))
                        .isEqualTo(KpiValue.count(expected[rep]));
            }
        }
    }
}
