package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OwnerChanged;
import java.time.Duration;
import java.time.Instant;

/** How requests are answered: by message, call or visit, and with luck an opportunity comes. Not thread-safe. */
final class Answers {
    private static final Duration SOON = Duration.ofHours(2);
    private static final double OPENS = 0.5;

    private final Desk desk;
    private final Dice dice;
    private final FollowUpMail mail;
    private final SimulatedDeals deals;

    Answers(Desk desk, Dice dice, FollowUpMail mail, SimulatedDeals deals) {
        this.desk = desk;
        this.dice = dice;
        this.mail = mail;
        this.deals = deals;
    }

    void answer(Inquiry inquiry, Instant at) {
        String responder = responder(inquiry, at);
        if (dice.happens(0.03)) {
            note(inquiry, at);
        }
        if (inquiry.channel().equals("chat") || dice.happens(0.5)) {
            write(":answer", inquiry, at, responder);
        } else if (dice.happens(0.06)) {
            customerCalls(inquiry, at, responder);
        } else if (dice.happens(0.88)) {
            call(inquiry, at, responder);
        } else {
            visit(inquiry, at, responder);
        }
        if (dice.happens(OPENS)) {
            double pace = Duration.between(inquiry.at(), at).compareTo(SOON) <= 0 ? 1.15 : 0.8;
            double chance = desk.habits().get(Trait.WINS) * pace * (1 + (desk.coaching(at) - 1) / 4);
            deals.begin(Lead.of(at, inquiry.person(), chance).withRequest(inquiry.request()));
        }
    }

    /** Now and then a colleague helps out. */
    private String responder(Inquiry inquiry, Instant at) {
        String colleague = desk.colleague(at);
        if (colleague == null || !dice.happens(0.04)) {
            return desk.holder(at);
        }
        Instant handed = inquiry.at().plus(Duration.between(inquiry.at(), at).dividedBy(2));
        desk.log()
                .write(OwnerChanged.ofRequest(
                        desk.did(inquiry.request() + ":handed", handed), inquiry.request(), colleague));
        return colleague;
    }

    private Header did(Inquiry inquiry, String what, Instant at, String rep) {
        return desk.happened(inquiry.request() + what, at).withRep(rep);
    }

    /** For colleagues only. */
    private void note(Inquiry inquiry, Instant at) {
        Instant before = inquiry.at().plus(Duration.between(inquiry.at(), at).dividedBy(2));
        desk.log()
                .write(MessageSent.of(desk.did(inquiry.request() + ":note", before), inquiry.request() + "-note")
                        .withRequestId(inquiry.request())
                        .withVisible(false));
    }

    private void write(String what, Inquiry inquiry, Instant at, String rep) {
        boolean chats = inquiry.channel().equals("chat");
        MessageSent message = MessageSent.of(
                        did(inquiry, what, at, rep).withChannel(chats ? "chat" : "email"), inquiry.request() + what)
                .withRequestId(inquiry.request())
                .withPersonId(inquiry.person());
        if (chats) {
            desk.log().write(message);
        } else {
            mail.send(message);
        }
    }

    private void call(Inquiry inquiry, Instant at, String rep) {
        CallOutcome outcome = Talk.about(dice);
        Duration length = Talk.length(outcome, dice);
        desk.log()
                .write(CallEnded.of(
                                did(inquiry, ":call", at.plus(length), rep),
                                inquiry.request() + "-call",
                                CallDirection.OUTBOUND)
                        .withRequestId(inquiry.request())
                        .withPersonId(inquiry.person())
                        .withDuration(length)
                        .withOutcome(outcome));
        if (!outcome.atLeast(CallOutcome.VOICEMAIL)) {
            write(":answer", inquiry, desk.afterMinutes(at, dice.between(5, 240)), rep);
        }
    }

    private void visit(Inquiry inquiry, Instant at, String rep) {
        Header header = did(inquiry, ":met", at, rep);
        desk.log()
                .write(MeetingHeld.of(
                                dice.happens(0.15) ? Logbook.dateOnly(header) : header,
                                inquiry.request() + "-met",
                                MeetingHeld.Kind.MEETING)
                        .withRequestId(inquiry.request())
                        .withPersonId(inquiry.person()));
    }

    /** Before the answer was out, the customer called. */
    private void customerCalls(Inquiry inquiry, Instant at, String rep) {
        desk.log()
                .write(CallEnded.of(
                                did(inquiry, ":callback", at, rep),
                                inquiry.request() + "-callback",
                                CallDirection.INBOUND)
                        .withRequestId(inquiry.request())
                        .withPersonId(inquiry.person())
                        .withOutcome(CallOutcome.CONVERSATION));
    }
}
