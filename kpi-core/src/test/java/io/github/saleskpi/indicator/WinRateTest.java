package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskpi.History;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Section 7 of the definitions; its money is in {@code MoneyTest}, owners in {@code OwnershipTest}. */
class WinRateTest {
    private static History wonInMarch() {
        return new History("03-02 09:00 r1 opens o1", "03-10 09:00 r1 wins o1");
    }

    @Test
    void itIsAProportionOfWhichMoreIsBetter() {
        assertThat(WIN_RATE.id()).hasToString("win-rate@1");
        assertThat(WIN_RATE.primary().unit()).isEqualTo(Unit.RATIO);
        assertThat(WIN_RATE.primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
    }

    @Test
    void itsCompanionsAreTheNamedOnesAndNoOthers() {
        assertThat(WIN_RATE.companions())
                .extracting(Figure::name)
                .containsExactly("won", "lost", "opened", "won-amount", "average-won", "cycle-time");
        assertThat(WIN_RATE.companions())
                .extracting(Figure::unit)
                .containsExactly(Unit.COUNT, Unit.COUNT, Unit.COUNT, Unit.MONEY, Unit.MONEY, Unit.DURATION);
    }

    @Test
    void itIsWonOverWonPlusLost() {
        History history = wonInMarch().and("03-11 09:00 r1 wins o2", "03-12 09:00 r1 loses o3");
        assertThat(history.says(WIN_RATE)).isEqualTo("2/3");
        assertThat(history.says(WIN_RATE, "won")).isEqualTo("2");
        assertThat(history.says(WIN_RATE, "lost")).isEqualTo("1");
    }

    @Test
    void theQuotientHasThirtyFourDigitsAndTheSampleIsTheDenominator() {
        KpiValue.Defined value = (KpiValue.Defined) wonInMarch()
                .and("03-11 09:00 r1 wins o2", "03-12 09:00 r1 loses o3")
                .value(WIN_RATE);
        assertThat(value.amount()).isEqualTo(new BigDecimal("0.6666666666666666666666666666666667"));
        assertThat(value.sample()).isEqualTo(3);
    }

    @Test
    void fourOfTenHaveTheWilsonIntervalOfTheReportExample() {
        History history = new History();
        for (int i = 1; i <= 10; i++) {
            history.and("03-02 09:00 r1 " + (i <= 4 ? "wins o" : "loses o") + i);
        }
        KpiValue.Defined value = (KpiValue.Defined) history.value(WIN_RATE);
        assertThat(value.bounds().low()).isCloseTo(new BigDecimal("0.168"), within(new BigDecimal("0.0005")));
        assertThat(value.bounds().high()).isCloseTo(new BigDecimal("0.687"), within(new BigDecimal("0.0005")));
    }

    @Test
    void theIntervalIsExactlyZeroBelowAtNoneAndExactlyOneAboveAtAll() {
        KpiValue.Defined none = (KpiValue.Defined) new History("03-02 09:00 r1 loses o1").value(WIN_RATE);
        KpiValue.Defined all = (KpiValue.Defined) new History("03-02 09:00 r1 wins o1").value(WIN_RATE);
        assertThat(none.bounds().low()).isEqualTo(BigDecimal.ZERO);
        assertThat(all.bounds().high()).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void withoutADecisionThereIsNoRateButZeroCounts() {
        History history = new History("03-02 09:00 r1 opens o1");
        assertThat(history.says(WIN_RATE)).isEqualTo("NO_DATA");
        assertThat(history.says(WIN_RATE, "won")).isEqualTo("0");
        assertThat(history.says(WIN_RATE, "lost")).isEqualTo("0");
        assertThat(history.says(WIN_RATE, "opened")).isEqualTo("1");
        assertThat(history.says(WIN_RATE, "cycle-time")).isEqualTo("NO_DATA");
    }

    @Test
    void anOpportunityCountsOnceHoweverOftenItWasWon() {
        assertThat(wonInMarch().and("03-11 09:00 r1 wins o1").says(WIN_RATE)).isEqualTo("1/1");
    }

    @Test
    void anOpportunityNeverMovedIsStillOpen() {
        assertThat(new History("03-02 09:00 r1 opens o1").leftOut(WIN_RATE)).isEqualTo(Map.of("still-open", 1L));
    }

    @Test
    void anOpportunityMovedToAnOpenStageIsStillOpen() {
        History history = new History("03-02 09:00 r1 opens o1", "03-03 09:00 r1 moves o1");
        assertThat(history.says(WIN_RATE)).isEqualTo("NO_DATA");
        assertThat(history.leftOut(WIN_RATE)).isEqualTo(Map.of("still-open", 1L));
    }

    @Test
    void aReopenedOpportunityIsNotClosed() {
        History history = wonInMarch().and("03-11 09:00 r1 reopens o1");
        assertThat(history.says(WIN_RATE)).isEqualTo("NO_DATA");
        assertThat(history.says(WIN_RATE, "won")).isEqualTo("0");
        assertThat(history.leftOut(WIN_RATE)).isEqualTo(Map.of("still-open", 1L));
    }

    @Test
    void anInvalidOpportunityIsLeftOutEvenIfItWasWonBefore() {
        History history = wonInMarch().and("03-11 09:00 r1 voids o1");
        assertThat(history.says(WIN_RATE)).isEqualTo("NO_DATA");
        assertThat(history.leftOut(WIN_RATE)).isEqualTo(Map.of("invalid-opportunity", 1L));
    }

    @Test
    void anInvalidOpportunityThatIsOpenAgainIsStillOpen() {
        History history = wonInMarch().and("03-11 09:00 r1 voids o1", "03-12 09:00 r1 reopens o1");
        assertThat(history.leftOut(WIN_RATE)).isEqualTo(Map.of("still-open", 1L));
    }

    @Test
    void anInvalidOpportunityThatIsWonAfterAllIsWon() {
        History history = wonInMarch().and("03-11 09:00 r1 voids o1", "04-12 09:00 r1 wins o1");
        assertThat(history.byMonth(WIN_RATE, "won")).isEqualTo(Map.of("2026-03", "0", "2026-04", "1"));
    }

    @Test
    void aDecidedOpportunityIsCountedAndNotLeftOut() {
        assertThat(wonInMarch().leftOut(WIN_RATE)).isEmpty();
    }

    @Test
    void theCloseIsTheFirstMoveOfTheRunOfOneStatus() {
        History history = wonInMarch().and("04-10 09:00 r2 wins o1");
        assertThat(history.byMonth(WIN_RATE, "won")).isEqualTo(Map.of("2026-03", "1"));
    }

    @Test
    void aReopenedAndRewonOpportunityClosesAtTheSecondWin() {
        History history = wonInMarch().and("03-11 09:00 r1 reopens o1", "04-10 09:00 r1 wins o1");
        assertThat(history.byMonth(WIN_RATE, "won")).isEqualTo(Map.of("2026-03", "0", "2026-04", "1"));
    }

    @Test
    void aLostOpportunityThatIsWonLaterClosesAtTheWin() {
        History history = new History("03-10 09:00 r1 loses o1", "04-10 09:00 r1 loses o1", "05-10 09:00 r1 wins o1");
        assertThat(history.byMonth(WIN_RATE, "won")).isEqualTo(Map.of("2026-05", "1"));
        assertThat(history.says(WIN_RATE, "lost")).isEqualTo("0");
    }

    @Test
    void aRunIsBrokenByTheOtherDecision() {
        History history = wonInMarch().and("04-10 09:00 r1 loses o1", "05-10 09:00 r1 wins o1");
        assertThat(history.byMonth(WIN_RATE, "won")).isEqualTo(Map.of("2026-03", "0", "2026-05", "1"));
    }

    @Test
    void theStatusIsThatAtTheMomentOfLooking() {
        History history = wonInMarch().and("04-10 09:00 r1 loses o1");
        assertThat(history.asOf("04-10 08:59").says(WIN_RATE)).isEqualTo("1/1");
        assertThat(history.asOf("04-10 09:00").says(WIN_RATE)).isEqualTo("0/1");
    }

    @Test
    void ofTwoMovesAtOneInstantTheLastByIdStands() {
        assertThat(new History("03-10 09:00 r1 wins o1 id=a", "03-10 09:00 r1 loses o1 id=b").says(WIN_RATE))
                .isEqualTo("0/1");
        assertThat(new History("03-10 09:00 r1 wins o1 id=b", "03-10 09:00 r1 loses o1 id=a").says(WIN_RATE))
                .isEqualTo("1/1");
    }

    @Test
    void aMoveOfDayPrecisionIsOrderedByItsInstantAsWritten() {
        assertThat(new History("03-10 r1 wins o1", "03-10 11:00 r1 loses o1").says(WIN_RATE))
                .isEqualTo("1/1");
    }

    @Test
    void anOpportunityWithoutAnOpeningIsDecidedButWasNotOpened() {
        History history = new History("03-10 09:00 r7 wins o1");
        assertThat(history.says(WIN_RATE)).isEqualTo("1/1");
        assertThat(history.says(WIN_RATE, "opened")).isEqualTo("0");
        assertThat(history.says(WIN_RATE, "cycle-time")).isEqualTo("NO_DATA");
    }

    @Test
    void creditGoesToTheOwnerAtTheCloseAndNotToWhoMovedIt() {
        History history = new History(
                "03-02 09:00 r1 opens o1",
                "03-05 09:00 - assigns o1 to=r2",
                "03-10 09:00 r1 wins o1",
                "03-10 09:01 - assigns o1 to=r3");
        assertThat(history.byRep(WIN_RATE, "won")).isEqualTo(Map.of("r1", "0", "r2", "1"));
    }

    @Test
    void withoutAnOwnerCreditGoesToTheActorOfTheClosingMove() {
        History history = new History("03-02 09:00 - opens o1", "03-10 09:00 r5 loses o1", "03-11 09:00 r6 loses o1");
        assertThat(history.byRep(WIN_RATE, "lost")).isEqualTo(Map.of("-", "0", "r5", "1"));
    }

    @Test
    void anOpportunityTakenFromEverybodyIsCreditedToTheActorOfTheClosingMove() {
        History history = new History("03-02 09:00 r1 opens o1", "03-05 09:00 - assigns o1", "03-10 09:00 r5 wins o1");
        assertThat(history.byRep(WIN_RATE, "won")).isEqualTo(Map.of("r1", "0", "r5", "1"));
    }

    @Test
    void withNeitherOwnerNorActorItIsNobodys() {
        assertThat(new History("03-10 09:00 - wins o1").byRep(WIN_RATE, "won")).isEqualTo(Map.of("-", "1"));
    }

    @Test
    void aMoveThatNoHumanMadeClosesToo() {
        assertThat(new History("03-10 09:00 automation:r1 wins o1").byRep(WIN_RATE, "won"))
                .isEqualTo(Map.of("r1", "1"));
    }

    @Test
    void thePeriodIsThatOfTheCloseInTheZoneOfTheReport() {
        History history = new History("03-31 20:00 r1 wins o1");
        assertThat(history.byMonth(WIN_RATE, "won")).isEqualTo(Map.of("2026-03", "1"));
        assertThat(history.in("Asia/Kathmandu").byMonth(WIN_RATE, "won")).isEqualTo(Map.of("2026-04", "1"));
    }

    @Test
    void aCloseOfDayPrecisionHasItsDateInEveryZone() {
        History history = new History("03-31 20:00 r1 wins o1 dayOnly");
        assertThat(history.in("Asia/Kathmandu").byMonth(WIN_RATE, "won")).isEqualTo(Map.of("2026-03", "1"));
    }

    @Test
    void openedCountsByThePeriodOfTheEarliestOpeningAndItsOwnerThen() {
        History history = new History(
                "04-02 09:00 - opens o1 owner=r2", "03-02 09:00 - opens o1 owner=r1", "03-02 09:01 - assigns o1 to=r3");
        assertThat(history.byMonth(WIN_RATE, "opened")).isEqualTo(Map.of("2026-03", "1"));
        assertThat(history.byRep(WIN_RATE, "opened")).isEqualTo(Map.of("r1", "1"));
    }

    @Test
    void openedDoesNotCountTheInvalid() {
        History history = wonInMarch().and("03-11 09:00 r1 voids o1");
        assertThat(history.says(WIN_RATE, "opened")).isEqualTo("0");
        assertThat(history.and("03-12 09:00 r1 reopens o1").says(WIN_RATE, "opened"))
                .isEqualTo("1");
    }

    @Test
    void aLeftOutOpportunityIsShownInThePeriodOfItsOpening() {
        History history = new History("03-02 09:00 r1 opens o1", "05-02 09:00 r1 moves o1")
                .asking(q -> q.every(Granularity.MONTH));
        assertThat(history.from("03-01").to("04-01").leftOut(WIN_RATE)).isEqualTo(Map.of("still-open", 1L));
        assertThat(history.from("05-01").to("06-01").leftOut(WIN_RATE)).isEmpty();
    }

    @Test
    void attributesAndChannelAreThoseOfTheClose() {
        History history = new History(
                "03-02 09:00 r1 opens o1 region=north channel=web",
                "03-10 09:00 r1 wins o1 region=south channel=phone");
        assertThat(history.by(Dimension.attribute("region"), WIN_RATE, "won"))
                .isEqualTo(Map.of("north", "0", "south", "1"));
        assertThat(history.by(Dimension.CHANNEL, WIN_RATE, "won")).isEqualTo(Map.of("web", "0", "phone", "1"));
    }

    @Test
    void anAttributeThatTheCloseLacksIsTakenFromTheOpening() {
        History history =
                new History("03-02 09:00 r1 opens o1 region=north channel=web", "03-10 09:00 r1 wins o1 other=x");
        assertThat(history.by(Dimension.attribute("region"), WIN_RATE, "won")).isEqualTo(Map.of("north", "1"));
        assertThat(history.by(Dimension.CHANNEL, WIN_RATE, "won")).isEqualTo(Map.of("web", "1"));
    }

    // Cycle time

    @Test
    void theCycleTimeIsTheMedianOfWholeDaysFromOpeningToTheCloseOfTheWon() {
        History history = new History(
                "03-02 09:00 r1 opens o1",
                "03-05 08:00 r1 wins o1",
                "03-02 09:00 r1 opens o2",
                "03-12 08:00 r1 wins o2",
                "03-02 09:00 r1 opens o3",
                "06-12 08:00 r1 loses o3");
        assertThat(history.says(WIN_RATE, "cycle-time")).isEqualTo(String.valueOf((3 + 10) * 86_400 / 2));
        assertThat(history.value(WIN_RATE, "cycle-time").sample()).isEqualTo(2);
    }

    @Test
    void theDaysAreLocalDatesAndNotSpansOfTwentyFourHours() {
        History history = new History("03-02 23:00 r1 opens o1", "03-03 01:00 r1 wins o1");
        assertThat(history.says(WIN_RATE, "cycle-time")).isEqualTo("86400");
        assertThat(history.in("Asia/Kathmandu").says(WIN_RATE, "cycle-time")).isEqualTo("0");
    }

    @Test
    void aDayOnlyKnownByItsDateTakesPartInTheCycleTime() {
        assertThat(new History("03-02 r1 opens o1", "03-05 01:00 r1 wins o1").says(WIN_RATE, "cycle-time"))
                .isEqualTo("259200");
        assertThat(new History("03-02 23:00 r1 opens o1", "03-02 r1 wins o1").says(WIN_RATE, "cycle-time"))
                .isEqualTo("0");
    }

    @Test
    void theCycleTimeRunsFromTheEarliestOpeningToTheLastClose() {
        History history =
                wonInMarch().and("03-04 09:00 r1 opens o1", "03-11 09:00 r1 reopens o1", "03-22 09:00 r1 wins o1");
        assertThat(history.says(WIN_RATE, "cycle-time")).isEqualTo(String.valueOf(20 * 86_400));
    }

    @Test
    void aCloseBeforeTheOpeningIsLeftOutOfTheCycleTimeOnly() {
        History history = new History("03-10 09:00 r1 opens o1", "03-02 09:00 r1 wins o1");
        assertThat(history.says(WIN_RATE)).isEqualTo("1/1");
        assertThat(history.says(WIN_RATE, "cycle-time")).isEqualTo("NO_DATA");
        assertThat(history.leftOut(WIN_RATE)).isEqualTo(Map.of("closed-before-opening", 1L));
    }

    @Test
    void aCloseEarlierOnTheDateOfTheOpeningIsBeforeItUnlessOnlyTheDateIsKnown() {
        assertThat(new History("03-10 09:00 r1 opens o1", "03-10 08:59 r1 wins o1").leftOut(WIN_RATE))
                .isEqualTo(Map.of("closed-before-opening", 1L));
        assertThat(new History("03-10 13:00 r1 opens o1", "03-10 r1 wins o1").leftOut(WIN_RATE))
                .isEmpty();
        assertThat(new History("03-10 09:00 r1 opens o1", "03-10 09:00 r1 wins o1").leftOut(WIN_RATE))
                .isEmpty();
    }

    @Test
    void theCycleTimeStandsInThePeriodOfTheCloseAndWithTheOwnerThen() {
        History history =
                new History("03-02 09:00 r1 opens o1", "04-01 09:00 - assigns o1 to=r2", "04-01 09:00 r1 wins o1");
        assertThat(history.byMonth(WIN_RATE, "cycle-time"))
                .isEqualTo(Map.of("2026-03", "NO_DATA", "2026-04", "2592000"));
        assertThat(history.byRep(WIN_RATE, "cycle-time")).isEqualTo(Map.of("r1", "NO_DATA", "r2", "2592000"));
    }
}
