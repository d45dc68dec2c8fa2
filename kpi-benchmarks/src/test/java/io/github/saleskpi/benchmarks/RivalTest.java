package io.github.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.SalesEvent;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RivalTest {
    private static final Set<Rival> ALL = EnumSet.allOf(Rival.class);

    @Test
    void allRivalsGiveTheSameFigures() {
        SortedMap<String, String> figures = Rival.agreed(CrmYear.events(20_000, 2026), ALL);
        assertThat(figures).hasSizeGreaterThan(5_000);
        assertThat(Stream.of(Kpi.values()))
                .allMatch(kpi -> figures.keySet().stream()
                        .anyMatch(place -> place.startsWith(kpi.indicator().id().name() + " amo:user:")));
        assertThat(figures.keySet()).anyMatch(place -> place.startsWith("response-time - 2026-"));
        assertThat(figures.values()).anyMatch(text -> text.startsWith("at least "));
    }

    @Test
    void theOrderOfDeliveryDecidesNothing() {
        List<SalesEvent> events = CrmYear.events(2_000, 2026);
        List<SalesEvent> shuffled = CrmYear.shuffled(events, 1);
        assertThat(shuffled).isNotEqualTo(events).hasSameSizeAs(events);
        assertThat(new HashSet<>(shuffled)).isEqualTo(new HashSet<>(events));
        Set<Rival> some = EnumSet.of(Rival.KPI_ENGINE, Rival.STREAMS, Rival.HAND_LOOP, Rival.DUCKDB);
        assertThat(Rival.agreed(shuffled, some)).isEqualTo(Rival.agreed(events, some));
    }

    @Test
    void eachFloorLooksAtEveryEvent() {
        List<SalesEvent> events = CrmYear.events(300, 2026);
        for (Rival floor : List.of(Rival.WALK_OBJECTS, Rival.WALK_COLUMNS)) {
            Set<String> seen = new HashSet<>();
            for (int size = 1; size <= events.size(); size++) {
                seen.add(Rival.texts(floor, events.subList(0, size)).toString());
            }
            assertThat(seen).as(floor.name()).hasSameSizeAs(events);
        }
    }
}
