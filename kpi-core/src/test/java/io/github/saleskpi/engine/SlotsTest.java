package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where the sums of reps are found. */
class SlotsTest {
    private static final int[] REPS = {0, 1, 7, 300, 1, 0, 7};
    private static final int[] PERIODS = {5, 0, 40, 6, 5, 1_000, 41};
    private static final int[] STORYLINES = {1, 0, 2, 0, 2, 1, 0};

    @Test
    void whatWasPutIsFoundAndNothingElse() {
        Slots slots = new Slots(3);
        Map<List<Integer>, Integer> expected = new HashMap<>();
        Set<List<Integer>> leaves = new HashSet<>();
        for (int i = 0; i < REPS.length; i++) {
            slots.put(REPS[i], PERIODS[i], STORYLINES[i], 1_000 * i, leaf(REPS[i], PERIODS[i]));
            expected.put(List.of(REPS[i], PERIODS[i], STORYLINES[i]), 1_000 * i);
            leaves.add(List.of(REPS[i], PERIODS[i]));
            expected.forEach(
                    (place, number) -> assertThat(Slots.numberOf(slots.get(place.get(0), place.get(1), place.get(2))))
                            .isEqualTo(number));
        }
        for (int rep : new int[] {0, 1, 2, 7, 8, 299, 300, 301, 65_535}) {
            for (int period = 0; period < 2_100; period++) {
                Leaf leaf = leaves.contains(List.of(rep, period)) ? leaf(rep, period) : null;
                assertThat(slots.leaf(rep, period)).isEqualTo(leaf);
                for (int storyline = 0; storyline < 3; storyline++) {
                    int slot = slots.get(rep, period, storyline);
                    Integer number = expected.get(List.of(rep, period, storyline));
                    assertThat(slot == Slots.NONE ? null : Slots.numberOf(slot)).isEqualTo(number);
                    if (number != null) {
                        assertThat(Slots.bitOf(slot))
                                .isEqualTo(leaf(rep, period).bit());
                    }
                }
            }
        }
    }

    @Test
    void aNumberThatDoesNotFitIsNotPut() {
        Slots slots = new Slots(1);
        int last = Integer.MAX_VALUE >>> 6;
        slots.put(0, 0, 0, last + 1, leaf(0, 0));
        assertThat(slots.get(0, 0, 0)).isEqualTo(Slots.NONE);
        slots.put(0, 0, 0, last, leaf(0, 0));
        assertThat(Slots.numberOf(slots.get(0, 0, 0))).isEqualTo(last);
        assertThat(Slots.bitOf(slots.get(0, 0, 0))).isEqualTo(leaf(0, 0).bit());
    }

    @Test
    void whatWouldMakeThemTooLongIsNotPutAndNothingElseIsLost() {
        Slots slots = new Slots(3);
        slots.put(0, 320_000, 0, 7, leaf(0, 320_000));
        for (int rep : new int[] {60_000, 65_535}) {
            slots.put(rep, 0, 1, 8, leaf(rep, 0));
            assertThat(slots.get(rep, 0, 1)).isEqualTo(Slots.NONE);
            assertThat(slots.leaf(rep, 0)).isNull();
        }
        slots.put(1, 0, 0, 9, leaf(1, 0));
        slots.put(65_535, Integer.MAX_VALUE, 0, 9, leaf(1, 0));
        assertThat(slots.get(65_535, Integer.MAX_VALUE, 0)).isEqualTo(Slots.NONE);
        assertThat(Slots.numberOf(slots.get(0, 320_000, 0))).isEqualTo(7);
        assertThat(Slots.numberOf(slots.get(1, 0, 0))).isEqualTo(9);
    }

    private static Leaf leaf(int rep, int period) {
        return new Leaf(null, false, "rep " + rep + " in " + period, new String[0]);
    }
}
