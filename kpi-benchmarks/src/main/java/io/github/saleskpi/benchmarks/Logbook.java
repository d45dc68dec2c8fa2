package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.SalesEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.money.BigMoney;

/**
 * What was written down of what happened before an end: some of it late, twice, wrongly and put right. Mutable and not
 * thread-safe.
 */
final class Logbook {
    private static final double LATE = 0.04;
    private static final double TWICE = 0.004;
    private static final double BY_MISTAKE = 0.006;
    private static final double MISTYPED = 0.03;
    private static final int MOST_HOURS_LATE = 96;

    private final Instant end;
    private final Dice dice;
    private final List<SalesEvent> events = new ArrayList<>();

    Logbook(Instant end, Dice dice) {
        this.end = end;
        this.dice = dice;
    }

    /** The header of an event, which may be stored late. */
    Header header(String id, Instant at) {
        Header header = Header.of("sim:" + id, at);
        return dice.happens(LATE)
                ? header.withRecordedAt(at.plus(Duration.ofMinutes(dice.between(30, MOST_HOURS_LATE * 60))))
                : header;
    }

    /** Writes it down, if it happened and was stored before the end. */
    void write(SalesEvent event) {
        if (!isKnown(event)) {
            return;
        }
        events.add(event);
        if (dice.happens(TWICE)) {
            events.add(event);
        }
        if (event instanceof CallEnded && event.requestId() == null && dice.happens(BY_MISTAKE)) {
            Instant at = event.recordedAt().plus(Duration.ofMinutes(dice.between(5, 2_000)));
            write(EventRetracted.of(Header.of(event.id() + ":undone", at).withActor(event.actor()), event.id())
                    .withReason("logged by mistake"));
        } else if (event instanceof OpportunityMoved moved && moved.amount() != null && dice.happens(MISTYPED)) {
            Instant at = event.recordedAt().plus(Duration.ofMinutes(dice.between(60, 8_000)));
            BigMoney right = moved.amount().multipliedBy(new BigDecimal("0.9"));
            SalesEvent version = new OpportunityMoved(
                    moved.header().withRecordedAt(at),
                    moved.opportunityId(),
                    moved.status(),
                    moved.stage(),
                    right,
                    moved.reason());
            if (isKnown(version)) {
                events.add(version);
            }
        }
    }

    private boolean isKnown(SalesEvent event) {
        return event.occurredAt().isBefore(end) && event.recordedAt().isBefore(end);
    }

    /** All that was written, in the order in which it was stored. */
    List<SalesEvent> inOrder() {
        events.sort(Comparator.comparing(SalesEvent::recordedAt)
                .thenComparing(SalesEvent::occurredAt)
                .thenComparing(SalesEvent::id));
        return events;
    }
}
