package io.github.saleskpi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The samples of the repository, and what reports of them must look like. */
final class Samples {
    static final Path FIRST_STEPS = Path.of("..", "samples", "first-steps", "events.ndjson");
    static final Path SIMULATED_TEAM = Path.of("..", "samples", "simulated-team", "events.ndjson.gz");
    static final List<String> ABOUT_THE_TEAM = List.of(
            "--organization",
            beside(SIMULATED_TEAM, "organization.json"),
            "--calendar",
            beside(SIMULATED_TEAM, "calendar.json"),
            "--rates",
            beside(SIMULATED_TEAM, "rates.json"),
            "--zone",
            "Europe/Sofia");
    static final List<String> RATES = List.of("--rates", beside(SIMULATED_TEAM, "rates.json"));
    static final List<String> PLAN_AND_PAY =
            List.of("--plan", beside(SIMULATED_TEAM, "plan.json"), "--pay", beside(SIMULATED_TEAM, "pay.json"));
    static final String APRIL = "2026-04-01T00:00:00Z";
    static final String JULY = "2026-07-01T00:00:00Z";

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    private Samples() {}

    private static String beside(Path events, String name) {
        return events.resolveSibling(name).toString();
    }

    static List<String> lines(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What was once looked at and found right; {@code -Dkpi.golden=write} writes it anew. */
    static String golden(String name, String now) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (System.getProperty("kpi.golden", "").equals("write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, now);
        }
        return Files.readString(file);
    }
}
