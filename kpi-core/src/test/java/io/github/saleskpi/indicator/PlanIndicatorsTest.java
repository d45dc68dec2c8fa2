package io.github.saleskpi.indicator;

import static io.github.saleskpi.indicator.Indicators.REVENUE;
import static io.github.saleskpi.indicator.Indicators.WIN_RATE;
import static io.github.saleskpi.indicator.Indicators.WON_AMOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.History;
import io.github.saleskpi.value.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The definitions beside the seven, for plans. */
class PlanIndicatorsTest {
    private static final Indicator CALLS = Indicators.named("activities/call");
    private static final Indicator MESSAGES = Indicators.named("activities/message");
    private static final Indicator MEETINGS = Indicators.named("activities/meeting");
    private static final Indicator PRESENTATIONS = Indicators.named("activities/presentation");
    private static final Indicator ERRANDS = Indicators.named("activities/task:errand");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "activities/call",
                "activities/message",
                "activities/meeting",
                "activities/presentation",
                "activities/task:errand",
                "activities/task:a:b",
                "revenue",
                "won-amount"
            })
    void eachIsFoundByItsNameWithAndWithoutItsVersion(String name) {
        assertThat(Indicators.named(name).id()).hasToString(name + "@1");
        assertThat(Indicators.named(name + "@1").id()).hasToString(name + "@1");
        assertThat(Indicators.named(name).primary().unit())
                .isEqualTo(name.startsWith("activities") ? Unit.COUNT : Unit.MONEY);
    }

    // Calls

    @ParameterizedTest
    @CsvSource({
        "FAILED, 0, 0",
        "WRONG_NUMBER, 1, 0",
        "BUSY, 1, 0",
        "NO_ANSWER, 1, 0",
        "VOICEMAIL, 1, 0",
        "UNKNOWN, 1, 0",
        "ANSWERED, 1, 1",
        "REACHED, 1, 1",
        "CONVERSATION, 1, 1",
        "MEETING_SET, 1, 1"
    })
    void callsAreAllOutboundOnesThatDidNotFailAndInboundOnesThatWereAnswered(
            String outcome, String outbound, String inbound) {
        assertThat(new History("03-10 09:00 r1 calls - " + outcome).says(CALLS)).isEqualTo(outbound);
        assertThat(new History("03-10 09:00 r1 hears - " + outcome).says(CALLS)).isEqualTo(inbound);
    }

    @Test
    void eachActivityCountsOnlyItsOwn() {
        List<String> lines = List.of(
                "03-10 09:00 r1 calls p1 BUSY",
                "03-10 09:00 r1 writes p1",
                "03-10 09:00 r1 meets p1",
                "03-10 09:00 r1 presents p1",
                "03-10 09:00 r1 does errand",
                "03-10 09:00 r1 does call",
                "03-10 09:00 - replies p1");
        for (Indicator indicator : List.of(CALLS, MESSAGES, MEETINGS, PRESENTATIONS, ERRANDS)) {
            assertThat(new History(lines.toArray(String[]::new)).says(indicator))
                    .as(indicator.id().toString())
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "activities/call, calls p1 ANSWERED",
        "activities/call, hears p1 ANSWERED",
        "activities/message, writes p1",
        "activities/meeting, meets p1",
        "activities/presentation, presents p1",
        "activities/task:errand, does errand"
    })
    void whatNoHumanDidIsLeftOut(String name, String activity) {
        Indicator indicator = Indicators.named(name);
        History history = new History();
        for (String actor : List.of("automation:r1", "bot", "import:r1", "unknown:r1", "-")) {
            history.and("03-10 09:00 " + actor + " " + activity);
        }
        assertThat(history.says(indicator)).isEqualTo("0");
        assertThat(history.leftOut(indicator)).isEqualTo(Map.of("not-human", 5L));
        assertThat(history.and("03-10 09:00 human " + activity)
                        .byRep(indicator, indicator.primary().name()))
                .containsEntry("-", "1");
    }

    @Test
    void messagesAreThoseThatTheCustomerSeesOnAnyChannelAndEachSend() {
        History history = new History(
                "03-10 09:00 r1 writes p1 key=m1",
                "03-10 09:01 r1 writes o1 key=m1 channel=chat",
                "03-10 09:02 r1 writes o1 invisibly");
        assertThat(history.says(MESSAGES)).isEqualTo("2");
    }

    @Test
    void contactsWithinTenMinutesAreEachAnActivity() {
        assertThat(new History("03-10 09:00 r1 calls o1 BUSY", "03-10 09:01 r1 calls o1 BUSY").says(CALLS))
                .isEqualTo("2");
    }

    @Test
    void theKindOfATaskIsTakenLetterByLetter() {
        History history = new History("03-10 09:00 r1 does errand", "03-10 09:00 r1 does Errand");
        assertThat(history.says(Indicators.tasks("errand"))).isEqualTo("1");
        assertThat(history.says(Indicators.tasks("Errand"))).isEqualTo("1");
        assertThat(history.says(Indicators.tasks("errands"))).isEqualTo("0");
        assertThat(Indicators.tasks("errand").id()).isEqualTo(ERRANDS.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls p1 ANSWERED", "writes p1", "meets p1", "presents p1", "does errand"})
    void anActivityIsOfWhoDidItWhenItWasDone(String activity) {
        Indicator indicator = List.of(CALLS, MESSAGES, MEETINGS, PRESENTATIONS, ERRANDS).stream()
                .filter(i -> !new History("03-31 23:59 r1 " + activity).says(i).equals("0"))
                .findFirst()
                .orElseThrow();
        History history = new History("03-31 23:59 r1 " + activity, "04-01 00:00 r2 " + activity);
        assertThat(history.byMonth(indicator, indicator.primary().name()))
                .isEqualTo(Map.of("2026-03", "1", "2026-04", "1"));
        assertThat(history.byRep(indicator, indicator.primary().name())).isEqualTo(Map.of("r1", "1", "r2", "1"));
    }

    // Money

    private static History paid() {
        return new History(
                "03-31 23:59 r1 cashes o1 amount=EUR_100.50",
                "04-01 00:00 r1 cashes - amount=EUR_-30.25",
                "04-02 00:00 r2 cashes o1 amount=EUR_7",
                "04-03 00:00 - cashes o1 amount=EUR_1");
    }

    @Test
    void revenueIsWhatCameInNetOfRefunds() {
        assertThat(paid().says(REVENUE)).isEqualTo("78.25 EUR");
        assertThat(paid().leftOut(REVENUE)).isEmpty();
    }

    @Test
    void revenueIsOfTheActorAndNotOfTheOwner() {
        assertThat(paid().and("01-01 09:00 - opens o1 owner=r9")
                        .byRep(REVENUE, REVENUE.primary().name()))
                .isEqualTo(Map.of("r1", "70.25 EUR", "r2", "7 EUR", "-", "1 EUR"));
    }

    @Test
    void revenueIsOfThePeriodOfThePayment() {
        assertThat(paid().byMonth(REVENUE, REVENUE.primary().name()))
                .isEqualTo(Map.of("2026-03", "100.5 EUR", "2026-04", "-22.25 EUR"));
    }

    @Test
    void whoEnteredAPaymentDoesNotMatter() {
        assertThat(new History("03-10 09:00 import:r1 cashes - amount=EUR_5").byRep(REVENUE, "revenue"))
                .isEqualTo(Map.of("r1", "5 EUR"));
    }

    @Test
    void withoutAPaymentOrARateThereIsNoRevenue() {
        assertThat(new History("03-10 09:00 r1 wins o1 amount=EUR_5").says(REVENUE))
                .isEqualTo("NO_DATA");
        assertThat(paid().and("04-04 00:00 r1 cashes - amount=USD_5").says(REVENUE))
                .isEqualTo("MISSING_RATE");
    }

    @Test
    void wonAmountIsThatOfTheWinRate() {
        History history = new History(
                "03-01 09:00 - opens o1 owner=r1 amount=EUR_10",
                "03-02 09:00 - moves o1 amount=EUR_20",
                "03-31 23:00 r2 wins o1",
                "03-01 09:00 - opens o2 owner=r1 amount=EUR_1000",
                "03-31 23:00 r2 loses o2",
                "04-01 00:00 r2 wins o3 amount=EUR_3",
                "04-02 00:00 r1 cashes o3 amount=EUR_7");
        assertThat(history.says(WON_AMOUNT)).isEqualTo("23 EUR").isEqualTo(history.says(WIN_RATE, "won-amount"));
        assertThat(history.byRep(WON_AMOUNT, "won-amount")).isEqualTo(Map.of("r1", "20 EUR", "r2", "3 EUR"));
        assertThat(history.byMonth(WON_AMOUNT, "won-amount"))
                .isEqualTo(Map.of("2026-03", "20 EUR", "2026-04", "3 EUR"));
    }
}
