package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the sums of a rep are found. */
class SlotsTest {
    @Test
    void whatWasPutIsFoundAndNothingElse() {
        Slots slots = new Slots(3);
        Map<Integer, Integer> expected = new HashMap<>();
        int[] periods = {5, 0, 40, 6, 5};
        int[] storylines = {1, 0, 2, 0, 2};
        for (int i = 0; i < periods.length; i++) {
            slots.put(periods[i], storylines[i], 1_000 * i, leaf(periods[i]));
            expected.put(3 * periods[i] + storylines[i], 1_000 * i);
        }
        for (int period = 0; period < 60; period++) {
            for (int storyline = 0; storyline < 3; storyline++) {
                int slot = slots.get(period, storyline);
                Integer number = expected.get(3 * period + storyline);
                if (number == null) {
                    assertThat(slot).isEqualTo(Slots.NONE);
                } else {
                    assertThat(Slots.numberOf(slot)).isEqualTo(number);
                    assertThat(Slots.bitOf(slot)).isEqualTo(leaf(period).bit());
                    assertThat(slots.leaf(period)).isEqualTo(leaf(period));
                }
            }
        }
    }

    @Test
    void aNumberThatDoesNotFitIsNotPut() {
        Slots slots = new Slots(1);
        int last = Integer.MAX_VALUE >>> 6;
        slots.put(0, 0, last + 1, leaf(0));
        assertThat(slots.get(0, 0)).isEqualTo(Slots.NONE);
        slots.put(0, 0, last, leaf(0));
        assertThat(Slots.numberOf(slots.get(0, 0))).isEqualTo(last);
        assertThat(Slots.bitOf(slots.get(0, 0))).isEqualTo(leaf(0).bit());
    }

    private static Leaf leaf(int period) {
        return new Leaf(null, false, "rep " + period, new String[0]);
    }
}
