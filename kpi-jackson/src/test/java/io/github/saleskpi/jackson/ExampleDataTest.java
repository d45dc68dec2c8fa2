package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example data, where they are there. */
class ExampleDataTest {
    @Test
    void theyAreReadWithoutRejectsAndWrittenAgain() throws IOException {
        Path data = Path.of(System.getProperty("kpi.data", "none"), "crm-opportunities", "events.ndjson.gz");
        assumeTrue(Files.exists(data));
        List<SalesEvent> events = new ArrayList<>();
        ReadSummary summary = KpiJackson3.eventReader().strict().read(data, events::add);
        assertThat(summary).isEqualTo(new ReadSummary(15_011, 15_011, 0, List.of()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EventWriter writer = KpiJackson3.eventWriter(out)) {
            for (SalesEvent event : events) {
                writer.write(event);
            }
        }
        List<SalesEvent> again = new ArrayList<>();
        Wire.read(KpiJackson3.eventReader().strict(), out.toByteArray(), again);
        assertThat(again).isEqualTo(events);
    }
}
