package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the CRM delivers, day by day, with its disorder: of all events 1 % come a second time, 1.5 % are entered late,
 * 0.5 % are corrected and 0.4 % taken back. Mutable and not thread-safe.
 */
final class CrmLog {
    /** An event of that header, with texts of its own: events that are read from a file share none. */
    interface Making {
        SalesEvent of(Header header);
    }

    private record Delivery(Instant at, SalesEvent event) {}

    private static final double TWICE = 0.01;
    private static final double LATE = 0.015;
    private static final double CORRECTED = 0.005;
    private static final double RETRACTED = 0.004;

    private final Dice dice;
    private final List<SalesEvent> delivered;
    private final List<@Nullable List<Delivery>> due = new ArrayList<>();
    private long written;
    private long lastId = 881_000;

    CrmLog(int expected, Dice dice) {
        this.dice = dice;
        this.delivered = new ArrayList<>(expected + expected / 50);
        for (LocalDate date = CrmYear.START; date.isBefore(CrmYear.END); date = date.plusDays(1)) {
            due.add(new ArrayList<>());
        }
    }

    /** The next number of a record: they are given in the order in which stories begin. */
    long nextId() {
        lastId += dice.between(1, 8);
        return lastId;
    }

    /** How many there are, delivered or due. */
    long written() {
        return written;
    }

    /** A fact, and what befalls it. */
    void write(Header header, Making making) {
        write(header, making, making);
    }

    /** A fact that is first entered otherwise, if it is corrected at all. */
    void write(Header header, Making making, Making mistaken) {
        Header own = dice.happens(LATE) ? header.withRecordedAt(later(header.occurredAt(), 400)) : header;
        if (dice.happens(CORRECTED)) {
            Instant wrong = own.occurredAt().plusSeconds(dice.between(-3_000, 3_000));
            keep(own.recordedAt(), mistaken.of(at(own, wrong)));
            own = own.withRecordedAt(later(own.recordedAt(), 90));
        }
        keep(own.recordedAt(), making.of(own));
        if (dice.happens(TWICE)) {
            keep(later(own.recordedAt(), 30), making.of(at(own, own.occurredAt())));
        }
        if (dice.happens(RETRACTED)) {
            Instant when = later(own.recordedAt(), 60);
            Header deletion = Header.of("amo:deleted:" + nextId(), when).withActor(own.actor());
            keep(when, EventRetracted.of(deletion, text(own.id())));
        }
    }

    /** The same header with texts of its own and that time. */
    private static Header at(Header header, Instant occurredAt) {
        return new Header(
                text(header.id()),
                occurredAt,
                header.precision(),
                header.recordedAt(),
                header.actor(),
                header.channel(),
                header.attributes());
    }

    /** The same text, but another object. */
    static String text(String other) {
        return String.valueOf(other.toCharArray());
    }

    private Instant later(Instant at, int hours) {
        return at.plusSeconds(dice.between(60, hours * 3_600));
    }

    private void keep(Instant at, SalesEvent event) {
        LocalDate date = LocalDate.ofInstant(at, ZoneOffset.UTC);
        long day = ChronoUnit.DAYS.between(CrmYear.START, date);
        List<Delivery> open = due.get((int) Math.max(0, Math.min(day, due.size() - 1L)));
        if (open == null) {
            delivered.add(event);
        } else {
            open.add(new Delivery(at, event));
        }
        written++;
    }

    /** The day is over: what was due comes, in its order. */
    void deliver(LocalDate date) {
        int day = (int) ChronoUnit.DAYS.between(CrmYear.START, date);
        List<Delivery> open = due.set(day, null);
        if (open != null) {
            open.sort(Comparator.comparing(Delivery::at));
            open.forEach(delivery -> delivered.add(delivery.event()));
        }
    }

    /** All that was delivered. */
    List<SalesEvent> all() {
        return delivered;
    }
}
