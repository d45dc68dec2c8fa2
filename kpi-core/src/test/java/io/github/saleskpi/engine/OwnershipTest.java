package io.github.saleskpi.engine;

import static io.github.saleskpi.indicator.Indicators.RESPONSE_TIME;
import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who owns a request or an opportunity at a moment, seen by whom a win or an unanswered request is credited to. */
class OwnershipTest {
    /** The opportunity o1, won at 03-10 09:00 by nobody known. */
    private static Map<String, String> winnerOf(String... lines) {
        History history = new History("03-10 09:00 - wins o1").and(lines);
        Map<String, String> rows = history.byRep(WIN_RATE, "won");
        rows.values().removeIf("0"::equals);
        return rows;
    }

    @Test
    void theOwnerNamedAtTheOpeningComesBeforeTheActor() {
        assertThat(winnerOf("03-02 09:00 r1 opens o1 owner=r2")).isEqualTo(Map.of("r2", "1"));
    }

    @Test
    void withoutANamedOwnerTheActorOfTheOpeningOwnsIt() {
        assertThat(winnerOf("03-02 09:00 r1 opens o1")).isEqualTo(Map.of("r1", "1"));
        assertThat(winnerOf("03-02 09:00 automation:r1 opens o1")).isEqualTo(Map.of("r1", "1"));
    }

    @Test
    void withNeitherNobodyOwnsIt() {
        assertThat(winnerOf("03-02 09:00 - opens o1")).isEqualTo(Map.of("-", "1"));
    }

    @ParameterizedTest(name = "a change at {0}: {1}")
    @CsvSource({
        "03-10 08:59:59.999999999, r2",
        "03-10 09:00, r2",
        "03-10 09:00:00.000000001, r1",
        "03-01 09:00, r2",
    })
    void theLastChangeAtOrBeforeTheMomentDecides(String time, String owner) {
        assertThat(winnerOf("03-02 09:00 r1 opens o1", time + " - assigns o1 to=r2"))
                .isEqualTo(Map.of(owner, "1"));
    }

    @Test
    void theLastOfSeveralChangesDecidesAndOfOneInstantTheOneOfTheGreaterId() {
        assertThat(winnerOf("03-05 09:00 - assigns o1 to=r2", "03-04 09:00 - assigns o1 to=r3"))
                .isEqualTo(Map.of("r2", "1"));
        assertThat(winnerOf("03-05 09:00 - assigns o1 to=r2 id=a", "03-05 09:00 - assigns o1 to=r3 id=b"))
                .isEqualTo(Map.of("r3", "1"));
    }

    @Test
    void aChangeKnownOnlyByTheDateOfTheMomentIsNotAfterIt() {
        assertThat(winnerOf("03-02 09:00 r1 opens o1", "03-10 - assigns o1 to=r2"))
                .isEqualTo(Map.of("r2", "1"));
        assertThat(winnerOf("03-02 09:00 r1 opens o1", "03-11 - assigns o1 to=r2"))
                .isEqualTo(Map.of("r1", "1"));
    }

    @Test
    void datesAreComparedInTheZoneOfTheReport() {
        History history = new History("03-02 09:00 r1 opens o1", "03-10 19:00 r9 wins o1", "03-11 - assigns o1 to=r2");
        assertThat(history.byRep(WIN_RATE, "won")).containsEntry("r1", "1");
        assertThat(history.in("Asia/Kathmandu").byRep(WIN_RATE, "won")).containsEntry("r2", "1");
    }

    @Test
    void aCloseKnownOnlyByItsDateHasTheOwnerOfTheEndOfThatDate() {
        History history = new History("03-02 09:00 r1 opens o1", "03-10 r9 wins o1", "03-10 18:00 - assigns o1 to=r2");
        assertThat(history.byRep(WIN_RATE, "won")).containsEntry("r2", "1");
    }

