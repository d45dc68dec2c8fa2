package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.CONTACT_QUALITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 2 of the definitions: which call an opening counts for. */
class ColdOpeningsTest {
    private static final Map<String, Long> NONE = Map.of();
    private static final Map<String, Long> NO_COLD_CALL = Map.of("no-cold-call", 1L);

    /** An answered cold call to p1 with id c1. */
    private static History called(String... lines) {
        return new History("03-01 09:00 r1 calls p1 ANSWERED key=c1").and(lines);
    }

    private static void assertLed(History history) {
        assertThat(history.says(CONTACT_QUALITY)).startsWith("1/");
        assertThat(history.says(CONTACT_QUALITY, "opportunities")).isEqualTo("1");
        assertThat(history.leftOut(CONTACT_QUALITY)).doesNotContainKey("no-cold-call");
    }

    private static void assertNotLed(History history) {
        assertThat(history.says(CONTACT_QUALITY)).startsWith("0/");
        assertThat(history.says(CONTACT_QUALITY, "opportunities")).isEqualTo("0");
        assertThat(history.leftOut(CONTACT_QUALITY)).containsAllEntriesOf(NO_COLD_CALL);
    }

    // Thirty days

    @Test
    void anOpeningCountsForTheAnsweredColdCallBeforeIt() {
        History history = called("03-02 09:00 r1 opens o1 person=p1");
        assertLed(history);
        assertThat(history.leftOut(CONTACT_QUALITY)).isEqualTo(NONE);
    }

    @Test
    void thirtyTimes24HoursAreEnoughAndNotANanosecondMore() {
        assertLed(called("03-31 09:00 r1 opens o1 person=p1"));
        assertNotLed(called("03-31 09:00:00.000000001 r1 opens o1 person=p1"));
    }

    @Test
    void theThirtyDaysAreOf24HoursAlsoWhereClocksChange() {
        assertLed(called("03-31 09:00 r1 opens o1 person=p1").in("Europe/Berlin"));
        assertNotLed(called("03-31 09:00:00.000000001 r1 opens o1 person=p1").in("Europe/Berlin"));
    }

    @Test
    void anOpeningBeforeTheCallDoesNotCount() {
        assertNotLed(called("03-01 08:59:59 r1 opens o1 person=p1"));
    }

    @Test
    void anOpeningAtTheInstantOfTheCallCounts() {
        assertLed(called("03-01 09:00 r1 opens o1 person=p1 id=z"));
    }

