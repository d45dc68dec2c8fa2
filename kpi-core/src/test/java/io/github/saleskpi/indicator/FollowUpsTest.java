package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.FOLLOW_UPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 3 of the definitions: what a contact is, when an opportunity is closed, and the figures of both. */
class FollowUpsTest {
    private static final Map<String, Long> NONE = Map.of();

    /** An opportunity that r9 owns and wins on March 20th. */
    private static History won(String... lines) {
        return new History("03-02 09:00 r9 opens o1 owner=r9", "03-20 09:00 r9 wins o1").and(lines);
    }

    private static String contacts(History history) {
        return history.says(FOLLOW_UPS, "contacts");
    }

    /** The mean with its parts, as {@code 2/3}. */
    private static String mean(History history) {
        KpiValue.Defined value = (KpiValue.Defined) history.value(FOLLOW_UPS);
        assertThat(value.numerator()).isNotNull();
        assertThat(value.denominator()).isNotNull();
        return value.numerator().toPlainString() + "/" + value.denominator().toPlainString();
    }

    /** Won after so many contacts, a day apart. */
    private static History wonAfter(int contacts) {
        History history = new History("03-20 09:00 r9 wins o1");
        for (int i = 1; i <= contacts; i++) {
            history.and(String.format("02-%02d 09:00 r1 writes o1", i));
        }
        return history;
    }

    @Test
    void itIsAMeanOfWhichLessIsNotBetter() {
        assertThat(FOLLOW_UPS.id()).hasToString("follow-ups@1");
        assertThat(FOLLOW_UPS.primary().direction()).isNotEqualTo(Direction.LOWER_IS_BETTER);
    }

    @Test
    void itsCompanionsAreTheNamedOnesAndNoOthers() {
        List<String> names = new ArrayList<>(List.of("followed-up", "persistent"));
        for (int i = 0; i <= 12; i++) {
            names.add("wins-by-contact/" + i);
        }
        names.addAll(List.of("wins-by-contact/13+", "contacts"));
        assertThat(FOLLOW_UPS.companions()).extracting(Figure::name).containsExactlyElementsOf(names);
    }

