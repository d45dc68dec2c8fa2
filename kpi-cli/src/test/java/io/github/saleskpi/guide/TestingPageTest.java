package io.github.saleskpi.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.testkit.Histories;
import io.github.saleskpi.testkit.IndicatorContract;
import io.github.saleskpi.testkit.IndicatorContractTest;
import io.github.saleskpi.testkit.IndicatorTester;
import io.github.saleskpi.testkit.ReferenceEngine;
import io.github.saleskpi.testkit.TallyLaws;
import io.github.saleskpi.time.Viewpoint;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code docs/guide/8-testing.md}. */
class TestingPageTest {
    private static final Path PAGE = Path.of("..", "docs", "guide", "8-testing.md");
    private static final Pattern MESSAGE = Pattern.compile("```text\n(.*?)\n```", Pattern.DOTALL);

    private static final Indicator DEMO_RATE = Indicator.ratio("demo-rate")
            .of(CallEnded.class, call -> call.outcome() == CallOutcome.MEETING_SET)
            .over(CallEnded.class, call -> call.direction() == CallDirection.OUTBOUND)
            .humansOnly()
            .build();

    @Nested
    class DemoRateContractTest extends IndicatorContractTest {
        @Override
        protected Indicator indicator() {
            return DEMO_RATE;
        }

        @Override
        protected IndicatorContract contract() {
            return super.contract().tries(10);
        }
    }

    @Test
    void itKeepsTheLaws() {
        IndicatorContract.of(DEMO_RATE).check();
    }

    @Test
    void anIndicatorOfOnesOwnEventsKeepsTheLawsOnHistoriesThatHaveThem() {
        Indicator demos = Indicator.count("demos").of("demo").build();
        IndicatorContract contract = IndicatorContract.of(demos)
                .events((header, key) -> CustomEvent.of(header, "demo").withSubjectId(key))
                .tries(10);
        contract.check();

        assertThat(catchThrowable(() -> IndicatorContract.of(
                                Indicator.count("visits").of("visit").build())
                        .tries(10)
                        .check(IndicatorContract.Law.REACH)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Maybe give makers");
    }

    @Test
    void anExampleIsFiveLines() {
        Header nine = Header.of("e1", Instant.parse("2026-03-02T09:00:00Z")).withRep("ann");
        Header ten = Header.of("e2", Instant.parse("2026-03-02T10:00:00Z")).withRep("ann");

        CallEnded call = CallEnded.of(nine, "c1", CallDirection.OUTBOUND);
        CallEnded success = CallEnded.of(ten, "c2", CallDirection.OUTBOUND).withOutcome(CallOutcome.MEETING_SET);
        IndicatorTester.of(DEMO_RATE)
                .story(call, success)
                .tells("1 whole", "1 whole", "1 part")
                .reads("1/2");

        Throwable wrong = catchThrowable(
                () -> IndicatorTester.of(DEMO_RATE).story(call, success).reads("1/3"));
        assertThat(wrong).isInstanceOf(AssertionError.class).hasMessageContaining("1/2 = 0.5");
    }

    @Test
    void aBrokenLawShowsTheLeastExample() throws IOException {
        Indicator minutes = Indicator.sum("talk-minutes")
                .decimals(
                        CallEnded.class,
                        call -> BigDecimal.valueOf(call.duration().toMinutes()))
                .build();

        Throwable broken = catchThrowable(() -> IndicatorContract.of(minutes).check());
        assertThat(broken)
                .isInstanceOf(AssertionError.class)
                .hasMessage(messages().get(0));
    }

    @Test
    void aBrokenLawOfATallyNamesTheFewestAmounts() throws IOException {
        class Last implements Tally<Long, Long> {
            private long last;

            @Override
            public void add(Long amount, long times) {
                last = amount;
            }

            @Override
            public void merge(Tally<Long, Long> other) {
                last = ((Last) other).last;
            }

            @Override
            public Long read(Viewpoint view) {
                return last;
            }
        }
        Throwable broken =
                catchThrowable(() -> TallyLaws.<Long, Long>of(Last::new).check(List.of(3L, 1L, 1L, 2L)));
        assertThat(broken)
                .isInstanceOf(AssertionError.class)
                .hasMessage(messages().get(1));
    }

    @Test
    void aLedgerIsHeldAgainstTheOracle() {
        KpiQuery query = KpiQuery.builder().indicators(DEMO_RATE).build();
        Viewpoint view = Viewpoint.asOf(Instant.parse("2026-07-01T00:00:00Z"));

        List<SalesEvent> events = Histories.hostile(7, 200);
        KpiLedger ledger = KpiEngine.of(query).newLedger();
        events.forEach(ledger::add);
        assertEquals(
                ReferenceEngine.report(query, events, view), ledger.report(view).toString());

        assertThat(events).hasSize(200).anyMatch(CallEnded.class::isInstance);
    }

    private static List<String> messages() throws IOException {
        List<String> messages = new ArrayList<>();
        Matcher message = MESSAGE.matcher(Files.readString(PAGE, StandardCharsets.UTF_8));
        while (message.find()) {
            messages.add(message.group(1));
        }
        return messages;
    }
}
