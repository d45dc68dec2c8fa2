package io.github.saleskpi.engine;

import static io.github.saleskpi.indicator.Indicators.RESPONSE_TIME;
import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.team.Dimension;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events are in force: versions, retractions, merges and the two axes of time. */
class EventsInForceTest {
    private static String won(History history) {
        return history.says(WIN_RATE, "won");
    }

    // The two axes

    @Test
    void anEventIsInForceFromTheInstantAtWhichItOccurred() {
        History history = new History("03-10 09:00 r1 wins o1");
        assertThat(won(history.asOf("03-10 08:59:59.999999999"))).isEqualTo("0");
        assertThat(won(history.asOf("03-10 09:00"))).isEqualTo("1");
    }

    @Test
    void anEventIsKnownFromTheInstantAtWhichItWasRecorded() {
        History history = new History("03-10 09:00 r1 wins o1 recorded=2026-03-12T09:00Z");
        assertThat(won(history.knownAt("03-12 08:59:59.999999999"))).isEqualTo("0");
        assertThat(won(history.knownAt("03-12 09:00"))).isEqualTo("1");
    }

    @Test
    void anEventKnownOnlyByItsDateOccursAtTheInstantAsWritten() {
        History history = new History("03-10 r1 wins o1").in("Pacific/Apia");
        assertThat(won(history.asOf("03-10 11:59"))).isEqualTo("0");
        assertThat(won(history.asOf("03-10 12:00"))).isEqualTo("1");
    }

    // Versions

    @Test
    void twoEventsWithOneIdAreOne() {
        assertThat(won(new History("03-10 09:00 r1 wins o1 id=x", "03-10 09:00 r1 wins o1 id=x")))
                .isEqualTo("1");
        assertThat(won(new History("03-10 09:00 r1 wins o1 id=x", "03-10 09:00 r1 wins o2 id=x")))
                .isEqualTo("1");
    }

    @Test
    void theVersionRecordedLaterStands() {
        History history = new History(
                "03-10 09:00 r1 wins o1 id=x recorded=2026-03-12T09:00Z",
                "03-11 09:00 r1 loses o1 id=x recorded=2026-03-11T09:00Z");
        assertThat(won(history)).isEqualTo("1");
    }

    @Test
    void ofTwoRecordedAtOnceTheOneThatOccurredLaterStands() {
        History history = new History(
                "03-10 09:00 r1 wins o1 id=x recorded=2026-03-12T09:00Z",
                "03-11 09:00 r1 loses o1 id=x recorded=2026-03-12T09:00Z");
        assertThat(won(history)).isEqualTo("0");
    }

    @ParameterizedTest(name = "{1} stands before {0}")
    @CsvSource({
        // type first
        "r9 moves o1 amount=EUR_9, r1 opens o1",
        // then the components in the order of their names: actor, amount, attributes, channel, ..., status
        "automation:r9 wins o1 amount=EUR_9, r1 wins o1",
        "r1 wins o1 amount=EUR_9, r2 wins o1",
        // absent before present
        "r1 wins o1 z=9, r1 wins o1 amount=EUR_1",
        "r1 wins o1 channel=z, r1 wins o1 amount=EUR_1 channel=a",
        "r1 wins o1 a=1 channel=z, r1 wins o1 a=2 channel=a",
        // words and not the order of definition: invalid, lost, open, won
        "r1 voids o1, r1 loses o1",
        "r1 loses o1, r1 moves o1",
        "r1 moves o1, r1 wins o1",
        // decimals as values
        "r1 wins o1 amount=EUR_9, r1 wins o1 amount=EUR_10",
        "r1 wins o1 amount=EUR_-2, r1 wins o1 amount=EUR_-1",
        // UTF-16 code units, in which the emoji is less
        "r\uD83D\uDE00 wins o1, r\uFFFD wins o1"
    })
    void ofTwoAlikeInTimeTheGreaterInItsTextStands(String less, String greater) {
        History both = new History("03-10 09:00 " + less + " id=x", "03-10 09:00 " + greater + " id=x");
        History one = new History("03-10 09:00 " + greater + " id=x");
        String expected =
                one.asking(q -> q.groupBy(Dimension.REP)).report(WIN_RATE).toString();
        String found =
                both.asking(q -> q.groupBy(Dimension.REP)).report(WIN_RATE).toString();
        assertThat(found.replace("conflicts 1", "conflicts 0")).isEqualTo(expected);
        assertThat(both.report(WIN_RATE).conflicts()).isEqualTo(1);
    }

