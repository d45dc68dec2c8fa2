package io.github.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.team.Dimension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The variants of the response time, and the companions that they have of it. */
class ResponseTimeVariantsTest {
    private static final Indicator ANSWERED_ONLY = Indicators.named("response-time/answered-only");
    private static final Indicator BY_RESPONSE = Indicators.named("response-time/by-response");
    private static final Indicator CONTACT = Indicators.named("response-time/contact");
    private static final Indicator ANY_ACTOR = Indicators.named("response-time/any-actor");
    private static final Indicator FROM_ASSIGNMENT = Indicators.named("response-time/from-assignment");

    private static History asked(String... lines) {
        return new History("03-02 09:00 - asks q1 owner=r9").and(lines);
    }

    // answered-only

    @Test
    void answeredOnlyDropsTheUnanswered() {
        History history = asked("03-02 09:10 r1 writes q1", "03-02 09:00 - asks q2", "03-02 09:00 - asks q3")
                .and("03-02 09:01 - closes q3 WITHDRAWN");
        assertThat(history.says(ANSWERED_ONLY)).isEqualTo("600");
        assertThat(history.value(ANSWERED_ONLY).sample()).isEqualTo(1);
        assertThat(history.says(ANSWERED_ONLY, "within-1h")).isEqualTo("1/1");
        assertThat(history.says(ANSWERED_ONLY, "within-5m")).isEqualTo("0/1");
        assertThat(history.says(ANSWERED_ONLY, "unanswered")).isEqualTo("0");
        assertThat(history.says(ANSWERED_ONLY, "requests")).isEqualTo("1");
    }

    @Test
    void answeredOnlyLeavesTheUnansweredOutUnderThatName() {
        History history = asked("03-02 09:00 - asks q2", "03-02 09:01 - closes q2 NO_ANSWER_NEEDED");
        assertThat(history.leftOut(ANSWERED_ONLY)).isEqualTo(Map.of("unanswered", 1L, "no-answer-needed", 1L));
        assertThat(history.report(ANSWERED_ONLY).cells()).isEmpty();
    }

    // by-response

    @Test
    void byResponseThePeriodIsThatOfTheResponse() {
        History history = asked("04-02 09:00 r1 writes q1");
        assertThat(history.byMonth(BY_RESPONSE, "requests")).isEqualTo(Map.of("2026-04", "1"));
        assertThat(history.says(BY_RESPONSE)).isEqualTo(String.valueOf(31 * 86_400));
    }

    @Test
    void byResponseThePeriodOfACallIsThatOfItsEndAndTheWaitIsUpToItsStart() {
        History history = new History("03-31 23:00 - asks q1", "04-01 00:10 r1 calls q1 ANSWERED lasting=PT20M");
        assertThat(history.byMonth(BY_RESPONSE, "requests")).isEqualTo(Map.of("2026-04", "1"));
        assertThat(history.says(BY_RESPONSE)).isEqualTo("3000");
    }

    @Test
    void byResponseTheUnansweredAreLeftOut() {
        History history = asked("03-02 09:00 - asks q2", "03-02 09:01 - closes q2 WITHDRAWN");
        assertThat(history.leftOut(BY_RESPONSE)).isEqualTo(Map.of("unanswered", 2L));
        assertThat(history.says(BY_RESPONSE)).isEqualTo("NO_DATA");
        assertThat(history.says(BY_RESPONSE, "unanswered")).isEqualTo("0");
    }

    @Test
    void byResponseTheAttributesAndTheChannelAreThoseOfTheResponse() {
        History history =
                new History("03-02 09:00 - asks q1 source=fair channel=web", "03-02 09:10 r1 writes q1 source=office");
        assertThat(history.by(Dimension.attribute("source"), BY_RESPONSE, "requests"))
                .isEqualTo(Map.of("office", "1"));
        assertThat(history.by(Dimension.CHANNEL, BY_RESPONSE, "requests")).isEqualTo(Map.of("email", "1"));
    }

    @Test
    void byResponseAnAttributeThatTheResponseLacksIsTakenFromTheRequest() {
        History history = asked().and("03-02 09:00 - asks q2 source=fair", "03-02 09:10 r1 writes q2");
        assertThat(history.by(Dimension.attribute("source"), BY_RESPONSE, "requests"))
                .isEqualTo(Map.of("fair", "1"));
    }

    // contact

