package io.github.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.History;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.value.KpiValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The variants of the win rate, and the companions that they have of it. */
class WinRateVariantsTest {
    private static final Indicator COHORT = Indicators.named("win-rate/created-cohort");
    private static final Indicator FIRST_CLOSE = Indicators.named("win-rate/first-close");
    private static final Indicator BY_VALUE = Indicators.named("win-rate/by-value");
    private static final Indicator STALE = Indicators.named("win-rate/with-stale(30)");

    // created-cohort

    private static History opened() {
        return new History(
                "03-02 09:00 r1 opens o1",
                "04-10 09:00 r1 wins o1 amount=EUR_100",
                "03-03 09:00 r1 opens o2",
                "05-10 09:00 r1 loses o2",
                "03-04 09:00 r1 opens o3",
                "03-05 09:00 r1 opens o4",
                "03-06 09:00 r1 voids o4");
    }

    @Test
    void theCohortIsWonOverAllOpenedInThePeriodButTheInvalid() {
        assertThat(opened().byMonth(COHORT, COHORT.primary().name())).isEqualTo(Map.of("2026-03", "1/3"));
        assertThat(opened().value(COHORT).sample()).isEqualTo(3);
        assertThat(((KpiValue.Defined) opened().value(COHORT)).bounds()).isNotNull();
    }

    @Test
    void theCohortCountsWhatIsWonByTheMomentOfLooking() {
        assertThat(opened().asOf("04-10 08:59").says(COHORT)).isEqualTo("0/3");
        assertThat(opened().asOf("04-10 09:00").says(COHORT)).isEqualTo("1/3");
    }

    @Test
    void aReopenedOpportunityOfTheCohortIsOpenedButNotWon() {
        assertThat(opened().and("06-01 09:00 r1 reopens o1").says(COHORT)).isEqualTo("0/3");
    }

    @Test
    void theCohortHasTheCompanionsOfTheWinRateAndStillOpen() {
        assertThat(COHORT.companions())
                .extracting(Figure::name)
                .contains("won", "lost", "opened", "won-amount", "average-won", "cycle-time", "still-open")
                .hasSize(7);
    }

    @Test
    void theCompanionsOfTheCohortStandInThePeriodOfTheOpeningToo() {
        assertThat(opened().byMonth(COHORT, "won")).isEqualTo(Map.of("2026-03", "1"));
        assertThat(opened().byMonth(COHORT, "lost")).isEqualTo(Map.of("2026-03", "1"));
        assertThat(opened().byMonth(COHORT, "still-open")).isEqualTo(Map.of("2026-03", "1"));
        assertThat(opened().byMonth(COHORT, "opened")).isEqualTo(Map.of("2026-03", "3"));
        assertThat(opened().byMonth(COHORT, "won-amount")).isEqualTo(Map.of("2026-03", "100 EUR"));
        assertThat(opened().byMonth(COHORT, "cycle-time")).isEqualTo(Map.of("2026-03", String.valueOf(39 * 86_400)));
    }

    @Test
    void theCohortLeavesOutTheInvalidOnly() {
        assertThat(opened().leftOut(COHORT)).isEqualTo(Map.of("invalid-opportunity", 1L));
    }

    @Test
    void theCohortIsCreditedToTheOwnerAtTheOpening() {
        History history =
                new History("03-02 09:00 r1 opens o1", "03-05 09:00 - assigns o1 to=r2", "04-10 09:00 r2 wins o1");
        assertThat(history.byRep(COHORT, COHORT.primary().name())).isEqualTo(Map.of("r1", "1/1"));
    }

    @Test
    void anOpportunityWithoutAnOpeningIsInNoCohort() {
        History history = new History("03-02 09:00 r1 wins o1");
        assertThat(history.says(COHORT)).isEqualTo("NO_DATA");
        assertThat(history.leftOut(COHORT)).isEqualTo(Map.of("no-opening", 1L));
    }

    // first-close

    @Test
    void theFirstCloseStandsWhateverFollows() {
        History history = new History("03-02 09:00 r1 wins o1", "04-02 09:00 r1 loses o1", "05-02 09:00 r1 loses o1");
        assertThat(history.byMonth(FIRST_CLOSE, "won")).isEqualTo(Map.of("2026-03", "1"));
        assertThat(history.says(FIRST_CLOSE)).isEqualTo("1/1");
    }

    @Test
    void aReopenedOpportunityKeepsItsFirstClose() {
        History history = new History("03-02 09:00 r1 loses o1", "04-02 09:00 r1 reopens o1");
        assertThat(history.says(FIRST_CLOSE)).isEqualTo("0/1");
        assertThat(history.leftOut(FIRST_CLOSE)).isEmpty();
        assertThat(history.and("05-02 09:00 r1 wins o1").says(FIRST_CLOSE)).isEqualTo("0/1");
    }

