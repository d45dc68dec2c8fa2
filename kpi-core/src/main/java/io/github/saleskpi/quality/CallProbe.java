package io.github.saleskpi.quality;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Calls that were logged twice, and lengths that nobody measured. */
final class CallProbe implements Probe {
    private static final Duration NEAR = Duration.ofMinutes(1);
    private static final int OFTEN = 10;
    private static final int SHOWN = 3;

    /** Who talked to whom. */
    private record Line(String rep, String person, CallDirection direction) {}

    private final Ground ground;
    private final Hits twice;
    private final Map<Line, Instant> lastEnds = new HashMap<>();
    private final Map<String, Map<Duration, Integer>> lengths = new TreeMap<>();
    private long activities;
    private long outbound;

    CallProbe(Ground ground) {
        this.ground = ground;
        this.twice = ground.hits();
    }

    @Override
    public void see(SalesEvent event) {
        if (event instanceof CallEnded call && !Ground.isDayOnly(event)) {
            String rep = ground.rep(event.actor().repId());
            String person = ground.person(event);
            if (rep != null && person != null) {
                seeAgain(call, new Line(rep, person, call.direction()));
            }
            if (rep != null && isMeasured(call)) {
                lengths.computeIfAbsent(rep, name -> new HashMap<>()).merge(call.duration(), 1, Math::addExact);
            }
        }
    }

    private static boolean isMeasured(CallEnded call) {
        return call.duration() != null && !call.duration().isZero();
    }

    /** In the order of their ends a call need only be held against the one before. */
    private void seeAgain(CallEnded call, Line line) {
        twice.look();
        Instant before = lastEnds.put(line, call.occurredAt());
        if (before != null && !ground.start(call).at().isAfter(before.plus(NEAR))) {
            twice.hit(call.id());
            boolean out = call.direction() == CallDirection.OUTBOUND;
            if (call.actor().isHuman()) {
                activities += (out
                                ? call.outcome() != CallOutcome.FAILED
                                : call.outcome().atLeast(CallOutcome.ANSWERED))
                        ? 1
                        : 0;
                outbound += out ? 1 : 0;
            }
        }
    }

    @Override
    public List<Symptom> symptoms() {
        return List.of(
                twice.as(
                        Sign.SAME_CALL_TWICE,
                        Severity.WARNING,
                        "If each is the same call once more, activities/call counts " + Hits.many(activities, "call")
                                + " too many, and contact-quality " + outbound + "."),
                sameLengths());
    }

    private Symptom sameLengths() {
        Hits hits = ground.hits();
        TreeSet<String> reps = new TreeSet<>();
        Map<String, Duration> usual = new HashMap<>();
        lengths.forEach((rep, times) -> {
            long all = times.values().stream().mapToLong(Integer::longValue).sum();
            hits.look(all);
            times.forEach((length, often) -> {
                if (often >= OFTEN && often * 2L >= all) {
                    usual.merge(rep, length, (a, b) -> a.compareTo(b) < 0 ? a : b);
                }
            });
        });
        long answers = 0;
        for (SalesEvent event :
                usual.isEmpty() ? List.<SalesEvent>of() : ground.inForce().events()) {
            String rep = ground.rep(event.actor().repId());
            if (event instanceof CallEnded call && !Ground.isDayOnly(call) && isUsual(call, rep, usual)) {
                hits.hit(call.id());
                reps.add(rep + " " + call.duration());
                answers += call.requestId() != null && Ground.isResponse(call) ? 1 : 0;
            }
        }
        return hits.as(
                Sign.SAME_DURATION,
                Severity.NOTE,
                "Maybe a default that nobody measured (" + Hits.some(reps, SHOWN)
                        + "): then the start of a call, which stops the clock of response-time, is made up for "
                        + Hits.many(answers, "response") + ".");
    }

    private static boolean isUsual(CallEnded call, @Nullable String rep, Map<String, Duration> usual) {
        return rep != null && call.duration() != null && call.duration().equals(usual.get(rep));
    }
}
