package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.CONTACT_QUALITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.Unit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 2 of the definitions: which calls are cold and what is counted of them; openings are in {@code ColdOpeningsTest}. */
class ContactQualityTest {
    private static final Map<String, Long> NONE = Map.of();

    /** One call to somebody, after what is told before. */
    private static History calledAfter(String... before) {
        return new History(before).and("03-10 09:00 r1 calls p1 BUSY");
    }

    private static void assertCold(History history) {
        assertThat(history.leftOut(CONTACT_QUALITY)).isEqualTo(NONE);
        assertThat(history.says(CONTACT_QUALITY, "cold-calls")).isNotEqualTo("0");
    }

    private static void assertNotCold(History history) {
        assertThat(history.leftOut(CONTACT_QUALITY)).isEqualTo(Map.of("not-cold", 1L));
    }

    @Test
    void itIsAProportionOfWhichMoreIsBetter() {
        assertThat(CONTACT_QUALITY.id()).hasToString("contact-quality@1");
        assertThat(CONTACT_QUALITY.primary().unit()).isEqualTo(Unit.RATIO);
        assertThat(CONTACT_QUALITY.primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
    }

    @Test
    void itsCompanionsAreTheNamedOnesAndNoOthers() {
        assertThat(CONTACT_QUALITY.companions())
                .extracting(Figure::name)
                .containsExactly(
                        "opportunities",
                        "answer-rate",
                        "reach-rate",
                        "conversation-rate",
                        "uncategorized",
                        "cold-calls",
                        "calls");
    }

    // What a cold call is

    @Test
    void theFirstCallToSomebodyIsCold() {
        assertCold(calledAfter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- replies p1",
                "r2 meets p1",
                "r2 presents p1",
                "- asks q1 person=p1",
                "r2 hears p1 ANSWERED",
                "r2 hears p1 NO_ANSWER",
                "r2 hears p1"
            })
    void aCallToSomebodyWithWhomThereWasTwoWayContactIsNotCold(String contact) {
        assertNotCold(calledAfter("03-09 09:00 " + contact));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- replies p1 automatically",
                "r2 writes p1",
                "- replies p2",
                "r1 writes p1,q1 again",
                "- asks q1",
                "r1 opens o1 person=p2",
                "r1 wins o1"
            })
    void whatIsNoTwoWayContactLeavesItCold(String other) {
        History history = calledAfter("03-09 09:00 " + other);
        assertThat(history.says(CONTACT_QUALITY, "cold-calls")).isEqualTo("1");
        assertThat(history.leftOut(CONTACT_QUALITY)).doesNotContainKey("not-cold");
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"ANSWERED", "REACHED", "CONVERSATION", "MEETING_SET"})
    void aCallAfterOneThatWasAnsweredOrBetterIsNotCold(CallOutcome outcome) {
        History history = calledAfter("03-09 09:00 r2 calls p1 " + outcome.name());
        assertNotCold(history);
        assertThat(history.says(CONTACT_QUALITY, "cold-calls")).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"BUSY", "NO_ANSWER", "VOICEMAIL", "UNKNOWN"})
    void aRedialToSomebodyNeverReachedStaysCold(CallOutcome outcome) {
        History history = calledAfter("03-08 09:00 r1 calls p1 " + outcome.name(), "03-09 09:00 r1 calls p1 BUSY");
        assertCold(history);
        assertThat(history.says(CONTACT_QUALITY)).isEqualTo("0/3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "WRONG_NUMBER"})
    void aCallThatReachedNobodyOfThatPersonIsNoContactEither(String outcome) {
        History history = calledAfter("03-09 09:00 r1 calls p1 " + outcome);
        assertThat(history.says(CONTACT_QUALITY, "cold-calls")).isEqualTo("1");
    }

    @Test
    void contactAtTheSameInstantIsNotBefore() {
        assertCold(calledAfter("03-10 09:00 - replies p1 id=a"));
        assertNotCold(calledAfter("03-10 08:59:59.999999999 - replies p1 id=z"));
    }

    @Test
    void contactAfterwardsDoesNotMatter() {
        assertCold(calledAfter().and("03-10 09:00:01 - replies p1"));
    }

    @Test
    void contactKnownOnlyByItsDateDoesNotHideTheOneThatIsBefore() {
        assertNotCold(new History("03-10 - replies p1", "03-10 08:00 - replies p1", "03-10 15:00 r1 calls p1 BUSY"));
        assertNotCold(new History("03-10 - replies p1", "03-10 14:00 - replies p1", "03-10 15:00 r1 calls p1 BUSY"));
        assertNotCold(new History("03-09 - replies p1", "03-10 16:00 - replies p1", "03-10 15:00 r1 calls p1 BUSY"));
        assertCold(new History("03-10 - replies p1", "03-10 16:00 - replies p1", "03-10 15:00 r1 calls p1 BUSY"));
    }

    @Test
    void contactKnownOnlyByTheSameDateIsNotBefore() {
        assertCold(new History("03-10 - replies p1", "03-10 15:00 r1 calls p1 BUSY"));
        assertCold(new History("03-10 08:00 - replies p1", "03-10 r1 calls p1 BUSY"));
    }

    @Test
    void contactKnownOnlyByAnEarlierDateIsBefore() {
        assertNotCold(new History("03-09 - replies p1", "03-10 00:00 r1 calls p1 BUSY"));
        assertNotCold(new History("03-09 23:59 - replies p1", "03-10 r1 calls p1 BUSY"));
    }

    @Test
    void datesAreThoseOfTheZone() {
        History history = new History("03-10 - replies p1", "03-10 19:00 r1 calls p1 BUSY");
        assertNotCold(history.in("Asia/Kathmandu"));
    }

    @Test
    void twoAnsweredCallsOfOneDateAreBothColdIfOneHasNoTime() {
        History history = new History("03-10 r1 calls p1 ANSWERED", "03-10 15:00 r1 calls p1 ANSWERED");
        assertThat(history.says(CONTACT_QUALITY, "cold-calls")).isEqualTo("2");
    }

    @Test
    void aContactThatWasTakenBackNeverHappened() {
        assertCold(calledAfter("03-09 09:00 - replies p1 id=x", "03-11 09:00 - retracts x"));
    }

    @Test
    void mergedPeopleAreOnePerson() {
        History history =
                new History("03-09 09:00 - replies p2", "03-10 09:00 r1 calls p1 BUSY", "03-11 09:00 - merges p1 p2");
        assertNotCold(history);
    }

    // The attribute

    @Test
    void theAttributeMakesACallColdInSpiteOfContact() {
        History history = new History("03-09 09:00 - replies p1", "03-10 09:00 r1 calls p1 BUSY cold=true");
        assertCold(history);
    }

    @Test
    void theAttributeMakesACallNotColdWithoutContact() {
        assertNotCold(new History("03-10 09:00 r1 calls p1 BUSY cold=false"));
    }

    @Test
    void aCallThatTheAttributeSaysIsNotColdIsStillContactIfAnswered() {
        History history = calledAfter("03-09 09:00 r1 calls p1 ANSWERED cold=false");
        assertThat(history.leftOut(CONTACT_QUALITY)).isEqualTo(Map.of("not-cold", 2L));
    }

    @Test
    void theAttributeAlsoSpeaksForACallToNobodyKnown() {
        History history =
                new History("03-10 09:00 r1 calls - BUSY cold=true", "03-11 09:00 r1 calls - BUSY cold=false");
        assertThat(history.leftOut(CONTACT_QUALITY)).isEqualTo(Map.of("not-cold", 1L));
        assertThat(history.says(CONTACT_QUALITY)).isEqualTo("0/1");
    }

    @Test
    void theAttributeDoesNotSaveACallThatIsLeftOutForAnotherReason() {
        History history = new History(
                "03-10 09:00 bot calls p1 BUSY cold=true",
                "03-10 09:00 r1 calls p1 FAILED cold=true",
                "03-10 09:00 r1 calls p1 WRONG_NUMBER cold=true");
        assertThat(history.leftOut(CONTACT_QUALITY))
                .isEqualTo(Map.of("not-human", 1L, "not-connected", 1L, "wrong-person", 1L));
    }

    // What is left out, and in which order

    @ParameterizedTest
    @ValueSource(strings = {"automation:r1", "bot", "import:r1", "unknown:r1", "-"})
    void aCallThatNoHumanMadeIsLeftOut(String actor) {
        History history = new History("03-10 09:00 " + actor + " calls p1 ANSWERED");
        assertThat(history.leftOut(CONTACT_QUALITY)).isEqualTo(Map.of("not-human", 1L));
        assertThat(history.says(CONTACT_QUALITY, "calls")).isEqualTo("0");
    }

    @Test
    void aHumanWhoIsNoKnownRepCallsToo() {
        assertThat(new History("03-10 09:00 human calls p1 BUSY").byRep(CONTACT_QUALITY, "cold-calls"))
                .isEqualTo(Map.of("-", "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "bot calls - FAILED, not-human",
        "bot calls - WRONG_NUMBER, not-human",
        "bot calls - BUSY, not-human",
        "bot calls p1 BUSY cold=false, not-human",
        "r1 calls - FAILED, not-connected",
        "r1 calls p1 FAILED cold=false, not-connected",
        "r1 calls - WRONG_NUMBER, wrong-person",
        "r1 calls p1 WRONG_NUMBER cold=false, wrong-person",
        "r1 calls - BUSY, unknown-person",
        "r1 calls q1 BUSY, unknown-person",
        "r1 calls - BUSY cold=false, not-cold"
    })
    void theFirstRuleThatFitsLeavesACallOut(String call, String rule) {
        assertThat(new History("03-10 09:00 " + call).leftOut(CONTACT_QUALITY)).isEqualTo(Map.of(rule, 1L));
    }

    @Test
    void inboundCallsAreNotJudged() {
        History history = new History("03-10 09:00 r1 hears p1 ANSWERED", "03-10 10:00 bot hears p1 FAILED");
        assertThat(history.leftOut(CONTACT_QUALITY)).isEqualTo(NONE);
        assertThat(history.report(CONTACT_QUALITY).cells()).isEmpty();
    }

    // The companions

    private static History oneOfEachOutcome() {
        History history = new History();
        int person = 0;
        for (CallOutcome outcome : CallOutcome.values()) {
            person++;
            history.and("03-10 09:00 r1 calls p" + person + " " + outcome.name());
        }
        return history;
    }

    @ParameterizedTest
    @CsvSource({
        "answer-rate, 4/8",
        "reach-rate, 3/8",
        "conversation-rate, 2/8",
        "uncategorized, 1/8",
        "cold-calls, 8",
        "opportunities, 0",
        "contact-quality, 0/8"
    })
    void eachRungIncludesThoseAboveItAndAllAreOverColdCalls(String figure, String value) {
        String name =
                figure.equals("contact-quality") ? CONTACT_QUALITY.primary().name() : figure;
        assertThat(oneOfEachOutcome().says(CONTACT_QUALITY, name)).isEqualTo(value);
    }

    @Test
    void callsAreAllHumanOutboundOnesWhateverBecameOfThem() {
        assertThat(oneOfEachOutcome()
                        .and(
                                "03-11 09:00 r1 calls p8 BUSY",
                                "03-11 09:00 r1 calls - BUSY",
                                "03-11 09:00 bot calls p8",
                                "03-11 09:00 r1 hears p8")
                        .says(CONTACT_QUALITY, "calls"))
                .isEqualTo("12");
    }

    @Test
    void callsThatAreNotColdAreInNoRate() {
        History history = new History("03-09 09:00 r1 calls p1 BUSY", "03-10 09:00 r1 calls p1 ANSWERED cold=false");
        assertThat(history.says(CONTACT_QUALITY, "answer-rate")).isEqualTo("0/1");
    }

    @Test
    void withoutAColdCallThereIsNoRateButZeroCounts() {
        History history = new History("03-10 09:00 r1 calls - BUSY");
        assertThat(history.says(CONTACT_QUALITY)).isEqualTo("NO_DATA");
        assertThat(history.says(CONTACT_QUALITY, "answer-rate")).isEqualTo("NO_DATA");
        assertThat(history.says(CONTACT_QUALITY, "cold-calls")).isEqualTo("0");
        assertThat(history.says(CONTACT_QUALITY, "calls")).isEqualTo("1");
    }

    // Whose and when

    @Test
    void creditGoesToTheCaller() {
        History history = calledAfter("03-01 09:00 r2 calls p1 BUSY", "03-02 09:00 r2 calls p2 BUSY");
        assertThat(history.byRep(CONTACT_QUALITY, "cold-calls")).isEqualTo(Map.of("r1", "1", "r2", "2"));
    }

    @Test
    void thePeriodIsThatOfTheCallsEnd() {
        History history = new History("04-01 00:00 r1 calls p1 BUSY lasting=PT5M", "03-31 23:59 r1 calls p2 BUSY");
        assertThat(history.byMonth(CONTACT_QUALITY, "cold-calls")).isEqualTo(Map.of("2026-03", "1", "2026-04", "1"));
    }

    @Test
    void attributesAndChannelAreThoseOfTheCall() {
        History history = new History(
                "03-10 09:00 r1 calls p1 ANSWERED source=list", "03-11 09:00 r1 opens o1 person=p1 source=fair");
        assertThat(history.by(Dimension.attribute("source"), CONTACT_QUALITY, "opportunities"))
                .isEqualTo(Map.of("list", "1"));
        assertThat(history.by(Dimension.CHANNEL, CONTACT_QUALITY, "opportunities"))
                .isEqualTo(Map.of("phone", "1"));
    }
}
