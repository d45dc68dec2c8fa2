package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CheckCommandTest {
    private static final String UNLINKED = """
            {"type":"requestReceived","id":"e1","occurredAt":"2026-03-02T09:00:00Z","requestId":"q1","personId":"p1"}
            {"type":"callEnded","id":"e2","occurredAt":"2026-03-02T09:10:00Z","actor":{"repId":"ann"},"callId":"c1","direction":"outbound","personId":"p1","outcome":"answered"}
            """;
    private static final String BAD = "{\"type\":\"requestReceivd\"}\n";

    @TempDir
    private Path folder;

    private static Ran check(String lines, String... options) {
        List<String> words = new ArrayList<>(List.of("check", "-"));
        words.addAll(List.of(options));
        return Ran.withInput(lines.getBytes(StandardCharsets.UTF_8), words.toArray(String[]::new));
    }

    private static Map<String, Long> counts(JsonNode checked) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode symptom : checked.get("symptoms")) {
            counts.put(symptom.get("check").stringValue(), symptom.get("count").longValue());
        }
        return counts;
    }

    @Test
    void aPageShowsTheWorstFirstWithWhatItChangesAndExamples() {
        Ran ran = check(BAD + UNLINKED);
        assertThat(ran.status()).isEqualTo(Status.REJECTS);
        assertThat(ran.err())
                .contains("kpi: standard input, line 1", "kpi: 1 of 3 lines rejected; the report is without");
        assertThat(ran.out()).isEqualTo("""
                        ERROR rejected-line: 1 of 3
                          what:     lines that are no events.
                          changes:  Every figure is without them; each may be a sale, a request or a correction.

                        WARNING unlinked-contact: 1 of 1
                          what:     contacts that name a person with an open request, but not the request.
                          changes:  If they named it, response-time would count 1 more request as answered, and 0 requests
                                    as answered sooner.
                          examples: e2

                        nothing found by activities-at-month-end, back-dated, click-without-link, closes-at-month-end,
                          conflicting-versions, lone-latest-event, merge-of-nothing, opportunity-without-opening,
                          recorded-before-occurred, recorded-late, repeated-line, request-without-receipt,
                          retraction-of-nothing, same-call-twice, same-duration, unknown-actor, unknown-origin-call,
                          unknown-outcome, unpublished-asset
                        lines read 3, events accepted 2, duplicates 0, conflicts 0, rejected 1
                        events in force 2, as of 2026-03-02 09:10:00, zone UTC
                        """);
    }

    @Test
    void nothingSuspiciousIsSaidAndIsNoMistake() {
        Ran ran = check(UNLINKED.replace("\"callId\"", "\"requestId\":\"q1\",\"callId\""));
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("Nothing suspicious was found.\n\nnothing found by activities-");
    }

    @Test
    void whatIsFoundDoesNotChangeTheStatus() {
        Ran ran = check(UNLINKED, "--format", "json");
        assertThat(ran.status()).isZero();
        assertThat(counts(ran.json())).isEqualTo(Map.of("unlinked-contact", 1L));
    }

    @Test
    void theViewpointAndTheNumberOfExamplesAreOptions() {
        JsonNode early = check(UNLINKED, "--format", "json", "--as-of", "2026-03-02T09:05:00Z")
                .json();
        assertThat(early.get("symptoms")).isEmpty();
        assertThat(early.get("inForce").intValue()).isEqualTo(1);
        JsonNode unknown = check(UNLINKED, "--format", "json", "--known-at", "2026-03-02T09:05:00Z")
                .json();
        assertThat(unknown.get("symptoms")).isEmpty();
        assertThat(unknown.get("knownAt").stringValue()).isEqualTo("2026-03-02T09:05:00Z");
        assertThat(check(UNLINKED, "--examples", "0").out()).doesNotContain("examples:");
    }

    @Test
    void anOrganizationIsHeldAgainstTheReps() throws IOException {
        Path team = Files.writeString(
                folder.resolve("team.json"),
                "{\"teams\":[{\"id\":\"t\",\"parent\":null}],\"members\":[{\"rep\":\"bob\",\"team\":\"t\",\"from\":\"2026-01-01\",\"to\":null}]}");
        assertThat(counts(check(UNLINKED, "--format", "json", "--organization", team.toString())
                        .json()))
                .containsOnlyKeys("silent-member", "unknown-rep", "unlinked-contact");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --format table     | 2 | --format (table): must be text or json. Maybe json.
            --examples many    | 2 | --examples (many): must be 0 to 10000. Maybe 5.
            --as-of now        | 2 | --as-of (now): must be an instant
            --zone Mars        | 2 | --zone (Mars): must be a time zone
            --by rep           | 2 | option (--by): is unknown.
            --organization x.json | 3 | x.json (input): cannot be read
            -o no/such/file    | 3 | -o (no/such/file): cannot be written
            """)
    void eachMistakeGetsItsLineBeforeAnythingIsRead(String words, int status, String line) {
        Ran ran = check(BAD, words.split(" "));
        assertThat(ran.err()).startsWith("kpi: " + line);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.status()).isEqualTo(status);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSaid() {
        Ran ran = Ran.kpi("check", "no-such.ndjson");
        assertThat(ran.status()).isEqualTo(Status.CANNOT_READ_OR_WRITE);
        assertThat(ran.err()).startsWith("kpi: no-such.ndjson (input): cannot be read");
        assertThat(Ran.kpi("check").err()).startsWith("kpi: EVENTS (absent): must be given");
    }

    @Test
    void aResultCanGoToAFile() throws IOException {
        Path file = folder.resolve("check.json");
        Ran ran = check(UNLINKED, "--format", "json", "-o", file.toString());
        assertThat(ran.out()).isEmpty();
        assertThat(Files.readString(file))
                .isEqualTo(check(UNLINKED, "--format", "json").out());
    }

    @Test
    void theSimulatedTeamHasWhatItsPageSays() {
        Ran ran = Ran.kpi("check", Samples.SIMULATED_TEAM.toString(), "--as-of", Samples.JULY, "--format", "json");
        assertThat(ran.status()).isZero();
        Map<String, Long> counts = counts(ran.json());
        assertThat(counts.get("recorded-late")).as("late").isEqualTo(884);
        assertThat(counts.get("repeated-line")).as("twice").isEqualTo(82);
        assertThat(counts.get("conflicting-versions"))
                .as("mistyped and corrected")
                .isEqualTo(18);
        assertThat(counts).doesNotContainKeys("rejected-line", "unlinked-contact", "unknown-actor", "unknown-outcome");
    }

    @Test
    void everyCheckIsDefinedOnThePage() throws IOException {
        Path team = Files.writeString(folder.resolve("team.json"), "{\"teams\":[],\"members\":[]}");
        JsonNode checked = check(UNLINKED, "--format", "json", "--organization", team.toString())
                .json();
        List<String> checks = new ArrayList<>();
        checked.get("symptoms").forEach(each -> checks.add(each.get("check").stringValue()));
        checked.get("healthy").forEach(each -> checks.add(each.get("check").stringValue()));
        String page = Files.readString(Path.of("..", "docs", "definitions.md"));
        List<String> defined = Pattern.compile("\n\\| `([a-z-]+)` \\((?:error|warning|note)")
                .matcher(page.substring(page.indexOf("\n## Data quality\n")))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
        assertThat(defined).containsExactlyInAnyOrderElementsOf(checks);
    }
}
