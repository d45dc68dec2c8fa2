package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import java.time.Instant;
import java.util.List;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** The opportunities of one rep, from opening to close. Mutable and not thread-safe. */
final class SimulatedDeals {
    private static final int MINUTES_A_DAY = 8 * 60;
    private static final List<String> REASONS = List.of("price", "timing", "rival", "silence");

    private final Desk desk;
    private final Dice dice;
    private final DealContacts contacts;
    private final Payments payments;
    private int deals;

    SimulatedDeals(Desk desk, Dice dice, DealContacts contacts, Payments payments) {
        this.desk = desk;
        this.dice = dice;
        this.contacts = contacts;
        this.payments = payments;
    }

    /** An opportunity that comes up some hours after that, and is worked on until it is closed. */
    void begin(Lead lead) {
        String id = desk.habits().rep() + "-o" + ++deals;
        Segment segment = dice.oneOf(List.of(Segment.values()), 60, 30, 10);
        Instant opened = desk.afterMinutes(lead.at(), dice.between(1, 800));
        Instant closed = desk.afterMinutes(opened, 30 + (int) (dice.around(segment.days(), 0.6) * MINUTES_A_DAY));
        Deal deal = new Deal(id, lead.person(), segment, segment.price(dice), opened, closed);
        OpportunityOpened opening = OpportunityOpened.of(
                        did(deal, ":open", opened).withChannel(lead.channel()), id)
                .withPersonId(lead.person())
                .withRequestId(lead.request())
                .withOriginCallId(lead.call())
                .withOwnerRepId(dice.happens(0.2) ? desk.holder(opened) : null)
                .withAmount(dice.happens(0.7) ? deal.price() : null);
        desk.log().write(opening);
        importTwice(deal, opening);
        changeOwner(deal);
        contacts.during(deal);
        if (dice.happens(0.03)) {
            desk.log().write(move(deal, ":invalid", closed, OpportunityMoved.Status.INVALID));
            return;
        }
        boolean named = dice.happens(0.95);
        if (dice.happens(0.6)) {
            Instant offered = desk.afterMinutes(deal.after(0.5), 1);
            desk.log()
                    .write(move(deal, ":offer", offered, OpportunityMoved.Status.OPEN)
                            .withStage("offer")
                            .withAmount(named ? deal.price() : null));
        }
        close(deal, dice.happens(lead.chance()), named ? deal.price() : null);
    }

    /** An import from a fair's list makes the same opportunity again, until somebody notices. */
    private void importTwice(Deal deal, OpportunityOpened opening) {
        if (dice.happens(0.008)) {
            String twin = deal.id() + "-twin";
            Instant imported = opening.occurredAt().plusSeconds(dice.between(600, 90_000));
            desk.log()
                    .write(OpportunityOpened.of(
                                    header(deal, ":twin", imported).withActor(Actor.of(Actor.Kind.IMPORT)), twin)
                            .withPersonId(deal.person()));
            Instant noticed = desk.afterMinutes(imported, dice.between(60, 3_000));
            desk.log()
                    .write(new IdentityMerged(
                            did(deal, ":merged", noticed), IdentityKind.OPPORTUNITY, twin, deal.id()));
        }
    }

    /** To the successor of one who leaves; else now and then to a colleague. */
    private void changeOwner(Deal deal) {
        Instant handover = desk.handover(deal.opened(), deal.closed());
        Instant helped = deal.after(0.6);
        String colleague = desk.colleague(helped);
        if (handover != null) {
            Header header = header(deal, ":reassigned", handover).withActor(Actor.of(Actor.Kind.HUMAN));
            desk.log().write(OwnerChanged.ofOpportunity(header, deal.id(), desk.heir(handover)));
        } else if (colleague != null && dice.happens(0.03)) {
            desk.log().write(OwnerChanged.ofOpportunity(did(deal, ":handed", helped), deal.id(), colleague));
        }
    }

    private void close(Deal deal, boolean won, @Nullable BigMoney amount) {
        OpportunityMoved move = move(deal, ":close", deal.closed(), status(won))
                .withAmount(won && dice.happens(0.9) ? amount : null)
                .withReason(won ? null : dice.oneOf(REASONS));
        if (dice.happens(0.02)) {
            Header dateOnly = Logbook.dateOnly(move.header());
            desk.log().write(new OpportunityMoved(dateOnly, deal.id(), move.status(), null, amount, move.reason()));
            return;
        }
        desk.log().write(move);
        if (dice.happens(0.03)) {
            Instant again = desk.afterMinutes(deal.closed(), dice.between(600, 6_000));
            desk.log().write(move(deal, ":again", again, OpportunityMoved.Status.OPEN));
            Instant then = desk.afterMinutes(again, dice.between(600, 9_000));
            desk.log().write(move(deal, ":close2", then, status(dice.happens(0.5))));
        } else if (won && amount != null) {
            payments.follow(deal, amount);
        }
    }

    private static OpportunityMoved.Status status(boolean won) {
        return won ? OpportunityMoved.Status.WON : OpportunityMoved.Status.LOST;
    }

    private OpportunityMoved move(Deal deal, String event, Instant at, OpportunityMoved.Status status) {
        return OpportunityMoved.of(did(deal, event, at), deal.id(), status);
    }

    private Header header(Deal deal, String event, Instant at) {
        return desk.happened(deal.id() + event, at)
                .withAttribute("segment", deal.segment().word());
    }

    private Header did(Deal deal, String event, Instant at) {
        return header(deal, event, at).withRep(desk.holder(at));
    }
}
