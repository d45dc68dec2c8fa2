package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code kpi explain} of comparisons and of lines of pay, with a small plan and scheme for the first steps. */
class ExplainPlanTest {
    private static final String PLAN = """
            {"id":"p","versions":[{"effectiveFrom":"2026-01-01","targets":[
             {"id":"wins","indicator":"win-rate:won","who":"rep:ann","period":"2026-03","goal":{"atLeast":4},"threshold":1,"stretch":6},
             {"id":"rate","indicator":"win-rate","who":"company","every":"month","from":"2026-03-01","to":"2026-05-01","goal":{"atLeast":0.5}},
             {"id":"amount","indicator":"won-amount","who":"rep:ann","period":"2026-03","goal":{"atLeast":"16000"},"currency":"EUR","weight":3}]}]}
            """;
    private static final String PAY = """
            {"id":"s","version":1,"currency":"EUR","base":"1000","cap":"1900","rounding":{"mode":"half-up","scale":2},"components":[
             {"id":"commission","input":{"fact":"won-amount"},"curve":{"marginal":[{"from":"0","to":"15000","rate":"0.0333"},{"from":"15000","rate":"0.04"}]}},
             {"id":"bonus","input":{"attainment":"wins"},"pays":{"amount":"500"},
              "curve":{"linear":[{"at":"0","gives":"0"},{"at":"1","gives":"1"}]},"gates":[{"input":{"fact":"win-rate"},"atLeast":"0.2"}]},
             {"id":"prize","input":"score","pays":{"amount":"100"},"curve":{"step":[{"from":"0.5","rate":"1"}]}}]}
            """;

    @TempDir
    private Path folder;

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static Ran explain(String... more) {
        List<String> words =
                new ArrayList<>(List.of("explain", Samples.FIRST_STEPS.toString(), "--as-of", Samples.APRIL));
        words.addAll(List.of(more));
        return Ran.kpi(words.toArray(String[]::new));
    }

