package io.github.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.TaskCompleted;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.PlanFactComparator;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class ScorecardWriterTest {
    private static final Instant MARCH_10 = Instant.parse("2026-03-10T09:00:00Z");
    private static final Schedule MARCH = Schedule.in(Period.month(2026, 3));
    private static final EventCounts COUNTS = new EventCounts(4, 4, 0, 0, 0);
    private static final Organization PEOPLE = Organization.builder()
            .employed("r1", LocalDate.parse("2026-01-01"), null)
            .employed("r2", LocalDate.parse("2026-03-12"), null)
            .build();
    private static final List<SalesEvent> EVENTS = List.of(
            OpportunityMoved.of(Header.of("a", MARCH_10).withRep("r1"), "o1", OpportunityMoved.Status.WON),
            OpportunityMoved.of(Header.of("b", MARCH_10).withRep("r1"), "o2", OpportunityMoved.Status.LOST),
            PaymentReceived.of(Header.of("c", MARCH_10).withRep("r1"), "p", BigMoney.parse("EUR 5000.50")),
            new TaskCompleted(Header.of("d", MARCH_10).withRep("r2"), "k", "visit"));

    private static final Target WIN_RATE =
            Target.of("w", Indicators.WIN_RATE, Audience.rep("r1"), MARCH, Goal.atLeast("0.35"));
    private static final Target REVENUE = Target.of(
                    "m", Indicators.REVENUE, Audience.rep("r1"), MARCH, Goal.atLeast("22000"), CurrencyUnit.EUR)
            .withThreshold("2200");
    private static final Target VISITS =
            Target.of("v", Indicators.tasks("visit"), Audience.rep("r2"), MARCH, Goal.within("10", "20"));

    private static KpiReport report(String asOf) {
        KpiQuery query = KpiQuery.builder()
                .indicators(Indicators.WIN_RATE, Indicators.REVENUE, Indicators.tasks("visit"))
                .groupBy(Dimension.REP)
                .organization(PEOPLE)
                .build();
        return EVENTS.stream().collect(KpiEngine.of(query).collector(Viewpoint.asOf(Instant.parse(asOf))));
    }

    private static String written(String asOf, Target... targets) {
        KpiReport report = report(asOf);
        Plan plan = Plan.of("p").with(LocalDate.parse("2026-01-01"), List.of(targets));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWriter.withJackson3()
                .withScorecard(PlanFactComparator.standard().compare(plan, report))
                .write(report, COUNTS, out);
        String text = out.toString(StandardCharsets.UTF_8);
        return text.substring(text.indexOf("\"plan\":["));
    }

    @Test
    void aComparisonAndAScoreStandOnALineEach() {
        assertThat(written("2026-04-01T00:00:00Z", WIN_RATE)).isEqualTo("""
                "plan":[
                {"target":"w","who":"rep:r1","period":"2026-03","indicator":"win-rate@1","unit":"ratio","goal":{"atLeast":0.35},"fact":0.5,"deviation":0.15,"attainment":1.42857142857143,"status":"ACHIEVED","withinNoise":true,"belowThreshold":false}],"scores":[
                {"who":"rep:r1","period":"2026-03","score":1.42857142857143,"noData":[]}]}
                """);
    }

    @Test
    void moneyIsExactTextAndWhatAccruesHasItsPace() {
        assertThat(written("2026-03-16T00:00:00Z", REVENUE))
                .startsWith(
                        "\"plan\":[\n{\"target\":\"m\",\"who\":\"rep:r1\",\"period\":\"2026-03\",\"indicator\":\"revenue@1\","
                                + "\"unit\":\"money\",\"currency\":\"EUR\",\"goal\":{\"atLeast\":\"22000\"},\"threshold\":\"2200\","
                                + "\"fact\":\"5000.5\",\"deviation\":\"-16999.5\",\"attainment\":0.227295454545455,"
                                + "\"elapsed\":0.454545454545455,\"expectedByNow\":\"10000\",\"projection\":\"11001.1\","
                                + "\"remainingDays\":12,\"requiredPace\":\"1416.625\",\"status\":\"AT_RISK\","
                                + "\"withinNoise\":false,\"belowThreshold\":false}]");
    }

    @Test
    void aProRatedCountHasTheDigitsOfADecimalAndABandHasBothLimits() {
        assertThat(written("2026-03-12T00:00:00Z", VISITS))
                .contains(
                        "\"goal\":{\"within\":[6.36363636363636,12.7272727272727]},\"share\":0.636363636363636,\"fact\":1,")
                .contains("\"elapsed\":0,\"expectedByNow\":[0,0],\"remainingDays\":14,\"status\":\"ON_TRACK\"");
    }

    @Test
    void anUndefinedFactSaysWhyAndIsListed() {
        Target other = Target.of("x", Indicators.WIN_RATE, Audience.rep("r2"), MARCH, Goal.atLeast("0.35"));
        assertThat(written("2026-04-01T00:00:00Z", other))
                .contains("\"fact\":null,\"undefined\":\"NO_DATA\",\"deviation\":null,\"attainment\":null,"
                        + "\"status\":\"NO_DATA\"")
                .endsWith(
                        "\"scores\":[\n{\"who\":\"rep:r2\",\"period\":\"2026-03\",\"score\":null,\"noData\":[\"x\"]}]}\n");
    }

    @Test
    void aFactThatWasReadWithinATeamNamesItAndOneThatWasNotSaysWhy() {
        Indicator share =
                Indicator.shareOfTeam("share", Indicators.tasks("visit")).build();
        Organization people = Organization.builder()
                .team("north", null)
                .team("south", null)
                .member("r1", "north", LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-05"))
                .member("r1", "south", LocalDate.parse("2026-03-05"), null)
                .member("r2", "south", LocalDate.parse("2026-01-01"), null)
                .build();
        Plan plan = Plan.of("p")
                .with(
                        LocalDate.parse("2026-01-01"),
                        List.of(
                                Target.of("a", share, Audience.rep("r1"), MARCH, Goal.atLeast("0.2")),
                                Target.of("b", share, Audience.rep("r2"), MARCH, Goal.atLeast("0.2"))));
        KpiQuery base =
                KpiQuery.builder().indicators(share).organization(people).build();
        KpiLedger ledger = KpiEngine.of(base).newLedger();
        EVENTS.forEach(ledger::add);
        Viewpoint april = Viewpoint.asOf(Instant.parse("2026-04-01T00:00:00Z"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWriter.withJackson3()
                .withScorecard(PlanFactComparator.standard().compare(plan, ledger, base, april))
                .write(ledger.report(april), COUNTS, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("{\"target\":\"a\",\"who\":\"rep:r1\",\"period\":\"2026-03\",\"indicator\":\"share@1\","
                        + "\"unit\":\"ratio\",\"goal\":{\"atLeast\":0.2},\"fact\":null,"
                        + "\"undefined\":\"NOT_APPLICABLE\",\"notes\":[\"several-teams:north, south\"],")
                .contains("{\"target\":\"b\",\"who\":\"rep:r2\",\"team\":\"south\",\"period\":\"2026-03\","
                        + "\"indicator\":\"share@1\",\"unit\":\"ratio\",\"goal\":{\"atLeast\":0.2},\"fact\":1,");
    }

    @Test
    void comparisonsAndScoresAreSortedByScopePeriodAndTarget() {
        assertThat(written("2026-04-01T00:00:00Z", WIN_RATE, VISITS, REVENUE).lines())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("\"plan\":["),
                        line -> assertThat(line).contains("\"target\":\"m\""),
                        line -> assertThat(line).contains("\"target\":\"w\""),
                        line -> assertThat(line).contains("\"target\":\"v\""),
                        line -> assertThat(line).startsWith("{\"who\":\"rep:r1\""),
                        line -> assertThat(line).startsWith("{\"who\":\"rep:r2\""));
    }

    @Test
    void withoutAPlanTheReportSaysNothingOfOne() {
        KpiReport report = report("2026-04-01T00:00:00Z");
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ReportWriter.withJackson3().write(report, COUNTS, plain);
        assertThat(plain.toString(StandardCharsets.UTF_8))
                .doesNotContain("\"plan\"")
                .doesNotContain("\"scores\"");
    }
}
