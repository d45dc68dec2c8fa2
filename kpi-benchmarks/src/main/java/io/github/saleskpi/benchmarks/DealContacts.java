package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.TaskCompleted;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What passes between rep and customer while an opportunity is open. Not thread-safe. */
final class DealContacts {
    private static final List<String> WAYS = List.of("mail", "call", "visit", "chat", "call and mail", "mail and mail");

    private final Desk desk;
    private final Dice dice;
    private final FollowUpMail mail;

    DealContacts(Desk desk, Dice dice, FollowUpMail mail) {
        this.desk = desk;
        this.dice = dice;
        this.mail = mail;
    }

    /** As many contacts as the rep is used to, spread over the time that the opportunity is open. */
    void during(Deal deal) {
        int number = dice.times(desk.habits().get(Trait.CONTACTS));
        for (int i = 1; i <= number; i++) {
            Instant at = desk.after(deal.after(i / (number + 1.0)), Duration.ofSeconds(dice.between(1, 7_200)));
            contact(deal, deal.id() + "-t" + i, at);
        }
        if (dice.happens(0.06)) {
            String id = deal.id() + "-news";
            mail.send(named(
                    deal,
                    MessageSent.of(header(deal, id, deal.after(0.4)).withActor(Actor.of(Actor.Kind.AUTOMATION)), id)));
        }
        if (dice.happens(0.05)) {
            String id = deal.id() + "-note";
            desk.log()
                    .write(named(deal, MessageSent.of(did(deal, id, deal.after(0.7)), id))
                            .withVisible(false));
        }
        if (dice.happens(0.05)) {
            write(deal, deal.id() + "-thanks", deal.closed().plusSeconds(3_000));
        }
        if (dice.happens(0.1)) {
            String id = deal.id() + "-trial";
            desk.log()
                    .write(CustomEvent.of(header(deal, id, deal.after(0.3)), "trial-started")
                            .withSubjectId(deal.id())
                            .withQuantity(new BigDecimal(dice.between(1, 40))));
        }
    }

    private void contact(Deal deal, String id, Instant at) {
        switch (dice.oneOf(WAYS, 42, 28, 14, 6, 7, 3)) {
            case "call" -> call(deal, id, at);
            case "visit" -> meet(deal, id, at);
            case "chat" ->
                desk.log().write(named(deal, MessageSent.of(did(deal, id, at).withChannel("chat"), id)));
            case "call and mail" -> {
                call(deal, id, at);
                write(deal, id + "-notes", at.plusSeconds(dice.between(60, 600)));
            }
            case "mail and mail" -> {
                write(deal, id, at);
                write(deal, id + "-attached", at.plusSeconds(dice.between(60, 540)));
            }
            default -> write(deal, id, at);
        }
        if (dice.happens(0.25)) {
            Instant replied = at.plusSeconds((long) dice.around(20_000, 1));
            desk.log()
                    .write(MessageReceived.of(header(deal, id + ":reply", replied), id + "-reply")
                            .withPersonId(deal.person())
                            .withOpportunityId(deal.id())
                            .withAutoReply(dice.happens(0.1)));
        }
    }

    private MessageSent named(Deal deal, MessageSent message) {
        return message.withOpportunityId(deal.id()).withPersonId(deal.person());
    }

    private void write(Deal deal, String id, Instant at) {
        MessageSent message = named(deal, MessageSent.of(did(deal, id, at), id));
        mail.send(dice.happens(0.04) ? message.withFollowUp(false) : message);
    }

    private void call(Deal deal, String id, Instant at) {
        CallOutcome outcome = Talk.about(dice);
        desk.log()
                .write(CallEnded.of(did(deal, id, at), id, CallDirection.OUTBOUND)
                        .withOpportunityId(deal.id())
                        .withPersonId(deal.person())
                        .withDuration(Talk.length(outcome, dice))
                        .withOutcome(outcome));
    }

    private void meet(Deal deal, String id, Instant at) {
        MeetingHeld.Kind kind = dice.happens(0.4) ? MeetingHeld.Kind.PRESENTATION : MeetingHeld.Kind.MEETING;
        desk.log()
                .write(MeetingHeld.of(did(deal, id, at), id, kind)
                        .withOpportunityId(deal.id())
                        .withPersonId(deal.person()));
        desk.log().write(new TaskCompleted(did(deal, id + ":done", at.plusSeconds(900)), id, kind.toString()));
        if (kind == MeetingHeld.Kind.PRESENTATION || dice.happens(0.3)) {
            AssetUsed.Use use = kind == MeetingHeld.Kind.PRESENTATION
                    ? AssetUsed.Use.PRESENTED
                    : dice.oneOf(List.of(AssetUsed.Use.INSERTED, AssetUsed.Use.SENT));
            desk.log()
                    .write(AssetUsed.of(did(deal, id + ":shown", at), Shelf.pick(desk.habits(), at, dice), use)
                            .withPersonId(deal.person())
                            .withOpportunityId(deal.id()));
        }
    }

    private Header header(Deal deal, String id, Instant at) {
        return desk.happened(id, at).withAttribute("segment", deal.segment().word());
    }

    private Header did(Deal deal, String id, Instant at) {
        return header(deal, id, at).withRep(desk.holder(at));
    }
}
