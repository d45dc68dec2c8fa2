package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The options {@code --plan} and {@code --pay}. */
class PlanReportTest {
    private static final String ORGANIZATION = quoted("{'teams':[{'id':'north'},{'id':'south'}],'members':["
            + "{'rep':'ann','team':'north','from':'2026-01-01'},"
            + "{'rep':'ben','team':'north','from':'2026-01-01','to':'2026-04-01'},"
            + "{'rep':'cho','team':'south','from':'2026-01-01'}]}");
    private static final String PLAN = plan(
            target("wins", "win-rate", "reps-of:north", "'every':'month','from':'2026-03-01','to':'2026-06-01'", "0.5"),
            target("cash", "revenue", "company", "'period':'2026-Q2','currency':'EUR'", "'300'"),
            target("calls", "activities/call", "team:south", "'period':'2026-04'", "22"));
    private static final String SCHEME =
            scheme("{'id':'commission','input':{'fact':'revenue'},'curve':{'marginal':[{'from':'0','rate':'0.1'}]}}");
    private static final String OF_WINS = scheme(
            "{'id':'bonus','input':{'attainment':'wins'},'curve':{'step':[{'from':'0','to':'1','rate':'0'},{'from':'1','rate':'50'}]}}");
    private static final String EVENTS = closed("ann", 1, "03-05", "won")
            + closed("ben", 2, "03-06", "lost")
            + closed("ann", 3, "04-05", "lost")
            + paid("ann", 4, "03-07", "100")
            + paid("cho", 5, "04-07", "200")
            + paid("dan", 6, "04-08", "40");
    private static final String MID_APRIL = "2026-04-16T00:00:00Z";

    @TempDir
    private Path folder;

    private Path organization;

