package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Goal.AttainmentRule;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.plan.Target.Spread;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
    private static final String WIN_RATE =
            "{\"id\":\"t1\",\"indicator\":\"win-rate\",\"who\":\"company\",\"period\":\"2026-Q1\",\"goal\":{\"atLeast\":0.35}}";
    private static final String REVENUE = """
            {"id":"t3","indicator":"revenue","who":"rep:r1","period":"2026-03","goal":{"atLeast":"20000"},"currency":"EUR",
             "stretch":"25000","threshold":"12000","attainment":"ratio","spread":"workingDays","prorate":true}""";
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final String AT = "versions[0].targets[0]";

    private static Plan read(String document) throws IOException {
        return KpiJackson3.readPlan(new ByteArrayInputStream(utf8(document)));
    }

    private static String plan(String... targets) {
        return "{\"id\":\"p\",\"versions\":[{\"effectiveFrom\":\"2026-01-01\",\"targets\":[" + String.join(",", targets)
                + "]}]}";
    }

    private static Target target(String target) throws IOException {
        return read(plan(target)).versions().get(0).targets().get(0);
    }

    private static void refused(String document, String message) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void targetRefused(String target, String message) {
        refused(plan(target), AT + message);
    }

    @Test
    void theExampleOfTheFormatIsRead() throws IOException {
        String each = """
                {"id":"t2","indicator":"response-time:within-1h","who":"reps-of:t1","every":"month","from":"2026-01-01","to":"2027-01-01",
                 "goal":{"atLeast":0.8},"weight":2}""";
        Plan expected = Plan.of("p")
                .with(
                        START,
                        List.of(
                                Target.of(
                                        "t1",
                                        Indicators.WIN_RATE,
                                        Audience.company(),
                                        Schedule.in(Period.quarter(2026, 1)),
                                        Goal.atLeast("0.35")),
                                Target.of(
                                                "t2",
                                                Indicators.named("response-time:within-1h"),
                                                Audience.repsOf("t1"),
                                                Schedule.every(Granularity.MONTH, START, START.plusYears(1)),
                                                Goal.atLeast("0.8"))
                                        .withWeight("2"),
                                Target.of(
                                                "t3",
                                                Indicators.REVENUE,
                                                Audience.rep("r1"),
                                                Schedule.in(Period.month(2026, 3)),
                                                Goal.atLeast("20000"),
                                                CurrencyUnit.EUR)
                                        .withStretch("25000")
                                        .withThreshold("12000")));
        assertThat(read(plan(WIN_RATE, each, REVENUE))).isEqualTo(expected);
    }

    @Test
    void aTargetIsForTheCompanyATeamARepOrTheRepsOfATeam() throws IOException {
        for (String who : List.of("company", "team:t1", "rep:r:1", "reps-of:Ж")) {
            assertThat(target(WIN_RATE.replace("company", who)).audience()).hasToString(who);
        }
        for (String who : List.of("", "rep", "rep:", "Company")) {
            targetRefused(
                    WIN_RATE.replace("company", who),
                    ".who (\"" + who + "\"): must be company, team:ID, rep:ID or reps-of:ID. Maybe an id is missing.");
        }
        targetRefused(
                WIN_RATE.replace("company", "reps:t1"),
                ".who (\"reps:t1\"): must be company, team:ID, rep:ID or reps-of:ID. Maybe rep.");
    }

    @Test
    void aRepIsAskedAboutWithinATeamWhereTheFigureNeedsOne() throws IOException {
        Indicator share = Indicator.shareOfTeam(
                        "share-of-team",
                        Indicator.count("calls").of(CallEnded.class).build())
                .build();
        String named = """
                {"id":"t","indicator":"share-of-team","who":"rep:r1","team":"north","period":"2026-Q1","goal":{"atLeast":0.2}}""";
        Target expected = Target.of(
                "t", share, Audience.repIn("r1", "north"), Schedule.in(Period.quarter(2026, 1)), Goal.atLeast("0.2"));
        assertThat(KpiJackson3.readPlan(
                                new ByteArrayInputStream(utf8(plan(named))), ReportingCalendar.utc(), name -> share)
                        .versions()
                        .get(0)
                        .targets())
                .containsExactly(expected);
        for (String who : List.of("company", "team:north", "reps-of:north")) {
            assertThatThrownBy(() -> KpiJackson3.readPlan(
                            new ByteArrayInputStream(utf8(plan(named.replace("rep:r1", who)))),
                            ReportingCalendar.utc(),
                            name -> share))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(AT + ".team (\"north\"): only a rep is asked about within a team, and who is " + who
                            + ". Maybe leave it out.");
        }
        targetRefused(
                named.replace("share-of-team", "win-rate"),
                ".team (\"north\"): only a figure that needs a team is asked of a rep within one, such as a share of the team."
                        + " Maybe leave it out.");
        assertThatThrownBy(() -> KpiJackson3.readPlan(
                        new ByteArrayInputStream(utf8(plan(named.replace("north", " ")))),
                        ReportingCalendar.utc(),
                        name -> share))
                .hasMessage(AT + ".team (\" \"): must not be blank. Maybe it was not filled in.");
    }

    @Test
    void goalsHaveFourForms() throws IOException {
        String exact = "{\"atLeast\":0.35}";
        assertThat(target(WIN_RATE.replace(exact, "{\"atMost\":\"0.5\"}")).goal())
                .isEqualTo(Goal.atMost("0.5"));
        assertThat(target(WIN_RATE.replace(exact, "{\"exactly\":1}")).goal()).isEqualTo(Goal.exactly("1"));
        assertThat(target(WIN_RATE.replace(exact, "{\"within\":[0.2,\"0.4\"]}")).goal())
                .isEqualTo(Goal.within("0.2", "0.4"));
        targetRefused(
                WIN_RATE.replace("atLeast", "atleast"),
                ".goal.atleast (0.35): must be a known field: atLeast, atMost, within, exactly. Maybe atLeast.");
        targetRefused(
                WIN_RATE.replace(exact, "{}"),
                ".goal (an object): must have one field: atLeast, atMost, within, exactly. Maybe within was meant for two"
                        + " limits.");
        targetRefused(
                WIN_RATE.replace(exact, "{\"atLeast\":1,\"atMost\":2}"),
                ".goal (an object): must have one field: atLeast, atMost, within, exactly. Maybe within was meant for two"
                        + " limits.");
        targetRefused(
                WIN_RATE.replace(exact, "{\"within\":[1]}"),
                ".goal.within (an array): must be two limits, such as [2, 5]. Maybe one is missing.");
        targetRefused(
                WIN_RATE.replace(exact, "{\"within\":[5,3]}"),
                ".goal.within (an array): the low limit must not exceed the high one. Maybe the two are swapped.");
        targetRefused(
                WIN_RATE.replace("0.35", "\"35 %\""),
                ".goal.atLeast (\"35 %\"): must be a decimal, such as \"1200.50\". Maybe it has a decimal comma, a"
                        + " thousands separator or a currency sign.");
    }

    @Test
    void periodsAreOneOrEveryOneOfARange() throws IOException {
        String once = "\"period\":\"2026-Q1\"";
        targetRefused(
                WIN_RATE.replace("2026-Q1", "2026-Q5"),
                ".period (\"2026-Q5\"): must be 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W10, 2026-03-02 or all. Maybe the"
                        + " fiscal start is another month.");
        targetRefused(
                WIN_RATE.replace("2026-Q1", "all"),
                ".period (\"all\"): a target needs a period with an end. Maybe a year was meant.");
        targetRefused(
                WIN_RATE.replace(once, "\"every\":\"months\",\"from\":\"2026-01-01\",\"to\":\"2026-02-01\""),
                ".every (\"months\"): must be one of day, week, month, quarter, half, year. Maybe month.");
        targetRefused(
                WIN_RATE.replace(once, "\"every\":\"month\",\"from\":\"2026-02-01\",\"to\":\"2026-02-01\""),
                ".to (\"2026-02-01\"): must be after from (2026-02-01), for it is exclusive. Maybe the two are swapped.");
        targetRefused(
                WIN_RATE.replace(once, "\"every\":\"month\",\"from\":\"2026-02-01\""),
                ".to (absent): is required. Maybe it has another name.");
        targetRefused(
                WIN_RATE.replace(once, once + ",\"every\":\"month\""),
                ".every (\"month\"): must not stand beside period. Maybe one of the two is a left-over.");
        targetRefused(
                WIN_RATE.replace(once, "\"from\":\"2026-02-01\""),
                ".period (absent): is required, or every, from and to. Maybe one of them has another name.");
    }

    @Test
    void periodsOfTheFiscalYearAreReadByItsCalendar() throws IOException {
        ReportingCalendar fiscal = new ReportingCalendar(ZoneOffset.UTC, Month.APRIL);
        Plan plan = KpiJackson3.readPlan(
                new ByteArrayInputStream(utf8(plan(WIN_RATE.replace("2026-Q1", "FY2026-Q1")))),
                fiscal,
                Indicators::named);
        assertThat(plan.versions().get(0).targets().get(0).schedule())
                .isEqualTo(Schedule.in(fiscal.periodOf(LocalDate.parse("2025-04-01"), Granularity.QUARTER)));
    }

    @Test
    void spreadsAreWorkingDaysCalendarDaysOrShares() throws IOException {
        String given = "\"workingDays\"";
        assertThat(target(REVENUE.replace(given, "\"calendarDays\"")).spread()).isEqualTo(Spread.overCalendarDays());
        assertThat(target(REVENUE.replace("true", "false")).spread())
                .isEqualTo(Spread.overWorkingDays().withoutProrating());
        assertThat(target(REVENUE.replace(given, "{\"shares\":[\"0.2\",0.8]}")).spread())
                .isEqualTo(Spread.inShares(
                        Stream.of("0.2", "0.8").map(BigDecimal::new).toList()));
        targetRefused(
                REVENUE.replace(given, "{\"shares\":[\"0.2\",\"0.7\"]}"),
                ".spread.shares (an array): must add up to 1, not 0.9. Maybe they are per cents.");
        targetRefused(
                REVENUE.replace(given, "\"workdays\""),
                ".spread (\"workdays\"): must be workingDays, calendarDays or shares, such as"
                        + " {\"shares\":[\"0.4\",\"0.6\"]}. Maybe a spelling differs.");
        targetRefused(
                REVENUE.replace("true", "\"yes\""),
                ".prorate (\"yes\"): must be true or false. Maybe it stands in quotes.");
    }

    @Test
    void whatDoesNotAccrueHasNoSpread() {
        targetRefused(
                WIN_RATE.replace("\"goal\"", "\"spread\":\"workingDays\",\"goal\""),
                ".spread (\"workingDays\"): a ratio that does not accrue is never spread nor pro-rated. Maybe leave it"
                        + " out.");
        targetRefused(
                WIN_RATE.replace("\"goal\"", "\"prorate\":false,\"goal\""),
                ".prorate (false): a ratio that does not accrue is never spread nor pro-rated. Maybe leave it out.");
    }

    @Test
    void moneyHasACurrencyAndNothingElseHas() {
        targetRefused(
                REVENUE.replace("\"currency\":\"EUR\",", ""),
                ".currency (absent): is required of money. Maybe the one of the rates.");
        targetRefused(
                WIN_RATE.replace("\"goal\"", "\"currency\":\"EUR\",\"goal\""),
                ".currency (\"EUR\"): only money has one, and this is a ratio. Maybe another indicator was meant.");
        targetRefused(
                REVENUE.replace("EUR", "eur"),
                ".currency (\"eur\"): must be the code of a known currency, such as \"EUR\". Maybe EUR.");
    }

    @Test
    void attainmentsHaveNames() throws IOException {
        assertThat(target(REVENUE.replace("ratio", "inverse")).attainment()).isEqualTo(AttainmentRule.INVERSE);
        targetRefused(
                REVENUE.replace("ratio", "ration"),
                ".attainment (\"ration\"): must be one of ratio, reduction, inverse, deviation, band. Maybe ratio.");
        targetRefused(
                REVENUE.replace("ratio", "band"), ".attainment (\"band\"): has no meaning for this goal. Maybe ratio.");
    }

    @Test
    void indicatorsAreFoundByTheirNames() throws IOException {
        assertThat(target(WIN_RATE.replace("win-rate", "activities/call")).indicator())
                .isSameAs(Indicators.named("activities/call"));
        targetRefused(
                WIN_RATE.replace("win-rate", "win-rate:wonn"),
                ".indicator (\"win-rate:wonn\"): there is none. Maybe one of won, lost, opened, won-amount, average-won,"
                        + " cycle-time.");
        assertThatThrownBy(() -> read(plan(WIN_RATE.replace("win-rate", "winrate"))))
                .hasMessageStartingWith(AT + ".indicator (\"winrate\"): there is none. Maybe one of response-time,");
        targetRefused(
                WIN_RATE.replace("win-rate", "material-use:unused-assets"),
                ".indicator (\"material-use:unused-assets\"): a list has no goal. Maybe a count was meant.");
    }

    @Test
    void weightsAreNotNegative() throws IOException {
        assertThat(target(WIN_RATE.replace("\"goal\"", "\"weight\":\"0.5\",\"goal\""))
                        .weight())
                .isEqualByComparingTo("0.5");
        targetRefused(
                WIN_RATE.replace("\"goal\"", "\"weight\":-1,\"goal\""),
                ".weight (-1): must not be negative. Maybe a sign is off.");
    }

    @Test
    void idsAndDatesOfVersionsStandOnce() {
        refused(
                plan(WIN_RATE, WIN_RATE),
                "versions[0].targets[1].id (\"t1\"): must be given once in a version. Maybe a number was not counted on.");
        String version = "{\"effectiveFrom\":\"2026-01-01\",\"targets\":[]}";
        refused(
                "{\"id\":\"p\",\"versions\":[" + version + "," + version + "]}",
                "versions[1].effectiveFrom (\"2026-01-01\"): there is a version from that date already. Maybe a date is"
                        + " off.");
        refused(plan().replace("\"p\"", "\" \""), "id (\" \"): must not be blank. Maybe it was not filled in.");
        targetRefused(WIN_RATE.replace("\"t1\"", "\"\""), ".id (\"\"): must not be empty. Maybe it was not filled in.");
    }

    @Test
    void missingAndUnknownFieldsAreRefusedWithANearName() {
        targetRefused(
                WIN_RATE.replace("\"goal\"", "\"wieght\":2,\"goal\""),
                ".wieght (2): must be a known field: id, indicator, who, goal, team, period, every, from, to,"
                        + " threshold, stretch, weight, attainment, currency, spread, prorate. Maybe weight.");
        targetRefused(
                WIN_RATE.replace("\"goal\"", "\"goals\""),
                ".goals (an object): must be a known field: id, indicator, who, goal, team, period, every, from, to,"
                        + " threshold, stretch, weight, attainment, currency, spread, prorate. Maybe goal.");
        targetRefused(
                WIN_RATE.replace("\"who\":\"company\",", ""), ".who (absent): is required. Maybe it has another name.");
        refused("{\"id\":\"p\"}", "versions (absent): is required. Maybe it has another name.");
        refused(
                plan().replace("targets", "target"),
                "versions[0].target (an array): must be a known field: effectiveFrom, targets. Maybe targets.");
    }
}
