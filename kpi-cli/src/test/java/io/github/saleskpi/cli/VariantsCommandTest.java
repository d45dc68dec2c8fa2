package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code kpi variants}: definitions side by side. */
class VariantsCommandTest {
    private static Ran variants(String indicators, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "variants", Samples.FIRST_STEPS.toString(), "--as-of", Samples.APRIL, "--indicators", indicators));
        words.addAll(List.of(more));
        return Ran.kpi(words.toArray(String[]::new));
    }

    private static String text(String indicators, String... more) {
        Ran ran = variants(indicators, more);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        return ran.out();
    }

    @Test
    void eachRowShowsTheValuesAndTheFactsThatMakeTheDifference() {
        assertThat(text("win-rate,win-rate/first-close"))
                .contains("""
                        rep:ann, 2026-03
                            win-rate: 100.0 % (95 %: 34–100 %, n 2)
                                2 won / (2 won + 0 lost) = 1
                            win-rate/first-close: 50.0 % (95 %: 9–91 %, n 2)
                                1 won / (1 won + 1 lost) = 0.5
                            2 facts are told differently:
                            opportunity:o4: o4-lost (opportunityMoved, 2026-03-12 09:00:00)
                                win-rate: counted for ann, adds 1 won with o4-won
                                win-rate/first-close: counted for ann, adds 1 lost
                            opportunity:o4: o4-won (opportunityMoved, 2026-03-25 09:00:00)
                                win-rate: counted for ann, adds 1 won
                                win-rate/first-close: counted for ann, adds 1 lost with o4-lost

                        """)
                .contains("""
                        rep:boris, 2026-03
                            win-rate: 50.0 % (95 %: 9–91 %, n 2)
                                1 won / (1 won + 1 lost) = 0.5
                            win-rate/first-close: 50.0 % (95 %: 9–91 %, n 2)
                                1 won / (1 won + 1 lost) = 0.5
                            no fact differs

                        """)
                .endsWith("\nas of 2026-04-01 00:00:00, zone UTC\n");
    }

    @Test
    void whatOneLeavesOutAndAnotherCountsIsShownWithTheRule() {
        assertThat(text("response-time,response-time/answered-only", "--by", "company"))
                .contains("""
                            request:q4: q4-in (requestReceived, 2026-03-03 10:00:00)
                                response-time: counted for boris, adds at least 86400 s of wait
                                response-time/answered-only: left out as unanswered, shown for nobody
                        """);
    }

    @Test
    void oneIndicatorStandsForAllItsVariants() {
        assertThat(text("win-rate:won", "--by", "company"))
                .contains("    win-rate:won: 5 (n 5)\n")
                .contains("    win-rate/first-close:won: 4 (n 4)\n")
                .contains("    win-rate/with-stale(90):won: 5 (n 5)\n")
                .contains("    and 8 more, shown by --all\n");
        assertThat(text("win-rate:won", "--by", "company", "--all")).doesNotContain("more, shown by");
    }

    @Test
    void jsonHasAllFactsAndOnlyTheRowsOfWho() {
        JsonNode json = variants("win-rate,win-rate/first-close", "--format", "json", "--who", "rep:ann")
                .json();
        assertThat(json.get("variants")).isEqualTo(Ran.json("[\"win-rate@1\",\"win-rate/first-close@1\"]"));
        assertThat(json.get("rows")).hasSize(1);
        assertThat(json.at("/rows/0/rep").stringValue()).isEqualTo("ann");
        assertThat(json.at("/rows/0/values/1/arithmetic").stringValue()).isEqualTo("1 won / (1 won + 1 lost) = 0.5");
        assertThat(json.at("/rows/0/facts/0/id").stringValue()).isEqualTo("o4-lost");
        assertThat(json.at("/rows/0/facts/0/verdicts/1/0"))
                .isEqualTo(
                        Ran.json(
                                "{\"id\":\"o4-lost\",\"here\":true,\"period\":\"2026-03\",\"rep\":\"ann\",\"amounts\":[{\"measure\":\"lost\",\"amount\":1}]}"));
        JsonNode left = variants("response-time,response-time/answered-only", "--format", "json", "--who", "rep:boris")
                .json();
        assertThat(left.at("/rows/0/facts/0/verdicts/1/0/leftOut").stringValue())
                .isEqualTo("unanswered");
        assertThat(left.at("/rows/0/facts/0/verdicts/1/0/here").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    win-rate,response-time | --indicators (win-rate@1, response-time@1): must be variants of one indicator. Maybe win-rate,win-rate/first-close.
                    follow-ups             | --indicators (follow-ups@1): has no variants. Maybe win-rate or response-time.
                    win-rte                | indicator (win-rte): there is none. Maybe one of
                    """)
    void whatCannotBeHeldAgainstEachOtherIsOneLine(String indicators, String line) {
        Ran ran = variants(indicators);
        assertThat(ran.err()).startsWith("kpi: " + line);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }
}
