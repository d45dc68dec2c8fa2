package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SamplesTest {
    private static final String FIRST_STEPS = Samples.FIRST_STEPS.toString();
    private static final String SIMULATED_TEAM = Samples.SIMULATED_TEAM.toString();

    record Golden(String name, List<String> words) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Golden> goldens() {
        return Stream.of(
                new Golden("first-steps.txt", List.of(FIRST_STEPS, "--as-of", Samples.APRIL)),
                new Golden("first-steps.json", List.of(FIRST_STEPS, "--as-of", Samples.APRIL, "--format", "json")),
                new Golden(
                        "first-steps-known.txt",
                        List.of(FIRST_STEPS, "--as-of", Samples.APRIL, "--known-at", "2026-03-15T00:00:00Z")),
                new Golden(
                        "first-steps-by-product.txt",
                        List.of(FIRST_STEPS, "--as-of", "2026-03-17T12:00:00Z", "--by", "product", "--by", "rep")),
                new Golden(
                        "simulated-team-halves.txt",
                        List.of(SIMULATED_TEAM, "--as-of", Samples.JULY, "--every", "half")),
                new Golden(
                        "simulated-team-months.txt",
                        List.of(SIMULATED_TEAM, "--as-of", Samples.JULY, "--by", "company")),
                new Golden(
                        "simulated-team-quarters.json",
                        List.of(SIMULATED_TEAM, "--as-of", Samples.JULY, "--every", "quarter", "--format", "json")),
                new Golden(
                        "simulated-team-company.txt",
                        aboutTheTeam("--indicators", "all", "--by", "company", "--width", "300")),
                new Golden(
                        "simulated-team-north.txt",
                        aboutTheTeam(
                                "--indicators",
                                "all",
                                "--every",
                                "quarter",
                                "--by",
                                "team",
                                "--by",
                                "rep",
                                "--who",
                                "team:north")),
                new Golden(
                        "simulated-team-pay.txt",
                        aboutTheTeam(Stream.of(
                                        List.of(
                                                "--indicators",
                                                "revenue",
                                                "--every",
                                                "quarter",
                                                "--from",
                                                "2026-04-01"),
                                        List.of("--by", "team", "--by", "rep", "--who", "team:west"),
                                        Samples.PLAN_AND_PAY)
                                .flatMap(List::stream)
                                .toArray(String[]::new))),
                new Golden(
                        "both-all.txt",
                        List.of(FIRST_STEPS, SIMULATED_TEAM, "--every", "all", "--zone", "Europe/Sofia")));
    }

    private static List<String> aboutTheTeam(String... more) {
        return Stream.of(List.of(SIMULATED_TEAM, "--as-of", Samples.JULY), Samples.ABOUT_THE_TEAM, List.of(more))
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void theReportIsTheOneThatWasFoundRight(Golden golden) throws IOException {
        List<String> words = new ArrayList<>(List.of("report"));
        words.addAll(golden.words());
        if (!words.contains("--indicators")) {
            words.addAll(List.of("--indicators", "response-time,win-rate"));
        }
        Ran ran = Ran.kpi(words.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).isEqualTo(Samples.golden(golden.name(), ran.out()));
    }

    @Test
    void theFirstStepsSayWhatTheirPageSays() {
        JsonNode report = Ran.kpi(
                        "report",
                        "--indicators",
                        "response-time,win-rate",
                        FIRST_STEPS,
                        "--as-of",
                        Samples.APRIL,
                        "--format",
                        "json")
                .json();
        assertThat(cell(report, "boris", "response-time@1").get("value").intValue())
                .isEqualTo(40 * 60);
        assertThat(cell(report, "ann", "response-time@1").get("value").intValue())
                .isEqualTo(3600);
        assertThat(companion(cell(report, "carla", "response-time@1"), "p90")).isEqualTo("10800");
        assertThat(cell(report, null, "response-time@1").get("undefined").stringValue())
                .isEqualTo("CENSORED");
        assertThat(companion(cell(report, "ann", "win-rate@1"), "won-amount")).isEqualTo("20000");
        assertThat(companion(cell(report, "carla", "win-rate@1"), "won")).isEqualTo("2");
        assertThat(companion(cell(report, "boris", "win-rate@1"), "cycle-time")).isEqualTo("1728000");
        assertThat(companion(cell(report, null, "win-rate@1"), "lost")).isEqualTo("1");
        assertThat(report.get("leftOut")).isEqualTo(Ran.json("""
                                {"response-time@1":{"day-precision":1,"duplicate-request":1,"no-answer-needed":1,"not-human":1},
                                 "win-rate@1":{"invalid-opportunity":1,"still-open":2}}"""));
        assertThat(report.get("events"))
                .isEqualTo(Ran.json("{\"read\":54,\"accepted\":52,\"duplicates\":2,\"conflicts\":1,\"rejected\":0}"));
    }

    @Test
    void theCompanyOfTheFirstStepsIsTheSumOfItsRows() {
        JsonNode company = Ran.kpi(
                        "report",
                        "--indicators",
                        "response-time,win-rate",
                        FIRST_STEPS,
                        "--as-of",
                        Samples.APRIL,
                        "--by",
                        "company",
                        "--format",
                        "json")
                .json()
                .get("cells");
        assertThat(company.get(0)
                        .get("companions")
                        .get("within-1h")
                        .get("numerator")
                        .intValue())
                .isEqualTo(4);
        assertThat(company.get(0).get("sample").intValue()).isEqualTo(9);
        assertThat(company.get(1).get("numerator").intValue()).isEqualTo(5);
        assertThat(company.get(1).get("denominator").intValue()).isEqualTo(7);
    }

    private static JsonNode cell(JsonNode report, String rep, String indicator) {
        for (JsonNode cell : report.get("cells")) {
            boolean isRep = rep == null
                    ? cell.get("rep").isNull()
                    : cell.get("rep").asString("").equals(rep);
            if (isRep && cell.get("indicator").stringValue().equals(indicator)) {
                return cell;
            }
        }
        throw new AssertionError("no cell of " + rep + " and " + indicator);
    }

    private static String companion(JsonNode cell, String name) {
        return cell.get("companions").get(name).get("value").asString();
    }
}
