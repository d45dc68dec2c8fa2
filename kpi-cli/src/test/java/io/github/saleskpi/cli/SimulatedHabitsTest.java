package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What samples/README.md says of the simulated team, read off reports. */
class SimulatedHabitsTest {
    private static final JsonNode HALF = report("--every", "half");
    private static final JsonNode QUARTERS = report("--every", "quarter");
    private static final JsonNode MONTHS = report("--every", "month");

    private static JsonNode report(String... options) {
        List<String> words = new ArrayList<>(List.of("report", Samples.SIMULATED_TEAM.toString()));
        words.addAll(Samples.ABOUT_THE_TEAM);
        if (!List.of(options).contains("--as-of")) {
            words.addAll(List.of("--as-of", Samples.JULY));
        }
        words.addAll(List.of("--format", "json"));
        words.addAll(List.of(options));
        return Ran.kpi(words.toArray(String[]::new)).json();
    }

    private static Stream<JsonNode> cells(JsonNode report, String indicator) {
        return report.get("cells")
                .valueStream()
                .filter(cell -> cell.get("indicator").stringValue().equals(indicator + "@1"));
    }

    private static JsonNode cell(JsonNode report, String rep, String indicator, String period) {
        return cells(report, indicator)
                .filter(cell -> cell.get("rep").asString("").equals(rep)
                        && cell.get("period").stringValue().equals(period))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cell of " + rep + ", " + indicator + " and " + period));
    }

    private static double value(String rep, String indicator) {
        return cell(HALF, rep, indicator, "2026-H1").get("value").doubleValue();
    }

    private static JsonNode companion(String rep, String indicator, String name) {
        return cell(HALF, rep, indicator, "2026-H1").get("companions").get(name);
    }

    private static double companionValue(String rep, String indicator, String name) {
        return companion(rep, indicator, name).get("value").doubleValue();
    }

    private static double limit(String rep, String indicator, String side) {
        return cell(HALF, rep, indicator, "2026-H1").get(side).doubleValue();
    }

    /** Those whose value is such, by name. */
    private static List<String> reps(String indicator, Predicate<Double> value) {
        return cells(HALF, indicator)
                .filter(cell -> value.test(cell.get("value").doubleValue()))
                .map(cell -> cell.get("rep").asString("nobody"))
                .toList();
    }

