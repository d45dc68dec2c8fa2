package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** People who ask, and who answers them how fast. Not thread-safe. */
final class CrmRequests {
    private static final Actor FORM = Actor.of(Actor.Kind.UNKNOWN);

    private final CrmLog log;
    private final CrmReps reps;
    private final CrmMails mails;
    private final CrmDeals deals;
    private final Dice dice;

    CrmRequests(CrmLog log, CrmReps reps, CrmMails mails, CrmDeals deals, Dice dice) {
        this.log = log;
        this.reps = reps;
        this.mails = mails;
        this.deals = deals;
        this.dice = dice;
    }

    void live(Instant asked) {
        long request = log.nextId();
        long person = log.nextId();
        String owner = dice.happens(0.97) ? reps.any() : null;
        receive(request, person, owner, asked);
        if (dice.happens(0.02)) {
            long second = log.nextId();
            log.write(
                    header(second, "amo:form:", asked.plusSeconds(dice.between(10, 3_000))),
                    header -> RequestReceived.of(header, idOf(second))
                            .withPersonId("amo:contact:" + person)
                            .withDuplicateOf(idOf(request)));
        }
        if (owner != null && dice.happens(0.08)) {
            String next = dice.happens(0.04) ? null : reps.any();
            log.write(
                    Header.of("amo:owner:" + log.nextId(), asked.plusSeconds(dice.between(30, 20_000)))
                            .withRep(owner),
                    header -> OwnerChanged.ofRequest(header, idOf(request), next));
            owner = next == null ? owner : next;
        }
        if (dice.happens(0.03)) {
            mails.send(
                    Actor.of(Actor.Kind.AUTOMATION),
                    asked.plusSeconds(5),
                    sent -> sent.withPersonId("amo:contact:" + person).withRequestId(idOf(request)));
        }
        if (owner == null || dice.happens(0.15)) {
            close(request, asked);
            return;
        }
        Instant at = asked.plusSeconds((long) dice.around(4_000, 1.6));
        for (int left = 1 + dice.times(0.7); left > 0; left--) {
            answer(request, person, Actor.rep(owner), at);
            at = at.plusSeconds((long) dice.around(60_000, 1));
        }
        if (dice.happens(0.22)) {
            deals.begin(owner, person, at, opened -> opened.withRequestId(idOf(request)));
        }
    }

    private void receive(long request, long person, @Nullable String owner, Instant asked) {
        log.write(
                header(request, "amo:form:", asked),
                header -> RequestReceived.of(header, idOf(request))
                        .withPersonId("amo:contact:" + person)
                        .withOwnerRepId(owner));
    }

    /** Unanswered: some need no answer, some are withdrawn, some wait on. */
    private void close(long request, Instant asked) {
        double fate = dice.share();
        if (fate < 0.6) {
            RequestClosed.Reason reason =
                    fate < 0.25 ? RequestClosed.Reason.NO_ANSWER_NEEDED : RequestClosed.Reason.WITHDRAWN;
            Instant at = asked.plus(Duration.ofMinutes(dice.between(5, 20_000)));
            log.write(
                    header(log.nextId(), "amo:closed:", at),
                    header -> new RequestClosed(header, idOf(request), reason));
        }
    }

    private void answer(long request, long person, Actor rep, Instant at) {
        if (dice.happens(0.55)) {
            CallOutcome outcome = Talk.about(dice);
            Duration length = Talk.length(outcome, dice);
            CallDirection direction = dice.happens(0.1) ? CallDirection.INBOUND : CallDirection.OUTBOUND;
            String id = "amo:call:" + log.nextId();
            log.write(
                    Header.of(id, at.plus(length)).withActor(rep),
                    header -> CallEnded.of(header, id, direction)
                            .withPersonId("amo:contact:" + person)
                            .withRequestId(idOf(request))
                            .withDuration(length)
                            .withOutcome(outcome));
        } else {
            mails.send(
                    rep, at, sent -> sent.withPersonId("amo:contact:" + person).withRequestId(idOf(request)));
        }
    }

    private static Header header(long number, String source, Instant at) {
        return Header.of(source + number, at).withActor(FORM).withChannel("web");
    }

    private static String idOf(long request) {
        return "amo:request:" + request;
    }
}
