package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.EMAIL_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4 of the definitions: which clicks count. */
class LinkClicksTest {
    private static final Map<String, Long> NONE = Map.of();

    /** A follow-up message with two links to content and one of each other kind. */
    private static History sent(String... lines) {
        return new History("03-10 09:00 r1 writes o1 key=m1 links=l1,l2,s1:signature,u1:unsubscribe").and(lines);
    }

    private static void assertLeftOut(String rule, History history) {
        assertThat(history.leftOut(EMAIL_LINKS)).isEqualTo(Map.of(rule, 1L));
        assertThat(history.says(EMAIL_LINKS, "clicks")).isEqualTo("0");
        assertThat(history.says(EMAIL_LINKS, "unique-clicks")).isEqualTo("0");
        assertThat(history.says(EMAIL_LINKS, "click-through")).isEqualTo("0/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {" HUMAN", " UNKNOWN", ""})
    void aClickOfAHumanOrOfWhoKnowsWhatCounts(String verdict) {
        History history = sent("03-10 09:01 - clicks m1/l1" + verdict);
        assertThat(history.says(EMAIL_LINKS, "clicks")).isEqualTo("1");
        assertThat(history.says(EMAIL_LINKS, "click-through")).isEqualTo("1/1");
        assertThat(history.says(EMAIL_LINKS, "bot-clicks")).isEqualTo("0");
        assertThat(history.leftOut(EMAIL_LINKS)).isEqualTo(NONE);
    }

    @Test
    void theVerdictDecidesAndNotTheActor() {
        History history = sent("03-10 09:01 bot clicks m1/l1 HUMAN", "03-10 09:02 automation:r1 clicks m1/l1");
        assertThat(history.says(EMAIL_LINKS, "clicks")).isEqualTo("2");
    }

    @Test
    void aClickOfASuspectedBotIsLeftOutAndCountedApart() {
        History history = sent("03-10 09:01 - clicks m1/l1 SUSPECTED_BOT");
        assertLeftOut("suspected-bot", history);
        assertThat(history.says(EMAIL_LINKS, "bot-clicks")).isEqualTo("1");
    }

    @Test
    void anInternalClickIsLeftOut() {
        History history = sent("03-10 09:01 r1 clicks m1/l1 INTERNAL");
        assertLeftOut("internal-click", history);
        assertThat(history.says(EMAIL_LINKS, "bot-clicks")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s1", "u1"})
    void aClickOnALinkThatIsNoContentIsLeftOut(String link) {
        assertLeftOut("not-content", sent("03-10 09:01 - clicks m1/" + link + " HUMAN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m2/l1", "m1/l3", "m2/l3", "M1/l1", "m1/L1"})
    void aClickOfAMessageOrALinkThatNobodyKnowsIsLeftOut(String link) {
        assertLeftOut("orphan-click", sent("03-10 09:01 - clicks " + link + " HUMAN"));
    }

    @Test
    void anOrphanClickWithoutAnyMessageIsLeftOutToo() {
        assertThat(new History("03-10 09:01 - clicks m1/l1 HUMAN").leftOut(EMAIL_LINKS))
                .isEqualTo(Map.of("orphan-click", 1L));
    }

    @Test
    void theLinksAreThoseOfTheFirstSend() {
        History history = sent(
                "03-10 10:00 r1 writes o1 key=m1 links=l1:signature,l9",
                "03-10 11:00 - clicks m1/l1 HUMAN",
                "03-10 11:00 - clicks m1/l9 HUMAN");
        assertThat(history.leftOut(EMAIL_LINKS)).isEqualTo(Map.of("repeated-message", 1L, "orphan-click", 1L));
        assertThat(history.says(EMAIL_LINKS, "clicks")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "bot writes o1, not-human",
        "r1 writes o1 invisibly, invisible",
        "r1 writes o1 channel=chat, not-email",
        "r1 writes o1 first, not-a-follow-up"
    })
    void aClickInAMessageThatIsNoFollowUpIsLeftOut(String message, String rule) {
        History history =
                new History("03-10 09:00 " + message + " key=m1 links=l1", "03-10 09:01 - clicks m1/l1 HUMAN");
        assertThat(history.says(EMAIL_LINKS, "clicks")).isEqualTo("0");
        assertThat(history.leftOut(EMAIL_LINKS))
                .isEqualTo(rule.equals("not-a-follow-up") ? Map.of(rule, 2L) : Map.of(rule, 1L, "not-a-follow-up", 1L));
    }

    @Test
    void suspectedBotsAreCountedOnlyOnContentOfFollowUps() {
        History history = sent(
                "03-10 09:00 r1 writes p1 key=m2 links=l1",
                "03-10 09:01 - clicks m1/s1 SUSPECTED_BOT",
                "03-10 09:01 - clicks m2/l1 SUSPECTED_BOT",
                "03-10 09:01 - clicks m1/l3 SUSPECTED_BOT",
                "03-10 09:01 - clicks m1/l2 SUSPECTED_BOT");
        assertThat(history.says(EMAIL_LINKS, "bot-clicks")).isEqualTo("1");
        assertThat(history.leftOut(EMAIL_LINKS))
                .isEqualTo(Map.of("not-content", 1L, "not-a-follow-up", 2L, "orphan-click", 1L, "suspected-bot", 1L));
    }

    // Before the sending

    @ParameterizedTest
    @CsvSource({"03-10 08:59:59.999999999, false", "03-10 09:00, true", "03-09, false", "03-10, true", "03-11, true"})
    void aClickBeforeTheSendingIsLeftOut(String time, boolean counted) {
        History history = sent(time + " - clicks m1/l1 HUMAN id=a");
        if (counted) {
            assertThat(history.leftOut(EMAIL_LINKS)).isEqualTo(NONE);
            assertThat(history.says(EMAIL_LINKS, "clicks")).isEqualTo("1");
        } else {
            assertLeftOut("before-sending", history);
        }
    }

    @Test
    void ofAMessageKnownOnlyByItsDateAClickOfThatDateIsNotBefore() {
        History history = new History("03-10 r1 writes o1 key=m1 links=l1")
                .and("03-10 00:00 - clicks m1/l1", "03-09 23:59 - clicks m1/l1");
        assertThat(history.says(EMAIL_LINKS, "clicks")).isEqualTo("1");
        assertThat(history.leftOut(EMAIL_LINKS)).isEqualTo(Map.of("before-sending", 1L));
    }

    @Test
    void aClickBetweenTheFirstSendAndTheSecondIsNotBeforeTheSending() {
        assertThat(sent("03-11 09:00 - clicks m1/l1", "03-12 09:00 r1 writes o1 key=m1 links=l1")
                        .says(EMAIL_LINKS, "clicks"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "m1/l1 SUSPECTED_BOT, suspected-bot",
        "m1/l1 INTERNAL, internal-click",
        "m1/s1 SUSPECTED_BOT, not-content",
        "m1/s1 INTERNAL, not-content",
        "m1/l9 SUSPECTED_BOT, orphan-click",
        "m1/l1 HUMAN, before-sending"
    })
    void theFirstRuleThatFitsLeavesAClickOut(String click, String rule) {
        assertLeftOut(rule, sent("03-09 09:00 - clicks " + click));
    }

    @Test
    void aSignatureInAMessageThatIsNoFollowUpIsFirstThat() {
        History history = new History("03-10 09:00 r1 writes p1 key=m1 links=s1:signature")
                .and("03-09 09:00 - clicks m1/s1 INTERNAL", "03-11 09:00 - clicks m1/s2 INTERNAL");
        assertThat(history.leftOut(EMAIL_LINKS)).isEqualTo(Map.of("not-a-follow-up", 2L, "orphan-click", 1L));
    }

    // Unique clicks and click-through

    @Test
    void uniqueClicksAreDistinctMessagesLinksAndPeople() {
        History history = sent(
                "03-10 09:00 r1 writes o1 key=m2 links=l1",
                "03-11 09:00 - clicks m1/l1 person=p1",
                "03-11 09:01 - clicks m1/l1 person=p1",
                "03-11 09:02 - clicks m1/l1 person=p2",
                "03-11 09:03 - clicks m1/l2 person=p1",
                "03-11 09:04 - clicks m2/l1 person=p1",
                "03-11 09:05 - clicks m2/l1 person=p1 SUSPECTED_BOT",
                "03-11 09:05 - clicks m2/l1 person=p3 INTERNAL");
        assertThat(history.says(EMAIL_LINKS, "clicks")).isEqualTo("5");
        assertThat(history.says(EMAIL_LINKS, "unique-clicks")).isEqualTo("4");
        assertThat(history.and("03-12 09:00 - merges p1 p2").says(EMAIL_LINKS, "unique-clicks"))
                .isEqualTo("3");
    }

    @Test
    void nobodyKnownIsOnePersonOfItsOwn() {
        History history = sent(
                "03-11 09:00 - clicks m1/l1", "03-11 09:01 - clicks m1/l1", "03-11 09:02 - clicks m1/l1 person=p1");
        assertThat(history.says(EMAIL_LINKS, "unique-clicks")).isEqualTo("2");
    }

    @Test
    void clickThroughIsOverMessagesWithContentHoweverOftenTheyWereClicked() {
        History history = sent(
                "03-10 09:00 r1 writes o1 key=m2 links=l1",
                "03-10 09:00 r1 writes o1 key=m3 links=l1",
                "03-10 09:00 r1 writes o1 key=m4 links=s1:signature",
                "03-10 09:00 r1 writes o1 key=m5",
                "03-11 09:00 - clicks m1/l1",
                "03-11 09:01 - clicks m1/l2",
                "03-11 09:02 - clicks m2/l1 SUSPECTED_BOT",
                "03-11 09:03 - clicks m4/s1 HUMAN");
        assertThat(history.says(EMAIL_LINKS, "click-through")).isEqualTo("1/3");
        assertThat(history.says(EMAIL_LINKS)).isEqualTo("3/5");
    }

    @Test
    void whoWroteIsNotWhoClicked() {
        History history = sent("03-11 09:00 r2 clicks m1/l1", "03-11 09:00 r2 clicks m1/l1 SUSPECTED_BOT");
        assertThat(history.byRep(EMAIL_LINKS, "clicks"))
                .containsEntry("r1", "1")
                .doesNotContainEntry("r2", "1");
    }

    @Test
    void aClickAfterTheMomentOfLookingIsUnknown() {
        assertThat(sent("03-11 09:00 - clicks m1/l1").asOf("03-11 08:59").says(EMAIL_LINKS, "click-through"))
                .isEqualTo("0/1");
    }
}
