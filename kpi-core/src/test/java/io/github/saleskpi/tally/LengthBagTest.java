package io.github.saleskpi.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LengthBagTest {
    @Test
    void itHoldsWhatAListWouldHold() {
        Random random = new Random(20260721);
        for (int round = 0; round < 300; round++) {
            LengthBag bag = new LengthBag();
            List<Long> list = new ArrayList<>();
            for (int step = 0; step < 200; step++) {
                long value = random.nextInt(12);
                if (random.nextInt(3) > 0) {
                    bag.add(value, 1);
                    list.add(value);
                } else if (list.remove(value)) {
                    bag.add(value, -1);
                }
                if (random.nextInt(40) == 0) {
                    assertThat(bag.sorted())
                            .containsExactly(list.stream()
                                    .mapToLong(Long::longValue)
                                    .sorted()
                                    .toArray());
                }
            }
        }
    }

    @Test
    void whatWasHandedOutIsNeverWrittenAgain() {
        LengthBag bag = new LengthBag();
        bag.add(3, 1);
        bag.add(9, 2);
        long[] first = bag.sorted();
        bag.add(1, 1);
        bag.add(9, -1);
        long[] second = bag.sorted();
        bag.add(3, -1);
        assertThat(bag.sorted()).containsExactly(1, 9);
        assertThat(second).containsExactly(1, 3, 9);
        assertThat(first).containsExactly(3, 9, 9);
    }

    @Test
    void whatWasTakenBackTooSoonIsKeptUntilItIsAdded() {
        LengthBag bag = new LengthBag();
        bag.add(5, -2);
        bag.add(4, 1);
        bag.add(6, 1);
        assertThatThrownBy(bag::sorted).isInstanceOf(IllegalStateException.class);
        bag.add(5, 1);
        assertThatThrownBy(bag::sorted).isInstanceOf(IllegalStateException.class);
        LengthBag rest = new LengthBag();
        rest.add(5, 2);
        rest.addAll(bag);
        assertThat(rest.sorted()).containsExactly(4, 5, 6);
    }

    @Test
    void aLongLifeTakesNoMoreMemoryThanWhatIsHeld() throws ReflectiveOperationException {
        LengthBag bag = new LengthBag();
        bag.add(-1, 1000);
        for (int i = 0; i < 1_000_000; i++) {
            bag.add(i & 7, 1);
            bag.add(i & 7, -1);
        }
        assertThat(room(bag, "added")).isLessThan(3000);
        assertThat(room(bag, "takenBack")).isLessThan(1000);
        assertThat(bag.sorted()).hasSize(1000);
        assertThat(room(bag, "added")).isEqualTo(1000);
        assertThat(room(bag, "takenBack")).isZero();
        bag.add(-1, -999);
        assertThat(bag.sorted()).hasSize(1);
        assertThat(room(bag, "added")).isEqualTo(1);
    }

    @Test
    void growingTakesNoMoreRoomThanHalfAsMuchAgain() throws ReflectiveOperationException {
        LengthBag bag = new LengthBag();
        for (int i = 0; i < 100_000; i++) {
            bag.add(i, 1);
            assertThat(room(bag, "added")).isLessThanOrEqualTo((i + 1) * 3 / 2 + 2);
        }
        assertThat(room(bag, "takenBack")).isZero();
        bag.add(7, 0);
        assertThat(bag.sorted()).hasSize(100_000);
    }

    private static int room(LengthBag bag, String array) throws ReflectiveOperationException {
        Field field = LengthBag.class.getDeclaredField(array);
        field.setAccessible(true);
        return Array.getLength(field.get(bag));
    }
}
