package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.EMAIL_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4 of the definitions: which messages are follow-ups and which links they carry; clicks are in {@code LinkClicksTest}. */
class EmailLinksTest {
    private static final Map<String, Long> NONE = Map.of();

    private static History sent(String message) {
        return new History("03-10 09:00 " + message);
    }

    @Test
    void itIsAProportionOfWhichMoreIsBetter() {
        assertThat(EMAIL_LINKS.id()).hasToString("email-links@1");
        assertThat(EMAIL_LINKS.primary().unit()).isEqualTo(Unit.RATIO);
        assertThat(EMAIL_LINKS.primary().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(((KpiValue.Defined) sent("r1 writes o1").value(EMAIL_LINKS)).bounds())
                .isNotNull();
    }

    @Test
    void itsCompanionsAreTheNamedOnesAndNoOthers() {
        assertThat(EMAIL_LINKS.companions())
                .extracting(Figure::name)
                .containsExactly("click-through", "clicks", "unique-clicks", "bot-clicks", "messages");
    }

    // Which links count

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "links=l1|1/1",
                "links=l1,l2,l3|1/1",
                "links=l1:content|1/1",
                "links=l1:signature,l2|1/1",
                "links=l1:signature|0/1",
                "links=l1:unsubscribe|0/1",
                "links=l1:signature,l2:unsubscribe|0/1",
                "|0/1"
            })
    void aMessageCountsOnceIfAnyLinkIsContent(String links, String share) {
        History history = sent("r1 writes o1" + (links == null ? "" : " " + links));
        assertThat(history.says(EMAIL_LINKS)).isEqualTo(share);
        assertThat(history.says(EMAIL_LINKS, "messages")).isEqualTo("1");
        assertThat(history.leftOut(EMAIL_LINKS)).isEqualTo(NONE);
    }

    @Test
    void theShareIsOfAllFollowUpMessages() {
        History history = sent("r1 writes o1 links=l1")
                .and("03-10 09:00 r1 writes q1", "03-10 09:00 r2 writes o2", "03-10 09:00 r2 writes o2 links=l1");
        assertThat(history.says(EMAIL_LINKS)).isEqualTo("2/4");
    }

    @Test
    void withoutAMessageThereIsNoShareButZeroCounts() {
        History history = sent("r1 writes p1 links=l1");
        assertThat(history.says(EMAIL_LINKS)).isEqualTo("NO_DATA");
        assertThat(history.says(EMAIL_LINKS, "click-through")).isEqualTo("NO_DATA");
        assertThat(history.says(EMAIL_LINKS, "messages")).isEqualTo("0");
        assertThat(history.says(EMAIL_LINKS, "clicks")).isEqualTo("0");
        assertThat(history.says(EMAIL_LINKS, "unique-clicks")).isEqualTo("0");
        assertThat(history.says(EMAIL_LINKS, "bot-clicks")).isEqualTo("0");
    }

    // Which messages

    @ParameterizedTest
    @ValueSource(strings = {"o1", "q1", "o1,q1,p1", "p1 again", "- again", "- channel=email again"})
    void aMessageThatFollowsUpCounts(String message) {
        assertThat(sent("r1 writes " + message).says(EMAIL_LINKS, "messages")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "r1 writes p1, not-a-follow-up",
        "r1 writes o1 first, not-a-follow-up",
        "r1 writes o1 channel=chat, not-email",
        "r1 writes p1 channel=chat, not-email",
        "r1 writes o1 invisibly, invisible",
        "r1 writes o1 invisibly channel=chat, invisible",
        "r1 writes p1 invisibly channel=chat, invisible",
        "automation:r1 writes o1, not-human",
        "bot writes o1, not-human",
        "import:r1 writes o1, not-human",
        "unknown:r1 writes o1, not-human",
        "- writes p1 invisibly channel=chat, not-human"
    })
    void theFirstRuleThatFitsLeavesAMessageOut(String message, String rule) {
        History history = sent(message + " links=l1");
        assertThat(history.leftOut(EMAIL_LINKS)).isEqualTo(Map.of(rule, 1L));
        assertThat(history.says(EMAIL_LINKS, "messages")).isEqualTo("0");
    }

    @Test
    void aMessageReceivedIsNotJudged() {
        History history = sent("- replies o1").and("03-10 09:01 r1 calls o1 BUSY channel=email");
        assertThat(history.leftOut(EMAIL_LINKS)).isEqualTo(NONE);
        assertThat(history.says(EMAIL_LINKS, "messages")).isEqualTo("0");
    }

    // Sent again

    @Test
    void laterSendsOfAMessageAreLeftOutAndItsLinksAreThoseOfTheFirst() {
        History history = sent("r1 writes o1 key=m1")
                .and("03-11 09:00 r1 writes o1 key=m1 links=l1", "03-12 09:00 r1 writes o1 key=m1 links=l2");
        assertThat(history.says(EMAIL_LINKS)).isEqualTo("0/1");
        assertThat(history.leftOut(EMAIL_LINKS)).isEqualTo(Map.of("repeated-message", 2L));
        assertThat(sent("r1 writes o1 key=m1 links=l1")
                        .and("03-11 09:00 r1 writes o1 key=m1")
                        .says(EMAIL_LINKS))
                .isEqualTo("1/1");
    }

    @Test
    void ofTwoSendsAtOneInstantTheLesserIdIsTheFirst() {
        History history = sent("r1 writes o1 key=m1 id=b").and("03-10 09:00 r2 writes o1 key=m1 id=a links=l1");
        assertThat(history.byRep(EMAIL_LINKS, EMAIL_LINKS.primary().name())).isEqualTo(Map.of("r2", "1/1"));
    }

    @ParameterizedTest
    @CsvSource({
        "bot writes o1, not-human",
        "r1 writes o1 invisibly, invisible",
        "r1 writes o1 channel=chat, not-email",
        "r1 writes o1 first, not-a-follow-up"
    })
    void aSendThatIsNoFollowUpMessageIsLeftOutForThatAndDoesNotMakeTheNextOneRepeated(String send, String rule) {
        History history = sent(send + " key=m1").and("03-11 09:00 r1 writes o1 key=m1 links=l1");
        assertThat(history.leftOut(EMAIL_LINKS)).isEqualTo(Map.of(rule, 1L));
        assertThat(history.says(EMAIL_LINKS)).isEqualTo("1/1");
        assertThat(new History("03-12 09:00 " + send + " key=m1", "03-11 09:00 r1 writes o1 key=m1 links=l1")
                        .leftOut(EMAIL_LINKS))
                .isEqualTo(Map.of(rule, 1L));
    }

    // Whose and when

    @Test
    void creditGoesToTheSenderOfTheFirstInThePeriodOfTheFirst() {
        History history = new History(
                "03-31 23:59 r1 writes o1 key=m1 links=l1",
                "04-01 00:00 r2 writes o1 key=m1 links=l1",
                "04-01 00:00 - opens o1 owner=r3");
        assertThat(history.byRep(EMAIL_LINKS, "messages"))
                .containsEntry("r1", "1")
                .doesNotContainEntry("r2", "1");
        assertThat(history.byMonth(EMAIL_LINKS, "messages")).containsEntry("2026-03", "1");
        assertThat(history.says(EMAIL_LINKS, "messages")).isEqualTo("1");
    }

    @Test
    void aHumanWhoIsNoKnownRepIsNobody() {
        assertThat(sent("human writes o1").byRep(EMAIL_LINKS, "messages")).isEqualTo(Map.of("-", "1"));
    }

    @Test
    void clicksAreTheSendersAndOfThePeriodOfTheMessage() {
        History history = new History(
                "03-31 23:59 r1 writes o1 key=m1 links=l1",
                "04-01 00:00 r2 clicks m1/l1 HUMAN",
                "04-01 00:00 r2 clicks m1/l1 SUSPECTED_BOT");
        for (String figure : new String[] {"clicks", "unique-clicks"}) {
            assertThat(history.byRep(EMAIL_LINKS, figure))
                    .containsEntry("r1", "1")
                    .doesNotContainEntry("r2", "1");
            assertThat(history.byMonth(EMAIL_LINKS, figure))
                    .containsEntry("2026-03", "1")
                    .doesNotContainEntry("2026-04", "1");
        }
        assertThat(history.byMonth(EMAIL_LINKS, "click-through")).containsEntry("2026-03", "1/1");
    }

    @Test
    void attributesAreThoseOfTheMessage() {
        History history = sent("r1 writes o1 key=m1 links=l1 source=list").and("03-10 10:00 - clicks m1/l1 source=web");
        assertThat(history.by(Dimension.attribute("source"), EMAIL_LINKS, "clicks"))
                .isEqualTo(Map.of("list", "1"));
        assertThat(history.by(Dimension.CHANNEL, EMAIL_LINKS, "clicks")).isEqualTo(Map.of("email", "1"));
    }
}