    @Test
    void durationsCompareAsLengths() {
        History history = new History(
                "03-02 09:00 - asks q1",
                "03-02 10:00 r1 calls q1 BUSY id=x lasting=PT9M",
                "03-02 10:00 r1 calls q1 BUSY id=x lasting=PT10M");
        assertThat(history.says(RESPONSE_TIME)).isEqualTo("3000");
    }

    @Test
    void theVersionIsChosenAmongThoseKnown() {
        History history =
                new History("03-10 09:00 r1 wins o1 id=x", "03-10 09:00 r1 loses o1 id=x recorded=2026-03-12T09:00Z");
        assertThat(won(history.knownAt("03-12 08:59"))).isEqualTo("1");
        assertThat(won(history.knownAt("03-12 09:00"))).isEqualTo("0");
    }

    @Test
    void theVersionIsChosenBeforeWhatHasNotOccurredIsLeftOut() {
        History history = new History(
                "03-10 09:00 r1 wins o1 id=x recorded=2026-03-10T09:00Z",
                "04-10 09:00 r1 wins o1 id=x recorded=2026-03-11T09:00Z");
        assertThat(won(history.asOf("03-20 09:00"))).isEqualTo("0");
        assertThat(won(history.asOf("04-10 09:00"))).isEqualTo("1");
    }

    @Test
    void aVersionOfAnotherStoryTakesTheEventOutOfTheFirst() {
        History history =
                new History("03-10 09:00 r1 wins o1 id=x", "03-11 09:00 r1 loses o2 id=x recorded=2026-03-12T09:00Z");
        assertThat(history.says(WIN_RATE)).isEqualTo("0/1");
    }

    @Test
    void conflictsAreIdsWithDifferentVersionsWhateverTheViewpoint() {
        History history = new History(
                        "03-10 09:00 r1 wins o1 id=x",
                        "03-10 09:00 r1 loses o1 id=x recorded=2026-03-12T09:00Z",
                        "03-10 09:00 r1 loses o1 id=x recorded=2026-03-13T09:00Z",
                        "03-10 09:00 r1 wins o2 id=y",
                        "03-10 09:00 r1 wins o2 id=y")
                .knownAt("03-01 09:00");
        assertThat(history.report(WIN_RATE).conflicts()).isEqualTo(1);
        assertThat(history.report(WIN_RATE).events()).isEqualTo(2);
    }

    @Test
    void trailingZerosMakeNoOtherVersion() {
        History history = new History(
                "03-10 09:00 r1 wins o1 id=x amount=EUR_1200.50", "03-10 09:00 r1 wins o1 id=x amount=EUR_1200.5");
        assertThat(history.report(WIN_RATE).conflicts()).isZero();
        Header header = Header.of("y", History.instant("03-10 09:00"));
        CustomEvent custom = CustomEvent.of(header, "n");
        history.and(custom.withQuantity(new BigDecimal("1E+1"))).and(custom.withQuantity(new BigDecimal("10.0")));
        assertThat(history.report(WIN_RATE).conflicts()).isZero();
    }

    @Test
    void anotherOffsetOfTheSameInstantMakesNoOtherVersion() {
        History history = new History("2026-03-10T09:00Z r1 wins o1 id=x", "2026-03-10T11:00+02:00 r1 wins o1 id=x");
        assertThat(history.report(WIN_RATE).conflicts()).isZero();
    }

    // Retractions

    @Test
    void aRetractedEventIsOutOfForce() {
        assertThat(won(new History("03-10 09:00 r1 wins o1 id=x", "03-11 09:00 - retracts x")))
                .isEqualTo("0");
    }

