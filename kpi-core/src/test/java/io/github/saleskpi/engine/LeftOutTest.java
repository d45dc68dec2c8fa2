package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.indicator.Subject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Facts left out are counted again where something changed, and nowhere else. */
class LeftOutTest {
    private static final Rule LATE = new Rule("late", "came late");

    private final Indicator indicator = Counting.of("calls", Subject.ALONE, event -> true);
    private final KpiQuery query = KpiQuery.builder().indicators(indicator).build();
    private final LeftOut leftOut = new LeftOut(query, new Cells(query, new Storylines(query).all(), null));
    private final Counts counts = new Counts();
    private final List<Sum> sums = new ArrayList<>();
    private final BitSet first = BitSet.valueOf(new long[] {1});

    private static Leaf leaf(int number) {
        return new Leaf(null, false, "rep " + number, new String[0]);
    }

    private void add(int number) {
        Sum sum = new Sum(counts);
        sum.leaveOut(LATE, 1);
        sums.add(sum);
        leftOut.add(leaf(number), new Sum[] {sum});
    }

    private long total() {
        return leftOut.total().get("calls@1").get("late");
    }

    @Test
    void allLeavesAreCountedHoweverManyCome() {
        for (int number = 0; number < 2_000; number++) {
            add(number);
            if (number % 17 == 0) {
                assertThat(total()).isEqualTo(number + 1);
            }
        }
        for (int number = 0; number < 2_000; number += 13) {
            sums.get(number).leaveOut(LATE, 5);
            long before = total();
            leftOut.touch(leaf(number), first);
            assertThat(total()).as("leaf %s", number).isGreaterThanOrEqualTo(before);
        }
        for (int number = 0; number < 2_000; number++) {
            leftOut.touch(leaf(number), first);
        }
        assertThat(total()).isEqualTo(2_000 + 5 * 154);
    }

    @Test
    void ofALeafThatChangedAFewOthersAreCountedAgain() {
        for (int number = 0; number < 2_000; number++) {
            add(number);
        }
        assertThat(total()).isEqualTo(2_000);
        sums.forEach(sum -> sum.leaveOut(LATE, 1));
        leftOut.touch(leaf(7), first);
        assertThat(total()).isBetween(2_001L, 2_300L);
    }
}
