package io.github.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.oracle.Chance;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Viewpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/**
 * Thousands of events of few shapes, each with contents of its own: an indicator that took in a batch what is in another event
 * of the shape would say something else than in a ledger, which looks at each event.
 */
class AlikeEventsProperties {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int EVENTS = 4_000;

    /** Draws events. */
    private static final class Draw {
        private final Chance chance;
        private int number;

        Draw(long seed) {
            chance = new Chance(seed);
        }

        private String one(String of, int many) {
            return of + chance.below(many);
        }

        private Header header() {
            Instant at = START.plusSeconds(chance.below(80) * 86_400L + chance.below(36_000));
            return Header.of("e" + number++, at).withRep(one("r", 4));
        }

        private BigMoney money() {
            return BigMoney.of(CurrencyUnit.EUR, BigDecimal.valueOf(chance.below(10_000), 2));
        }

        private CallEnded call() {
            Header header = header();
            String person = one("p", 300);
            return CallEnded.of(
                            chance.percent(30) ? header.withAttribute("cold", chance.of("true", "false")) : header,
                            one(person + "c", 3),
                            CallDirection.OUTBOUND)
                    .withPersonId(person)
                    .withRequestId(one("q", 300))
                    .withOutcome(chance.of(CallOutcome.REACHED, CallOutcome.NO_ANSWER))
                    .withDuration(Duration.ofSeconds(chance.below(30_000)));
        }

        private MessageSent message() {
            List<Link> links = Stream.generate(() -> Link.content(one("l", 5)))
                    .limit(chance.below(3))
                    .toList();
            Link.Kind kind = chance.of(Link.Kind.CONTENT, Link.Kind.SIGNATURE);
            List<Link> mixed = Stream.concat(Stream.of(new Link(one("l", 5), kind)), links.stream())
                    .toList();
            return MessageSent.of(header(), one("m", 600))
                    .withLinks(chance.percent(50) ? links : mixed)
                    .withAssetIds(chance.percent(50) ? List.of() : List.of(one("a", 20)))
                    .withOpportunityId(one("o", 200));
        }

        private OpportunityOpened opening(String person) {
            return OpportunityOpened.of(header().withChannel("linkedin"), one("o", 200))
                    .withPersonId(person)
                    .withOwnerRepId(one("r", 4))
                    .withOriginCallId(chance.percent(80) ? one(person + "c", 3) : null)
                    .withAmount(money());
        }

        SalesEvent next() {
            return switch (chance.below(12)) {
                case 0, 1 -> call();
                case 2, 3 -> message();
                case 4, 5 -> LinkClicked.of(header(), one("m", 600), one("l", 5));
                case 6 -> opening(one("p", 300));
                case 7 ->
                    OpportunityMoved.of(header(), one("o", 200), chance.of(OpportunityMoved.Status.values()))
                            .withAmount(chance.percent(50) ? money() : null);
                case 8 ->
                    SocialActivity.of(header(), "linkedin", SocialActivity.Kind.POST)
                            .withCount(1 + chance.below(9));
                case 9 ->
                    RequestReceived.of(header(), one("q", 300))
                            .withPersonId(one("p", 300))
                            .withOwnerRepId(chance.percent(50) ? one("r", 4) : null);
                case 10 ->
                    chance.percent(50)
                            ? new RequestClosed(header(), one("q", 300), chance.of(RequestClosed.Reason.values()))
                            : MeetingHeld.of(header(), one("t", EVENTS), MeetingHeld.Kind.MEETING)
                                    .withPersonId(one("p", 300));
                default ->
                    chance.percent(50)
                            ? PaymentReceived.of(header(), one("y", EVENTS), money())
                                    .withOpportunityId(one("o", 200))
                            : AssetUsed.of(header(), one("a", 20), chance.of(AssetUsed.Use.values()))
                                    .withOpportunityId(one("o", 200));
            };
        }
    }

    @Test
    void aReportOfABatchIsThatOfTheEventsThemselves() {
        KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                .indicators(Indicators.all())
                .groupBy(Dimension.REP)
                .build());
        int shapes = 0;
        int cells = 0;
        for (long seed = 0; seed < Tries.of(4); seed++) {
            Draw draw = new Draw(seed);
            List<SalesEvent> events = new ArrayList<>();
            while (events.size() < EVENTS) {
                events.add(draw.next());
            }
            EventColumns columns = EventColumns.builder().addAll(events).build();
            Viewpoint from = Viewpoint.asOf(START.plus(Duration.ofDays(60 + seed)));
            KpiReport report = engine.report(columns, from);
            KpiLedger ledger = engine.newLedger();
            events.forEach(ledger::add);
            String expected = ledger.report(from).toString();
            assertThat(report).as("columns, seed %s", seed).hasToString(expected);
            assertThat(events.stream().collect(engine.collector(from)))
                    .as("objects, seed %s", seed)
                    .hasToString(expected);
            assertThat(events.parallelStream().collect(engine.collector(from)))
                    .as("objects in parts, seed %s", seed)
                    .hasToString(expected);
            shapes = Math.max(shapes, columns.shapes());
            cells += report.cells().size();
        }
        System.out.println("Census of alike events: " + EVENTS + " events a report of at most " + shapes + " shapes, "
                + cells + " cells");
        assertThat(shapes).isLessThan(EVENTS / 40);
    }
}