    @BeforeEach
    void writeOrganization() throws IOException {
        organization = file("organization.json", ORGANIZATION);
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static String plan(String... targets) {
        return quoted(
                "{'id':'p','versions':[{'effectiveFrom':'2026-01-01','targets':[" + String.join(",", targets) + "]}]}");
    }

    private static String target(String id, String indicator, String who, String when, String atLeast) {
        return "{'id':'" + id + "','indicator':'" + indicator + "','who':'" + who + "'," + when + ",'goal':{'atLeast':"
                + atLeast + "}}";
    }

    private static String scheme(String component) {
        return quoted("{'id':'s','version':1,'currency':'EUR','base':'1000','rounding':{'mode':'half-up','scale':2},"
                + "'components':[" + component + "]}");
    }

    private static String closed(String rep, int number, String date, String status) {
        return quoted("{'type':'opportunityMoved','id':'e" + number + "','occurredAt':'2026-" + date
                + "T09:00:00Z','opportunityId':'o" + number + "','status':'" + status + "','actor':{'repId':'" + rep
                + "'}}\n");
    }

    private static String paid(String rep, int number, String date, String amount) {
        return quoted("{'type':'paymentReceived','id':'e" + number + "','occurredAt':'2026-" + date
                + "T09:00:00Z','paymentId':'y" + number + "','amount':{'amount':'" + amount
                + "','currency':'EUR'},'actor':{'repId':'" + rep + "'}}\n");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private String planFile() throws IOException {
        return file("plan.json", PLAN).toString();
    }

    private String schemeFile(String content) throws IOException {
        return file("pay.json", content).toString();
    }

    private Ran report(String... more) {
        List<String> words = new ArrayList<>(List.of("report", "-", "--indicators", "win-rate", "--as-of", MID_APRIL));
        words.addAll(List.of(more));
        return Ran.withInput(EVENTS.getBytes(StandardCharsets.UTF_8), words.toArray(String[]::new));
    }

    private Ran known(String... more) {
        return report(Stream.concat(Stream.of("--organization", organization.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private JsonNode json(String... more) {
        Ran ran = known(
                Stream.concat(Stream.of("--format", "json"), Stream.of(more)).toArray(String[]::new));
        assertThat(ran.status()).isZero();
        return ran.json();
    }

    private static List<String> texts(JsonNode array, String... fields) {
        return array.valueStream()
                .map(each -> String.join(
                        " ",
                        Stream.of(fields)
                                .map(field -> each.get(field).asString())
                                .toList()))
                .toList();
    }

    @Test
    void theTableIsAsPeopleReadIt() throws IOException {
        String out = known("--plan", planFile(), "--pay", schemeFile(SCHEME)).out();
        String below = out.substring(out.indexOf("Plan p"));
        assertThat(below).isEqualTo(Samples.golden("plan-and-pay.txt", below));
    }

    @Test
    void whatNeedsAttentionStandsOnTopWithItsCounts() throws IOException {
        List<String> lines = known("--plan", planFile())
                .out()
                .lines()
                .dropWhile(line -> !line.startsWith("Plan"))
                .filter(line -> line.matches("Plan .*|[a-z ]+: [0-9]+"))
                .toList();
        assertThat(lines)
                .containsExactly(
                        "Plan p: 3 of 5 need attention (2 at risk, 1 missed)",
                        "at risk: 2",
                        "missed: 1",
                        "ahead: 1",
                        "achieved: 1");
    }

    @Test
    void jsonHasPlanScoresAndPayWhereTheyAreAsked() throws IOException {
        assertThat(json().propertyNames()).doesNotContain("plan", "scores", "pay");
        JsonNode planned = json("--plan", planFile());
        assertThat(planned.propertyNames()).endsWith("cells", "plan", "scores");
        assertThat(texts(planned.get("plan"), "target", "who", "period", "status"))
                .containsExactly(
                        "cash company 2026-Q2 AHEAD",
                        "wins rep:ann 2026-03 ACHIEVED",
                        "wins rep:ann 2026-04 AT_RISK",
                        "wins rep:ben 2026-03 MISSED",
                        "calls team:south 2026-04 AT_RISK");
        assertThat(texts(planned.get("scores"), "who", "period", "score"))
                .containsExactly("rep:ann 2026-03 2", "rep:ann 2026-04 0", "rep:ben 2026-03 0", "team:south 2026-04 0");
        JsonNode paid = json("--plan", planFile(), "--pay", schemeFile(OF_WINS));
        assertThat(paid.propertyNames()).endsWith("plan", "scores", "pay");
        assertThat(paid.get("plan")).isEqualTo(planned.get("plan"));
    }

    @Test
    void whoAndDatesChooseRowsOfPlanScoresAndPay() throws IOException {
        String[] both = {"--plan", planFile(), "--pay", schemeFile(SCHEME), "--by", "team", "--by", "rep"};
        JsonNode north = json(
                Stream.concat(Stream.of(both), Stream.of("--who", "team:north")).toArray(String[]::new));
        assertThat(texts(north.get("plan"), "who", "period"))
                .containsExactly("rep:ann 2026-03", "rep:ann 2026-04", "rep:ben 2026-03");
        assertThat(texts(north.get("pay"), "rep", "period"))
                .containsExactly("ann 2026-03", "ann 2026-04", "ben 2026-03");
        JsonNode one = json(Stream.concat(Stream.of(both), Stream.of("--who", "rep:ann", "--from", "2026-04-01"))
                .toArray(String[]::new));
        assertThat(texts(one.get("plan"), "who", "period")).containsExactly("rep:ann 2026-04");
        assertThat(texts(one.get("scores"), "who", "period")).containsExactly("rep:ann 2026-04");
        assertThat(texts(one.get("pay"), "rep", "period")).containsExactly("ann 2026-04");
        JsonNode before = json(
                Stream.concat(Stream.of(both), Stream.of("--to", "2026-04-01")).toArray(String[]::new));
        assertThat(texts(before.get("plan"), "who", "period")).containsExactly("rep:ann 2026-03", "rep:ben 2026-03");
    }

    @Test
    void paidIsWhoeverIsEmployedOrHasATarget() throws IOException {
        assertThat(texts(json("--pay", schemeFile(SCHEME)).get("pay"), "rep", "period", "total"))
                .as("ben left at the end of March, and dan is not in the organization")
                .containsExactly(
                        "ann 2026-03 1010.00",
                        "ann 2026-04 1000.00",
                        "ben 2026-03 1000.00",
                        "cho 2026-03 1000.00",
                        "cho 2026-04 1020.00");
        String ofDan = file(
                        "dan.json",
                        plan(target("dan", "revenue", "rep:dan", "'period':'2026-04','currency':'EUR'", "'10'")))
                .toString();
        assertThat(texts(
                        json("--plan", ofDan, "--pay", schemeFile(SCHEME), "--from", "2026-04-01")
                                .get("pay"),
                        "rep",
                        "total"))
                .containsExactly("ann 1000.00", "cho 1020.00", "dan 1004.00");
    }

    @Test
    void withoutAnOrganizationPaidIsWhoeverHasAFact() throws IOException {
        JsonNode pay =
                report("--pay", schemeFile(SCHEME), "--format", "json").json().get("pay");
        assertThat(texts(pay, "rep", "period", "total"))
                .containsExactly("ann 2026-03 1010.00", "cho 2026-04 1020.00", "dan 2026-04 1004.00");
    }

    @Test
    void payForAttainmentsIsForThePeriodsOfTheirTargets() throws IOException {
        String[] both = {"--plan", planFile(), "--pay", schemeFile(OF_WINS)};
        assertThat(texts(json(both).get("pay"), "rep", "period", "total"))
                .containsExactly(
                        "ann 2026-03 1050.00",
                        "ann 2026-04 1000.00",
                        "ben 2026-03 1000.00",
                        "cho 2026-03 1000.00",
                        "cho 2026-04 1000.00");
        Ran quarters = known(
                Stream.concat(Stream.of(both), Stream.of("--every", "quarter")).toArray(String[]::new));
        assertThat(quarters.err())
                .contains("kpi: --pay: no target that s@1 looks at has periods of a quarter. Maybe --every month.\n");
        assertThat(quarters.out()).endsWith("Pay: nobody has a statement for periods of this length.\n");
    }

    private static void assertOneLine(Ran ran, int status, String start) {
        assertThat(ran.err()).startsWith("kpi: " + start).endsWith(".\n");
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains(" Maybe ");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.status()).isEqualTo(status);
    }

    @Test
    void aSchemeThatLooksAtAPlanNeedsOne() throws IOException {
        assertOneLine(
                known("--pay", schemeFile(OF_WINS)),
                2,
                "--pay (s@1): pays for attainments or scores, which need a plan. Maybe --plan FILE.");
    }

    @Test
    void aPlanOfTeamsNeedsAnOrganization() throws IOException {
        assertOneLine(
                report("--plan", planFile()),
                2,
                "--plan (target wins of reps-of:north): needs to know the teams. Maybe --organization FILE.");
    }

    @Test
    void csvHasNoPlaceForPlanOrPay() throws IOException {
        assertOneLine(
                known("--format", "csv", "--plan", planFile()),
                2,
                "--format (csv): has a row for each figure, and no place for plan or pay. Maybe json, or leave out --plan.");
        assertOneLine(known("--format", "csv", "--pay", schemeFile(SCHEME)), 2, "--format (csv): has a row");
    }

    @Test
    void whatIsMalformedIsRefusedWithItsPath() throws IOException {
        Path plan = file("plan.json", PLAN.replace("\"atLeast\":0.5", "\"atLest\":0.5"));
        assertOneLine(known("--plan", plan.toString()), 3, "--plan " + plan + ": versions[0].targets[0].goal.atLest (");
        Path pay = file("pay.json", SCHEME.replace("\"rate\"", "\"rat\""));
        assertOneLine(known("--pay", pay.toString()), 3, "--pay " + pay + ": components[0].curve.marginal[0].rat");
        String none = folder.resolve("none.json").toString();
        assertOneLine(known("--plan", none), 3, none + " (input): cannot be read: there is no such");
        Path unknown = file("pay.json", SCHEME.replace("\"revenue\"", "\"revenu\""));
        assertOneLine(
                known("--pay", unknown.toString()), 3, "--pay " + unknown + ": indicator (revenu): there is none");
    }

    @Test
    void periodsOfAnotherFiscalYearAreRefused() throws IOException {
        assertOneLine(
                known("--plan", planFile(), "--fiscal-start", "2"),
                3,
                "--plan " + folder.resolve("plan.json") + ": versions[0].targets[1].period (\"2026-Q2\")");
    }

    @Test
    void errorsThatTheLinterFindsAreSaid() throws IOException {
        String swapped = file(
                        "plan.json", PLAN.replace("\"currency\":\"EUR\"", "\"currency\":\"EUR\",\"stretch\":\"200\""))
                .toString();
        Ran ran = known("--plan", swapped);
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("kpi: --plan: target cash (stretch 200): must not be below the goal 300.");
        assertThat(known("--plan", planFile()).err()).doesNotContain("--plan");
    }

    @Test
    void aPlanIsNeverOverwritten() throws IOException {
        for (String option : List.of("--plan", "--pay")) {
            String file = option.equals("--plan") ? planFile() : schemeFile(SCHEME);
            assertOneLine(known(option, file, "-o", file), 2, "-o (" + file + "): must not be a file that is read");
        }
    }

    @Test
    void theTablesFitTheWidthAndSayWhatTheyLeaveOut() throws IOException {
        for (int width : new int[] {64, 80, 100, 140, 200}) {
            String out = known("--plan", planFile(), "--pay", schemeFile(SCHEME), "--width", String.valueOf(width))
                    .out();
            String below = out.substring(out.indexOf("Plan p"));
            assertThat(below.lines().filter(line -> Shown.width(line) > width)).isEmpty();
            assertThat(below.contains("not shown at width " + width)).isEqualTo(width < 100);
        }
    }

    @Test
    void colourIsForTerminalsOnly() throws IOException {
        String[] words = {"report", "-", "--as-of", MID_APRIL, "--pay", schemeFile(SCHEME)};
        byte[] input = EVENTS.getBytes(StandardCharsets.UTF_8);
        String colourful = Ran.in(input, Map.of(), true, words).out();
        String plain = Ran.in(input, Map.of(), false, words).out();
        assertThat(colourful.substring(colourful.indexOf("Pay by"))).contains("\u001b[1m", "\u001b[2m");
        assertThat(colourful.replaceAll("\u001b\\[[0-9]m", "")).isEqualTo(plain);
    }

    @Test
    void namesThatCouldSteerATerminalAreWrittenOut() throws IOException {
        String odd = plan(target("t\\u001b", "win-rate", "rep:x\\u001b[2J", "'period':'2026-03'", "0.5"));
        Ran ran = report("--plan", file("plan.json", odd).toString(), "--pay", schemeFile(SCHEME), "--width", "200");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("x\\u001b[2J").doesNotContain("\u001b");
    }

    @Test
    void withoutATargetThatHadBegunThePlanSaysSo() throws IOException {
        String next = file("plan.json", plan(target("t", "win-rate", "company", "'period':'2027-03'", "0.5")))
                .toString();
        assertThat(report("--plan", next).out()).contains("Plan p: no target with a period that had begun is shown\n");
        String none = file("none.json", plan()).toString();
        assertThat(report("--plan", none, "--format", "json").json().get("plan"))
                .isEmpty();
    }
}