    @Test
    void anOpportunityNowInvalidStaysOutInSpiteOfItsFirstClose() {
        History history = new History("03-02 09:00 r1 wins o1", "04-02 09:00 r1 voids o1");
        assertThat(history.says(FIRST_CLOSE)).isEqualTo("NO_DATA");
        assertThat(history.leftOut(FIRST_CLOSE)).isEqualTo(Map.of("invalid-opportunity", 1L));
    }

    @Test
    void anOpportunityNeverClosedIsStillOpenForTheFirstClose() {
        assertThat(new History("03-02 09:00 r1 opens o1").leftOut(FIRST_CLOSE)).isEqualTo(Map.of("still-open", 1L));
    }

    @Test
    void theCompanionsOfTheFirstCloseAreToldByIt() {
        History history = new History(
                "03-01 09:00 r1 opens o1",
                "03-02 09:00 r1 wins o1 amount=EUR_7",
                "03-20 09:00 - assigns o1 to=r2",
                "04-02 09:00 r1 reopens o1",
                "05-02 09:00 r1 wins o1");
        assertThat(history.says(FIRST_CLOSE, "cycle-time")).isEqualTo("86400");
        assertThat(history.byRep(FIRST_CLOSE, "won-amount")).isEqualTo(Map.of("r1", "7 EUR"));
    }

    // by-value

    @Test
    void byValueAmountsAreWeighedInsteadOfCounts() {
        History history = new History(
                "03-02 09:00 r1 wins o1 amount=EUR_30",
                "03-02 09:00 r1 loses o2 amount=EUR_70.50",
                "03-02 09:00 r1 loses o3");
        assertThat(history.says(BY_VALUE)).isEqualTo("30/100.5");
        assertThat(history.leftOut(BY_VALUE)).isEqualTo(Map.of("no-amount", 1L));
        assertThat(history.says(BY_VALUE, "lost")).isEqualTo("2");
    }

    @Test
    void byValueIsNoProportionAndHasNoInterval() {
        KpiValue.Defined value = (KpiValue.Defined) new History("03-02 09:00 r1 wins o1 amount=EUR_30").value(BY_VALUE);
        assertThat(value.bounds()).isNull();
    }

    @Test
    void theSampleByValueIsTheFactsWithAnAmount() {
        History history = new History(
                "03-02 09:00 r1 wins o1 amount=EUR_30",
                "03-02 09:00 r1 loses o2 amount=EUR_70",
                "03-02 09:00 r1 loses o3");
        assertThat(history.value(BY_VALUE).sample()).isEqualTo(2);
    }

    @Test
    void byValueTheAmountIsTheLastThatTheStoryNames() {
        History history = new History(
                "03-02 09:00 r1 opens o1 amount=EUR_1",
                "03-03 09:00 r1 loses o1 amount=EUR_2",
                "03-04 09:00 r1 loses o1 amount=EUR_3",
                "03-02 09:00 r1 opens o2 amount=EUR_4",
                "03-03 09:00 r1 wins o2");
        assertThat(history.says(BY_VALUE)).isEqualTo("4/7");
    }

    @Test
    void byValueNoMoneyAtAllIsNoData() {
        assertThat(new History("03-02 09:00 r1 wins o1").says(BY_VALUE)).isEqualTo("NO_DATA");
        assertThat(new History("03-02 09:00 r1 wins o1 amount=EUR_0").says(BY_VALUE))
                .isEqualTo("NO_DATA");
    }

    @Test
    void byValueLeavesOutAsTheWinRateDoes() {
        History history = new History("03-02 09:00 r1 opens o1", "03-02 09:00 r1 opens o2", "03-03 09:00 r1 voids o2");
        assertThat(history.leftOut(BY_VALUE)).isEqualTo(Map.of("still-open", 1L, "invalid-opportunity", 1L));
    }

    // with-stale

    private static History stale() {
        return new History("03-02 09:00 r1 opens o1");
    }

    @Test
    void openForExactlyTheLimitIsNotStale() {
        assertThat(stale().asOf("04-01 09:00").says(STALE)).isEqualTo("NO_DATA");
        assertThat(stale().asOf("04-01 09:00").leftOut(STALE)).isEqualTo(Map.of("still-open", 1L));
    }

