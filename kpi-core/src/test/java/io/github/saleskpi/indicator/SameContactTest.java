package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.FOLLOW_UPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 3 of the definitions: when two contacts are one. */
class SameContactTest {
    private static void assertContacts(int kept, int same, String... contacts) {
        History history = new History("03-20 09:00 r9 wins o1").and(contacts);
        assertThat(history.says(FOLLOW_UPS, "contacts")).isEqualTo("" + kept);
        assertThat(history.leftOut(FOLLOW_UPS)).isEqualTo(same == 0 ? Map.of() : Map.of("same-contact", (long) same));
    }

    @ParameterizedTest
    @CsvSource({"09:00, 1", "09:00:01, 1", "09:10, 1", "09:10:00.000000001, 2", "09:11, 2"})
    void withinTenMinutesInclusiveItIsTheSameContact(String time, int kept) {
        assertContacts(kept, 2 - kept, "03-03 09:00 r1 writes o1", "03-03 " + time + " r1 writes o1");
    }

    @Test
    void theTenMinutesAreMeasuredFromTheLastKeptOne() {
        assertContacts(
                2,
                2,
                "03-03 09:00 r1 writes o1",
                "03-03 09:08 r1 writes o1",
                "03-03 09:16 r1 writes o1",
                "03-03 09:26 r1 writes o1");
    }

    @Test
    void aRowOfContactsFourMinutesApartIsNotOneContact() {
        assertContacts(
                3,
                4,
                "03-03 09:00 r1 writes o1",
                "03-03 09:04 r1 writes o1",
                "03-03 09:08 r1 writes o1",
                "03-03 09:12 r1 writes o1",
                "03-03 09:16 r1 writes o1",
                "03-03 09:20 r1 writes o1",
                "03-03 09:24 r1 writes o1");
    }

    @Test
    void aCallCountsByItsEnd() {
        assertContacts(2, 0, "03-03 09:00 r1 calls o1 BUSY", "03-03 09:11 r1 calls o1 ANSWERED lasting=PT10M");
    }

    @Test
    void anotherRepOnTheSameChannelIsAnotherContact() {
        assertContacts(2, 0, "03-03 09:00 r1 writes o1", "03-03 09:01 r2 writes o1");
    }

    @Test
    void anotherRepsContactInBetweenDoesNotSeparate() {
        assertContacts(2, 1, "03-03 09:00 r1 writes o1", "03-03 09:01 r2 writes o1", "03-03 09:02 r1 writes o1");
    }

    @Test
    void nobodyIsOneRep() {
        assertContacts(1, 1, "03-03 09:00 human writes o1", "03-03 09:01 human writes o1");
        assertContacts(2, 0, "03-03 09:00 human writes o1", "03-03 09:01 r1 writes o1");
    }

    @Test
    void mergedRepsAreOneRep() {
        History history = new History(
                "03-20 09:00 r9 wins o1",
                "03-03 09:00 r1 writes o1",
                "03-03 09:01 r2 writes o1",
                "03-04 09:00 - merges r2 r1");
        assertThat(history.says(FOLLOW_UPS, "contacts")).isEqualTo("1");
    }

    @Test
    void anotherChannelIsAnotherContact() {
        assertContacts(
                4,
                0,
                "03-03 09:00 r1 writes o1",
                "03-03 09:01 r1 calls o1 BUSY",
                "03-03 09:02 r1 meets o1",
                "03-03 09:03 r1 writes o1 channel=chat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls o1 BUSY", "meets o1", "presents o1", "writes o1"})
    void theChannelDecidesAndNotTheKindOfEvent(String contact) {
        assertContacts(1, 1, "03-03 09:00 r1 writes o1 channel=web", "03-03 09:05 r1 " + contact + " channel=web");
    }

    @Test
    void anotherOpportunityIsAnotherContact() {
        assertContacts(2, 0, "03-20 09:00 r9 loses o2", "03-03 09:00 r1 writes o1", "03-03 09:01 r1 writes o2");
    }

    @Test
    void whatIsNoContactDoesNotMakeTheNextOneTheSame() {
        assertContacts(
                1,
                0,
                "03-03 09:00 r1 calls o1 FAILED",
                "03-03 09:00 r1 hears o1 ANSWERED",
                "03-03 09:01 r1 calls o1 ANSWERED");
    }

    @ParameterizedTest
    @CsvSource({"03-03, 03-03", "03-03 11:59, 03-03", "03-03, 03-03 12:01", "03-03 12:00, 03-03"})
    void withoutATimeItIsNeverTheSame(String one, String other) {
        assertContacts(2, 0, one + " r1 writes o1", other + " r1 writes o1");
    }

    @Test
    void theFirstThatIsKeptIsTheEarliestThenOfTheLesserId() {
        History history =
                new History("03-03 09:05 r9 wins o1", "03-03 09:06 r1 writes o1", "03-03 09:05 r1 writes o1 id=a");
        assertThat(history.says(FOLLOW_UPS, "contacts")).isEqualTo("1");
        assertThat(history.leftOut(FOLLOW_UPS)).isEqualTo(Map.of("same-contact", 1L));
    }
}
