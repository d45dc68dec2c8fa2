package io.github.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** The factories of indicators of facts that count one by one. */
class DraftTest {
    private static History calls(String... more) {
        return new History(
                        "03-02 09:00 r1 calls p1 MEETING_SET lasting=PT5M",
                        "03-02 10:00 r1 calls p2 BUSY",
                        "03-02 11:00 r2 calls p1 REACHED lasting=PT1H",
                        "03-02 12:00 r2 hears p3 MEETING_SET lasting=PT2M",
                        "03-02 13:00 bot:r2 calls p1 MEETING_SET")
                .and(more);
    }

    private static List<String> names(Indicator indicator) {
        return indicator.figures().stream().map(Figure::name).toList();
    }

    // Ratios

    @Test
    void fiveLinesMakeAnIndicator() {
        Indicator demos = Indicator.ratio("demo-rate")
                .of(CallEnded.class, call -> call.outcome() == CallOutcome.MEETING_SET)
                .over(CallEnded.class, call -> call.direction() == CallDirection.OUTBOUND)
                .humansOnly()
                .higherIsBetter()
                .build();
        assertThat(calls().byRep(demos, "demo-rate")).isEqualTo(Map.of("r1", "1/2", "r2", "0/1"));
        assertThat(calls().leftOut(demos)).isEqualTo(Map.of("not-human", 1L));
        assertThat(demos.id()).hasToString("demo-rate@1");
        assertThat(names(demos)).containsExactly("demo-rate", "part", "whole");
        assertThat(demos.primary().unit()).isEqualTo(Unit.RATIO);
        assertThat(demos.primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(demos.rules()).containsExactly(Rule.NOT_HUMAN);
    }

    @Test
    void theExampleOfTheDocumentationIsTheTestAbove() throws IOException {
        String page = Files.readString(Path.of("src/main/java/io/github/saleskpi/indicator/Indicator.java"));
        String example = page.substring(page.indexOf("{@code") + 6, page.indexOf("}</pre>"));
        String test = Files.readString(Path.of("src/test/java/io/github/saleskpi/indicator/DraftTest.java"));
        assertThat(dense(test)).contains(dense(example.replace("\n * ", "\n")));
    }

    private static String dense(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void ofARatioOnlyWhatIsInTheWholeIsInThePartSoItIsAProportion() {
        Indicator ratio = Indicator.ratio("r")
                .of(CallEnded.class, call -> call.outcome() == CallOutcome.MEETING_SET)
                .over(CallEnded.class, call -> call.actor().isHuman() && call.duration() != null)
                .build();
        assertThat(calls().says(ratio)).isEqualTo("2/3");
        assertThat(calls().says(ratio, "part")).isEqualTo("2");
        assertThat(calls().says(ratio, "whole")).isEqualTo("3");
        assertThat(((KpiValue.Defined) calls().value(ratio)).bounds()).isEqualTo(Bounds.wilson(2, 3));
        assertThat(new History("03-02 09:00 r1 wins o1").says(ratio)).isEqualTo("NO_DATA");
    }

    @Test
    void aRatioMayTakeItsPartFromAWiderTypeThanItsWhole() {
        Indicator ratio = Indicator.ratio("r")
                .of(SalesEvent.class, event -> event.personId() != null)
                .over(CallEnded.class)
                .build();
        assertThat(calls("03-03 09:00 r1 meets p1").says(ratio)).isEqualTo("5/5");
    }

    // Counts, and what is left out

    @Test
    void aCountOfNothingIsZeroAndAccrues() {
        Indicator meetings = Indicator.count("meetings").of(MeetingHeld.class).build();
        assertThat(new History("03-02 09:00 r1 wins o1").says(meetings)).isEqualTo("0");
        assertThat(meetings.primary().accrues()).isTrue();
        assertThat(meetings.primary().direction()).isEqualTo(Direction.NEUTRAL);
        assertThat(meetings.formula()).isEqualTo("number of meetingHeld");
    }

    @Test
    void theFirstRuleThatFitsLeavesAFactOut() {
        Indicator calls = Indicator.count("calls")
                .of(CallEnded.class)
                .leaveOut("short", CallEnded.class, call -> call.duration() == null)
                .humansOnly()
                .leaveOut("inbound", CallEnded.class, call -> call.direction() == CallDirection.INBOUND)
                .build();
        assertThat(calls().says(calls)).isEqualTo("2");
        assertThat(calls().leftOut(calls)).isEqualTo(Map.of("short", 2L, "inbound", 1L));
        assertThat(calls.rules()).extracting(Rule::name).containsExactly("short", "not-human", "inbound");
    }

    @Test
    void aRuleMayHaveATextForPeopleThatExplanationsSay() {
        Indicator calls = Indicator.count("calls")
                .of(CallEnded.class)
                .leaveOut(new Rule("short", "a call of no length"), CallEnded.class, call -> call.duration() == null)
                .leaveOut("inbound", CallEnded.class, call -> call.direction() == CallDirection.INBOUND)
                .build();
        assertThat(calls.rules()).extracting(Rule::text).containsExactly("a call of no length", "");
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .every(Granularity.ALL)
                        .indicators(calls)
                        .build())
                .newLedger();
        calls().events().forEach(ledger::add);
        Viewpoint view = Viewpoint.asOf(History.instant("03-06 00:00"));
        assertThat(ledger.explain(calls, Scope.company(), Period.all(), view).leftOut())
                .extracting(left -> left.rule().text())
                .containsExactly("a call of no length", "", "a call of no length");
    }

    @Test
    void whatWasDoneOnADayOffMayBeLeftOut() {
        Indicator calls =
                Indicator.count("calls").of(CallEnded.class).workingDaysOnly().build();
        History history =
                new History("03-06 09:00 r1 calls p1 BUSY", "03-07 09:00 r1 calls p1 BUSY"); // Friday, Saturday
        assertThat(history.says(calls)).isEqualTo("1");
        assertThat(history.leftOut(calls)).isEqualTo(Map.of("not-a-working-day", 1L));
    }

    @Test
    void ofEachStoryTheFirstFactMayCountOnceAndForTheOwner() {
        Indicator wins = Indicator.count("wins")
                .of(OpportunityMoved.class, move -> move.status() == OpportunityMoved.Status.WON)
                .leaveOut(
                        "import", OpportunityMoved.class, move -> !move.actor().isHuman())
                .oncePer(Subject.OPPORTUNITY)
                .creditOwnerOf(Subject.OPPORTUNITY)
                .build();
        History history = new History(
                "03-01 09:00 - opens o1 owner=r1",
                "03-02 09:00 import:r9 wins o1",
                "03-03 09:00 r2 wins o1",
                "03-04 09:00 r3 reopens o1",
                "03-05 09:00 r3 assigns o1 to=r3",
                "03-06 09:00 r3 wins o1",
                "03-07 09:00 r4 wins o2");
        assertThat(history.byRep(wins, "wins")).isEqualTo(Map.of("r1", "1", "r4", "1"));
        assertThat(history.leftOut(wins)).isEqualTo(Map.of("import", 1L, "repeated", 1L));
        assertThat(wins.rules()).extracting(Rule::name).containsExactly("import", "repeated");
    }

    @Test
    void theSameDraftMayBeBuiltAgainAndChangesNothingBuiltBefore() {
        Draft draft = Indicator.count("calls").of(CallEnded.class);
        Indicator all = draft.build();
        Indicator human =
                draft.humansOnly().lowerIsBetter().text("calls by humans").build();
        assertThat(calls().says(all)).isEqualTo("5");
        assertThat(calls().says(human)).isEqualTo("4");
        assertThat(all.rules()).isEmpty();
        assertThat(human.formula()).isEqualTo("calls by humans");
        assertThat(human.primary().text()).isEqualTo("calls by humans");
        assertThat(human.primary().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
    }

    @Test
    void aNameMayCarryAVersion() {
        assertThat(Indicator.count("calls/long@3").of(CallEnded.class).build().id())
                .hasToString("calls/long@3");
    }

    @Test
    void aCompanionIsThePrimaryFigureOfAnotherByItsRules() {
        Indicator long5 = Indicator.count("long-calls")
                .of(CallEnded.class)
                .leaveOut("short", CallEnded.class, call -> call.duration() == null)
                .build();
        Indicator calls = Indicator.count("calls")
                .of(CallEnded.class)
                .humansOnly()
                .companion(long5)
                .build();
        assertThat(names(calls)).containsExactly("calls", "long-calls");
        assertThat(calls().says(calls)).isEqualTo("4");
        assertThat(calls().says(calls, "long-calls")).isEqualTo("3");
        assertThat(calls().leftOut(calls)).isEqualTo(Map.of("not-human", 1L, "short", 2L));
        assertThat(calls.rules()).extracting(Rule::name).containsExactly("not-human", "short");
    }

    // Custom events

    private static CustomEvent custom(String id, String name, String subject, String quantity) {
        Header header = Header.of(id, History.instant("03-02 09:00")).withRep("r1");
        return CustomEvent.of(header, name)
                .withSubjectId(subject)
                .withQuantity(quantity == null ? null : new BigDecimal(quantity));
    }

    private static final History DEMOS = demos();

    private static History demos() {
        return new History()
                .and(custom("a", "demo-given", "s1", "1.5"))
                .and(custom("b", "demo-given", "s1", "2"))
                .and(custom("c", "demo-given", "s2", null))
                .and(custom("d", "demo-given", null, "0.25"))
                .and(custom("e", "demo-lost", "s3", "9"));
    }

    @Test
    void customEventsAreCountedSummedAndToldApartByTheirName() {
        assertThat(DEMOS.says(Indicator.count("n").of("demo-given").build())).isEqualTo("4");
        assertThat(DEMOS.says(Indicator.count("n")
                        .of("demo-given", demo -> demo.quantity() != null)
                        .build()))
                .isEqualTo("3");
        Indicator hours = Indicator.sum("hours").quantities("demo-given").build();
        assertThat(DEMOS.says(hours)).isEqualTo("3.75");
        assertThat(DEMOS.says(hours, "average")).isEqualTo("1.25");
        assertThat(DEMOS.says(hours, "facts")).isEqualTo("3");
        assertThat(DEMOS.leftOut(hours)).isEqualTo(Map.of("no-value", 1L));
        Indicator subjects = Indicator.distinct("subjects").of("demo-given").build();
        assertThat(DEMOS.says(subjects)).isEqualTo("2");
        assertThat(DEMOS.says(subjects, "facts")).isEqualTo("3");
        Indicator lost =
                Indicator.ratio("lost").of("demo-lost").over(CustomEvent.class).build();
        assertThat(DEMOS.says(lost)).isEqualTo("1/5");
        assertThat(DEMOS.says(Indicator.ratio("long")
                        .of("demo-given", demo -> demo.quantity() != null)
                        .over("demo-given", demo -> demo.subjectId() != null)
                        .build()))
                .isEqualTo("2/3");
    }

    // Sums

    private static final Indicator PAID = Indicator.sum("paid")
            .money(PaymentReceived.class, PaymentReceived::amount)
            .build();

    @Test
    void moneyIsSummedAtTheRateOfItsDateAndNeverWithoutOne() {
        History history =
                new History("03-02 09:00 r1 cashes - amount=EUR_100", "03-03 09:00 r1 cashes - amount=USD_50");
        assertThat(history.says(PAID)).isEqualTo("MISSING_RATE");
        CurrencyUnit dollar = CurrencyUnit.of("USD");
        Rates rates = Rates.in(CurrencyUnit.EUR)
                .with(dollar, LocalDate.parse("2026-01-01"), new BigDecimal("0.8"))
                .with(dollar, LocalDate.parse("2026-03-03"), new BigDecimal("0.9"));
        history.asking(query -> query.rates(rates));
        assertThat(history.says(PAID)).isEqualTo("145 EUR");
        assertThat(history.says(PAID, "average")).isEqualTo("72.5 EUR");
        assertThat(history.says(PAID, "facts")).isEqualTo("2");
        assertThat(PAID.primary().accrues()).isTrue();
        assertThat(PAID.figures().get(1).accrues()).isFalse();
    }

    @Test
    void lengthsOfTimeAndWholeNumbersAreSummedExactly() {
        Indicator talk = Indicator.sum("talk-time")
                .durations(CallEnded.class, call -> call.actor().isHuman(), CallEnded::duration)
                .build();
        assertThat(calls().says(talk)).isEqualTo("4020");
        assertThat(talk.primary().unit()).isEqualTo(Unit.DURATION);
        Indicator posts = Indicator.sum("posts")
                .wholes(SocialActivity.class, activity -> (long) activity.count())
                .build();
        History social = new History("03-02 09:00 r1 on xing POST times=3", "03-02 09:00 r1 on xing POST times=4");
        assertThat(social.says(posts)).isEqualTo("7");
        assertThat(social.says(posts, "average")).isEqualTo("3.5");
        assertThat(posts.primary().unit()).isEqualTo(Unit.COUNT);
        assertThat(posts.primary().accrues()).isTrue();
        Indicator amounts = Indicator.sum("amounts")
                .decimals(
                        PaymentReceived.class,
                        payment -> payment.opportunityId() != null,
                        payment -> payment.amount().getAmount())
                .build();
        assertThat(new History("03-02 09:00 r1 cashes o1 amount=EUR_0.1", "03-02 09:00 r1 cashes o1 amount=EUR_0.2")
                        .says(amounts))
                .isEqualTo("0.3");
        assertThat(new History("03-02 09:00 r1 wins o1").says(amounts)).isEqualTo("0");
        assertThat(new History("03-02 09:00 r1 wins o1").says(amounts, "average"))
                .isEqualTo("NO_DATA");
    }

    // Distributions and distinct ones

    @Test
    void aDistributionHasAMedianAndSharesWithinLimits() {
        Indicator lengths = Indicator.distribution("call-length")
                .of(CallEnded.class, CallEnded::duration)
                .shareWithin(Duration.ofMinutes(5))
                .shareWithin(Duration.ofSeconds(90))
                .lowerIsBetter()
                .build();
        assertThat(names(lengths)).containsExactly("median", "p90", "mean", "within-5m", "within-1m30s", "values");
        assertThat(calls().says(lengths)).isEqualTo("300");
        assertThat(calls().says(lengths, "p90")).isEqualTo("3600");
        assertThat(calls().says(lengths, "mean")).isEqualTo("1340");
        assertThat(calls().says(lengths, "within-5m")).isEqualTo("2/3");
        assertThat(calls().says(lengths, "within-1m30s")).isEqualTo("0/3");
        assertThat(calls().says(lengths, "values")).isEqualTo("3");
        assertThat(calls().leftOut(lengths)).isEqualTo(Map.of("no-value", 2L));
        assertThat(lengths.figures().get(3).direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        Indicator talk = Indicator.distribution("talk")
                .of(CallEnded.class, CallEnded::duration)
                .shareWithin(Duration.ofMinutes(5))
                .higherIsBetter()
                .build();
        assertThat(talk.only("within-5m").primary().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(lengths.only("p90").primary().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
    }

    @Test
    void aDistributionMayBeOfPlainNumbersWithSharesUpToLimits() {
        Indicator hours = Indicator.distribution("demo-hours")
                .quantities("demo-given")
                .shareAtMost("1.50")
                .shareAtMost(new BigDecimal("20"))
                .lowerIsBetter()
                .build();
        assertThat(names(hours)).containsExactly("median", "p90", "mean", "at-most-1.5", "at-most-20", "values");
        History history = demos().and(custom("f", "demo-given", "s9", "1.50"));
        assertThat(history.says(hours)).isEqualTo("1.5");
        assertThat(history.says(hours, "p90")).isEqualTo("2");
        assertThat(history.says(hours, "mean")).isEqualTo("1.3125");
        assertThat(history.says(hours, "at-most-1.5")).isEqualTo("3/4");
        assertThat(history.says(hours, "at-most-20")).isEqualTo("4/4");
        assertThat(history.says(hours, "values")).isEqualTo("4");
        assertThat(history.leftOut(hours)).isEqualTo(Map.of("no-value", 1L));
        assertThat(hours.figures()).extracting(Figure::unit).startsWith(Unit.NUMBER, Unit.NUMBER, Unit.NUMBER);
        assertThat(hours.primary().accrues()).isFalse();
        assertThat(hours.only("at-most-1.5").primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(hours.only("mean").primary().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(calls().says(hours)).isEqualTo("NO_DATA");
        assertThat(calls().says(hours, "values")).isEqualTo("0");
    }

    @Test
    void aDistributionOfWholeNumbersHasAnExactMedianAndMayBeOfCertainEvents() {
        History social = new History(
                "03-02 09:00 r1 on xing POST times=3",
                "03-02 09:00 r1 on xing POST times=4",
                "03-02 09:00 r1 on xing SHARE times=100");
        Indicator posts = Indicator.distribution("posts")
                .wholes(SocialActivity.class, activity -> activity.kind() == SocialActivity.Kind.POST, activity ->
                        (long) activity.count())
                .build();
        assertThat(social.says(posts)).isEqualTo("3.5");
        Indicator all = Indicator.distribution("all")
                .wholes(SocialActivity.class, activity -> (long) activity.count())
                .build();
        assertThat(social.says(all)).isEqualTo("4");
        History paid = new History(
                "03-02 09:00 r1 cashes o1 amount=EUR_-0.1",
                "03-02 09:00 r1 cashes o1 amount=EUR_123456789012345678.9",
                "03-02 09:00 r1 cashes - amount=EUR_7");
        Indicator amounts = Indicator.distribution("amounts")
                .decimals(PaymentReceived.class, payment -> payment.amount().getAmount())
                .build();
        assertThat(paid.says(amounts)).isEqualTo("7");
        Indicator ofDeals = Indicator.distribution("amounts")
                .decimals(
                        PaymentReceived.class,
                        payment -> payment.opportunityId() != null,
                        payment -> payment.amount().getAmount())
                .build();
        assertThat(((KpiValue.Defined) paid.value(ofDeals)).amount()).isEqualByComparingTo("61728394506172839.4");
    }

    @Test
    void numbersAreExplainedOneByOne() {
        Indicator hours =
                Indicator.distribution("demo-hours").quantities("demo-given").build();
        KpiLedger ledger = KpiEngine.of(KpiQuery.builder()
                        .every(Granularity.ALL)
                        .indicators(hours)
                        .build())
                .newLedger();
        DEMOS.events().forEach(ledger::add);
        Viewpoint view = Viewpoint.asOf(History.instant("03-06 00:00"));
        Explanation explanation = ledger.explain(hours, Scope.company(), Period.all(), view);
        assertThat(explanation.value().arithmetic()).isEqualTo("median of 3 numbers of demo-hours = 1.5");
        assertThat(explanation.counted())
                .extracting(counted -> counted.amounts().get(0).text())
                .containsExactly("1.5 demo-hours", "2 demo-hours", "0.25 demo-hours");
    }

    @Test
    void distinctOnesAreFoundAnewInMergedSetsAndUnderMergedNames() {
        Indicator people = Indicator.distinct("people")
                .of(CallEnded.class, call -> call.direction() == CallDirection.OUTBOUND, IdentityKind.PERSON)
                .build();
        assertThat(calls().byRep(people, "people")).isEqualTo(Map.of("r1", "2", "r2", "1"));
        assertThat(calls().says(people)).isEqualTo("2");
        assertThat(people.primary().accrues()).isFalse();
        Indicator asWritten = Indicator.distinct("people")
                .of(CallEnded.class, CallEnded::personId)
                .build();
        History merged = calls("03-03 09:00 - merges p2 p1");
        assertThat(merged.says(people)).isEqualTo("1");
        assertThat(merged.says(asWritten)).isEqualTo("3");
    }

    // An indicator that throws

    @Test
    void anIndicatorThatThrowsSpoilsItsOwnCellsOnly() {
        Indicator fragile = Indicator.sum("fragile")
                .durations(CallEnded.class, call -> {
                    if (call.duration() == null) {
                        throw new IllegalStateException("no length of " + call.id());
                    }
                    return call.duration();
                })
                .build();
        Indicator choosy = Indicator.count("choosy")
                .of(CallEnded.class, call -> call.duration().isZero())
                .build();
        Indicator calls = Indicator.count("calls").of(CallEnded.class).build();
        Indicator each = Indicator.ratioOf("each", fragile, calls).build();
        assertThat(calls().says(fragile)).isEqualTo("FAILED");
        assertThat(calls().says(choosy)).isEqualTo("FAILED");
        assertThat(calls().says(each)).isEqualTo("FAILED");
        KpiReport report = calls().report(fragile, choosy, each, calls, Indicators.CONTACT_QUALITY);
        assertThat(report.failures())
                .extracting(failure -> failure.indicator().id().name())
                .containsOnly("fragile", "choosy", "each");
        KpiReport alone = calls().report(calls, Indicators.CONTACT_QUALITY);
        assertThat(report.cells())
                .filteredOn(cell -> !cell.indicator().id().name().matches("fragile|choosy|each"))
                .isEqualTo(alone.cells())
                .isNotEmpty();
    }
}
