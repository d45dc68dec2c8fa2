package io.github.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RivalTest {
    @Test
    void allRivalsGiveTheSameFigures() {
        SortedMap<String, String> figures = Rival.agreed(CrmYear.events(20_000, 2026));
        assertThat(figures).hasSizeGreaterThan(5_000);
        assertThat(Stream.of(Kpi.values()))
                .allMatch(kpi -> figures.keySet().stream()
                        .anyMatch(place -> place.startsWith(kpi.indicator().id().name() + " amo:user:")));
        assertThat(figures.keySet()).anyMatch(place -> place.startsWith("response-time - 2026-"));
        assertThat(figures.values()).anyMatch(text -> text.startsWith("at least "));
    }
}
