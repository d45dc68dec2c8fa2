package io.github.saleskpi.quality;

import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Instants that cannot be right, or were written down long after. */
final class ClockProbe implements Probe {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LATE_DAYS = 7;
    private static final int SHOWN = 3;

    private final Ground ground;
    private final Hits early;
    private final Hits late;
    private final Hits backDated;
    private final TreeSet<Period> months = new TreeSet<>();
    private long timing;
    private long lateInMonth;
    private long seen;
    private @Nullable SalesEvent last;
    private @Nullable Instant next;

    ClockProbe(Ground ground) {
        this.ground = ground;
        this.early = ground.hits();
        this.late = ground.hits();
        this.backDated = ground.hits();
        Stream.concat(ground.inForce().retractions().stream(), ground.inForce().merges().stream())
                .filter(event ->
                        !event.occurredAt().isAfter(ground.inForce().viewpoint().asOf()))
                .forEach(this::seeInstant);
    }

    @Override
    public void see(SalesEvent event) {
        seeInstant(event);
        early.look();
        late.look();
        backDated.look();
        Moment occurred = ground.moment(event);
        Moment recorded = ground.recorded(event);
        if (recorded.isBefore(occurred)) {
            early.hit(event.id());
            boolean times = event instanceof RequestReceived || Ground.isResponse(event);
            timing += times && event.requestId() != null ? 1 : 0;
        } else if (isLate(occurred, recorded, 1)) {
            Period month = month(occurred);
            boolean over = !month.equals(month(recorded));
            if (over && isLate(occurred, recorded, LATE_DAYS)) {
                backDated.hit(event.id());
                months.add(month);
            } else {
                late.hit(event.id());
                lateInMonth += over ? 1 : 0;
            }
        }
    }

    private void seeInstant(SalesEvent event) {
        seen++;
        if (last == null || event.occurredAt().isAfter(last.occurredAt())) {
            next = last == null ? null : last.occurredAt();
            last = event;
        } else if (next == null || event.occurredAt().isAfter(next)) {
            next = event.occurredAt();
        }
    }

    private static boolean isLate(Moment occurred, Moment recorded, int days) {
        return occurred.dayOnly()
                ? ChronoUnit.DAYS.between(occurred.date(), recorded.date()) > days
                : Duration.between(occurred.at(), recorded.at()).compareTo(Duration.ofDays(days)) > 0;
    }

    private Period month(Moment moment) {
        return ground.query().calendar().periodOf(moment.date(), Granularity.MONTH);
    }

    @Override
    public List<Symptom> symptoms() {
        return List.of(
                early.as(
                        Sign.RECORDED_BEFORE_OCCURRED,
                        Severity.WARNING,
                        "A clock or a time zone is off, or they were planned and not yet done: lengths of time and periods may"
                                + " be wrong, also the response-time of "
                                + Hits.many(timing, "request or response", "requests or responses")
                                + "."),
                lone(),
                late.as(
                        Sign.RECORDED_LATE,
                        Severity.NOTE,
                        "Reports made in between were without them; " + lateInMonth
                                + " came only after the month was over."),
                backDated.as(
                        Sign.BACK_DATED,
                        Severity.WARNING,
                        "They changed " + Hits.many(months.size(), "month that was over", "months that were over")
                                + " ("
                                + Hits.some(
                                        months.stream().map(Period::toString).toList(), SHOWN)
                                + "): what was reported or paid before may differ."));
    }

    private Symptom lone() {
        Hits hits = ground.hits();
        hits.look(seen);
        if (last == null
                || next == null
                || Duration.between(next, last.occurredAt()).compareTo(DAY) <= 0) {
            return hits.asNothing(Sign.LONE_LATEST_EVENT);
        }
        hits.hit(last.id());
        return hits.as(
                Sign.LONE_LATEST_EVENT,
                Severity.WARNING,
                "A report that looks from the newest event looks from " + last.occurredAt() + " instead of " + next
                        + ": all that is unanswered or open waits "
                        + Hits.many(Duration.between(next, last.occurredAt()).toHours(), "hour") + " longer.");
    }
}
