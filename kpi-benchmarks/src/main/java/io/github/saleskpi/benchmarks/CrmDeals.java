package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Opportunities from their opening to their close and beyond. Not thread-safe. */
final class CrmDeals {
    private final CrmLog log;
    private final CrmReps reps;
    private final CrmMails mails;
    private final CrmShelf shelf;
    private final Dice dice;

    CrmDeals(CrmLog log, CrmReps reps, CrmMails mails, CrmShelf shelf, Dice dice) {
        this.log = log;
        this.reps = reps;
        this.mails = mails;
        this.shelf = shelf;
        this.dice = dice;
    }

    /** One opens, from whatever that says. */
    void begin(String rep, long person, Instant opened, UnaryOperator<OpportunityOpened> from) {
        long deal = log.nextId();
        boolean owned = dice.happens(0.5);
        Actor opener = dice.happens(0.05) ? Actor.of(Actor.Kind.IMPORT) : Actor.rep(rep);
        log.write(
                Header.of("amo:lead:" + deal, opened).withActor(opener),
                header -> from.apply(OpportunityOpened.of(header, idOf(deal))
                        .withPersonId("amo:contact:" + person)
                        .withOwnerRepId(owned ? rep : null)));
        String owner = rep;
        Instant at = opened;
        int contacts = dice.times(3.5);
        for (int i = 0; i < contacts; i++) {
            at = at.plusSeconds((long) dice.around(160_000, 1.2));
            contact(Actor.rep(owner), deal, person, at);
            if (dice.happens(0.08)) {
                contact(Actor.rep(owner), deal, person, at.plusSeconds(dice.between(5, 900)));
            }
            if (i == 1) {
                move(deal, owner, at.plusSeconds(60), OpportunityMoved.Status.OPEN);
            }
            if (dice.happens(0.03)) {
                owner = handOver(deal, owner, at.plusSeconds(dice.between(60, 9_000)));
            }
        }
        if (dice.happens(0.8)) {
            end(deal, person, owner, at.plus(Duration.ofHours(dice.between(1, 200))));
        }
    }

    private void end(long deal, long person, String owner, Instant at) {
        if (dice.happens(0.06)) {
            move(deal, owner, at, OpportunityMoved.Status.INVALID);
            return;
        }
        OpportunityMoved.Status status = dice.happens(0.3) ? OpportunityMoved.Status.WON : OpportunityMoved.Status.LOST;
        move(deal, owner, at, status);
        if (dice.happens(0.04)) {
            move(deal, owner, at.plusSeconds(dice.between(60, 90_000)), status);
        }
        if (dice.happens(0.1)) {
            contact(Actor.rep(owner), deal, person, at.plusSeconds(dice.between(60, 400_000)));
        }
        if (dice.happens(0.05)) {
            Instant again = at.plus(Duration.ofHours(dice.between(20, 900)));
            move(deal, owner, again, OpportunityMoved.Status.OPEN);
            contact(Actor.rep(owner), deal, person, again.plusSeconds(dice.between(60, 400_000)));
            if (dice.happens(0.7)) {
                move(deal, owner, again.plus(Duration.ofDays(dice.between(5, 40))), OpportunityMoved.Status.WON);
            }
        }
    }

    private void contact(Actor rep, long deal, long person, Instant at) {
        double kind = dice.share();
        Actor actor = dice.happens(0.02) ? Actor.of(Actor.Kind.AUTOMATION) : rep;
        if (kind < 0.5) {
            CallOutcome outcome = Talk.about(dice);
            Duration length = Talk.length(outcome, dice);
            CallDirection direction = dice.happens(0.12) ? CallDirection.INBOUND : CallDirection.OUTBOUND;
            String id = "amo:call:" + log.nextId();
            log.write(
                    Header.of(id, at).withActor(actor),
                    header -> CallEnded.of(header, id, direction)
                            .withPersonId("amo:contact:" + person)
                            .withOpportunityId(idOf(deal))
                            .withDuration(length)
                            .withOutcome(outcome));
        } else if (kind < 0.9) {
            mails.send(
                    actor,
                    at,
                    sent -> sent.withPersonId("amo:contact:" + person).withOpportunityId(idOf(deal)));
        } else {
            String id = "cal:event:" + log.nextId();
            MeetingHeld.Kind meeting = dice.happens(0.4) ? MeetingHeld.Kind.PRESENTATION : MeetingHeld.Kind.MEETING;
            log.write(
                    Header.of(id, at).withActor(actor),
                    header -> MeetingHeld.of(header, id, meeting)
                            .withPersonId("amo:contact:" + person)
                            .withOpportunityId(idOf(deal)));
            if (meeting == MeetingHeld.Kind.PRESENTATION) {
                shelf.use(actor, at, shelf.any(), AssetUsed.Use.PRESENTED, idOf(deal));
            }
        }
    }

    private void move(long deal, String owner, Instant at, OpportunityMoved.Status status) {
        Actor actor = dice.happens(0.1) ? Actor.rep(reps.any()) : Actor.rep(owner);
        log.write(
                Header.of("amo:stage:" + log.nextId(), at).withActor(actor),
                header -> OpportunityMoved.of(header, idOf(deal), status),
                header -> OpportunityMoved.of(header, idOf(deal), OpportunityMoved.Status.LOST));
    }

    /** To another rep; some to nobody. */
    private String handOver(long deal, String owner, Instant at) {
        String next = dice.happens(0.05) ? null : reps.any();
        log.write(
                Header.of("amo:owner:" + log.nextId(), at).withRep(owner),
                header -> OwnerChanged.ofOpportunity(header, idOf(deal), next));
        return next == null ? owner : next;
    }

    private static String idOf(long deal) {
        return "amo:lead:" + deal;
    }
}