    private static Set<String> repsOf(String period, String indicator) {
        return cells(MONTHS, indicator)
                .filter(cell -> cell.get("period").stringValue().equals(period))
                .map(cell -> cell.get("rep").asString("nobody"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aliceAnswersWithinHalfAnHour() {
        assertThat(value("alice", "response-time")).isLessThan(30 * 60);
        assertThat(companionValue("alice", "response-time", "within-1h")).isGreaterThan(0.6);
    }

    @Test
    void henryTakesADayAndForgetsOneRequestInSix() {
        double forgotten = companionValue("henry", "response-time", "unanswered")
                / companionValue("henry", "response-time", "requests");
        assertThat(value("henry", "response-time")).isGreaterThan(12 * 3600);
        assertThat(forgotten).isBetween(1 / 6.5, 1 / 5.5);
        assertThat(companion("henry", "response-time", "p90").get("undefined").stringValue())
                .isEqualTo("CENSORED");
    }

    @Test
    void aliceWinsMoreThanFourInTenAndHenrySoFewThatTheirLimitsAreApart() {
        assertThat(value("alice", "win-rate")).isGreaterThan(0.4);
        assertThat(limit("alice", "win-rate", "low")).isGreaterThan(limit("henry", "win-rate", "high"));
        assertThat(reps("win-rate", rate -> rate < 0.15)).containsExactly("henry");
    }

    @Test
    void irinasColdCallsLeadToTenTimesAsManyOpportunitiesAsDavids() {
        assertThat(value("irina", "contact-quality")).isGreaterThan(10 * value("david", "contact-quality"));
        assertThat(companionValue("david", "contact-quality", "cold-calls"))
                .isGreaterThan(1.3 * companionValue("irina", "contact-quality", "cold-calls"));
    }

    @Test
    void claraFollowsUpFiveTimesAndFrankNotEvenOnce() {
        assertThat(reps("follow-ups", mean -> mean > 4.5)).containsExactly("clara");
        assertThat(reps("follow-ups", mean -> mean < 1)).containsExactly("frank");
    }

    @Test
    void graceSendsSomethingToReadAndBorisDoesNot() {
        assertThat(reps("email-links", share -> share > 0.8)).containsExactly("grace");
        assertThat(reps("email-links", share -> share < 0.2)).containsExactly("boris");
    }

    @Test
    void elenaIsOnSocialNetworksFourDaysInFiveAndLiamOnlyLikes() {
        assertThat(reps("social-use", share -> share > 0.8)).containsExactly("elena");
        assertThat(value("liam", "social-use")).isLessThan(0.05);
        assertThat(companionValue("liam", "social-use", "activities"))
                .isGreaterThan(companionValue("elena", "social-use", "activities"));
    }

    @Test
    void katyaUsesHalfOfTheMaterialsAndHenryFewOfThem() {
        assertThat(reps("material-use", share -> share > 0.5)).containsExactly("katya");
        assertThat(value("henry", "material-use")).isLessThan(0.25);
        assertThat(companion("katya", "material-use", "unused-assets")
                        .get("value")
                        .toString())
                .contains("press-kit");
    }

    @Test
    void borisWasCoachedAtTheEndOfMarch() {
        double before =
                cell(QUARTERS, "boris", "response-time", "2026-Q1").get("value").doubleValue();
        double after =
                cell(QUARTERS, "boris", "response-time", "2026-Q2").get("value").doubleValue();
        assertThat(after).isLessThan(before / 2);
    }

    @Test
    void jonasWritesThingsDownLate() {
        JsonNode known =
                report("--every", "month", "--as-of", "2026-03-31T21:00:00Z", "--known-at", "2026-03-31T21:00:00Z");
        JsonNode later = report("--every", "month", "--as-of", "2026-03-31T21:00:00Z");
        assertThat(activities(known, "jonas")).isLessThan(activities(later, "jonas"));
        assertThat(activities(known, "clara")).isEqualTo(activities(later, "clara"));
    }

    private static int activities(JsonNode report, String rep) {
        return cell(report, rep, "contact-quality", "2026-03")
                .get("companions")
                .get("calls")
                .get("value")
                .intValue();
    }

    @Test
    void graceAndDavidChangedTeamsInApril() {
        JsonNode teams = report("--every", "quarter", "--by", "team", "--by", "rep", "--indicators", "social-use");
        assertThat(teamsOf(teams, "grace")).containsExactly("north 2026-Q2", "south 2026-Q1");
        assertThat(teamsOf(teams, "david")).containsExactly("north 2026-Q1", "west 2026-Q2");
        assertThat(teamsOf(teams, "alice")).containsExactly("north 2026-Q1", "north 2026-Q2");
    }

    private static List<String> teamsOf(JsonNode report, String rep) {
        return cells(report, "social-use")
                .filter(cell -> cell.get("rep").asString("").equals(rep))
                .map(cell -> cell.get("team").asString("none") + " "
                        + cell.get("period").stringValue())
                .toList();
    }

    @Test
    void katyaCameInFebruaryAndLiamLeftAtTheEndOfMay() {
        assertThat(repsOf("2026-01", "contact-quality")).contains("liam").doesNotContain("katya");
        assertThat(repsOf("2026-02", "contact-quality")).contains("katya");
        assertThat(repsOf("2026-05", "contact-quality")).contains("liam");
        assertThat(repsOf("2026-06", "contact-quality")).contains("katya").doesNotContain("liam");
    }

    @Test
    void irinaAnswersWhatLiamForgotSoHerMeanIsFarFromHerMedian() {
        assertThat(value("irina", "response-time")).isLessThan(3600);
        assertThat(companionValue("irina", "response-time", "mean"))
                .isGreaterThan(40 * value("irina", "response-time"));
    }

    @Test
    void borisHadAnotherAccountInJanuary() {
        assertThat(repsOf("2026-01", "response-time")).contains("boris").doesNotContain("boris.old");
        JsonNode known = report("--known-at", "2026-02-01T00:00:00Z", "--as-of", "2026-02-01T00:00:00Z");
        assertThat(cells(known, "contact-quality").map(cell -> cell.get("rep").asString("nobody")))
                .contains("boris.old")
                .doesNotContain("boris");
    }

    @Test
    void withoutRatesThereIsNoSumOfMoney() {
        JsonNode report = Ran.kpi(
                        "report",
                        Samples.SIMULATED_TEAM.toString(),
                        "--by",
                        "company",
                        "--every",
                        "half",
                        "--indicators",
                        "win-rate:won-amount",
                        "--as-of",
                        Samples.JULY,
                        "--format",
                        "json")
                .json();
        assertThat(report.get("cells").get(0).get("undefined").stringValue()).isEqualTo("MISSING_RATE");
        BigDecimal won =
                companion("alice", "win-rate", "won-amount").get("value").asDecimal();
        assertThat(won).isGreaterThan(new BigDecimal(100_000));
    }

    @Test
    void everyRuleThatLeavesEventsOutIsMet() {
        JsonNode leftOut = HALF.get("leftOut");
        assertThat(rules(leftOut, "response-time"))
                .contains("duplicate-request", "day-precision", "no-request", "no-answer-needed", "not-human");
        assertThat(rules(leftOut, "contact-quality"))
                .contains("not-human", "not-connected", "wrong-person", "unknown-person", "not-cold", "no-cold-call");
        assertThat(rules(leftOut, "follow-ups"))
                .contains("not-human", "same-contact", "after-close", "still-open", "invalid-opportunity");
        assertThat(rules(leftOut, "email-links"))
                .contains("orphan-click", "not-a-follow-up", "not-content", "suspected-bot", "internal-click")
                .contains("before-sending", "not-human", "invisible", "not-email", "repeated-message");
        assertThat(rules(leftOut, "social-use")).contains("not-human", "reaction", "not-a-working-day");
        assertThat(rules(leftOut, "material-use")).contains("not-human", "viewed-only", "not-in-catalogue");
        assertThat(rules(leftOut, "win-rate")).contains("still-open", "invalid-opportunity");
    }

    private static Set<String> rules(JsonNode leftOut, String indicator) {
        return new TreeSet<>(leftOut.get(indicator + "@1").propertyNames());
    }
}
