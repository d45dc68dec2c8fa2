package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The numbers of reps. */
class RepsTest {
    @Test
    void aRepHasTheNumberOfItsFirstComingHoweverManyCome() {
        Reps reps = new Reps();
        Random random = new Random(2026);
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            String rep = "r" + random.nextInt(1 + random.nextInt(1 + i / 5));
            int number = reps.numberOf(rep);
            expected.putIfAbsent(rep, expected.size() + 1);
            assertThat(number).isEqualTo(expected.get(rep));
            assertThat(reps.name(number)).isEqualTo(rep);
        }
        assertThat(expected).hasSizeGreaterThan(5_000);
        assertThat(reps.numberOf(null)).isEqualTo(Notes.NOBODY);
        assertThat(reps.name(Notes.NOBODY)).isNull();
    }

    @Test
    void repsOfOneHashHaveNumbersOfTheirOwn() {
        Reps reps = new Reps();
        assertThat(reps.numberOf("Aa")).isEqualTo(1);
        assertThat(reps.numberOf("BB")).isEqualTo(2);
        assertThat(reps.numberOf("Aa")).isEqualTo(1);
        assertThat(reps.numberOf(new String("BB"))).isEqualTo(2);
    }

    @Test
    void ofTooManyRepsTheLastHaveNoNumbers() {
        Reps reps = new Reps();
        for (int i = 1; i < Notes.REP_ASKED; i++) {
            assertThat(reps.numberOf("r" + i)).isEqualTo(i);
        }
        for (int time = 0; time < 2; time++) {
            assertThat(reps.numberOf("one more")).isEqualTo(Notes.REP_ASKED);
            assertThat(reps.numberOf("r1")).isEqualTo(1);
            assertThat(reps.numberOf("r65534")).isEqualTo(65_534);
        }
    }

    @Test
    void thoseOfAnotherAreKnownUnderNumbersHere() {
        Reps here = new Reps();
        here.numberOf("ann");
        here.numberOf("bob");
        Reps there = new Reps();
        there.numberOf("bob");
        there.numberOf("cid");
        assertThat(here.addAll(there)).containsExactly(Notes.NOBODY, 2, 3);
        assertThat(here.name(3)).isEqualTo("cid");
    }

    @Test
    void aReportOfMoreRepsThanHaveNumbersHasARowForEach() {
        List<SalesEvent> events = new ArrayList<>();
        int number = Notes.REP_ASKED + 500;
        for (int i = 0; i < number; i++) {
            Header header = BatchTest.header("e" + i, 1).withRep("rep " + i);
            events.add(CallEnded.of(header, "c" + i, CallDirection.INBOUND));
        }
        Indicator calls = Counting.of("calls", Subject.ALONE, event -> true);
        KpiEngine engine = KpiEngine.of(
                KpiQuery.builder().indicators(calls).groupBy(Dimension.REP).build());
        Period march = Period.month(2026, 3);
        EventColumns columns = EventColumns.builder().addAll(events).build();
        for (KpiReport report : List.of(
                engine.report(columns, BatchTest.FROM),
                events.stream().collect(engine.collector(BatchTest.FROM)),
                events.parallelStream().collect(engine.collector(BatchTest.FROM)))) {
            for (int i = 0; i < number; i += i < Notes.REP_ASKED - 10 ? 997 : 1) {
                assertThat(report.value(calls, Scope.rep("rep " + i), march)).isEqualTo(KpiValue.count(1));
            }
            assertThat(report.value(calls, Scope.company(), march)).isEqualTo(KpiValue.count(number));
        }
    }
}