    @Test
    void aRetractionHoldsIfItIsKnown() {
        History history =
                new History("03-10 09:00 r1 wins o1 id=x", "03-11 09:00 - retracts x recorded=2026-03-12T09:00Z");
        assertThat(won(history.knownAt("03-12 08:59:59"))).isEqualTo("1");
        assertThat(won(history.knownAt("03-12 09:00"))).isEqualTo("0");
    }

    @Test
    void aRetractionHoldsAlsoBeforeItOccurred() {
        History history = new History("03-10 09:00 r1 wins o1 id=x", "05-11 09:00 - retracts x");
        assertThat(won(history.asOf("03-10 09:00"))).isEqualTo("0");
    }

    @Test
    void aRetractionCannotBeRetracted() {
        History history =
                new History("03-10 09:00 r1 wins o1 id=x", "03-11 09:00 - retracts x id=y", "03-12 09:00 - retracts y");
        assertThat(won(history)).isEqualTo("0");
    }

    @Test
    void aRetractionTakesBackAllVersionsAlsoLaterOnes() {
        History history = new History(
                "03-10 09:00 r1 wins o1 id=x",
                "03-11 09:00 - retracts x",
                "03-10 09:00 r1 wins o1 id=x recorded=2026-04-01T09:00Z");
        assertThat(won(history)).isEqualTo("0");
        assertThat(won(history.and("03-10 09:00 r1 wins o1 id=anew"))).isEqualTo("1");
    }

    @Test
    void aRetractionOfNothingDoesNothing() {
        assertThat(won(new History("03-10 09:00 r1 wins o1 id=x", "03-11 09:00 - retracts z")))
                .isEqualTo("1");
    }

    @Test
    void ofTwoVersionsOfARetractionOnlyTheChosenOneRetracts() {
        History history = new History(
                "03-10 09:00 r1 wins o1 id=x",
                "03-10 09:00 r1 loses o2 id=y",
                "03-11 09:00 - retracts x id=z",
                "03-11 09:00 - retracts y id=z recorded=2026-03-12T09:00Z");
        assertThat(history.says(WIN_RATE)).isEqualTo("1/1");
        assertThat(history.knownAt("03-11 09:00").says(WIN_RATE)).isEqualTo("0/1");
    }

    @Test
    void anEventWhoseLaterVersionIsARetractionIsNoFactAnyMore() {
        History history = new History(
                "03-10 09:00 r1 wins o1 id=x",
                "03-10 09:00 r1 loses o2 id=y",
                "03-10 09:00 - retracts y id=x recorded=2026-03-12T09:00Z");
        assertThat(history.says(WIN_RATE)).isEqualTo("NO_DATA");
        assertThat(history.knownAt("03-11 09:00").says(WIN_RATE)).isEqualTo("1/2");
    }

    @Test
    void aRetractionWhoseLaterVersionIsAFactRetractsNothing() {
        History history = new History(
                "03-10 09:00 r1 wins o1 id=x",
                "03-11 09:00 - retracts x id=z",
                "03-11 09:00 r1 loses o2 id=z recorded=2026-03-12T09:00Z");
        assertThat(history.says(WIN_RATE)).isEqualTo("1/2");
        assertThat(history.knownAt("03-11 09:00").says(WIN_RATE)).isEqualTo("NO_DATA");
    }

    // Merges

    @Test
    void mergedOpportunitiesAreOneForAllOfHistory() {
        History history =
                new History("03-02 09:00 r1 opens o1", "03-10 09:00 r1 wins o2", "05-01 09:00 - merges o1 o2");
        assertThat(history.asOf("03-10 09:00").says(WIN_RATE)).isEqualTo("1/1");
        assertThat(history.says(WIN_RATE, "cycle-time")).isEqualTo(String.valueOf(8 * 86_400));
        assertThat(history.leftOut(WIN_RATE)).isEmpty();
    }

