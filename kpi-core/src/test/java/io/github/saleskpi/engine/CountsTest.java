package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.tally.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers of many sums side by side. */
class CountsTest {
    private static final List<Measure<Long, Long>> MEASURES = IntStream.range(0, 40)
            .mapToObj(number -> Measure.count("measure " + number))
            .toList();

    @Test
    void numbersStayWhereTheyAreWhenMeasuresAndSumsAreAdded() {
        Counts counts = new Counts();
        for (int round = 0; round < MEASURES.size(); round++) {
            Sum added = new Sum(counts);
            assertThat(added.number()).isEqualTo(round);
            assertThat(counts.sum(round)).isSameAs(added);
            for (int sum = 0; sum <= round; sum++) {
                counts.add(sum, counts.of(MEASURES.get(round)), 100L * sum + round);
                counts.sum(sum).count(1);
            }
        }
        assertThat(counts.places()).isEqualTo(MEASURES.size() + Counts.FIRST);
        for (int sum = 0; sum < MEASURES.size(); sum++) {
            for (int round = 0; round < MEASURES.size(); round++) {
                long expected = round < sum ? 0 : 100L * sum + round;
                assertThat(counts.get(sum, counts.find(MEASURES.get(round)))).isEqualTo(expected);
            }
            assertThat(counts.sum(sum).counted()).isEqualTo(MEASURES.size() - sum);
        }
    }

    @Test
    void numbersThatDoNotFitIntoAnIntAreExactAndSoAreAllOthers() {
        for (long large : new long[] {1L << 31, -(1L << 31) - 1, 1L << 40, Long.MIN_VALUE}) {
            Counts counts = new Counts();
            for (int sum = 0; sum < 20; sum++) {
                counts.add(new Sum(counts).number(), Counts.COUNTED, Integer.MAX_VALUE - sum);
                counts.add(sum, Counts.LINES, Integer.MIN_VALUE + sum);
            }
            counts.add(3, Counts.FIRST, large);
            counts.add(0, Counts.COUNTED, 1);
            counts.add(0, Counts.LINES, -1);
            new Sum(counts);
            for (int sum = 1; sum < 20; sum++) {
                assertThat(counts.get(sum, Counts.COUNTED)).isEqualTo(Integer.MAX_VALUE - sum);
                assertThat(counts.get(sum, Counts.LINES)).isEqualTo(Integer.MIN_VALUE + sum);
                assertThat(counts.get(sum, Counts.FIRST)).isEqualTo(sum == 3 ? large : 0);
            }
            assertThat(counts.get(0, Counts.COUNTED)).isEqualTo(1L << 31);
            assertThat(counts.get(0, Counts.LINES)).isEqualTo(-(1L << 31) - 1);
        }
    }

    @Test
    void eachMeasureAndRuleKeepsItsPlaceInWhateverOrderTheyCome() {
        Random random = new Random(2026);
        for (int round = 0; round < 200; round++) {
            Counts counts = new Counts();
            List<Object> met = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                int number = random.nextInt(1 + random.nextInt(12));
                Object thing = random.nextBoolean() ? MEASURES.get(number) : new Rule("rule-" + number, "says so");
                int place = thing instanceof Rule rule ? counts.of(rule) : counts.of((Measure<?, ?>) thing);
                if (!met.contains(thing)) {
                    met.add(thing);
                }
                assertThat(place).isEqualTo(Counts.FIRST + met.indexOf(thing));
                assertThat(counts.met(place)).isEqualTo(thing);
            }
            assertThat(counts.places()).isEqualTo(Counts.FIRST + met.size());
        }
    }

    @Test
    void equalRulesHaveOnePlaceAndMeasuresOneEach() {
        Counts counts = new Counts();
        int place = counts.of(new Rule("late", "came late"));
        assertThat(counts.of(new Rule("late", "came late"))).isEqualTo(place);
        assertThat(counts.of(new Rule("early", "came early"))).isEqualTo(place + 1);
        assertThat(counts.find(MEASURES.get(0))).isEqualTo(-1);
        assertThat(counts.of(MEASURES.get(0))).isEqualTo(place + 2);
        assertThat(counts.of(Measure.count("measure 0"))).isEqualTo(place + 3);
        assertThat(counts.find(MEASURES.get(0))).isEqualTo(place + 2);
    }

    @Test
    void whatGoesBeyondALongIsNotAdded() {
        Counts counts = new Counts();
        int sum = new Sum(counts).number();
        counts.add(sum, Counts.COUNTED, Long.MAX_VALUE);
        assertThatThrownBy(() -> counts.add(sum, Counts.COUNTED, 1)).isInstanceOf(ArithmeticException.class);
        assertThat(counts.get(sum, Counts.COUNTED)).isEqualTo(Long.MAX_VALUE);
    }
}