    // What a contact is

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"FAILED", "WRONG_NUMBER"},
            mode = EnumSource.Mode.EXCLUDE)
    void anOutboundCallOfAnyOutcomeButTwoIsAContact(CallOutcome outcome) {
        assertThat(contacts(won("03-03 09:00 r1 calls o1 " + outcome.name()))).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"writes o1", "writes o1 first", "writes p1,q1,o1", "meets o1", "presents o1"})
    void aVisibleMessageOrAMeetingIsAContact(String contact) {
        assertThat(contacts(won("03-03 09:00 r1 " + contact))).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calls o1 FAILED",
                "calls o1 WRONG_NUMBER",
                "hears o1 CONVERSATION",
                "writes o1 invisibly",
                "writes p1,q1 again",
                "calls p1 ANSWERED",
                "replies o1",
                "does call"
            })
    void nothingElseIsAContact(String other) {
        assertThat(contacts(won("03-03 09:00 r1 " + other))).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls o1 ANSWERED", "writes o1", "meets o1"})
    void aContactThatNoHumanMadeIsLeftOut(String contact) {
        for (String actor : List.of("automation:r1", "bot", "import:r1", "unknown:r1", "-")) {
            History history = won("03-03 09:00 " + actor + " " + contact);
            assertThat(contacts(history)).isEqualTo("0");
            assertThat(history.leftOut(FOLLOW_UPS)).isEqualTo(Map.of("not-human", 1L));
        }
    }

    @Test
    void aContactBeforeTheOpeningCountsAndSoDoesOneWithoutAnyOpening() {
        assertThat(contacts(won("01-03 09:00 r1 calls o1 BUSY"))).isEqualTo("1");
        assertThat(contacts(wonAfter(1))).isEqualTo("1");
    }

    @Test
    void contactsOfTwoOpportunitiesAreApart() {
        History history = won("03-20 09:00 r9 loses o2", "03-03 09:00 r1 writes o1", "03-03 09:01 r1 writes o2");
        assertThat(contacts(history)).isEqualTo("2");
        assertThat(history.leftOut(FOLLOW_UPS)).isEqualTo(NONE);
    }

    @Test
    void mergedOpportunitiesAreOne() {
        History history = won("03-03 09:00 r1 writes o1", "03-04 09:00 r1 writes o2", "03-05 09:00 - merges o2 o1");
        assertThat(mean(history)).isEqualTo("1/1");
    }

    // After the close

    @ParameterizedTest
    @CsvSource({"03-20 08:59, 1", "03-20 09:00, 1", "03-20 09:00:00.000000001, 0", "03-19, 1", "03-20, 1", "03-21, 0"})
    void aContactAfterTheCloseIsLeftOutAndOneAtTheCloseIsNot(String time, String counted) {
        History history = won(time + " r1 writes o1 id=z");
        assertThat(contacts(history)).isEqualTo(counted);
        assertThat(history.leftOut(FOLLOW_UPS)).isEqualTo(counted.equals("1") ? NONE : Map.of("after-close", 1L));
    }

    @ParameterizedTest
    @CsvSource({"03-20 23:59, 1", "03-20, 1", "03-21 00:00, 0", "03-21, 0"})
    void afterACloseKnownOnlyByItsDateIsAfterThatDate(String time, String counted) {
        assertThat(contacts(new History("03-20 r9 loses o1", time + " r1 writes o1")))
                .isEqualTo(counted);
    }

    @Test
    void aContactAfterTheCloseIsStillTheSameContactFirst() {
        History history = won("03-20 08:59 r1 writes o1", "03-20 09:01 r1 writes o1", "03-20 09:30 r1 writes o1");
        assertThat(history.leftOut(FOLLOW_UPS)).isEqualTo(Map.of("same-contact", 1L, "after-close", 1L));
    }

    // When it is closed

    @Test
    void theCloseIsTheFirstMoveOfTheLastRunOfItsStatus() {
        History history = won("04-20 09:00 r9 wins o1", "03-25 09:00 r1 writes o1");
        assertThat(history.byMonth(FOLLOW_UPS, "contacts")).isEqualTo(Map.of("2026-03", "0"));
        assertThat(history.leftOut(FOLLOW_UPS)).isEqualTo(Map.of("after-close", 1L));
    }

    @Test
    void aReopenedOpportunityIsOpenAndNoneOfItsContactsCount() {
        History history = won("03-03 09:00 r1 writes o1", "03-21 09:00 r9 reopens o1");
        assertThat(history.says(FOLLOW_UPS)).isEqualTo("NO_DATA");
        assertThat(contacts(history)).isEqualTo("0");
        assertThat(history.leftOut(FOLLOW_UPS)).containsEntry("still-open", 1L);
    }

    @Test
    void anOpportunityClosedAgainHasTheContactsUpToTheLastClose() {
        History history = won(
                "03-03 09:00 r1 writes o1",
                "03-21 09:00 r1 writes o1",
                "03-22 09:00 r9 reopens o1",
                "03-23 09:00 r1 writes o1",
                "04-01 09:00 r9 loses o1",
                "04-02 09:00 r1 writes o1");
        assertThat(history.byMonth(FOLLOW_UPS, "contacts")).containsEntry("2026-04", "3");
        assertThat(history.leftOut(FOLLOW_UPS)).isEqualTo(Map.of("after-close", 1L));
        assertThat(history.says(FOLLOW_UPS, "wins-by-contact/3")).isEqualTo("0");
    }

    @Test
    void aLostOpportunityThatIsWonLaterIsClosedByTheWin() {
        History history = new History("03-01 09:00 r9 loses o1", "03-02 09:00 r1 writes o1", "03-03 09:00 r9 wins o1");
        assertThat(history.says(FOLLOW_UPS, "wins-by-contact/1")).isEqualTo("1");
    }

    @Test
    void whatIsOpenOrInvalidIsLeftOut() {
        History history = new History(
                "03-01 09:00 r9 opens o1",
                "03-01 09:00 r9 moves o2",
                "03-01 09:00 r9 wins o3",
                "03-02 09:00 r9 voids o3");
        assertThat(history.leftOut(FOLLOW_UPS)).isEqualTo(Map.of("still-open", 2L, "invalid-opportunity", 1L));
        assertThat(history.says(FOLLOW_UPS)).isEqualTo("NO_DATA");
    }

    @Test
    void whatHappensAfterTheMomentOfLookingIsUnknown() {
        assertThat(won("03-03 09:00 r1 writes o1").asOf("03-19 00:00").leftOut(FOLLOW_UPS))
                .containsEntry("still-open", 1L);
    }

    // The figures

    @ParameterizedTest
    @CsvSource({"0, 0/1, 0/1, 0/1", "1, 0/1, 0/1, 0/1", "2, 1/1, 1/1, 0/1", "4, 3/1, 1/1, 0/1", "5, 4/1, 1/1, 1/1"})
    void theFirstContactIsNoFollowUp(int contacts, String followUps, String followedUp, String persistent) {
        History history = wonAfter(contacts);
        assertThat(mean(history)).isEqualTo(followUps);
        assertThat(history.says(FOLLOW_UPS, "followed-up")).isEqualTo(followedUp);
        assertThat(history.says(FOLLOW_UPS, "persistent")).isEqualTo(persistent);
        assertThat(contacts(history)).isEqualTo("" + contacts);
    }

    @Test
    void anOpportunityWithoutContactDoesNotTakeAwayFromTheOthers() {
        History history = wonAfter(3).and("03-20 09:00 r9 loses o2", "03-20 09:00 r9 loses o3");
        assertThat(mean(history)).isEqualTo("2/3");
        assertThat(history.says(FOLLOW_UPS)).isEqualTo("0.6666666666666666666666666666666667");
        assertThat(history.value(FOLLOW_UPS).sample()).isEqualTo(3);
        assertThat(history.says(FOLLOW_UPS, "followed-up")).isEqualTo("1/3");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 11, 12, 13, 14})
    void aWinIsCountedAtItsNumberOfContactsAndThoseAboveTwelveTogether(int contacts) {
        Map<String, String> wins = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        History history = wonAfter(contacts);
        for (int i = 0; i <= 13; i++) {
            String name = "wins-by-contact/" + (i == 13 ? "13+" : i);
            wins.put(name, history.says(FOLLOW_UPS, name));
            expected.put(name, i == Math.min(contacts, 13) ? "1" : "0");
        }
        assertThat(wins).isEqualTo(expected);
    }

    @Test
    void aLostOpportunityIsNoWinAtAnyContact() {
        History history = new History("03-20 09:00 r9 loses o1", "03-03 09:00 r1 writes o1");
        assertThat(history.says(FOLLOW_UPS, "wins-by-contact/1")).isEqualTo("0");
        assertThat(mean(history)).isEqualTo("0/1");
    }

    // Whose and when

    @Test
    void creditGoesToTheOwnerAtTheCloseAndNotToWhoMadeTheContact() {
        History history = won(
                "03-03 09:00 r1 writes o1", "03-20 09:00 - assigns o1 to=r2 id=z", "03-20 09:00:01 - assigns o1 to=r3");
        assertThat(history.byRep(FOLLOW_UPS, "contacts")).isEqualTo(Map.of("r2", "1"));
    }

    @Test
    void withoutAnOwnerCreditGoesToTheActorOfTheClosingMove() {
        History history = new History(
                "03-02 09:00 - opens o1",
                "03-20 09:00 r4 wins o1",
                "03-21 09:00 r5 wins o1",
                "03-03 09:00 r1 writes o1");
        assertThat(history.byRep(FOLLOW_UPS, "contacts")).isEqualTo(Map.of("r4", "1"));
        assertThat(won("03-19 09:00 - assigns o1")
                        .and("03-20 08:00 r8 moves o1")
                        .byRep(FOLLOW_UPS, "contacts"))
                .isEqualTo(Map.of("r9", "0"));
    }

    @Test
    void thePeriodIsThatOfTheClose() {
        History history = won("02-03 09:00 r1 writes o1", "01-03 09:00 r1 writes o1");
        assertThat(history.byMonth(FOLLOW_UPS, FOLLOW_UPS.primary().name())).isEqualTo(Map.of("2026-03", "1"));
    }

    @Test
    void attributesAreThoseOfTheCloseElseOfTheOpening() {
        History history = new History(
                "03-02 09:00 r9 opens o1 source=fair",
                "03-02 09:00 r9 opens o2 source=fair",
                "03-20 09:00 r9 wins o1 source=list",
                "03-20 09:00 r9 wins o2");
        assertThat(history.by(Dimension.attribute("source"), FOLLOW_UPS, "contacts"))
                .isEqualTo(Map.of("fair", "0", "list", "0"));
    }
}
