package io.github.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Organization;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** What is made of other indicators. */
class CompositionTest {
    static final Indicator CALLS = Indicator.count("calls")
            .of(CallEnded.class)
            .humansOnly()
            .higherIsBetter()
            .build();
    static final Indicator MEETINGS =
            Indicator.count("meetings").of(MeetingHeld.class).higherIsBetter().build();
    static final Indicator PAID = Indicator.sum("paid")
            .money(PaymentReceived.class, PaymentReceived::amount)
            .build();
    private static final Indicator REACHED = Indicator.ratio("reached")
            .of(CallEnded.class, call -> call.outcome().atLeast(CallOutcome.REACHED))
            .over(CallEnded.class)
            .higherIsBetter()
            .build();
    private static final Indicator WAIT = Indicator.perStory("wait", Subject.REQUEST)
            .from(RequestReceived.class)
            .to(CallEnded.class)
            .lowerIsBetter()
            .build();
    private static final Indicator CALLS_PER_MEETING = Indicator.ratioOf("calls-per-meeting", CALLS, MEETINGS)
            .lowerIsBetter()
            .build();

    static History history(String... more) {
        return new History(
                        "03-02 09:00 r1 calls p1 BUSY",
                        "03-02 10:00 r1 calls p1 REACHED",
                        "03-03 11:00 r1 calls p2 REACHED",
                        "03-03 12:00 r1 meets p1",
                        "03-04 09:00 r2 calls p3 BUSY",
                        "03-04 10:00 r2 meets p3",
                        "03-04 11:00 r2 meets p4")
                .and(more);
    }

    // Ratios

    @Test
    void aRatioOfTwoIsReadOffMergedPartsAndKeepsThem() {
        assertThat(history().byRep(CALLS_PER_MEETING, "calls-per-meeting")).isEqualTo(Map.of("r1", "3/1", "r2", "1/2"));
        assertThat(history().says(CALLS_PER_MEETING)).isEqualTo("4/3");
        assertThat(history().says(CALLS_PER_MEETING, "calls")).isEqualTo("4");
        assertThat(history().says(CALLS_PER_MEETING, "meetings")).isEqualTo("3");
        Defined value = (Defined) history().value(CALLS_PER_MEETING);
        assertThat(value.bounds()).isNull();
        assertThat(value.sample()).isEqualTo(3);
        assertThat(CALLS_PER_MEETING.formula()).isEqualTo("calls / meetings");
        assertThat(CALLS_PER_MEETING.rules()).containsExactly(Rule.NOT_HUMAN);
        assertThat(history("03-05 09:00 bot calls p1 BUSY").leftOut(CALLS_PER_MEETING))
                .isEqualTo(Map.of("not-human", 1L));
    }

    @Test
    void overNothingThereIsNoRatio() {
        History none = new History("03-02 09:00 r1 calls p1 BUSY");
        assertThat(none.says(CALLS_PER_MEETING)).isEqualTo("NO_DATA");
        assertThat(none.says(Indicator.ratioOf("r", MEETINGS, CALLS).build())).isEqualTo("0/1");
    }

    @Test
    void moneyForEachOfSomethingIsMoneyOfItsCurrency() {
        Indicator each = Indicator.ratioOf("paid-per-call", PAID, CALLS).build();
        assertThat(each.primary().unit()).isEqualTo(Unit.MONEY);
        assertThat(each.primary().accrues()).isFalse();
        assertThat(history("03-05 09:00 r1 cashes - amount=EUR_100").says(each)).isEqualTo("25 EUR");
        assertThat(history().says(each)).isEqualTo("NO_DATA");
        assertThat(history("03-05 09:00 r1 cashes - amount=EUR_100", "03-05 09:00 r1 cashes - amount=USD_1")
                        .says(each))
                .isEqualTo("MISSING_RATE");
    }

