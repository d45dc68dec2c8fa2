package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Storyline;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which indicators can be read in threads of their own. */
class UnrelatedTest {
    private static List<Set<Indicator>> parts(List<? extends Indicator> indicators) {
        KpiQuery query = KpiQuery.builder().indicators(indicators).build();
        List<Set<Indicator>> named = new ArrayList<>();
        for (BitSet part : Unrelated.parts(query, new Cells(query, new Storylines(query).all(), null))) {
            Set<Indicator> names = new LinkedHashSet<>();
            part.stream().forEach(number -> names.add(query.indicators().get(number)));
            named.add(names);
        }
        return named;
    }

    @Test
    void indicatorsThatReadOneStorylineAreInOnePart() {
        Indicator others = Indicators.winRateWithStale(30);
        assertThat(parts(List.of(Indicators.WIN_RATE, Indicators.SOCIAL_USE, Indicators.WON_AMOUNT, others)))
                .containsExactlyInAnyOrder(
                        Set.of(Indicators.WIN_RATE, Indicators.WON_AMOUNT),
                        Set.of(Indicators.SOCIAL_USE),
                        Set.of(others));
    }

    @Test
    void eachIndicatorIsInOnePartAndNoTwoPartsReadOneStoryline() {
        Random random = new Random(2026);
        List<Indicator> all = new ArrayList<>(Indicators.all());
        int together = 0;
        for (int round = 0; round < 100; round++) {
            Collections.shuffle(all, random);
            List<Indicator> some = all.subList(0, 1 + random.nextInt(all.size()));
            List<Set<Indicator>> parts = parts(some);
            assertThat(parts.stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(some);
            Set<Storyline<?>> read = new HashSet<>();
            for (Set<Indicator> part : parts) {
                Set<Storyline<?>> own = new HashSet<>();
                part.forEach(indicator -> own.addAll(indicator.storylines()));
                assertThat(read).doesNotContainAnyElementsOf(own);
                read.addAll(own);
                together += part.size() > 1 ? 1 : 0;
            }
        }
        assertThat(together).isPositive();
    }
}
