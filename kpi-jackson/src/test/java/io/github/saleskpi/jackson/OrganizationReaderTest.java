package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.team.Organization;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OrganizationReaderTest {
    private static final String TEAMS = "\"teams\":[{\"id\":\"t1\",\"parent\":null},{\"id\":\"t2\",\"parent\":\"t1\"}]";
    private static final String MEMBER = "{\"rep\":\"r1\",\"team\":\"t1\",\"from\":\"2026-01-01\",\"to\":null}";
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private static Organization read(String document) throws IOException {
        return KpiJackson3.readOrganization(new ByteArrayInputStream(utf8(document)));
    }

    private static String members(String... members) {
        return "{" + TEAMS + ",\"members\":[" + String.join(",", members) + "]}";
    }

    private static String teams(String... teams) {
        return "{\"teams\":[" + String.join(",", teams) + "],\"members\":[]}";
    }

    private static void refused(String document, String message) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void anOrganizationIsReadAsItStandsInTheSpecification() throws IOException {
        assertThat(read("{" + TEAMS + ",\"members\":[" + MEMBER
                        + "],\"employment\":[{\"rep\":\"r1\",\"from\":\"2026-01-15\",\"to\":null}],"
                        + "\"absences\":[{\"rep\":\"r1\",\"from\":\"2026-02-02\",\"to\":\"2026-02-07\"}]}"))
                .isEqualTo(Organization.builder()
                        .team("t1", null)
                        .team("t2", "t1")
                        .member("r1", "t1", NEW_YEAR, null)
                        .employed("r1", LocalDate.of(2026, 1, 15), null)
                        .absent("r1", LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 7))
                        .build());
    }

    @Test
    void whatIsNullMayBeAbsent() throws IOException {
        Organization expected = Organization.builder()
                .team("t", null)
                .member("r", "t", NEW_YEAR, null)
                .build();
        assertThat(read("\ufeff{\"members\":[{\"rep\":\"r\",\"team\":\"t\",\"from\":\"2026-01-01\"}],"
                        + "\"teams\":[{\"id\":\"t\"}]}\n"))
                .isEqualTo(expected);
        assertThat(read("{\"teams\":[{\"id\":\"t\",\"parent\":null}],\"employment\":null,\"absences\":null,"
                        + "\"members\":[{\"rep\":\"r\",\"team\":\"t\",\"from\":\"2026-01-01\",\"to\":null}]}"))
                .isEqualTo(expected);
    }

    @Test
    void aTeamMayStandBeforeTheOneAboveIt() throws IOException {
        assertThat(read(teams("{\"id\":\"b\",\"parent\":\"a\"}", "{\"id\":\"a\"}"))
                        .lineage("b"))
                .containsExactly("b", "a");
    }

    @Test
    void theMessageBeginsWithThePath() {
        refused(
                members(MEMBER, MEMBER.replace("t1", "t3")),
                "members[1].team (\"t3\"): must be among the teams. Maybe t1.");
        refused(
                teams("{\"id\":\"t1\",\"parent\":\"north\"}"),
                "teams[0].parent (\"north\"): must be among the teams. Maybe the team is still to be added.");
        refused(
                teams("{\"id\":\"t1\"}", "{\"id\":\"t1\"}"),
                "teams[1].id (\"t1\"): must be given once. Maybe two teams share a name.");
        refused(
                teams(
                        "{\"id\":\"c\",\"parent\":\"a\"}",
                        "{\"id\":\"a\",\"parent\":\"b\"}",
                        "{\"id\":\"b\",\"parent\":\"a\"}"),
                "teams[1].parent (\"b\"): must not put the team a above itself. Maybe a parent is off.");
        refused(
                teams("{\"id\":\"a\",\"parent\":\"a\"}"),
                "teams[0].parent (\"a\"): must not put the team a above itself. Maybe a parent is off.");
        refused(
                members(MEMBER.replace("null", "\"2026-01-01\"")),
                "members[0].to (\"2026-01-01\"): must be after from (2026-01-01), for it is exclusive. "
                        + "Maybe the two are swapped.");
        refused(
                "{" + TEAMS
                        + ",\"members\":[],\"absences\":[{\"rep\":\"r\",\"from\":\"2026-02-02\",\"to\":\"2026-02-01\"}]}",
                "absences[0].to (\"2026-02-01\"): must be after from (2026-02-02), for it is exclusive. "
                        + "Maybe the two are swapped.");
        refused(
                "{" + TEAMS + ",\"members\":[],\"employment\":[{\"rep\":\"r\",\"from\":\"2026-2-2\"}]}",
                "employment[0].from (\"2026-2-2\"): must be a date of the calendar, such as \"2026-01-31\". "
                        + "Maybe it has a time.");
        refused(
                members(MEMBER.replace("2026-01-01", "+12026-01-01")),
                "members[0].from (\"+12026-01-01\"): must be a date of the calendar, such as \"2026-01-31\". "
                        + "Maybe it has a time.");
        refused(
                members(MEMBER.replace("r1", "")),
                "members[0].rep (\"\"): must not be empty. Maybe it was not filled in.");
        refused(
                members(MEMBER.replace("r1", "\\ud800")),
                "members[0].rep (\"\\ud800\"): must not have half a surrogate pair. Maybe a text was cut inside an emoji.");
        refused(members("7"), "members[0] (7): must be an object. Maybe a brace is missing.");
        refused("[]", "the organization (an array): must be an object. Maybe a brace is missing.");
    }

    @Test
    void missingUnknownAndDoubledFieldsAreRefused() {
        refused("{\"members\":[]}", "teams (absent): is required. Maybe it has another name.");
        refused("{\"teams\":[]}", "members (absent): is required. Maybe it has another name.");
        refused(
                members("{\"rep\":\"r1\",\"team\":\"t1\"}"),
                "members[0].from (absent): is required. Maybe it has another name.");
        refused(
                members(MEMBER.replace("to", "until")),
                "members[0].until (null): must be a known field: rep, team, from, to. Maybe the file is of another kind.");
        refused(
                "{" + TEAMS + ",\"members\":[],\"absences\":[" + MEMBER + "]}",
                "absences[0].team (\"t1\"): must be a known field: rep, from, to. Maybe the file is of another kind.");
        refused(
                members(MEMBER.replace("}", ",\"rep\":\"r2\"}")),
                "members[0].rep (\"rep\"): must not stand twice in one object. Maybe one is a left-over.");
    }

    @Test
    void halfASurrogatePairIsNotWritten() {
        Organization broken = Organization.builder().team("\ud800", null).build();
        assertThatThrownBy(() -> KpiJackson3.writeOrganization(broken, new ByteArrayOutputStream()))
                .hasMessage("id (\\ud800): must not have half a surrogate pair. Maybe a text was cut inside an emoji.");
    }
}