    @Test
    void moneyOverMoneyOfAnotherCurrencyHasNoRatio() {
        Indicator margin =
                Indicator.ratioOf("paid-of-won", PAID, Indicators.WON_AMOUNT).build();
        History history = new History("03-02 09:00 r1 wins o1 amount=USD_200", "03-05 09:00 r1 cashes - amount=EUR_90");
        assertThat(history.says(margin)).isEqualTo("MISSING_RATE");
        history.asking(query -> query.rates(Rates.in(CurrencyUnit.EUR)
                .with(CurrencyUnit.of("USD"), LocalDate.parse("2026-01-01"), new BigDecimal("0.9"))));
        assertThat(history.says(margin)).isEqualTo("90/180");
        assertThat(((Defined) history.value(margin)).currency()).isNull();
        assertThat(margin.primary().unit()).isEqualTo(Unit.RATIO);
    }

    @Test
    void theUnitOfARatioIsThatOfItsDividendForEachOfSomethingPure() {
        assertThat(CALLS_PER_MEETING.primary().unit()).isEqualTo(Unit.RATIO);
        assertThat(Indicator.ratioOf("r", WAIT, CALLS).build().primary().unit()).isEqualTo(Unit.DURATION);
        assertThat(Indicator.ratioOf("r", WAIT, WAIT.only("p90"))
                        .build()
                        .primary()
                        .unit())
                .isEqualTo(Unit.RATIO);
        assertThat(Indicator.ratioOf("r", REACHED, CALLS).build().primary().unit())
                .isEqualTo(Unit.NUMBER);
        assertThat(Indicator.ratioOf("r", CALLS, WAIT).build().primary().unit()).isEqualTo(Unit.NUMBER);
    }

    @Test
    void aDividendKnownToBeAtLeastSoMuchGivesSuchARatio() {
        Indicator ratio = Indicator.ratioOf("r", WAIT, MEETINGS).build();
        History history = history("03-02 09:00 r1 asks q1").asOf("03-05 09:00");
        assertThat(history.says(ratio)).isEqualTo("CENSORED >= 86400");
        assertThat(history.says(Indicator.ratioOf("r", MEETINGS, WAIT).build())).isEqualTo("CENSORED");
    }

    @Test
    void notesOfThePartsAreKept() {
        Indicator ratio =
                Indicator.ratioOf("r", Indicators.MATERIAL_USE, REACHED).build();
        Defined value = (Defined) history("03-02 09:00 r1 uses a1 SENT").value(ratio);
        assertThat(value.notes()).containsExactly("catalogue-inferred");
    }

    // Working days

    private static final Indicator CALLS_PER_DAY =
            Indicator.perWorkingDay("calls-per-day", CALLS).build();

