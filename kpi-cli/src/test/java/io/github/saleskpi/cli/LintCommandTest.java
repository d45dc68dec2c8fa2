package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kpi lint}. */
class LintCommandTest {
    private static final String PLAN = quoted(
            "{'id':'p','versions':[{'effectiveFrom':'2026-01-01','targets':["
                    + "{'id':'high','indicator':'win-rate','who':'company','period':'2026-Q1','goal':{'atLeast':35}},"
                    + "{'id':'low','indicator':'win-rate','who':'rep:ann','period':'2026-Q1','goal':{'atLeast':0.3},'threshold':0.4}]}]}");
    private static final String TEAM = quoted(
            "{'id':'p','versions':[{'effectiveFrom':'2026-01-01','targets':["
                    + "{'id':'team','indicator':'revenue','who':'team:north','period':'2026-Q1','goal':{'atLeast':'100'},'currency':'EUR'},"
                    + "{'id':'each','indicator':'revenue','who':'reps-of:north','period':'2026-Q1','goal':{'atLeast':'60'},'currency':'EUR'}]}]}");
    private static final String PAY = quoted(
            "{'id':'s','version':2,'currency':'EUR','rounding':{'mode':'half-up','scale':2},'components':["
                    + "{'id':'bonus','input':{'attainment':'quota'},'curve':{'linear':[{'at':'0','gives':'0'},{'at':'1','gives':'9'}]}}]}");
    private static final String ORGANIZATION = quoted("{'teams':[{'id':'north'}],'members':["
            + "{'rep':'ann','team':'north','from':'2026-01-01'},{'rep':'ben','team':'north','from':'2026-01-01'}]}");