    private Ran target(String target, String who, String period, String... more) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("--plan", file("plan.json", PLAN), "--target", target, "--who", who, "--period", period));
        words.addAll(List.of(more));
        return explain(words.toArray(String[]::new));
    }

    private Ran pay(String component, String who, String period, String... more) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("--plan", file("plan.json", PLAN), "--pay", file("pay.json", PAY)));
        words.addAll(List.of("--component", component, "--who", who, "--period", period));
        words.addAll(List.of(more));
        return explain(words.toArray(String[]::new));
    }

    private static String text(Ran ran) {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        return ran.out();
    }

    // Comparisons

    @Test
    void aComparisonIsToldFromTheGoalInForceToItsStatusAndThenItsFact() throws IOException {
        assertThat(text(target("wins", "rep:ann", "2026-03")))
                .startsWith("""
                wins of rep:ann in 2026-03: MISSED
                    target of rep:ann on win-rate:won@1, in force from 2026-01-01
                    goal: at least 4
                    threshold: 1
                    stretch: 6
                    fact: 2
                    deviation: fact - goal = 2 - 4 = (-2)
                    attainment: fact / goal = 2 / 4 = 0.5
                    elapsed: 1 of the spread, and 0 working days remain
                    expected by now: at least 4
                    projection: fact / elapsed = 2 / 1 = 2
                    status: the period is over, and the goal is not met: MISSED

                win-rate:won@1 of rep:ann in 2026-03

                won: 2 (n 2)
                    2 won
                """)
                .contains("opportunity:o1: o1-won (opportunityMoved, 2026-03-16 10:00:00), for ann");
    }

    @Test
    void theSameOptionsHoldForTheComparisonAndForItsFact() throws IOException {
        assertThat(text(target("rate", "company", "2026-03", "--known-at", "2026-03-15T00:00:00Z")))
                .contains("    fact: 0\n")
                .contains("win-rate: 0.0 % (95 %: 0–79 %, n 1)\n    0 won / (0 won + 1 lost) = 0\n");
    }

    @Test
    void aComparisonInJsonHasItsArithmeticAndTheExplanationOfItsFact() throws IOException {
        JsonNode json =
                target("amount", "rep:ann", "2026-03", "--format", "json").json();
        JsonNode comparison = json.get("comparison");
        assertThat(comparison.get("target").stringValue()).isEqualTo("amount");
        assertThat(comparison.get("status").stringValue()).isEqualTo("ACHIEVED");
        assertThat(comparison.get("arithmetic").get(0))
                .isEqualTo(Ran.json("{\"name\":\"goal\",\"words\":\"at least 16000 EUR\"}"));
        assertThat(json.at("/explanation/indicator").stringValue()).isEqualTo("won-amount@1");
        assertThat(json.at("/explanation/figures/0/value").stringValue())
                .isEqualTo(comparison.get("fact").stringValue());
        assertThat(json.at("/explanation/stories")).hasSizeGreaterThanOrEqualTo(2);
    }

    // Pay

    @Test
    void aLineOfPayIsToldWithItsTierAndTheFactsBehindIt() throws IOException {
        assertThat(text(pay("commission", "rep:ann", "2026-03")))
                .startsWith("""
                        commission of ann in 2026-03: 699.50 EUR
                            won-amount@1 20000: 15000 x 0.0333 + 5000 x 0.04 = 699.5; pays 699.5
                            tier reached: [15000, ...)
                        """)
                .contains("\nwon-amount@1 of rep:ann in 2026-03\n\nwon-amount: 20000 EUR (n 2)\n");
    }

    @Test
    void aLineOnAnAttainmentShowsItsComparisonAndItsGate() throws IOException {
        assertThat(text(pay("bonus", "rep:ann", "2026-03")))
                .startsWith("bonus of ann in 2026-03: 250.00 EUR\n    attainment of wins 0.5: on the line from (0, 0)"
                        + " to (1, 1), 0.5; 0.5 of 500 = 250; open gate: win-rate@1 at least 0.2, is 1\n")
                .contains("\nwins of rep:ann in 2026-03: MISSED\n")
                .contains("\nwin-rate@1 of rep:ann in 2026-03\n")
                .contains("\nwin-rate:won@1 of rep:ann in 2026-03\n");
    }

    @Test
    void aLineOnTheScoreShowsItsTermsTheirComparisonsAndTheirFacts() throws IOException {
        assertThat(text(pay("prize", "rep:ann", "2026-03")))
                .contains("""

                        score
                            amount: 3 x 1.25 = 3.75
                            wins: 1 x 0.5 = 0.5
                            score: (3.75 + 0.5) / 4 = 1.0625
                        """)
                .contains("\namount of rep:ann in 2026-03: ACHIEVED\n")
                .contains("\nwon-amount@1 of rep:ann in 2026-03\n");
    }

    @Test
    void aLimitIsALineToo() throws IOException {
        assertThat(text(pay("cap", "rep:ann", "2026-03")))
                .isEqualTo("cap of ann in 2026-03: -149.50 EUR\n    at most 1900: 1900 - 2049.5 = -149.5\n");
    }

    @Test
    void payInJsonHasTheLineItsComparisonsAndTheExplanations() throws IOException {
        JsonNode json = pay("bonus", "rep:ann", "2026-03", "--format", "json").json();
        assertThat(json.get("rep").stringValue()).isEqualTo("ann");
        assertThat(json.at("/line/id").stringValue()).isEqualTo("bonus");
        assertThat(json.get("comparisons")).hasSize(1);
        assertThat(json.get("explanations")).hasSize(2);
        assertThat(json.at("/line/inputs").valueStream().map(input -> input.get("source")))
                .containsExactly(
                        Ran.json("{\"indicator\":\"win-rate:won@1\",\"who\":\"rep:ann\"}"),
                        Ran.json("{\"indicator\":\"win-rate@1\",\"who\":\"rep:ann\"}"));
        JsonNode prize = pay("prize", "rep:ann", "2026-03", "--format", "json").json();
        assertThat(prize.at("/score/arithmetic/2"))
                .isEqualTo(Ran.json("{\"name\":\"score\",\"words\":\"(3.75 + 0.5) / 4 = 1.0625\"}"));
    }

    // Errors

    private static void isOneLine(Ran ran, String line) {
        assertThat(ran.err()).isEqualTo("kpi: " + line + "\n");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wns  | rep:ann | 2026-03 | --target (wns): is not in the plan. Maybe wins.
                    zzz  | rep:ann | 2026-03 | --target (zzz): is not in the plan. Maybe amount or rate or wins.
                    wins | rep:anm | 2026-03 | --who (rep:anm): wins is not compared for them. Maybe rep:ann.
                    wins | rep:ann | 2026-04 | --period (2026-04): wins is not compared for rep:ann then. Maybe 2026-03.
                    """)
    void aTargetThatIsNotThereIsOneLineWithTheNearest(String target, String who, String period, String line)
            throws IOException {
        isOneLine(target(target, who, period), line);
    }

    @Test
    void aTargetWhoseTimeHasNotComeIsNotCompared() throws IOException {
        String[] words = {
            "explain",
            Samples.FIRST_STEPS.toString(),
            "--as-of",
            "2026-02-01T00:00:00Z",
            "--plan",
            file("plan.json", PLAN),
            "--target",
            "wins",
            "--who",
            "rep:ann",
            "--period",
            "2026-03"
        };
        isOneLine(
                Ran.kpi(words),
                "--target (wins): is compared for nobody yet, as none of its periods has begun. Maybe --as-of.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bonsu | rep:ann | 2026-03 | --component (bonsu): is not in scheme s. Maybe bonus.
                    floor | rep:ann | 2026-03 | --component (floor): is no line of ann in 2026-03. Maybe base or bonus or cap.
                    bonus | rep:bor | 2026-03 | --who (rep:bor): nothing is paid to them for 2026-03. Maybe rep:boris.
                    bonus | company | 2026-03 | --who (company): must be a rep, as only reps are paid. Maybe rep:NAME.
                    """)
    void aLineThatIsNotThereIsOneLineWithTheNearest(String component, String who, String period, String line)
            throws IOException {
        isOneLine(pay(component, who, period), line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --target t                            | --target (t): needs to know where it stands. Maybe --plan FILE.
                    --component c                         | --component (c): needs to know where it stands. Maybe --pay FILE.
                    --indicator win-rate --plan p.json    | --indicator (win-rate): needs no plan or pay scheme. Maybe --target was meant.
                    --indicator win-rate --pay p.json     | --indicator (win-rate): needs no plan or pay scheme. Maybe --component was meant.
                    --target t --plan p.json --pay p.json | --target (t): needs no pay scheme. Maybe --component was meant.
                    --indicator win-rate --target t       | --indicator, --target, --component (win-rate, t): one of them must be given. Maybe --indicator win-rate.
                    """)
    void optionsThatDoNotGoTogetherAreOneLine(String words, String line) {
        List<String> all = new ArrayList<>(List.of(words.split(" ", -1)));
        all.addAll(List.of("--who", "rep:ann", "--period", "2026-Q1"));
        isOneLine(explain(all.toArray(String[]::new)), line);
    }

    @Test
    void aSchemeThatLooksAtTargetsNeedsThePlan() throws IOException {
        isOneLine(
                explain(
                        "--pay",
                        file("pay.json", PAY),
                        "--component",
                        "bonus",
                        "--who",
                        "rep:ann",
                        "--period",
                        "2026-03"),
                "--pay (s@1): pays for attainments or scores, which need a plan. Maybe --plan FILE.");
    }
}
