package io.github.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.SalesEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedTeamTest {
    private static final Path SAMPLE = Path.of("..", "samples", "simulated-team");
    private static final List<SalesEvent> EVENTS = SimulatedTeam.events(12, 6, 2026);

    @TempDir
    private Path folder;

    @Test
    void theSampleIsWhatTheGeneratorMakes() throws IOException {
        SimulatedTeam.main(new String[] {"--output", folder.toString()});
        try (InputStream made = new GZIPInputStream(Files.newInputStream(folder.resolve(SampleFiles.EVENTS)));
                InputStream kept = new GZIPInputStream(Files.newInputStream(SAMPLE.resolve(SampleFiles.EVENTS)))) {
            assertThat(new String(made.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(new String(kept.readAllBytes(), StandardCharsets.UTF_8));
        }
        for (String file : List.of(SampleFiles.ORGANIZATION, SampleFiles.CALENDAR, SampleFiles.RATES)) {
            assertThat(folder.resolve(file)).hasSameTextualContentAs(SAMPLE.resolve(file));
        }
    }

    @Test
    void theSampleIsLargeEnoughToCompareAndSmallEnoughToKeep() throws IOException {
        assertThat(EVENTS).hasSizeBetween(10_000, 25_000);
        assertThat(Files.size(SAMPLE.resolve(SampleFiles.EVENTS))).isLessThan(800_000);
    }

    @Test
    void anotherSeedMakesAnotherTeam() throws IOException {
        assertThat(text(SimulatedTeam.events(2, 1, 1))).isNotEqualTo(text(SimulatedTeam.events(2, 1, 2)));
    }

    @Test
    void theFirstRepsDoNotDependOnHowManyFollow() throws IOException {
        Predicate<SalesEvent> isOfAlice = event -> event.id().startsWith("sim:alice-q");
        assertThat(text(SimulatedTeam.events(24, 2, 2026).stream()
                        .filter(isOfAlice)
                        .toList()))
                .isEqualTo(text(SimulatedTeam.events(12, 2, 2026).stream()
                        .filter(isOfAlice)
                        .toList()))
                .hasSizeGreaterThan(1_000);
    }

    @Test
    void nothingIsStoredAfterTheEnd() {
        Instant end = Instant.parse("2026-02-28T22:00:00Z");
        assertThat(SimulatedTeam.events(30, 2, 5))
                .hasSizeGreaterThan(2_000)
                .allMatch(event -> event.recordedAt().isBefore(end));
    }

    @Test
    void nobodyWorksBeforeComingOrAfterLeaving() {
        Instant hired = midnight(LocalDate.of(2026, 2, 9));
        Instant gone = midnight(LocalDate.of(2026, 5, 30));
        assertThat(of("katya"))
                .hasSizeGreaterThan(500)
                .noneMatch(event -> event.occurredAt().isBefore(hired));
        assertThat(of("liam"))
                .hasSizeGreaterThan(500)
                .allMatch(event -> event.occurredAt().isBefore(gone));
    }

    @Test
    void whatTheLeaverHadBegunGoesToOneWhoStays() {
        assertThat(EVENTS)
                .filteredOn(event -> event.id().endsWith(":reassigned"))
                .hasSizeGreaterThan(5)
                .allMatch(event -> event instanceof OwnerChanged changed && "irina".equals(changed.toRepId()))
                .anyMatch(event -> event.requestId() != null)
                .anyMatch(event -> event.opportunityId() != null);
    }

    @Test
    void theTeamOfTheSameHabitsComesAndGoesLikeTheFirst() {
        assertThat(SimulatedTeam.organization(30).reps())
                .hasSize(30)
                .contains("alice", "liam", "alice-2", "liam-2", "alice-3", "frank-3");
        assertThat(SimulatedTeam.organization(30).isAtWork("liam-2", LocalDate.of(2026, 6, 1)))
                .isFalse();
    }

    private static List<SalesEvent> of(String rep) {
        return EVENTS.stream()
                .filter(event -> rep.equals(event.actor().repId()))
                .toList();
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(OfficeHours.ZONE).toInstant();
    }

    private static String text(List<SalesEvent> events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SampleFiles.write(events, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