    @TempDir
    private Path folder;

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static void assertOneLine(Ran ran, int status, String start) {
        assertThat(ran.err()).startsWith("kpi: " + start);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains(" Maybe ");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.status()).isEqualTo(status);
    }

    @Test
    void findingsComeWorstFirstAndMakeTheStatusOne() throws IOException {
        String plan = file("p.json", PLAN);
        Ran ran = Ran.kpi("lint", plan);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .isEqualTo(plan + " (plan p): 2 findings\n"
                        + "  error    low: target low (threshold 0.4): must not be above the goal 0.3. Maybe the two are"
                        + " swapped.\n"
                        + "  warning  high: target high (at least 35): cannot be reached by a share, which is at most 1."
                        + " Maybe per cents were meant.\n");
    }

    @Test
    void whatHasNothingToFindSaysWhatItWasTakenFor() throws IOException {
        String pay = file("s.json", PAY);
        Ran ran = Ran.kpi("lint", pay);
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).isEqualTo(pay + " (pay scheme s@2): nothing to find\n");
    }

    @Test
    void aSchemeIsHeldAgainstThePlanBesideItOrTheOneNamed() throws IOException {
        String plan = file("p.json", TEAM);
        String pay = file("s.json", PAY);
        String finding = "target (quota) of bonus: is not in plan p.";
        assertThat(Ran.kpi("lint", pay, plan).out()).contains(finding);
        assertThat(Ran.kpi("lint", pay, "--plan", plan).out()).contains(finding);
        assertThat(Ran.kpi("lint", pay, "--plan", plan).status()).isEqualTo(1);
        String other = file("o.json", TEAM.replace("\"each\"", "\"quota\""));
        assertThat(Ran.kpi("lint", pay, other).out()).doesNotContain(finding);
        assertThat(Ran.kpi("lint", pay, plan, "--plan", other).out()).doesNotContain("is not in plan");
        assertThat(Ran.kpi("lint", pay, plan, other).out())
                .as("of two plans neither is meant")
                .doesNotContain("is not in plan");
    }

    @Test
    void withAnOrganizationTargetsOfRepsAddUpToTheirTeams() throws IOException {
        String plan = file("p.json", TEAM);
        assertThat(Ran.kpi("lint", plan).status()).isZero();
        String people = file("o.json", ORGANIZATION);
        Ran ran = Ran.kpi("lint", plan, "--organization", people);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("  warning  each, team: target team (team:north 2026-Q1 100): targets of its reps"
                        + " add up to 120.");
    }

    @Test
    void theCalendarDecidesWhatIsProRated() throws IOException {
        String people = file(
                "o.json",
                ORGANIZATION.replace(
                        "\"ben\",\"team\":\"north\",\"from\":\"2026-01-01\"",
                        "\"ben\",\"team\":\"north\",\"from\":\"2026-03-30\""));
        String plan = file("p.json", TEAM);
        String mondays = file("c.json", quoted("{'zone':'UTC','week':{'mon':['09:00-17:00']}}"));
        assertThat(Ran.kpi("lint", plan, "--organization", people).out()).contains("add up to 61.875.");
        assertThat(Ran.kpi("lint", plan, "--organization", people, "--calendar", mondays)
                        .out())
                .contains("add up to 64.6153846153846.");
    }

    @Test
    void aFiscalYearHasPeriodsOfItsOwn() throws IOException {
        String fiscal = file("p.json", TEAM.replace("2026-Q1", "FY2027-Q1"));
        assertThat(Ran.kpi("lint", fiscal, "--fiscal-start", "april").status()).isZero();
        assertOneLine(Ran.kpi("lint", fiscal), 3, "FILE " + fiscal + ": versions[0].targets[0].period (\"FY2027-Q1\")");
    }

    @Test
    void jsonIsForPrograms() throws IOException {
        String plan = file("p.json", PLAN);
        Ran ran = Ran.kpi("lint", plan, file("s.json", PAY), "--format", "json");
        JsonNode files = ran.json().get("files");
        assertThat(files).hasSize(2);
        assertThat(files.get(0).get("file").stringValue()).isEqualTo(plan);
        assertThat(files.get(0).get("kind").stringValue()).isEqualTo("plan");
        assertThat(files.get(1).get("kind").stringValue()).isEqualTo("pay scheme");
        assertThat(files.get(1).get("id").stringValue()).isEqualTo("s@2");
        JsonNode finding = files.get(0).get("findings").get(0);
        assertThat(finding.propertyNames()).containsExactly("severity", "subjects", "message");
        assertThat(finding.get("severity").stringValue()).isEqualTo("error");
        assertThat(finding.get("subjects").get(0).stringValue()).isEqualTo("low");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void whatIsNeitherIsRefused() throws IOException {
        String people = file("o.json", ORGANIZATION);
        assertOneLine(
                Ran.kpi("lint", people),
                3,
                "FILE " + people
                        + " (fields members, teams): must be a plan, which has versions, or a pay scheme, which"
                        + " has components. Maybe it is another file.");
        for (String content : List.of("[]", "1", "")) {
            assertOneLine(
                    Ran.kpi("lint", file("x.json", content)), 3, "FILE " + folder.resolve("x.json") + ": the plan");
        }
        String cut = file("s.json", PAY.substring(0, PAY.length() - 2));
        assertOneLine(Ran.kpi("lint", cut), 3, "FILE " + cut + ": the pay scheme");
        String wrong = file("w.json", PLAN.replace("\"atLeast\":35", "\"atLeast\":\"much\""));
        assertOneLine(Ran.kpi("lint", wrong), 3, "FILE " + wrong + ": versions[0].targets[0].goal.atLeast (");
        String none = folder.resolve("none.json").toString();
        assertOneLine(Ran.kpi("lint", none), 3, none + " (input): cannot be read: there is no such");
        assertOneLine(Ran.kpi("lint", file("p.json", PLAN), "--plan", people), 3, "--plan " + people + ": ");
    }

    @Test
    void wrongUsageIsSaid() throws IOException {
        String plan = file("p.json", PLAN);
        assertOneLine(Ran.kpi("lint"), 2, "FILE (absent): must be given");
        assertOneLine(Ran.kpi("lint", plan, "--format", "csv"), 2, "--format (csv): must be text or json");
        assertOneLine(Ran.kpi("lint", plan, "--fiscal-start", "13"), 2, "--fiscal-start (13): must be a month");
        assertThat(Ran.kpi("lint", "--help").out()).contains("--organization", "Exit status");
    }

    @Test
    void thePlanAndTheSchemeOfTheSimulatedTeamAreClean() {
        Path samples = Path.of("..", "samples", "simulated-team");
        Ran ran = Ran.kpi(
                "lint",
                samples.resolve("plan.json").toString(),
                samples.resolve("pay.json").toString(),
                "--organization",
                samples.resolve("organization.json").toString(),
                "--calendar",
                samples.resolve("calendar.json").toString());
        assertThat(ran.status()).isZero();
        assertThat(ran.out().lines()).hasSize(2).allMatch(line -> line.endsWith(": nothing to find"));
    }
}
