package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.oracle.DenseHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventColumnsTest {
    @Test
    void eventsSurvive() {
        List<SalesEvent> events = new DenseHistory(1).next(20_000);
        EventColumns columns = EventColumns.builder().addAll(events).build();
        assertThat(columns).isEqualTo(events);
    }
}
