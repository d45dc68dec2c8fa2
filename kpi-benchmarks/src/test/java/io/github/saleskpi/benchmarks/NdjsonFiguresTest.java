package io.github.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonFiguresTest {
    private static final List<SalesEvent> EVENTS = CrmYear.events(4_000, 2026);

    @Test
    void allWaysGiveTheSameFigures() {
        assertThat(NdjsonFigures.agreed(NdjsonFigures.text(EVENTS))).hasSizeGreaterThan(1_000);
    }

    @Test
    void databindReadsTheSameEventsAsWereWritten() {
        assertThat(DataboundLine.read(new ByteArrayInputStream(NdjsonFigures.text(EVENTS))))
                .isEqualTo(EVENTS);
    }
}
