package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.SalesEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.money.BigMoney;

/**
 * What was written down of what happened from a beginning to an end: some of it late, twice, wrongly and put right.
 * Mutable and not thread-safe.
 */
final class Logbook {
    private static final double TWICE = 0.004;
    private static final double BY_MISTAKE = 0.006;
    private static final double MISHEARD = 0.02;
    private static final double MISTYPED = 0.03;
    private static final int MOST_HOURS_LATE = 96;

    private final Instant beginning;
    private final Instant end;
    private final double late;
    private final Dice dice;
    private final List<SalesEvent> events = new ArrayList<>();

    Logbook(Instant beginning, Instant end, double late, Dice dice) {
        this.beginning = beginning;
        this.end = end;
        this.late = late;
        this.dice = dice;
    }

    /** The header of an event, which may be stored late. */
    Header header(String id, Instant at) {
        Header header = Header.of("sim:" + id, at);
        return dice.happens(late) ? header.withRecordedAt(later(at, 30, MOST_HOURS_LATE * 60)) : header;
    }

    /** The same, by somebody who wrote down no more than the date. */
    static Header dateOnly(Header header) {
        LocalDate date = LocalDate.ofInstant(header.occurredAt(), OfficeHours.ZONE);
        Instant noon = date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Header(
                header.id(), noon, Header.Precision.DAY, noon, header.actor(), header.channel(), header.attributes());
    }

    private Instant later(Instant at, int leastMinutes, int mostMinutes) {
        return at.plus(Duration.ofMinutes(dice.between(leastMinutes, mostMinutes)));
    }

    /** Writes it down, if it happened after the beginning, and was stored before the end. */
    void write(SalesEvent event) {
        if (!isKnown(event)) {
            return;
        }
        events.add(event);
        if (dice.happens(TWICE)) {
            events.add(event);
        }
        if (event instanceof CallEnded call && call.requestId() == null) {
            putRight(call);
        } else if (event instanceof OpportunityMoved moved && moved.amount() != null) {
            putRight(moved, moved.amount());
        }
    }

    /** A call that never was is taken back; one that went otherwise is taken back and told anew. */
    private void putRight(CallEnded call) {
        if (dice.happens(BY_MISTAKE)) {
            retract(call, later(call.recordedAt(), 5, 2_000), "logged by mistake");
        } else if (call.outcome().atLeast(CallOutcome.REACHED) && dice.happens(MISHEARD)) {
            Instant at = later(call.recordedAt(), 60, 3_000);
            retract(call, at, "wrong outcome");
            keep(new CallEnded(
                    Header.of(call.id() + ":right", call.occurredAt())
                            .withRecordedAt(at)
                            .withActor(call.actor()),
                    call.callId(),
                    call.direction(),
                    call.personId(),
                    call.requestId(),
                    call.opportunityId(),
                    call.duration(),
                    CallOutcome.ANSWERED,
                    call.rawOutcome()));
        }
    }

    private void retract(SalesEvent event, Instant at, String reason) {
        keep(EventRetracted.of(Header.of(event.id() + ":undone", at).withActor(event.actor()), event.id())
                .withReason(reason));
    }

    /** A mistyped amount is corrected in place: the same id, stored again. */
    private void putRight(OpportunityMoved moved, BigMoney amount) {
        if (dice.happens(MISTYPED)) {
            keep(new OpportunityMoved(
                    moved.header().withRecordedAt(later(moved.recordedAt(), 60, 8_000)),
                    moved.opportunityId(),
                    moved.status(),
                    moved.stage(),
                    amount.multipliedBy(new BigDecimal("0.9")),
                    moved.reason()));
        }
    }

    private void keep(SalesEvent event) {
        if (isKnown(event)) {
            events.add(event);
        }
    }

    private boolean isKnown(SalesEvent event) {
        return !event.occurredAt().isBefore(beginning)
                && event.occurredAt().isBefore(end)
                && event.recordedAt().isBefore(end);
    }

    /** All that was written in these books, in the order in which it was stored. */
    static List<SalesEvent> inOrder(List<Logbook> books) {
        return books.stream()
                .flatMap(book -> book.events.stream())
                .sorted(Comparator.comparing(SalesEvent::recordedAt)
                        .thenComparing(SalesEvent::occurredAt)
                        .thenComparing(SalesEvent::id))
                .toList();
    }
}
