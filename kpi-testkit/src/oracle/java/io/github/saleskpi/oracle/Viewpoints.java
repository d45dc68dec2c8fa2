package io.github.saleskpi.oracle;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.time.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Random viewpoints that jump back and forth on both axes, most of them exactly on a boundary or a nanosecond beside. */
public final class Viewpoints {
    private final Chance chance;
    private final Instant start;
    private final ReportingCalendar calendar;
    private Viewpoint last;

    /** Viewpoints of that seed on a history that begins about that instant. */
    public Viewpoints(long seed, Instant start, ReportingCalendar calendar) {
        this.chance = new Chance(seed ^ 0x5DEECE66DL);
        this.start = start;
        this.calendar = calendar;
        this.last = Viewpoint.asOf(start.plus(Duration.ofDays(6)));
    }

    /** The next one: often only one of its axes moves. */
    public Viewpoint next(List<SalesEvent> events) {
        int axes = 1 + chance.below(3);
        Instant asOf = (axes & 1) == 0 ? last.asOf() : asOf(events);
        Instant knownAt = (axes & 2) == 0 ? last.knownAt() : knownAt(events);
        last = new Viewpoint(asOf, knownAt);
        return last;
    }

    /** Mostly late, for from early on nothing is seen. */
    private Instant asOf(List<SalesEvent> events) {
        if (events.isEmpty() || chance.percent(15)) {
            return start.plus(Duration.ofHours(6L * chance.below(70)));
        }
        if (chance.percent(30)) {
            return beside(chance.of(odd(events)).occurredAt());
        }
        Instant about = late(events, SalesEvent::occurredAt);
        return switch (chance.below(6)) {
            case 0 -> beside(about.plus(Duration.ofHours(chance.of(24L, 30L, 40L, 48L))));
            case 1 -> beside(calendar.startOf(calendar.dateOf(about).plusDays(chance.below(3))));
            case 2 -> about.plus(Duration.ofHours(chance.below(12)));
            default -> beside(about);
        };
    }

    /** Those of which only the date is known, and of them preferably changes of the owner; all, if there are none. */
    private static List<SalesEvent> odd(List<SalesEvent> events) {
        List<SalesEvent> dayOnly = events.stream()
                .filter(event -> event.header().precision() == Header.Precision.DAY)
                .toList();
        List<SalesEvent> changes =
                dayOnly.stream().filter(OwnerChanged.class::isInstance).toList();
        return !changes.isEmpty() ? changes : !dayOnly.isEmpty() ? dayOnly : events;
    }

    private Instant knownAt(List<SalesEvent> events) {
        if (events.isEmpty() || chance.percent(40)) {
            return Instant.MAX;
        }
        return chance.percent(10)
                ? start.plus(Duration.ofHours(6L * chance.below(90)))
                : beside(late(events, SalesEvent::recordedAt));
    }

    private Instant late(List<SalesEvent> events, Function<SalesEvent, Instant> axis) {
        Instant late = axis.apply(chance.of(events));
        for (int tries = chance.below(6); tries > 0; tries--) {
            Instant other = axis.apply(chance.of(events));
            late = other.isAfter(late) ? other : late;
        }
        return late;
    }

    private Instant beside(Instant boundary) {
        return boundary.plusNanos(chance.of(0L, 0L, -1L, 1L));
    }
}