    @Test
    void perWorkingDayIsOverTheDaysOfThePeriodSoFarOfTheRepsSeen() {
        History march =
                history().asking(q -> q.from(LocalDate.parse("2026-03-02"))).asOf("03-06 00:00"); // Mon to Fri
        assertThat(march.byRep(CALLS_PER_DAY, "calls-per-day")).isEqualTo(Map.of("r1", "0.6", "r2", "0.2"));
        assertThat(march.says(CALLS_PER_DAY)).isEqualTo("0.4");
        Defined value = (Defined) march.value(CALLS_PER_DAY);
        assertThat(List.of(value.numerator(), value.denominator())).hasToString("[4, 10]");
        assertThat(value.sample()).isEqualTo(10);
        assertThat(march.says(CALLS_PER_DAY, "calls")).isEqualTo("4");
        assertThat(CALLS_PER_DAY.primary().unit()).isEqualTo(Unit.NUMBER);
        assertThat(CALLS_PER_DAY.primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(new History("03-02 09:00 r1 meets p1").says(CALLS_PER_DAY)).isEqualTo("NO_DATA");
    }

    @Test
    void withAnOrganizationTheWorkingDaysAreThoseOfItsMembers() {
        LocalDate march = LocalDate.parse("2026-03-01");
        Organization people = Organization.builder()
                .team("t", null)
                .member("r1", "t", march, null)
                .member("r3", "t", march, null)
                .absent("r1", LocalDate.parse("2026-03-04"), LocalDate.parse("2026-03-05"))
                .build();
        History history = history()
                .asking(q -> q.organization(people).from(LocalDate.parse("2026-03-02")))
                .asOf("03-06 00:00");
        assertThat(history.byRep(CALLS_PER_DAY, "calls-per-day")).containsEntry("r1", "0.75");
        assertThat(history.of(Dimension.REP, "r3", CALLS_PER_DAY, "calls-per-day"))
                .isEqualTo("0");
        assertThat(history.of(Dimension.REP, "r2", CALLS_PER_DAY, "calls-per-day"))
                .isEqualTo("NO_DATA");
        assertThat(((Defined) history.value(CALLS_PER_DAY)).denominator()).isEqualTo("9");
    }

    @Test
    void moneyPerWorkingDayIsMoney() {
        Indicator daily = Indicator.perWorkingDay("paid-per-day", PAID).build();
        History history = new History("03-02 09:00 r1 cashes - amount=EUR_10", "03-04 09:00 r1 cashes - amount=EUR_20")
                .asking(q -> q.from(LocalDate.parse("2026-03-02")))
                .asOf("03-06 00:00");
        assertThat(history.says(daily)).isEqualTo("6 EUR");
    }

    @Test
    void whoeverAnythingIsCreditedToHasWorkingDays() {
        Indicator daily = Indicator.perWorkingDay("won-per-day", Indicators.WIN_RATE.only("won"))
                .build();
        History history = new History("03-02 09:00 r1 wins o1", "03-03 09:00 r2 loses o2", "03-04 09:00 r3 opens o3")
                .asking(q -> q.from(LocalDate.parse("2026-03-02")))
                .asOf("03-06 00:00");
        Defined value = (Defined) history.value(daily);
        assertThat(List.of(value.numerator(), value.denominator())).hasToString("[1, 15]");
        assertThat(daily.companions()).extracting(Figure::name).containsExactly("win-rate/won");
    }

    // Shares

    @Test
    void aShareOfTheCompanysFactsHasAnInterval() {
        Indicator share = Indicator.shareOfCompany("share-of-calls", CALLS).build();
        assertThat(history().byRep(share, "share-of-calls")).isEqualTo(Map.of("r1", "3/4", "r2", "1/4"));
        assertThat(history().says(share)).isEqualTo("4/4");
        KpiValue.Defined own = (Defined) history()
                .asking(q -> q.groupBy(Dimension.REP))
                .report(share)
                .value(share, Scope.rep("r1"), Period.all());
        assertThat(own.bounds()).isEqualTo(Bounds.wilson(3, 4));
        assertThat(share.primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(new History("03-02 09:00 r1 meets p1").says(share)).isEqualTo("NO_DATA");
    }

    @Test
    void aShareOfMoneyHasNone() {
        Indicator share = Indicator.shareOfCompany("share-of-paid", PAID).build();
        History history = new History(
                "03-02 09:00 r1 cashes - amount=EUR_1",
                "03-02 09:00 r2 cashes - amount=EUR_3",
                "03-02 09:00 r3 calls p1");
        assertThat(history.byRep(share, "share-of-paid")).isEqualTo(Map.of("r1", "1/4", "r2", "3/4"));
        assertThat(history.of(Dimension.REP, "r3", share, "share-of-paid")).isEqualTo("0/4");
        assertThat(((Defined) history.value(share)).bounds()).isNull();
    }

    // Scores

    private static final Indicator SCORE = Indicator.weightedScore("score")
            .part(REACHED, "2", "0.1", "0.6")
            .part(MEETINGS, "1", "0", "4")
            .part(WAIT, "1", "3600", "600")
            .build();

    @Test
    void aScoreIsTheWeightedMeanOfWhatItsPartsAttainOnTheirScales() {
        // reached 2/4: (0.5 - 0.1) / 0.5 = 0.8; meetings 3 of 4; waited 30 minutes: 1800 / 3000 = 0.6
        History history =
                history("03-02 08:30 - asks q1", "03-02 09:00 r1 calls q1 BUSY", "03-02 09:00 r1 calls q2 REACHED");
        assertThat(history.says(SCORE)).isEqualTo("0.7375"); // (2 x 0.8 + 0.75 + 0.6) / 4
        assertThat(history.says(SCORE, "wait")).isEqualTo("1800");
        assertThat(SCORE.primary().unit()).isEqualTo(Unit.SCORE);
        assertThat(SCORE.primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(SCORE.formula())
                .isEqualTo("weighted mean of reached (weight 2, from 0.1 to 0.6), meetings (weight 1, from 0 to 4),"
                        + " wait (weight 1, from 3600 to 600)");
    }

    @Test
    void beyondItsScaleAPartAttainsNoLessAndNoMore() {
        Indicator score =
                Indicator.weightedScore("s").part(MEETINGS, "1", "1", "2").build();
        assertThat(history().says(score)).isEqualTo("1");
        assertThat(new History("03-02 09:00 r1 calls p1").says(score)).isEqualTo("0");
    }

    @Test
    void aPartWithoutAValueIsNotedAndNotCountedAsZero() {
        Defined value = (Defined) history().value(SCORE);
        assertThat(value.amount()).isEqualTo("0.7833333333333333333333333333333333"); // (1.6 + 0.75) / 3
        assertThat(value.notes()).containsExactly("unscored:wait NO_DATA");
        assertThat(value.sample()).isEqualTo(3);
        KpiValue.Undefined none = (KpiValue.Undefined) new History("03-02 09:00 r1 wins o1")
                .value(Indicator.weightedScore("s").part(REACHED, "1", "0", "1").build());
        assertThat(none.reason()).isEqualTo(KpiValue.Reason.NO_DATA);
        assertThat(none.notes()).containsExactly("unscored:reached NO_DATA");
    }

    @Test
    void aPartKnownToLieBeyondItsScaleIsCounted() {
        History waiting = history("03-02 09:00 - asks q1").asOf("03-02 09:30");
        assertThat(((Defined) waiting.value(SCORE)).notes()).containsExactly("unscored:wait CENSORED");
        History late = history("03-02 09:00 - asks q1").asOf("03-05 09:00");
        Defined value = (Defined) late.value(SCORE);
        assertThat(value.notes()).isEmpty();
        assertThat(value.amount()).isEqualTo("0.5875"); // (1.6 + 0.75 + 0) / 4
    }

    // Explanations

    @Test
    void whatIsMadeOfOthersExplainsItself() {
        KpiQuery query = KpiQuery.builder()
                .every(Granularity.MONTH)
                .groupBy(Dimension.REP)
                .indicators(CALLS_PER_MEETING, CALLS_PER_DAY)
                .build();
        KpiLedger ledger = KpiEngine.of(query).newLedger();
        history().events().forEach(ledger::add);
        Viewpoint view = Viewpoint.asOf(History.instant("03-06 00:00"));
        Explanation ratio = ledger.explain(CALLS_PER_MEETING, Scope.rep("r1"), Period.month(2026, 3), view);
        assertThat(ratio.value().arithmetic()).isEqualTo("3 calls / 1 meetings = 3");
        assertThat(ratio.stories()).hasSize(4);
        Explanation daily = ledger.explain(CALLS_PER_DAY, Scope.rep("r1"), Period.month(2026, 3), view);
        assertThat(daily.value().arithmetic()).isEqualTo("3 calls / 5 working days = 0.6");
        assertThat(daily.stories()).hasSize(3);
    }
}
