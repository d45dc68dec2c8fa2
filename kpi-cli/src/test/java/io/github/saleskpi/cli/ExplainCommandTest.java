package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code kpi explain}, most of it on the first steps, whose README tells the same in words. */
class ExplainCommandTest {
    private static final String INPUT = Samples.FIRST_STEPS.toString();

    @TempDir
    private Path folder;

    private static Ran explain(String indicator, String who, String period, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "explain",
                INPUT,
                "--indicator",
                indicator,
                "--who",
                who,
                "--period",
                period,
                "--as-of",
                Samples.APRIL));
        words.addAll(List.of(more));
        return Ran.kpi(words.toArray(String[]::new));
    }

    private static String text(String indicator, String who, String period, String... more) {
        Ran ran = explain(indicator, who, period, more);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        return ran.out();
    }

    // The first steps, rule by rule

    @Test
    void theWinRateOfAnnIsTheTwoThatSheWonAndOneIsStillOpen() {
        assertThat(text("win-rate", "rep:ann", "2026-03"))
                .startsWith("""
                        win-rate@1 of rep:ann in 2026-03

                        win-rate: 100.0 % (95 %: 34–100 %, n 2)
                            2 won / (2 won + 0 lost) = 1
                            which is: won / (won + lost), each opportunity once, at its last close
                        won: 2 (n 2)
                            2 won
                        """)
                .contains("""

                        counted: 2
                            opportunity:o1: o1-won (opportunityMoved, 2026-03-16 10:00:00), for ann
                                adds 12000 EUR of closed-amount, 1 won, 12000 EUR of won-amount, 1209600 s of cycle
                                with o1-open (opportunityOpened, 2026-03-02 10:00:00)
                            opportunity:o4: o4-won (opportunityMoved, 2026-03-25 09:00:00), for ann
                                adds 8000 EUR of closed-amount, 1 won, 8000 EUR of won-amount, 1814400 s of cycle
                                with o4-open (opportunityOpened, 2026-03-04 09:00:00)
                        """)
                .contains("""

                        left out as still-open (not closed yet): 1
                            opportunity:o7: o7-open (opportunityOpened, 2026-03-09 09:00:00), shown for ann
                        """)
                .endsWith("""

                        context: 3, shown by --context

                        as of 2026-04-01 00:00:00, zone UTC
                        """);
    }

    @Test
    void eachRuleOfTheResponseTimeNamesTheFactsThatItLeftOut() {
        assertThat(text("response-time", "company", "2026-03"))
                .contains("    median of 9 lengths of wait, 3 of them censored = 4200 s\n")
                .contains("""

                        left out as day-precision (only the date is known of what starts or stops its clock): 1
                            request:q9: q9-in (requestReceived, 2026-03-10), shown for nobody

                        left out as duplicate-request (repeats another request): 1
                            request:q6b: q6-again (requestReceived, 2026-03-05 09:30:00), shown for nobody

                        left out as no-answer-needed (closed unanswered, for it needed no answer): 1
                            request:q5: q5-in (requestReceived, 2026-03-04 11:00:00), shown for nobody

                        left out as not-human (done by no human): 1
                            request:q1: q1-robot (messageSent, 2026-03-02 09:00:05), shown for nobody
                        """);
    }

    @Test
    void aWaitIsCreditedToWhoAnsweredAndProvedByTheAnswer() {
        assertThat(text("response-time:p90", "rep:boris", "2026-03"))
                .contains("""
                            request:q11: q11-in (requestReceived, 2026-03-12 10:00:00), for boris
                                adds 180 s of wait
                                with q11-answer (messageSent, 2026-03-12 10:03:00)
                        """)
                .contains("adds at least 86400 s of wait\n        with q4-gone (requestClosed,");
        assertThat(text("response-time", "rep:ann", "2026-03"))
                .contains("adds running since 2026-03-03T08:30:00Z of wait, 1 unanswered");
    }

    @Test
    void anInvalidOpportunityIsLeftOutAndNobodyHasARowOfItsOwn() {
        assertThat(text("win-rate", "rep:boris", "2026-03"))
                .contains(
                        "left out as invalid-opportunity (found to be no opportunity): 1\n    opportunity:o5: o5-open");
        assertThat(text("win-rate:lost", "rep:-", "2026-03"))
                .contains("lost: 1 (n 1)\n    1 lost\n")
                .contains("opportunity:o9: o9-lost (opportunityMoved, 2026-03-27 09:00:00), for nobody");
    }

    @Test
    void whatWasKnownAtATimeIsExplainedAsItWasKnown() {
        assertThat(text("response-time", "rep:carla", "2026-03", "--known-at", "2026-03-15T00:00:00Z"))
                .contains("running since 2026-03-11T09:00:00Z of wait")
                .contains("as of 2026-04-01 00:00:00, known at 2026-03-15 00:00:00, zone UTC");
        assertThat(text("response-time", "rep:carla", "2026-03")).contains("with q10-visit (meetingHeld,");
    }

    @Test
    void anAttributeIsExplainedByTheFactsThatHaveIt() {
        assertThat(text("win-rate", "product:drill", "2026-03")).contains("    1 won / (1 won + 1 lost) = 0.5\n");
    }

    @Test
    void theLengthOfThePeriodIsTakenFromItsName() {
        assertThat(text("win-rate:won", "company", "2026-Q1"))
                .contains("of company in 2026-Q1\n")
                .contains("won: 5 (n 5)");
        assertThat(text("win-rate:won", "company", "all")).contains("won: 5 (n 5)");
        assertThat(text("win-rate:won", "company", "FY2026-Q4", "--fiscal-start", "4"))
                .contains("won: 5 (n 5)");
    }

    @Test
    void contextIsShownOnRequest() {
        assertThat(text("win-rate", "rep:ann", "2026-03", "--context"))
                .contains(
                        "context, neither counted nor left out here: 3\n    opportunity:o1: o1-offer (opportunityMoved,");
    }

    @Test
    void timesAreLocalToTheZone() {
        assertThat(text("win-rate", "rep:ann", "2026-03", "--zone", "Europe/Sofia"))
                .contains("o1-won (opportunityMoved, 2026-03-16 12:00:00)");
    }

    @Test
    void aPeriodThatIsNotOverSaysSo() {
        Ran ran = Ran.kpi(
                "explain",
                INPUT,
                "--indicator",
                "win-rate",
                "--who",
                "company",
                "--period",
                "2026-03",
                "--as-of",
                "2026-03-17T12:00:00Z");
        assertThat(ran.out()).startsWith("win-rate@1 of company in 2026-03, which was not over\n");
    }

    // Long lists

    @Test
    void longListsAreCutWithACount() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 10; i < 45; i++) {
            lines.append("{\"type\":\"opportunityMoved\",\"id\":\"e" + i + "\",\"occurredAt\":\"2026-03-02T09:00:" + i
                    + "Z\",\"opportunityId\":\"o" + i + "\",\"status\":\"won\"}\n");
        }
        Path file = folder.resolve("many.ndjson");
        Files.writeString(file, lines);
        String[] words = {
            "explain", file.toString(), "--indicator", "win-rate:won", "--who", "company", "--period", "2026-03"
        };
        assertThat(Ran.kpi(words).out())
                .contains("counted: 35\n")
                .contains("o29: e29")
                .doesNotContain("o30: e30")
                .contains("    and 15 more, shown by --all\n");
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--all");
        assertThat(Ran.kpi(all.toArray(String[]::new)).out())
                .contains("o44: e44")
                .doesNotContain("more, shown by");
    }

    // JSON and files

    @Test
    void jsonIsForPrograms() {
        JsonNode json =
                explain("win-rate", "rep:ann", "2026-03", "--format", "json").json();
        assertThat(json.get("figures").get(0).get("numerator").intValue()).isEqualTo(2);
        assertThat(json.get("leftOut").get("still-open").intValue()).isEqualTo(1);
        assertThat(json.get("stories").get(0).get("counted").get(0).get("id").stringValue())
                .isEqualTo("o1-won");
    }

    @Test
    void theResultCanGoToAFile() throws Exception {
        Path file = folder.resolve("why.txt");
        assertThat(explain("win-rate", "rep:ann", "2026-03", "-o", file.toString())
                        .out())
                .isEmpty();
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(text("win-rate", "rep:ann", "2026-03"));
    }

    // Errors

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    win-rte      | rep:ann       | 2026-03    |                     | indicator (win-rte): there is none. Maybe
                    win-rate:won2| rep:ann       | 2026-03    |                     | companion (win-rate:won2): there is none. Maybe
                    win-rate     | ann           | 2026-03    |                     | --who (ann): must be company, or name a value
                    win-rate     | team:north    | 2026-03    |                     | --by (team): needs to know the teams. Maybe
                    win-rate     | channel:email | 2026-03    | --by rep            | --who (channel:email): must be company, or name a value of what --by tells apart: rep. Maybe
                    win-rate     | rep:ann       | 2026-03    | --by rep --by product | --who (rep:ann): must name a value of each of [rep, product]. Maybe
                    win-rate     | rep:ann       | 2026-13    |                     | period (2026-13): must be
                    win-rate     | rep:ann       | 2026-03    | --every quarter     | --period (2026-03): is not a quarter. Maybe leave --every out.
                    win-rate     | rep:ann       | 2026-03    | --format table      | --format (table): must be text or json. Maybe
                    """)
    void wrongUsageIsOneLine(String indicator, String who, String period, String more, String line) {
        Ran ran = explain(indicator, who, period, more == null ? new String[0] : more.split(" ", -1));
        assertThat(ran.err()).startsWith("kpi: " + line);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void whoAndPeriodAndIndicatorMustBeGiven() {
        Ran ran = Ran.kpi("explain", INPUT);
        assertThat(ran.err()).startsWith("kpi: the value of --who, the value of --period (absent): must be given.");
        assertThat(ran.status()).isEqualTo(2);
        Ran nothing = Ran.kpi("explain", INPUT, "--who", "rep:ann", "--period", "2026-03");
        assertThat(nothing.err())
                .isEqualTo(
                        "kpi: --indicator, --target, --component (absent): one of them must be given. Maybe --indicator win-rate.\n");
        assertThat(nothing.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rep:anne        | Maybe rep:ann.
                    rep:nobody-near | Maybe it is misspelt.
                    rep:b.olt       | Maybe rep:b.old.
                    product:drlil   | Maybe product:drill.
                    """)
    void aPlaceWithoutFactsIsNoErrorButAHintNamesTheNearest(String who, String hint) {
        Ran ran = explain("win-rate", who, "2026-03");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("win-rate: no data (n 0)");
        assertThat(ran.err())
                .isEqualTo("kpi: --who (" + who + "): nothing is counted or left out there in 2026-03. " + hint + "\n");
    }
}
