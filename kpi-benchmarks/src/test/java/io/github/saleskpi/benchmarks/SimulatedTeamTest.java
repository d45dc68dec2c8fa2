package io.github.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SimulatedTeamTest {
    private static final Path SAMPLE = Path.of("..", "samples", "simulated-team", "events.ndjson.gz");
    private static final int MOST_BYTES = 400_000;

    @Test
    void theSampleIsWhatTheGeneratorMakes() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SAMPLE))) {
            String sample = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text(SimulatedTeam.events(12, 6, 2026))).isEqualTo(sample);
        }
        assertThat(SAMPLE.toFile().length()).isLessThan(MOST_BYTES);
    }

    @Test
    void anotherSeedMakesAnotherTeam() throws IOException {
        assertThat(text(SimulatedTeam.events(2, 1, 1))).isNotEqualTo(text(SimulatedTeam.events(2, 1, 2)));
    }

    @Test
    void nothingIsStoredAfterTheEnd() {
        Instant end = Instant.parse("2026-03-01T00:00:00Z");
        assertThat(SimulatedTeam.events(30, 2, 5))
                .hasSizeGreaterThan(2_000)
                .allMatch(event -> event.recordedAt().isBefore(end));
    }

    private static String text(List<SalesEvent> events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SimulatedTeam.write(events, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