    @Test
    void aChangeToNobodyDoesNotFallBackToTheFirstOwner() {
        assertThat(winnerOf("03-02 09:00 r1 opens o1 owner=r2", "03-03 09:00 r1 assigns o1"))
                .isEqualTo(Map.of("-", "1"));
    }

    @Test
    void theActorOfAChangeIsNotTheOwner() {
        assertThat(winnerOf("03-03 09:00 r5 assigns o1 to=r2")).isEqualTo(Map.of("r2", "1"));
    }

    @Test
    void theEarliestOpeningBeganTheStory() {
        assertThat(winnerOf("03-02 09:00 r1 opens o1", "03-03 09:00 r2 opens o1 owner=r3"))
                .isEqualTo(Map.of("r1", "1"));
        assertThat(winnerOf("03-02 09:00 - opens o1", "03-03 09:00 r2 opens o1 owner=r3"))
                .isEqualTo(Map.of("-", "1"));
    }

    @Test
    void anOpeningAfterTheMomentStillNamesTheFirstOwner() {
        assertThat(winnerOf("03-12 09:00 r1 opens o1")).isEqualTo(Map.of("r1", "1"));
    }

    @Test
    void aRetractedChangeIsNone() {
        assertThat(winnerOf(
                        "03-02 09:00 r1 opens o1", "03-03 09:00 - assigns o1 to=r2 id=x", "03-04 09:00 - retracts x"))
                .isEqualTo(Map.of("r1", "1"));
    }

    @Test
    void aMergedOpportunityHasTheChangesOfAllItsKeys() {
        assertThat(winnerOf("03-02 09:00 r1 opens o1", "03-03 09:00 - assigns o2 to=r2", "06-01 09:00 - merges o2 o1"))
                .isEqualTo(Map.of("r2", "1"));
    }

    @Test
    void aMergedRepIsCreditedUnderTheRoot() {
        assertThat(winnerOf("03-02 09:00 r1 opens o1", "06-01 09:00 - merges r1 r2"))
                .isEqualTo(Map.of("r2", "1"));
        assertThat(winnerOf("03-02 09:00 - opens o1 owner=r1", "06-01 09:00 - merges r1 r2"))
                .isEqualTo(Map.of("r2", "1"));
        assertThat(winnerOf("03-03 09:00 - assigns o1 to=r1", "06-01 09:00 - merges r1 r2"))
                .isEqualTo(Map.of("r2", "1"));
    }

    @Test
    void mergedRepsAreOneRow() {
        History history =
                new History("03-10 09:00 r1 wins o1", "03-10 09:00 r2 loses o2", "06-01 09:00 - merges r1 r2");
        assertThat(history.byRep(WIN_RATE, WIN_RATE.primary().name())).isEqualTo(Map.of("r2", "1/2"));
    }

    @Test
    void aChangeOfARequestDoesNotConcernTheOpportunity() {
        assertThat(winnerOf("03-02 09:00 r1 opens o1", "03-03 09:00 - assigns q1 to=r2"))
                .isEqualTo(Map.of("r1", "1"));
    }

    @ParameterizedTest(name = "a request by {0} is owned by {2}")
    @CsvSource({"r1, owner=r2, r2", "r1, source=x, r1", "-, source=x, -", "bot:r1, source=x, r1"})
    void aRequestIsOwnedByTheOwnerNamedElseByItsActorElseByNobody(String actor, String said, String owner) {
        History history = new History("03-02 09:00 " + actor + " asks q1 " + said);
        assertThat(history.byRep(RESPONSE_TIME, "unanswered")).isEqualTo(Map.of(owner, "1"));
    }

    @Test
    void theOwnerOfARequestFollowsItsChanges() {
        History history = new History("03-02 09:00 - asks q1 owner=r1", "03-05 09:00 - assigns q1 to=r2");
        assertThat(history.byRep(RESPONSE_TIME, "unanswered")).isEqualTo(Map.of("r2", "1"));
        assertThat(history.and("03-06 09:00 - assigns q1").byRep(RESPONSE_TIME, "unanswered"))
                .isEqualTo(Map.of("-", "1"));
    }
}
