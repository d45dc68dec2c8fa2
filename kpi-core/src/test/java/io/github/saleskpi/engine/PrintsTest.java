package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What doors write in arrays that they share. */
class PrintsTest {
    private record Print(long print, int event) {}

    @Test
    void fingerprintsAndRowsOfAllListsStandAsTheyWereWrittenThoughTheyShareArrays() {
        Random random = new Random(7);
        Slab slab = new Slab();
        List<Prints> lists = new ArrayList<>();
        List<List<Print>> expected = new ArrayList<>();
        List<Pages> pages = new ArrayList<>();
        List<List<Long>> times = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lists.add(new Prints(slab));
            expected.add(new ArrayList<>());
            pages.add(new Pages(slab));
            times.add(new ArrayList<>());
        }
        PackedKey key = new PackedKey();
        for (int i = 0; i < 400_000; i++) {
            int to = random.nextInt(1 + random.nextInt(40));
            Print print = new Print(random.nextLong(), random.nextInt() >>> random.nextInt(31));
            lists.get(to).add(print.print(), print.event());
            expected.get(to).add(print);
            key.pack("k" + i);
            long time = random.nextLong();
            pages.get(to).next().add(key, time, 0, i, 0);
            times.get(to).add(time >> 1);
        }
        for (int to = 0; to < 40; to++) {
            List<Print> there = new ArrayList<>();
            for (int i = 0; i < lists.get(to).size(); i++) {
                there.add(new Print(lists.get(to).print(i), lists.get(to).event(i)));
            }
            assertThat(there).isEqualTo(expected.get(to)).hasSizeGreaterThan(256);
            List<Long> seconds = new ArrayList<>();
            for (Notes page : pages.get(to).all()) {
                for (int row = 0; row < page.size(); row++) {
                    seconds.add(page.second(row));
                }
            }
            assertThat(seconds).isEqualTo(times.get(to));
        }
    }

    @Test
    void aNewListIsEmpty() {
        assertThat(new Prints(new Slab()).size()).isZero();
    }
}
