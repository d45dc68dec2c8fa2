package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The options {@code --organization} and {@code --who}. */
class TeamRowsTest {
    private static final String ORGANIZATION =
            "{\"teams\":[{\"id\":\"sales\"},{\"id\":\"north\",\"parent\":\"sales\"},{\"id\":\"south\",\"parent\":\"sales\"}],"
                    + "\"members\":[{\"rep\":\"ann\",\"team\":\"north\",\"from\":\"2026-01-01\"},"
                    + "{\"rep\":\"ben\",\"team\":\"north\",\"from\":\"2026-01-01\"},"
                    + "{\"rep\":\"cho\",\"team\":\"south\",\"from\":\"2026-01-01\"}]}";
    private static final String EVENTS =
            closed("ann", 1, "won") + closed("ann", 2, "lost") + closed("ben", 3, "won") + closed("cho", 4, "lost");

    @TempDir
    private Path folder;

    private Path organization;

    @BeforeEach
    void writeOrganization() throws IOException {
        organization = Files.writeString(folder.resolve("organization.json"), ORGANIZATION);
    }

    private static String closed(String rep, int number, String status) {
        return "{\"type\":\"opportunityMoved\",\"id\":\"e" + number + "\",\"occurredAt\":\"2026-03-05T09:00:00Z\","
                + "\"opportunityId\":\"o" + number + "\",\"status\":\"" + status + "\",\"actor\":{\"repId\":\"" + rep
                + "\"}}\n";
    }

    private Ran report(String events, String... more) {
        List<String> words = new ArrayList<>(
                List.of("report", "-", "--indicators", "win-rate", "--organization", organization.toString()));
        words.addAll(List.of(more));
        return Ran.withInput(events.getBytes(StandardCharsets.UTF_8), words.toArray(String[]::new));
    }

    private List<String> rows(String... more) {
        List<String> words = new ArrayList<>(List.of("--format", "json"));
        words.addAll(List.of(more));
        Ran ran = report(EVENTS, words.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        List<String> rows = new ArrayList<>();
        for (JsonNode cell : ran.json().get("cells")) {
            List<String> scope = new ArrayList<>();
            for (String name : cell.propertyNames()) {
                if (name.equals("period")) {
                    break;
                }
                scope.add(cell.get(name).isNull() ? "-" : cell.get(name).stringValue());
            }
            rows.add(String.join(" ", scope) + " " + cell.get("numerator") + "/" + cell.get("denominator"));
        }
        return rows;
    }

    @Test
    void aTeamHasTheRowsOfThoseBelowIt() {
        assertThat(rows("--by", "team")).containsExactly("north 2/3", "sales 2/4", "south 0/1");
    }

    @Test
    void severalByMakeOneCombinedScope() {
        assertThat(rows("--by", "team", "--by", "rep"))
                .containsExactly(
                        "north ann 1/2",
                        "north ben 1/1",
                        "sales ann 1/2",
                        "sales ben 1/1",
                        "sales cho 0/1",
                        "south cho 0/1");
        assertThat(rows("--by", "rep", "--by", "team", "--by", "company").get(0))
                .isEqualTo("ann north 1/2");
    }

    @Test
    void whoShowsTheRowsOfThatScopeOnly() {
        assertThat(rows("--by", "team", "--by", "rep", "--who", "team:north"))
                .containsExactly("north ann 1/2", "north ben 1/1");
        assertThat(rows("--by", "team", "--by", "rep", "--who", "rep:ben,team:sales"))
                .containsExactly("sales ben 1/1");
        assertThat(rows("--by", "rep", "--who", "rep:cho")).containsExactly("cho 0/1");
        assertThat(rows("--by", "rep", "--who", "company")).hasSize(3);
    }

    @Test
    void aDashIsNobody() {
        String nobody = closed("ann", 5, "won").replace(",\"actor\":{\"repId\":\"ann\"}", "");
        JsonNode cells = report(EVENTS + nobody, "--format", "json", "--who", "rep:-")
                .json()
                .get("cells");
        assertThat(cells).hasSize(1);
        assertThat(cells.get(0).get("rep").isNull()).isTrue();
    }

    @Test
    void aCommaInANameIsPartOfIt() {
        String odd = closed("Doe, Jane: x", 5, "won");
        JsonNode cells = report(
                        odd,
                        "--format",
                        "json",
                        "--by",
                        "rep",
                        "--by",
                        "channel",
                        "--who",
                        "rep:Doe, Jane: x,channel:-")
                .json()
                .get("cells");
        assertThat(cells).hasSize(1);
        assertThat(cells.get(0).get("rep").stringValue()).isEqualTo("Doe, Jane: x");
    }

    @Test
    void theTableOfSomeRowsHasNoRowOfTheCompany() {
        assertThat(report(EVENTS, "--by", "team", "--by", "rep").out()).contains("company");
        assertThat(report(EVENTS, "--by", "team", "--by", "rep", "--who", "team:north")
                        .out())
                .contains("ann", "ben")
                .doesNotContain("cho", "company");
    }

    @Test
    void aScopeThatNoRowHasIsPointedOut() {
        Ran ran = report(EVENTS, "--by", "team", "--who", "team:nroth");
        assertThat(ran.status()).isZero();
        assertThat(ran.err())
                .isEqualTo("kpi: --who (team:nroth): no row of the report has it. "
                        + "Maybe team:north or team:sales or team:south.\n");
    }

    @Test
    void repsThatOnlyOneSideKnowsAreCounted() {
        assertThat(report(closed("ann", 1, "won") + closed("Ann", 2, "won")).err())
                .isEqualTo("kpi: --organization: 2 of its 3 reps never occur in the events (ben, cho); "
                        + "1 of the events' 2 reps are not in it (Ann). Maybe a spelling differs.\n");
        assertThat(report(EVENTS).err()).isEmpty();
        assertThat(report("").err()).doesNotContain("--organization");
    }

    @Test
    void mergedRepsAreKnownByAnyOfTheirNames() {
        String merged = "{\"type\":\"identityMerged\",\"id\":\"m\",\"occurredAt\":\"2026-03-01T09:00:00Z\","
                + "\"kind\":\"rep\",\"fromId\":\"cho\",\"intoId\":\"charlie\"}\n";
        assertThat(report(EVENTS.replace("\"cho\"", "\"charlie\"") + merged).err())
                .isEmpty();
        assertThat(report(EVENTS.replace("\"cho\"", "\"charlie\"")).err()).contains("(cho)", "(charlie)");
    }

    @Test
    void repsAreAlsoThoseThatOwn() {
        String owned = "{\"type\":\"opportunityOpened\",\"id\":\"x\",\"occurredAt\":\"2026-03-01T09:00:00Z\","
                + "\"opportunityId\":\"o9\",\"ownerRepId\":\"dora\"}\n";
        String given = "{\"type\":\"ownerChanged\",\"id\":\"y\",\"occurredAt\":\"2026-03-01T09:00:00Z\","
                + "\"opportunityId\":\"o9\",\"toRepId\":\"emil\"}\n";
        String asked = "{\"type\":\"requestReceived\",\"id\":\"z\",\"occurredAt\":\"2026-03-01T09:00:00Z\","
                + "\"requestId\":\"q9\",\"ownerRepId\":\"fatma\"}\n";
        assertThat(report(EVENTS + owned + given + asked).err())
                .isEqualTo("kpi: --organization: 3 of the events' 6 reps are not in it (dora, emil, fatma). "
                        + "Maybe a spelling differs.\n");
    }
}