    @ParameterizedTest
    @ValueSource(strings = {"ANSWERED", "REACHED", "CONVERSATION", "MEETING_SET"})
    void aCallThatWasAnsweredIsContact(String outcome) {
        assertThat(asked("03-02 09:10 r1 calls q1 " + outcome).says(CONTACT)).isEqualTo("600");
        assertThat(asked("03-02 09:10 r1 hears q1 " + outcome).says(CONTACT)).isEqualTo("600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "WRONG_NUMBER", "BUSY", "NO_ANSWER", "VOICEMAIL", "UNKNOWN"})
    void anyOtherCallIsNoContact(String outcome) {
        History history = asked("03-02 09:10 r1 calls q1 " + outcome, "03-02 09:30 r1 writes q1");
        assertThat(history.says(CONTACT)).isEqualTo("1800");
    }

    @Test
    void aMessageAndAMeetingAreContactWithoutAnAnswer() {
        assertThat(asked("03-02 09:10 r1 writes q1").says(CONTACT)).isEqualTo("600");
        assertThat(asked("03-02 09:10 r1 meets q1").says(CONTACT)).isEqualTo("600");
    }

    // any-actor

    @ParameterizedTest
    @ValueSource(strings = {"automation", "automation:r1", "r1"})
    void anAutomationAnswersTooWhereAnyActorMay(String actor) {
        assertThat(asked("03-02 09:10 " + actor + " writes q1").says(ANY_ACTOR)).isEqualTo("600");
        assertThat(asked("03-02 09:10 " + actor + " writes q1").leftOut(ANY_ACTOR))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bot:r1", "import:r1", "unknown:r1"})
    void anyActorIsAnyKindOfActor(String actor) {
        assertThat(asked("03-02 09:10 " + actor + " writes q1").says(ANY_ACTOR)).isEqualTo("600");
    }

    @Test
    void anAutomationOnBehalfOfARepIsCreditedToThatRep() {
        assertThat(asked("03-02 09:10 automation:r1 writes q1").byRep(ANY_ACTOR, "requests"))
                .isEqualTo(Map.of("r1", "1"));
        assertThat(asked("03-02 09:10 automation writes q1").byRep(ANY_ACTOR, "requests"))
                .isEqualTo(Map.of("-", "1"));
    }

    // from-assignment

    @Test
    void theClockStartsAtTheLastAssignmentBeforeTheResponse() {
        History history = asked(
                "03-02 09:10 - assigns q1 to=r1",
                "03-02 09:20 - assigns q1 to=r2",
                "03-02 09:30 r2 writes q1",
                "03-02 09:40 - assigns q1 to=r3");
        assertThat(history.says(FROM_ASSIGNMENT)).isEqualTo("600");
        assertThat(history.says(FROM_ASSIGNMENT, "mean")).isEqualTo("600");
        assertThat(history.says(Indicators.RESPONSE_TIME)).isEqualTo("1800");
    }

    @Test
    void anAssignmentAtTheInstantOfTheResponseIsNotBeforeIt() {
        assertThat(asked("03-02 09:10 - assigns q1 to=r1", "03-02 09:10 r1 writes q1")
                        .says(FROM_ASSIGNMENT))
                .isEqualTo("600");
        assertThat(asked("03-02 09:09:59 - assigns q1 to=r1", "03-02 09:10 r1 writes q1")
                        .says(FROM_ASSIGNMENT))
                .isEqualTo("1");
    }

    @Test
    void anAssignmentBeforeTheRequestDoesNotStartTheClock() {
        assertThat(asked("03-02 08:50 - assigns q1 to=r1", "03-02 09:10 r1 writes q1")
                        .says(FROM_ASSIGNMENT))
                .isEqualTo("600");
    }

    @Test
    void anAssignmentDuringTheAnsweringCallIsNotBeforeIt() {
        History history = asked("03-02 09:20 - assigns q1 to=r1", "03-02 09:30 r1 calls q1 ANSWERED lasting=PT15M");
        assertThat(history.says(FROM_ASSIGNMENT)).isEqualTo("900");
    }

    @Test
    void withoutAnAssignmentTheClockStartsAtTheRequest() {
        assertThat(asked("03-02 09:10 r1 writes q1").says(FROM_ASSIGNMENT)).isEqualTo("600");
    }

    @Test
    void anUnansweredRequestWaitsFromTheLastAssignmentBeforeTheMomentOfLooking() {
        History history = asked("03-02 09:10 - assigns q1 to=r1", "03-02 09:20 - assigns q1 to=r2");
        assertThat(history.asOf("03-02 09:15").says(FROM_ASSIGNMENT)).isEqualTo("CENSORED >= 300");
        assertThat(history.asOf("03-02 09:20").says(FROM_ASSIGNMENT)).isEqualTo("CENSORED >= 600");
        assertThat(history.asOf("03-02 09:21").says(FROM_ASSIGNMENT)).isEqualTo("CENSORED >= 60");
    }

    @Test
    void aWithdrawnRequestWaitsFromTheLastAssignmentBeforeItsWithdrawal() {
        History history = asked(
                "03-02 09:10 - assigns q1 to=r1",
                "03-02 09:15 - closes q1 WITHDRAWN",
                "03-02 09:20 - assigns q1 to=r2");
        assertThat(history.says(FROM_ASSIGNMENT)).isEqualTo("CENSORED >= 300");
    }

    @Test
    void fromAssignmentThePeriodIsStillThatOfTheRequest() {
        History history = asked("04-02 09:10 - assigns q1 to=r1", "04-02 09:11 r1 writes q1");
        assertThat(history.byMonth(FROM_ASSIGNMENT, "within-5m")).isEqualTo(Map.of("2026-03", "1/1"));
    }

    @Test
    void noLengthOfTimeIsMeasuredFromAnAssignmentKnownOnlyByItsDate() {
        History history = asked("03-03 - assigns q1 to=r1", "03-04 12:00 r1 writes q1");
        assertThat(history.says(FROM_ASSIGNMENT)).isNotEqualTo("86400");
        assertThat(history.leftOut(FROM_ASSIGNMENT)).isEqualTo(Map.of("day-precision", 1L));
    }
}