    @Test
    void aMergeHoldsIfItIsKnown() {
        History history = new History(
                "03-10 09:00 r1 wins o1",
                "03-11 09:00 r1 loses o2",
                "03-12 09:00 - merges o1 o2 recorded=2026-05-01T09:00Z");
        assertThat(history.knownAt("05-01 08:59:59").says(WIN_RATE)).isEqualTo("1/2");
        assertThat(history.knownAt("05-01 09:00").says(WIN_RATE)).isEqualTo("0/1");
    }

    @Test
    void aRetractedMergeIsNone() {
        History history = new History(
                "03-10 09:00 r1 wins o1",
                "03-11 09:00 r1 loses o2",
                "03-12 09:00 - merges o1 o2 id=m",
                "03-13 09:00 - retracts m recorded=2026-05-01T09:00Z");
        assertThat(history.says(WIN_RATE)).isEqualTo("1/2");
        assertThat(history.knownAt("04-01 09:00").says(WIN_RATE)).isEqualTo("0/1");
    }

    @Test
    void aMergeOfAnotherKindDoesNotConcernTheKey() {
        History history = new History("03-10 09:00 r1 wins o1", "03-11 09:00 r2 wins o2");
        history.and(
                new IdentityMerged(Header.of("m", History.instant("03-12 09:00")), IdentityKind.REQUEST, "o1", "o2"));
        assertThat(won(history)).isEqualTo("2");
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource({
        "r1 r2, r2 r3, r3",
        "r2 r3, r1 r2, r3",
        "r1 r2, r3 r1, r2",
        "r1 r2, r1 r3, r3",
        "r1 r3, r2 r3, r3",
        "r1 r2, r2 r1, r2",
        "r2 r1, r1 r2, r1",
    })
    void mergesApplyInTheirOrderAndTheRootStaysTheName(String first, String second, String root) {
        History history = new History(
                "03-10 09:00 r1 wins o1",
                "03-12 09:00 - merges " + first + " id=z",
                "03-13 09:00 - merges " + second + " id=a");
        assertThat(history.byRep(WIN_RATE, "won")).isEqualTo(Map.of(root, "1"));
    }

    @Test
    void mergesOfOneInstantApplyInTheOrderOfTheirIds() {
        History history = new History(
                "03-10 09:00 r1 wins o1", "03-12 09:00 - merges r1 r2 id=b", "03-12 09:00 - merges r2 r1 id=a");
        assertThat(history.byRep(WIN_RATE, "won")).isEqualTo(Map.of("r1", "1"));
    }

    @Test
    void mergesApplyByWhenTheyOccurredAndNotByWhenTheyWereRecorded() {
        History history = new History(
                "03-10 09:00 r1 wins o1",
                "03-13 09:00 - merges r2 r1",
                "03-12 09:00 - merges r1 r2 recorded=2026-04-01T09:00Z");
        assertThat(history.byRep(WIN_RATE, "won")).isEqualTo(Map.of("r2", "1"));
        assertThat(history.knownAt("03-20 09:00").byRep(WIN_RATE, "won")).isEqualTo(Map.of("r1", "1"));
    }

    @Test
    void aKeyMergedIntoItselfStaysWhatItIs() {
        assertThat(new History("03-10 09:00 r1 wins o1", "03-12 09:00 - merges r1 r1").byRep(WIN_RATE, "won"))
                .isEqualTo(Map.of("r1", "1"));
    }

    // Order

    @Test
    void idsAreOrderedByTheirCodeUnits() {
        History history = new History("03-10 09:00 r1 wins o1 id=\uFFFD", "03-10 09:00 r1 loses o1 id=\uD83D\uDE00");
        assertThat(won(history)).isEqualTo("1");
    }

    @Test
    void idsAreNeitherParsedNorFolded() {
        assertThat(won(new History("03-10 09:00 r1 wins o1 id=x", "03-10 09:00 r1 wins o2 id=X")))
                .isEqualTo("2");
        assertThat(won(new History("03-10 09:00 r1 wins o1 id=e10", "03-10 09:00 r1 loses o1 id=e9")))
                .isEqualTo("0");
    }
}
