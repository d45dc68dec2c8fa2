package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.EventColumns;
import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventColumnsReadingTest {
    private static final int LINES = 2_000;
    private static final int BAD = 7;

    @Test
    void linesAreReadIntoColumnsOneByOneAndTheBadOnesAreCounted() throws IOException {
        SalesEvents random = new SalesEvents(26);
        List<SalesEvent> written = new ArrayList<>();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        EventWriter writer = KpiJackson3.eventWriter(text);
        for (int line = 0; line < LINES; line++) {
            if (line % BAD == 0) {
                text.writeBytes(Wire.utf8("{\"type\":\"callEnded\"}\n"));
            } else {
                SalesEvent event = random.any();
                written.add(event);
                writer.write(event);
                writer.flush();
            }
        }

        EventColumns.Builder columns = EventColumns.builder();
        ReadSummary summary =
                KpiJackson3.eventReader().read(new ByteArrayInputStream(text.toByteArray()), columns::add);

        assertThat(columns.size()).isEqualTo(written.size());
        assertThat(summary.read()).isEqualTo(LINES).isEqualTo(columns.size() + summary.rejected());
        assertThat(columns.build()).isEqualTo(written);
    }
}