    @ParameterizedTest
    @CsvSource({
        "03-01 09:00, 03-01, true",
        "03-01 23:00, 03-01, true",
        "03-01 23:00, 03-31, true",
        "03-01 23:00, 04-01, false",
        "03-01, 03-01 08:00, true",
        "03-01, 03-31 23:59, true",
        "03-01, 04-01 00:00, false",
        "03-01, 03-31, true",
        "03-01, 04-01, false",
        "03-02, 03-01, false",
        "03-02 00:00, 03-01, false"
    })
    void withoutATimeZeroToThirtyDatesAreEnough(String call, String opening, boolean led) {
        History history = new History(call + " r1 calls p1 ANSWERED", opening + " r1 opens o1 person=p1");
        assertThat(history.says(CONTACT_QUALITY)).isEqualTo(led ? "1/1" : "0/1");
        assertThat(history.leftOut(CONTACT_QUALITY)).isEqualTo(led ? NONE : NO_COLD_CALL);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, false",
        "BUSY, false",
        "NO_ANSWER, false",
        "VOICEMAIL, false",
        "ANSWERED, true",
        "REACHED, true",
        "CONVERSATION, true",
        "MEETING_SET, true"
    })
    void withoutOriginTheCallMustHaveBeenAnswered(String outcome, boolean led) {
        History history = new History("03-01 09:00 r1 calls p1 " + outcome, "03-02 09:00 r1 opens o1 person=p1");
        assertThat(history.says(CONTACT_QUALITY)).isEqualTo(led ? "1/1" : "0/1");
    }

    @Test
    void theLastColdCallThatWasAnsweredIsTheOne() {
        History history = called(
                "03-02 09:00 r2 calls p1 ANSWERED cold=true",
                "03-03 09:00 r3 calls p1 BUSY cold=true",
                "03-04 09:00 r4 calls p1 ANSWERED",
                "03-05 09:00 r1 opens o1 person=p1");
        assertThat(history.byRep(CONTACT_QUALITY, "opportunities"))
                .isEqualTo(Map.of("r1", "0", "r2", "1", "r3", "0", "r4", "0"));
    }

    @Test
    void ofTwoColdCallsAtOneInstantTheOneOfTheGreaterIdIsTheLast() {
        History history = new History(
                "03-01 09:00 r2 calls p1 ANSWERED id=b",
                "03-01 09:00 r1 calls p1 ANSWERED id=a",
                "03-02 09:00 r3 opens o1 person=p1");
        assertThat(history.byRep(CONTACT_QUALITY, CONTACT_QUALITY.primary().name()))
                .isEqualTo(Map.of("r1", "0/1", "r2", "1/1"));
    }

    @Test
    void anAnsweredCallThatIsNotColdLeadsToNothing() {
        assertNotLed(new History(
                "02-01 09:00 r1 calls p1 ANSWERED",
                "03-01 09:00 r1 calls p1 ANSWERED",
                "03-10 09:00 r1 opens o1 person=p1"));
    }

    @Test
    void aCallOfNoHumanLeadsToNothing() {
        History history = new History("03-01 09:00 bot calls p1 ANSWERED", "03-02 09:00 r1 opens o1 person=p1");
        assertThat(history.leftOut(CONTACT_QUALITY)).isEqualTo(Map.of("not-human", 1L, "no-cold-call", 1L));
    }

    @Test
    void aCallToAnotherPersonLeadsToNothing() {
        assertNotLed(called("03-02 09:00 r1 opens o1 person=p2"));
    }

    // Origin

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "BUSY", "VOICEMAIL", "ANSWERED"})
    void theCallNamedAsOriginCountsWhateverItsOutcomeAndHoweverLongAgo(String outcome) {
        History history = new History(
                "03-01 09:00 r1 calls p1 " + outcome + " key=c1", "09-01 09:00 r1 opens o1 person=p1 origin=c1");
        assertLed(history);
    }

    @Test
    void theCallNamedAsOriginGoesBeforeTheLastOne() {
        History history = new History(
                "03-01 09:00 r1 calls p1 BUSY key=c1",
                "03-02 09:00 r2 calls p1 ANSWERED",
                "03-03 09:00 r1 opens o1 person=p1 origin=c1");
        assertThat(history.byRep(CONTACT_QUALITY, CONTACT_QUALITY.primary().name()))
                .isEqualTo(Map.of("r1", "1/1", "r2", "0/1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r1 calls p1 ANSWERED key=c2 cold=false",
                "r1 calls p1 FAILED key=c2",
                "r1 calls p1 WRONG_NUMBER key=c2",
                "bot calls p1 ANSWERED key=c2",
                "r1 hears p1 ANSWERED key=c2",
                "r1 calls p2 ANSWERED key=c2",
                "r1 calls - ANSWERED key=c2 cold=true",
                "r1 calls p1 ANSWERED key=c3"
            })
    void ifTheOriginIsNoColdCallOfThePersonThereIsNoFallback(String origin) {
        assertThat(called("03-02 09:00 " + origin, "03-03 09:00 r1 opens o1 person=p1 origin=c2")
                        .leftOut(CONTACT_QUALITY))
                .containsAllEntriesOf(NO_COLD_CALL);
    }

    @Test
    void ofSeveralCallsOfOneCallIdTheFirstIsTheOrigin() {
        History history = new History(
                "03-01 09:00 r1 calls p1 BUSY key=c1",
                "03-02 09:00 r2 calls p1 BUSY key=c1",
                "03-03 09:00 r1 opens o1 person=p1 origin=c1");
        assertThat(history.byRep(CONTACT_QUALITY, "opportunities")).isEqualTo(Map.of("r1", "1", "r2", "0"));
    }

    @Test
    void ifTheFirstOfThatCallIdIsNotColdALaterOneDoesNotHelp() {
        assertNotLed(new History(
                "03-01 09:00 r1 calls p1 BUSY key=c1 cold=false",
                "03-02 09:00 r2 calls p1 ANSWERED key=c1",
                "03-03 09:00 r1 opens o1 person=p1 origin=c1"));
    }

    // Openings

    @Test
    void anOpeningOfNobodyKnownIsLeftOutEvenIfItNamesItsOrigin() {
        History history = called("03-02 09:00 r1 opens o1 origin=c1", "03-03 09:00 r1 opens o2");
        assertThat(history.leftOut(CONTACT_QUALITY)).isEqualTo(Map.of("unknown-person", 2L));
        assertThat(history.says(CONTACT_QUALITY)).isEqualTo("0/1");
    }

    @Test
    void aCallThatLedToTwoOpportunitiesIsCountedOnceAndTheyTwice() {
        History history = called("03-02 09:00 r1 opens o1 person=p1", "03-03 09:00 r1 opens o2 person=p1");
        assertThat(history.says(CONTACT_QUALITY)).isEqualTo("1/1");
        assertThat(history.says(CONTACT_QUALITY, "opportunities")).isEqualTo("2");
    }

    @Test
    void onlyTheEarliestOpeningOfAnOpportunityCounts() {
        History history = called(
                "03-02 09:00 r1 opens o1 person=p1",
                "03-03 09:00 r2 calls p1 ANSWERED cold=true",
                "03-04 09:00 r1 opens o1 person=p1");
        assertThat(history.byRep(CONTACT_QUALITY, "opportunities")).isEqualTo(Map.of("r1", "1", "r2", "0"));
        assertThat(history.leftOut(CONTACT_QUALITY)).isEqualTo(NONE);
    }

    @Test
    void ifTheEarliestOpeningHasNoColdCallALaterOneDoesNotHelp() {
        assertNotLed(new History(
                "03-02 09:00 r1 opens o1 person=p1",
                "03-03 09:00 r2 calls p1 ANSWERED",
                "03-04 09:00 r1 opens o1 person=p1"));
    }

    @Test
    void anEarlierOpeningThatNamesNobodyIsNotOfThePersonsStory() {
        History history = called("02-01 09:00 r1 opens o1", "03-02 09:00 r1 opens o1 person=p1");
        assertLed(history);
        assertThat(history.leftOut(CONTACT_QUALITY)).isEqualTo(Map.of("unknown-person", 1L));
    }

    @Test
    void whoOpensDoesNotMatter() {
        assertLed(called("03-02 09:00 automation opens o1 person=p1"));
    }

    @Test
    void anOpportunityStaysCountedWhateverBecomesOfIt() {
        assertLed(called("03-02 09:00 r1 opens o1 person=p1", "03-03 09:00 r1 voids o1"));
    }

    @Test
    void mergedPeopleAreOnePerson() {
        assertLed(called("03-02 09:00 r1 opens o1 person=p2", "03-03 09:00 - merges p1 p2"));
        assertLed(called("03-02 09:00 r1 opens o1 person=p2 origin=c1", "03-03 09:00 - merges p2 p1"));
    }

    @Test
    void mergedOpportunitiesAreOneOpportunity() {
        assertLed(called(
                "03-02 09:00 r1 opens o1 person=p1",
                "03-03 09:00 r1 opens o2 person=p1",
                "03-04 09:00 - merges o1 o2"));
    }

    @Test
    void anOpportunityIsTheCallersAndOfThePeriodOfTheCall() {
        History history = new History("03-31 09:00 r1 calls p1 ANSWERED", "04-02 09:00 r2 opens o1 person=p1 owner=r3");
        assertThat(history.byRep(CONTACT_QUALITY, "opportunities")).isEqualTo(Map.of("r1", "1"));
        assertThat(history.byMonth(CONTACT_QUALITY, "opportunities")).isEqualTo(Map.of("2026-03", "1"));
    }
}
