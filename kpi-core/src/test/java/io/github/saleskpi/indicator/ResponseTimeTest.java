package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.RESPONSE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.Unit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1 of the definitions: what stops the clock, what is left out, whose and when. */
class ResponseTimeTest {
    private static History asked(String... lines) {
        return new History("03-02 09:00 - asks q1 owner=r9").and(lines);
    }

    @Test
    void itIsADurationOfWhichLessIsBetter() {
        assertThat(RESPONSE_TIME.id()).hasToString("response-time@1");
        assertThat(RESPONSE_TIME.primary().unit()).isEqualTo(Unit.DURATION);
        assertThat(RESPONSE_TIME.primary().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
    }

    @Test
    void itsCompanionsAreTheNamedOnesAndNoOthers() {
        assertThat(RESPONSE_TIME.companions())
                .extracting(Figure::name)
                .containsExactly("p90", "mean", "within-1h", "within-5m", "unanswered", "requests");
    }

    // What stops the clock

    @Test
    void aVisibleMessageStopsTheClock() {
        assertThat(asked("03-02 09:10 r1 writes q1").says(RESPONSE_TIME)).isEqualTo("600");
    }

    @Test
    void aMessageThatTheCustomerCannotSeeDoesNot() {
        assertThat(asked("03-02 09:10 r1 writes q1 invisibly").says(RESPONSE_TIME, "unanswered"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"FAILED", "WRONG_NUMBER"},
            mode = EnumSource.Mode.EXCLUDE)
    void anOutboundCallOfAnyOutcomeButTwoStopsTheClock(CallOutcome outcome) {
        assertThat(asked("03-02 09:10 r1 calls q1 " + outcome.name()).says(RESPONSE_TIME))
                .isEqualTo("600");
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"FAILED", "WRONG_NUMBER"})
    void anOutboundCallThatFailedOrReachedAWrongNumberDoesNot(CallOutcome outcome) {
        assertThat(asked("03-02 09:10 r1 calls q1 " + outcome.name()).says(RESPONSE_TIME, "unanswered"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"ANSWERED", "REACHED", "CONVERSATION", "MEETING_SET"})
    void anInboundCallThatWasAnsweredStopsTheClock(CallOutcome outcome) {
        assertThat(asked("03-02 09:10 r1 hears q1 " + outcome.name()).says(RESPONSE_TIME))
                .isEqualTo("600");
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"ANSWERED", "REACHED", "CONVERSATION", "MEETING_SET"},
            mode = EnumSource.Mode.EXCLUDE)
    void anyOtherInboundCallDoesNot(CallOutcome outcome) {
        assertThat(asked("03-02 09:10 r1 hears q1 " + outcome.name()).says(RESPONSE_TIME, "unanswered"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meets", "presents"})
    void aMeetingOfEitherKindStopsTheClock(String verb) {
        assertThat(asked("03-02 09:10 r1 " + verb + " q1").says(RESPONSE_TIME)).isEqualTo("600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"automation:r1", "bot", "import:r1", "unknown:r1", "-"})
    void whatNoHumanDidDoesNotStopTheClock(String actor) {
        assertThat(asked("03-02 09:10 " + actor + " writes q1").says(RESPONSE_TIME, "unanswered"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"automation:r1", "bot", "import:r1", "unknown:r1", "-"})
    void aResponseThatNoHumanGaveIsLeftOutAsNotHuman(String actor) {
        assertThat(asked("03-02 09:10 " + actor + " writes q1").leftOut(RESPONSE_TIME))
                .isEqualTo(Map.of("not-human", 1L));
    }

    @Test
    void aHumanWhoIsNoKnownRepStopsTheClock() {
        History history = asked("03-02 09:10 human writes q1");
        assertThat(history.byRep(RESPONSE_TIME, RESPONSE_TIME.primary().name())).isEqualTo(Map.of("-", "600"));
    }

    @Test
    void aResponseMustNameTheRequest() {
        assertThat(asked("03-02 09:10 r1 writes q2", "03-02 09:20 r1 opens o1").says(RESPONSE_TIME, "unanswered"))
                .isEqualTo("1");
    }

    // When it stops

    @Test
    void aResponseBeforeTheRequestIsNone() {
        assertThat(asked("03-02 08:59:59 r1 writes q1").says(RESPONSE_TIME, "unanswered"))
                .isEqualTo("1");
    }

    @Test
    void aResponseAtTheInstantOfTheRequestTakesNoTime() {
        assertThat(asked("03-02 09:00 r1 writes q1").says(RESPONSE_TIME)).isEqualTo("0");
    }

    @Test
    void aResponseAtTheInstantOfTheRequestCountsAlsoIfItsIdIsLess() {
        assertThat(asked("03-02 09:00 r1 writes q1 id=a").says(RESPONSE_TIME)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls", "hears"})
    void aCallStopsTheClockAtItsStart(String verb) {
        assertThat(asked("03-02 09:30 r1 " + verb + " q1 ANSWERED lasting=PT20M")
                        .says(RESPONSE_TIME))
                .isEqualTo("600");
    }

    @Test
    void aCallThatBeganBeforeTheRequestIsNoResponse() {
        assertThat(asked("03-02 09:10 r1 calls q1 ANSWERED lasting=PT10M0.000000001S")
                        .says(RESPONSE_TIME, "unanswered"))
                .isEqualTo("1");
        assertThat(asked("03-02 09:10 r1 calls q1 ANSWERED lasting=PT10M").says(RESPONSE_TIME))
                .isEqualTo("0");
    }

    @Test
    void aCallStillGoingOnIsNotYetKnown() {
        History history =
                asked("03-02 09:30 r1 calls q1 ANSWERED lasting=PT20M").asOf("03-02 09:29");
        assertThat(history.says(RESPONSE_TIME, "unanswered")).isEqualTo("1");
    }

    @Test
    void theFirstResponseIsTheEarliestWithACallByItsStart() {
        History history = asked(
                "03-02 09:10 r1 writes q1",
                "03-02 09:30 r2 calls q1 ANSWERED lasting=PT25M",
                "03-02 09:12 r3 meets q1");
        assertThat(history.byRep(RESPONSE_TIME, "requests")).isEqualTo(Map.of("r2", "1"));
        assertThat(history.says(RESPONSE_TIME)).isEqualTo("300");
    }

    @Test
    void ofTwoResponsesThatStopTheClockAtOnceTheLesserIdIsFirst() {
        History history = asked("03-02 09:10 r1 writes q1 id=b", "03-02 09:30 r2 calls q1 ANSWERED lasting=PT20M id=a");
        assertThat(history.byRep(RESPONSE_TIME, "requests")).isEqualTo(Map.of("r2", "1"));
    }

    @Test
    void theClockStartsAtTheEarliestOfSeveralReceipts() {
        History history = asked("03-02 08:00 - asks q1", "03-02 09:10 r1 writes q1");
        assertThat(history.says(RESPONSE_TIME)).isEqualTo("4200");
        assertThat(history.says(RESPONSE_TIME, "requests")).isEqualTo("1");
    }

    @Test
    void timeIsMeasuredToTheNanosecond() {
        assertThat(asked("03-02 09:00:01.000000001 r1 writes q1").says(RESPONSE_TIME))
                .isEqualTo("1.000000001");
    }

    // What is left out

    @Test
    void aReceiptThatRepeatsAnotherRequestIsLeftOut() {
        History history = asked("03-02 09:10 r1 writes q1", "03-02 09:05 - asks q2 of=q1");
        assertThat(history.leftOut(RESPONSE_TIME)).isEqualTo(Map.of("duplicate-request", 1L));
        assertThat(history.says(RESPONSE_TIME, "requests")).isEqualTo("1");
    }

    @Test
    void ofSeveralReceiptsOnlyTheRepeatingOneIsLeftOut() {
        History history = asked("03-02 08:00 - asks q1 of=q0", "03-02 09:10 r1 writes q1");
        assertThat(history.leftOut(RESPONSE_TIME)).isEqualTo(Map.of("duplicate-request", 1L));
        assertThat(history.says(RESPONSE_TIME)).isEqualTo("600");
    }

    @Test
    void aRequestKnownOnlyByItsDateIsLeftOut() {
        History history = new History("03-02 - asks q1", "03-02 13:00 r1 writes q1");
        assertThat(history.leftOut(RESPONSE_TIME)).isEqualTo(Map.of("day-precision", 1L));
        assertThat(history.says(RESPONSE_TIME, "requests")).isEqualTo("0");
    }

    @Test
    void anUnansweredRequestKnownOnlyByItsDateIsLeftOutToo() {
        assertThat(new History("03-02 - asks q1").leftOut(RESPONSE_TIME)).isEqualTo(Map.of("day-precision", 1L));
    }

    @Test
    void aRequestWhoseStoppingResponseIsKnownOnlyByItsDateIsLeftOut() {
        History history = asked("03-02 r1 writes q1", "03-02 13:00 r1 writes q1");
        assertThat(history.leftOut(RESPONSE_TIME)).isEqualTo(Map.of("day-precision", 1L));
        assertThat(history.says(RESPONSE_TIME)).isEqualTo("NO_DATA");
    }

    @Test
    void aLaterResponseKnownOnlyByItsDateDoesNotMatter() {
        assertThat(asked("03-02 09:10 r1 writes q1", "03-02 r1 writes q1").says(RESPONSE_TIME))
                .isEqualTo("600");
    }

    @Test
    void aResponseKnownOnlyByTheDateOfTheRequestIsNotBeforeIt() {
        History history = new History("03-02 15:00 - asks q1", "03-02 r1 writes q1");
        assertThat(history.leftOut(RESPONSE_TIME)).isEqualTo(Map.of("day-precision", 1L));
    }

    @Test
    void aResponseKnownOnlyByAnEarlierLocalDateIsBeforeTheRequest() {
        History history = new History("03-02 19:00 - asks q1", "03-02 r1 writes q1").in("Asia/Kathmandu");
        assertThat(history.says(RESPONSE_TIME, "unanswered")).isEqualTo("1");
    }

    @Test
    void responsesToARequestNeverReceivedAreLeftOut() {
        History history = new History(
                "03-02 09:10 r1 writes q1",
                "03-02 09:20 r1 calls q1 BUSY",
                "03-02 09:30 r1 writes q1 invisibly",
                "03-02 09:30 r1 calls q1 FAILED",
                "03-02 09:40 - assigns q1 to=r1",
                "03-02 09:50 - closes q1 WITHDRAWN");
        assertThat(history.leftOut(RESPONSE_TIME)).isEqualTo(Map.of("no-request", 2L));
        assertThat(history.report(RESPONSE_TIME).cells()).isEmpty();
    }

    @Test
    void anUnansweredRequestThatNeedsNoAnswerIsLeftOut() {
        History history = asked("03-02 10:00 - closes q1 NO_ANSWER_NEEDED");
        assertThat(history.leftOut(RESPONSE_TIME)).isEqualTo(Map.of("no-answer-needed", 1L));
        assertThat(history.says(RESPONSE_TIME, "unanswered")).isEqualTo("0");
    }

    @Test
    void aRequestThatNeedsNoAnswerIsLeftOutAlsoIfOnlyTheDateOfThatIsKnown() {
        assertThat(asked("03-02 - closes q1 NO_ANSWER_NEEDED").leftOut(RESPONSE_TIME))
                .isEqualTo(Map.of("no-answer-needed", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08:00", "10:30"})
    void anAnswerBeforeTheClosingOrOneClosedBeforeItWasAskedIsCounted(String closing) {
        History history = asked("03-02 " + closing + " - closes q1 NO_ANSWER_NEEDED", "03-02 10:00 r1 writes q1");
        assertThat(history.says(RESPONSE_TIME)).isEqualTo("3600");
        assertThat(history.leftOut(RESPONSE_TIME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_ANSWER_NEEDED", "WITHDRAWN"})
    void anAnswerAfterTheClosingStillAnswers(String reason) {
        History history = asked("03-02 09:30 - closes q1 " + reason, "03-02 10:00 r1 writes q1");
        assertThat(history.says(RESPONSE_TIME)).isEqualTo("3600");
        assertThat(history.says(RESPONSE_TIME, "unanswered")).isEqualTo("0");
        assertThat(history.leftOut(RESPONSE_TIME)).isEmpty();
    }

    // Whose and when

    @Test
    void creditGoesToTheResponderAndNotToTheOwner() {
        assertThat(asked("03-02 09:10 r1 writes q1").byRep(RESPONSE_TIME, "requests"))
                .isEqualTo(Map.of("r1", "1"));
    }

    @Test
    void anUnansweredRequestIsItsOwnersAtTheMomentOfLooking() {
        History history = asked("03-05 09:00 - assigns q1 to=r2");
        assertThat(history.asOf("03-05 08:59").byRep(RESPONSE_TIME, "unanswered"))
                .isEqualTo(Map.of("r9", "1"));
        assertThat(history.asOf("03-05 09:00").byRep(RESPONSE_TIME, "unanswered"))
                .isEqualTo(Map.of("r2", "1"));
    }

    @Test
    void aWithdrawnRequestIsAlsoItsOwnersAtTheMomentOfLooking() {
        History history = asked("03-03 09:00 - closes q1 WITHDRAWN", "03-05 09:00 - assigns q1 to=r2");
        assertThat(history.byRep(RESPONSE_TIME, "unanswered")).isEqualTo(Map.of("r2", "1"));
    }

    @Test
    void anUnansweredRequestOfNobodyIsNobodys() {
        assertThat(new History("03-02 09:00 - asks q1").byRep(RESPONSE_TIME, "unanswered"))
                .isEqualTo(Map.of("-", "1"));
    }

    @Test
    void thePeriodIsThatOfTheRequest() {
        History history = asked("04-02 09:00 r1 writes q1");
        assertThat(history.byMonth(RESPONSE_TIME, "requests")).isEqualTo(Map.of("2026-03", "1"));
    }

    @Test
    void attributesAndChannelAreThoseOfTheRequest() {
        History history =
                new History("03-02 09:00 - asks q1 source=fair channel=web", "03-02 09:10 r1 writes q1 source=office");
        assertThat(history.by(Dimension.attribute("source"), RESPONSE_TIME, "requests"))
                .isEqualTo(Map.of("fair", "1"));
        assertThat(history.by(Dimension.CHANNEL, RESPONSE_TIME, "requests")).isEqualTo(Map.of("web", "1"));
    }

    @Test
    void aMergedRequestIsOneWithTheEarliestReceiptAndTheFirstResponse() {
        History history = asked("03-02 08:00 - asks q2", "03-02 09:10 r1 writes q2", "03-05 09:00 - merges q1 q2");
        assertThat(history.says(RESPONSE_TIME)).isEqualTo("4200");
        assertThat(history.says(RESPONSE_TIME, "requests")).isEqualTo("1");
    }
}