    @Test
    void openForMoreThanTheLimitIsLost() {
        History history = stale().asOf("04-01 09:00:00.000000001");
        assertThat(history.says(STALE)).isEqualTo("0/1");
        assertThat(history.says(STALE, "lost")).isEqualTo("1");
        assertThat(history.leftOut(STALE)).isEmpty();
    }

    @Test
    void theStaleIsLostInThePeriodOfTheInstantAtWhichItPassedTheLimit() {
        assertThat(stale().byMonth(STALE, "lost")).isEqualTo(Map.of("2026-03", "0", "2026-04", "1"));
    }

    @Test
    void theLimitIsTimesTwentyFourHoursAlsoWhereTheClockChanges() {
        History history = new History("03-02 05:30 r1 opens o1").in("America/New_York");
        assertThat(history.byMonth(STALE, "lost")).isEqualTo(Map.of("2026-03", "0", "2026-04", "1"));
        assertThat(new History("03-02 03:30 r1 opens o1").in("America/New_York").byMonth(STALE, "lost"))
                .isEqualTo(Map.of("2026-03", "1"));
    }

    @Test
    void theStaleIsCreditedToTheOwnerAtThatInstant() {
        History history = stale().and("04-01 09:00 - assigns o1 to=r2", "04-01 09:01 - assigns o1 to=r3");
        assertThat(history.byRep(STALE, "lost")).isEqualTo(Map.of("r1", "0", "r2", "1"));
    }

    @Test
    void theStaleWithoutAnOwnerIsNobodysWhoeverMovedIt() {
        History history = new History("03-02 09:00 - opens o1", "03-03 09:00 r5 moves o1");
        assertThat(history.byRep(STALE, "lost")).isEqualTo(Map.of("-", "1"));
    }

    @Test
    void theLimitRunsAnewFromTheLastReopening() {
        History history = stale().and("03-10 09:00 r1 loses o1", "03-20 09:00 r1 reopens o1");
        assertThat(history.asOf("04-19 09:00").leftOut(STALE)).isEqualTo(Map.of("still-open", 1L));
        assertThat(history.asOf("04-19 09:01").says(STALE)).isEqualTo("0/1");
    }

    @Test
    void aNewStageIsNoReopening() {
        assertThat(stale().and("03-20 09:00 r1 moves o1", "03-25 09:00 r1 moves o1")
                        .asOf("04-02 09:00")
                        .says(STALE))
                .isEqualTo("0/1");
    }

    @Test
    void aDecisionAfterPassingTheLimitStands() {
        History history = stale().and("06-01 09:00 r1 wins o1");
        assertThat(history.byMonth(STALE, "won")).isEqualTo(Map.of("2026-03", "0", "2026-06", "1"));
        assertThat(history.says(STALE)).isEqualTo("1/1");
        assertThat(history.asOf("05-31 09:00").says(STALE)).isEqualTo("0/1");
    }

    @Test
    void theInvalidIsNeverStale() {
        assertThat(stale().and("03-03 09:00 r1 voids o1").leftOut(STALE)).isEqualTo(Map.of("invalid-opportunity", 1L));
    }

    @Test
    void theStaleHasTheAttributesAndTheChannelOfItsOpening() {
        History history =
                new History("03-02 09:00 r1 opens o1 region=north channel=web", "03-03 09:00 r1 moves o1 region=south");
        assertThat(history.by(Dimension.attribute("region"), STALE, "lost")).isEqualTo(Map.of("north", "1"));
        assertThat(history.by(Dimension.CHANNEL, STALE, "lost")).isEqualTo(Map.of("web", "1"));
    }

    @Test
    void whatWasOpenedOnADateIsStaleOnceMoreThanTheLimitOfDatesHasPassed() {
        History history = new History("03-02 r1 opens o1");
        assertThat(history.asOf("04-01 23:59:59.999999999").leftOut(STALE)).isEqualTo(Map.of("still-open", 1L));
        assertThat(history.asOf("04-02 00:00").says(STALE)).isEqualTo("0/1");
    }

    @Test
    void theStaleIsOpenedToo() {
        assertThat(stale().says(STALE, "opened")).isEqualTo("1");
        assertThat(stale().says(STALE, "won")).isEqualTo("0");
    }

    @Test
    void theLimitIsANumberOfDaysFromOneOn() {
        assertThat(Indicators.winRateWithStale(1).id()).hasToString("win-rate/with-stale(1)@1");
        assertThat(new History("03-02 09:00 r1 opens o1").asOf("03-03 09:01").says(Indicators.winRateWithStale(1)))
                .isEqualTo("0/1");
        assertThatThrownBy(() -> Indicators.winRateWithStale(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(0): must be at least 1")
                .hasMessageContaining("Maybe ");
    }
}
