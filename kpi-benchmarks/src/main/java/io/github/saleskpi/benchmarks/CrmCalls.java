package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MessageReceived;
import java.time.Duration;
import java.time.Instant;

/** Calls to people who do not know the rep yet, most of them in vain. Not thread-safe. */
final class CrmCalls {
    private static final int MOST_TRIES = 7;

    private final CrmLog log;
    private final CrmDeals deals;
    private final Dice dice;

    CrmCalls(CrmLog log, CrmDeals deals, Dice dice) {
        this.log = log;
        this.deals = deals;
        this.dice = dice;
    }

    void live(String rep, Instant at) {
        long person = log.nextId();
        if (dice.happens(0.04)) {
            boolean away = dice.happens(0.3);
            String id = "mail:in:" + log.nextId();
            log.write(
                    Header.of(id, at.minusSeconds(dice.between(60, 400_000))),
                    header -> MessageReceived.of(header, id)
                            .withPersonId("amo:contact:" + person)
                            .withAutoReply(away));
        }
        boolean known = dice.happens(0.98);
        Instant when = at;
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            CallOutcome outcome = Talk.cold(dice);
            String call = dial(known, person, rep, when, outcome);
            if (outcome.atLeast(CallOutcome.ANSWERED)) {
                if (dice.happens(0.12)) {
                    open(rep, person, when, call);
                } else if (dice.happens(0.05)) {
                    dial(known, person, rep, when.plusSeconds(dice.between(3_000, 900_000)), Talk.about(dice));
                }
                return;
            }
            if (outcome == CallOutcome.WRONG_NUMBER || dice.happens(0.45)) {
                return;
            }
            when = when.plusSeconds((long) dice.around(80_000, 0.9));
        }
    }

    private String dial(boolean known, long person, String rep, Instant at, CallOutcome outcome) {
        Duration length = Talk.length(outcome, dice);
        String id = "amo:call:" + log.nextId();
        Actor actor = dice.happens(0.02) ? Actor.of(Actor.Kind.AUTOMATION) : Actor.rep(rep);
        CallDirection direction = dice.happens(0.03) ? CallDirection.INBOUND : CallDirection.OUTBOUND;
        Header plain = Header.of(id, at.plus(length)).withActor(actor);
        Header said = dice.happens(known ? 0.005 : 0.5)
                ? plain.withAttribute("cold", dice.happens(0.5) ? "true" : "false")
                : plain;
        CallOutcome mistaken = dice.happens(0.5) ? CallOutcome.ANSWERED : CallOutcome.FAILED;
        CrmLog.Making making = header -> CallEnded.of(header, id, direction)
                .withPersonId(known ? "amo:contact:" + person : null)
                .withDuration(length)
                .withOutcome(outcome);
        log.write(said, making, header -> ((CallEnded) making.of(header)).withOutcome(mistaken));
        if (dice.happens(0.002)) {
            log.write(Header.of("zoom:" + id, at.plus(length).plusSeconds(1)).withActor(actor), making);
        }
        return id;
    }

    private void open(String rep, long person, Instant at, String call) {
        if (dice.happens(0.6)) {
            String origin = dice.happens(0.02) ? "amo:call:1" : call;
            deals.begin(
                    rep,
                    person,
                    at.plusSeconds(dice.between(100, 9_000)),
                    opened -> opened.withOriginCallId(CrmLog.text(origin)));
        } else {
            Duration later = Duration.ofHours(dice.happens(0.06) ? 24 * 34 : dice.between(1, 500));
            deals.begin(rep, person, at.plus(later), opened -> opened);
        }
    }
}
