package io.github.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What samples/README.md says of the plan and the pay of the simulated team, read off reports. */
class SimulatedPlanTest {
    private static final String MID_JUNE = "2026-06-12T00:00:00Z";
    private static final JsonNode OVER = report(Samples.JULY);
    private static final JsonNode UNDER_WAY = report(MID_JUNE);

    private static JsonNode report(String asOf) {
        List<String> words = new ArrayList<>(List.of("report", Samples.SIMULATED_TEAM.toString()));
        words.addAll(Samples.ABOUT_THE_TEAM);
        words.addAll(Samples.PLAN_AND_PAY);
        words.addAll(List.of("--as-of", asOf, "--every", "quarter", "--indicators", "revenue", "--format", "json"));
        Ran ran = Ran.kpi(words.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        return ran.json();
    }

    private static JsonNode compared(JsonNode report, String target, String who, String period) {
        return report.get("plan")
                .valueStream()
                .filter(each -> each.get("target").stringValue().equals(target)
                        && each.get("who").stringValue().equals(who)
                        && each.get("period").stringValue().equals(period))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + target + " of " + who + " in " + period));
    }

    private static Set<String> all(JsonNode report, String field) {
        Set<String> all = new TreeSet<>();
        report.get("plan").forEach(each -> all.add(each.get(field).stringValue()));
        return all;
    }

    private static String status(JsonNode report, String target, String who, String period) {
        return compared(report, target, who, period).get("status").stringValue();
    }

    private static JsonNode paid(String rep, String period) {
        return OVER.get("pay")
                .valueStream()
                .filter(each -> each.get("rep").stringValue().equals(rep)
                        && each.get("period").stringValue().equals(period))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode line(String rep, String period, String id) {
        return paid(rep, period)
                .get("lines")
                .valueStream()
                .filter(each -> each.get("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal amount(JsonNode object, String field) {
        return new BigDecimal(object.get(field).asString());
    }

    @Test
    void allSevenIndicatorsAreHeldAgainstATarget() {
        assertThat(all(OVER, "indicator"))
                .contains(
                        "response-time@1",
                        "contact-quality@1",
                        "follow-ups@1",
                        "email-links@1",
                        "social-use@1",
                        "material-use@1",
                        "win-rate@1",
                        "activities/call@1",
                        "activities/meeting@1",
                        "activities/presentation@1",
                        "revenue@1");
    }

    @Test
    void everyStatusOccursOnceAPeriodIsUnderWay() {
        assertThat(all(UNDER_WAY, "status"))
                .containsExactly("ACHIEVED", "AHEAD", "AT_RISK", "BEHIND", "MISSED", "ON_TRACK", "STRETCHED");
    }

    @Test
    void theSecondVersionRaisesTheQuotaFromApril() {
        assertThat(compared(OVER, "north-quota", "rep:alice", "2026-Q1").get("goal"))
                .isEqualTo(Ran.json("{\"atLeast\":\"20000\"}"));
        assertThat(compared(OVER, "north-quota", "rep:alice", "2026-Q2").get("goal"))
                .isEqualTo(Ran.json("{\"atLeast\":\"25000\"}"));
    }

    @Test
    void borisAnswersAsHeWasCoachedToAndSellsLittle() {
        assertThat(status(OVER, "boris-answers", "rep:boris", "2026-Q2")).isEqualTo("ACHIEVED");
        JsonNode quota = compared(OVER, "north-quota", "rep:boris", "2026-Q2");
        assertThat(quota.get("status").stringValue()).isEqualTo("MISSED");
        assertThat(quota.get("belowThreshold").booleanValue()).isTrue();
    }

    @Test
    void claraFollowsUpTooOftenForTheBandAndSellsUpToTheCap() {
        JsonNode band = compared(OVER, "north-follow-ups", "rep:clara", "2026-Q2");
        assertThat(band.get("status").stringValue()).isEqualTo("MISSED");
        assertThat(amount(band, "deviation")).isPositive();
        assertThat(paid("clara", "2026-Q2").get("total").stringValue()).isEqualTo("12000.00");
        assertThat(amount(line("clara", "2026-Q2", "cap"), "amount")).isNegative();
    }

    @Test
    void henryHasNoBonusSinceHisGateIsClosed() {
        assertThat(line("henry", "2026-Q2", "bonus").get("unpaid").stringValue())
                .startsWith("closed gate: win-rate@1 at least 0.2");
        assertThat(amount(line("henry", "2026-Q2", "bonus"), "amount")).isZero();
    }

    @Test
    void katyaHasPartOfAQuotaInHerFirstQuarterAndARampInHerSecond() {
        BigDecimal share = amount(compared(OVER, "west-quota", "rep:katya", "2026-Q1"), "share");
        assertThat(share).isBetween(new BigDecimal("0.55"), new BigDecimal("0.6"));
        JsonNode bonus = line("katya", "2026-Q2", "bonus");
        assertThat(bonus.get("words").stringValue()).contains("x 0.583333333333333 of the ramp");
        assertThat(line("jonas", "2026-Q2", "bonus").get("words").stringValue()).contains("x 1 of the ramp");
    }

    @Test
    void liamOwesTheQuotaOfTheDaysUntilHeLeft() {
        JsonNode quota = compared(OVER, "west-quota", "rep:liam", "2026-Q2");
        assertThat(amount(quota, "share")).isBetween(new BigDecimal("0.6"), new BigDecimal("0.67"));
    }

    @Test
    void inMidJuneTheCompanyIsAheadOfItsSeasonAndNorthOfHalfItsMeetings() {
        JsonNode season = compared(UNDER_WAY, "company-revenue", "company", "2026-H1");
        assertThat(season.get("status").stringValue()).isEqualTo("AHEAD");
        assertThat(amount(season, "expectedByNow")).isEqualByComparingTo("501200");
        assertThat(status(OVER, "company-revenue", "company", "2026-H1")).isEqualTo("STRETCHED");
        JsonNode meetings = compared(UNDER_WAY, "north-meetings", "team:north", "2026-06");
        assertThat(amount(meetings, "attainment")).isLessThan(new BigDecimal("0.5"));
        assertThat(meetings.get("status").stringValue()).isEqualTo("AHEAD");
    }

    @Test
    void mostWinRatesOfAQuarterAreWithinNoise() {
        List<JsonNode> rates = OVER.get("plan")
                .valueStream()
                .filter(each -> each.get("indicator").stringValue().equals("win-rate@1"))
                .toList();
        long noisy = rates.stream()
                .filter(each -> each.get("withinNoise").booleanValue())
                .count();
        assertThat(noisy).isGreaterThan(rates.size() * 3L / 4);
    }
}
