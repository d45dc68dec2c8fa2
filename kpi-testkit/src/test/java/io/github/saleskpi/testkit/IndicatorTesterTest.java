package io.github.saleskpi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityMoved.Status;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.time.Viewpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class IndicatorTesterTest {
    private static final IndicatorTester WIN_RATE = IndicatorTester.of(Indicators.WIN_RATE);
    private static final SalesEvent OPENED = OpportunityOpened.of(by("ann", "e1", 2), "o1");
    private static final SalesEvent WON = OpportunityMoved.of(by("ann", "e2", 9), "o1", Status.WON);

    private static Header by(String rep, String id, int day) {
        return Header.of(id, Instant.parse("2026-03-01T09:00:00Z").plusSeconds(86_400L * (day - 1)))
                .withRep(rep);
    }

    @Test
    void theExampleOfTheJavadocPasses() {
        Header by = Header.of("e1", Instant.parse("2026-03-02T09:00:00Z")).withRep("ann");
        Header later = Header.of("e2", Instant.parse("2026-03-09T09:00:00Z")).withRep("ann");

        IndicatorTester.of(Indicators.WIN_RATE)
                .story(OpportunityOpened.of(by, "o1"), OpportunityMoved.of(later, "o1", OpportunityMoved.Status.WON))
                .tells("1 won", "604800 s of cycle", "1 opened")
                .reads("1/1");
    }

    @Test
    void aStoryIsToldWhateverTheOrderOfItsEvents() {
        WIN_RATE.story(WON, OPENED)
                .tells("604800 s of cycle", "1 opened", "1 won")
                .credits("ann", "1 won", "604800 s of cycle", "1 opened")
                .credits("bob")
                .credits(null)
                .counts("e2")
                .leavesOutNothing()
                .reads("1")
                .reads("won", "1")
                .reads("lost", "0")
                .reads("cycle-time", "P7D")
                .reads("cycle-time", "604800")
                .reads("average-won", "NO_DATA");
    }

    @Test
    void whatIsLeftOutHasARule() {
        WIN_RATE.story(OPENED)
                .tells("1 opened")
                .counts()
                .leavesOut("e1", "still-open")
                .reads("NO_DATA");
    }

    @Test
    void itLooksFromTheNewestEventUnlessItIsToldToLookFromElsewhere() {
        WIN_RATE.asOf("2026-03-05T00:00:00Z").story(OPENED, WON).leavesOut("e1", "still-open");
        WIN_RATE.seenFrom(Viewpoint.at(Instant.parse("2026-03-05T00:00:00Z")))
                .story(OPENED, WON)
                .leavesOut("e1", "still-open");
        WIN_RATE.asOf("2026-03-05T00:00:00Z").story(List.of()).tells().reads("NO_DATA");
        assertThatThrownBy(WIN_RATE::story)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("story (): has no event from which to look. Maybe say asOf.");
    }

    @Test
    void retractionsAreEventsLikeOthers() {
        WIN_RATE.story(OPENED, WON, EventRetracted.of(by("ann", "e3", 10), "e2"))
                .tells("1 opened")
                .leavesOut("e1", "still-open");
    }

    @Test
    void theQuerysSettingsAreThoseOfTheExample() {
        SalesEvent payment = PaymentReceived.of(by("ann", "e1", 2), "y1", BigMoney.of(CurrencyUnit.USD, 100));
        IndicatorTester revenue = IndicatorTester.of(Indicators.REVENUE);
        revenue.story(payment).tells("100 USD of revenue").reads("100 USD");
        Rates rates =
                Rates.in(CurrencyUnit.EUR).with(CurrencyUnit.USD, LocalDate.of(2026, 1, 1), new BigDecimal("0.92"));
        revenue.query(query -> query.rates(rates))
                .story(payment)
                .tells("92 EUR of revenue (100 USD)")
                .reads("92 EUR")
                .reads("revenue", "92.00 EUR");
    }

    @Test
    void aLengthReadsAsOneWritesIt() {
        IndicatorTester.of(Indicators.RESPONSE_TIME)
                .story(
                        RequestReceived.of(by("ann", "e1", 2), "q1"),
                        MessageSent.of(by("ann", "e2", 3), "m1").withRequestId("q1"))
                .reads("P1D")
                .reads("PT24H")
                .reads("86400");
    }

    @Test
    void whatFailsSaysWhatIsMissingAndWhatWasTold() {
        IndicatorTester.Told told = WIN_RATE.story(OPENED, WON);
        assertThatThrownBy(() -> told.tells("1 lost", "1 opened", "604800 s of cycle"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        win-rate@1 tells:
                          missing: 1 lost
                          surplus: 1 won
                        It tells
                          opportunity:o1
                            counts e2 (move) for ann: 1 won + 604800 s of cycle
                            counts e1 (opening) for ann aside: 1 opened
                          win-rate reads 1/1 = 1   [1 won / (1 won + 0 lost) = 1]
                          won reads 1   [1 won]
                          lost reads 0   [0 lost]
                          opened reads 1   [1 opened]
                          won-amount reads NO_DATA   [won-amount of 0 of won-amount (0 amounts) = NO_DATA]
                          average-won reads NO_DATA   [average-won of 0 of won-amount (0 amounts) = NO_DATA]
                          cycle-time reads PT168H   [cycle-time of 1 lengths of cycle = 604800 s]
                          seen from 2026-03-09T09:00:00Z""");
    }

    @Test
    void everyCheckCanFail() {
        IndicatorTester.Told told = WIN_RATE.story(OPENED, WON);
        assertThatThrownBy(told::tells).hasMessageContaining("surplus: 1 won");
        assertThatThrownBy(() -> told.tells("1 won", "1 won", "604800 s of cycle", "1 opened"))
                .hasMessageContaining("missing: 1 won");
        assertThatThrownBy(() -> told.credits("bob", "1 won"))
                .hasMessageContaining("credits to bob:\n  missing: 1 won");
        assertThatThrownBy(() -> told.credits(null, "1 won")).hasMessageContaining("credits to nobody");
        assertThatThrownBy(() -> told.counts("e1")).hasMessageContaining("counts:\n  missing: e1\n  surplus: e2");
        assertThatThrownBy(() -> told.leavesOut("e1", "still-open"))
                .hasMessageContaining("leaves out e1 as:\n  missing: still-open");
        assertThatThrownBy(() -> WIN_RATE.story(OPENED).leavesOutNothing())
                .hasMessageContaining("leaves out:\n  surplus: e1 as still-open");
        assertThatThrownBy(() -> told.reads("1/2")).hasMessageContaining("missing: 1/2\n  surplus: 1/1 = 1");
        assertThatThrownBy(() -> told.reads("won", "NO_DATA"))
                .hasMessageContaining("reads as won:\n  missing: NO_DATA");
        assertThatThrownBy(() -> told.reads("cycle-time", "P8D")).hasMessageContaining("surplus: PT168H");
        assertThatThrownBy(() -> told.reads("won", "some")).hasMessageContaining("missing: some");
        assertThatThrownBy(() -> told.reads("wins", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("figure (wins): there is none. Maybe one of [win-rate, won,");
    }

    /** Takes it for granted that a call has a length. */
    private static final class Lengths extends Calls {
        @Override
        void tell(Fact<Role> call, Contributions out) {
            Objects.requireNonNull(call.as(CallEnded.class).duration(), "no length");
            super.tell(call, out);
        }
    }

    @Test
    void aStoryThatThrowsPassesNoCheckButTheOneThatAsksForIt() {
        IndicatorTester.Told told =
                IndicatorTester.of(new Lengths()).story(CallEnded.of(by("ann", "e1", 2), "c1", CallDirection.OUTBOUND));
        told.fails("no length").reads("FAILED");
        assertThatThrownBy(told::tells)
                .hasMessageContaining("failed event:e1: java.lang.NullPointerException: no length");
        assertThatThrownBy(told::leavesOutNothing).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> told.fails("no person"))
                .hasMessageContaining("fails with:\n  missing: no person\n  surplus: java.lang.NullPointerException");
        assertThatThrownBy(() -> WIN_RATE.story(OPENED).fails("")).hasMessageContaining("fails with:\n  missing: \n");
    }

    @Test
    void whatWasToldCanBePrintedAndExplained() {
        IndicatorTester.Told told = WIN_RATE.story(OPENED);
        assertThat(told).asString().startsWith("  opportunity:o1\n").contains("leaves out e1 (opening) as still-open");
        assertThat(told.explanation().leftOutByRule()).containsEntry("still-open", 1L);
    }
}
