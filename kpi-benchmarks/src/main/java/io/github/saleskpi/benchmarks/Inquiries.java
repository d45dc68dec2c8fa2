package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The requests that come in to one rep: some at night, some twice, some to nobody. Mutable and not thread-safe. */
final class Inquiries {
    private static final List<String> CHANNELS = List.of("web", "email", "chat", "phone");
    private static final double ON_A_FREE_DAY = 0.17;
    private static final double AT_NIGHT = 0.2;

    private final Desk desk;
    private final Dice dice;
    private final Answers answers;
    private int requests;

    Inquiries(Desk desk, Dice dice, Answers answers) {
        this.desk = desk;
        this.dice = dice;
        this.answers = answers;
    }

    void live(LocalDate date) {
        boolean isWorkday = desk.isWorkday(date);
        double today = desk.habits().get(Trait.REQUESTS) * (isWorkday ? 1 : ON_A_FREE_DAY);
        for (int i = dice.times(today); i > 0; i--) {
            boolean isSudden = !isWorkday || dice.happens(AT_NIGHT);
            receive(isSudden ? Desk.anyTime(date, dice) : desk.during(date, dice));
        }
    }

    private void receive(Instant at) {
        String request = desk.habits().rep() + "-q" + ++requests;
        Inquiry inquiry = new Inquiry(request, request + "-p", dice.oneOf(CHANNELS, 5, 3, 2, 1), at);
        boolean isOwned = !dice.happens(0.015);
        desk.log().write(receipt(":in", request, at, inquiry).withOwnerRepId(isOwned ? desk.holder(at) : null));
        if (!isOwned) {
            return;
        }
        answerAtOnce(inquiry);
        askAgain(inquiry);
        if (dice.happens(0.05)) {
            Instant closed = desk.afterMinutes(at, dice.between(10, 600));
            RequestClosed.Reason reason =
                    dice.happens(0.6) ? RequestClosed.Reason.NO_ANSWER_NEEDED : RequestClosed.Reason.WITHDRAWN;
            desk.log().write(new RequestClosed(desk.did(request + ":closed", closed), request, reason));
        } else if (desk.habits().happens(Trait.FORGETS, dice)) {
            Instant handover = desk.handover(at, Instant.MAX);
            if (handover != null) {
                handOver(inquiry, handover);
                answers.answer(inquiry, desk.afterMinutes(handover, dice.between(30, 900)));
            }
        } else {
            respond(inquiry);
        }
    }

    private RequestReceived receipt(String event, String request, Instant at, Inquiry inquiry) {
        return RequestReceived.of(desk.happened(inquiry.request() + event, at).withChannel(inquiry.channel()), request)
                .withPersonId(inquiry.person());
    }

    /** A robot greets who chats, and a workflow confirms some of the rest. */
    private void answerAtOnce(Inquiry inquiry) {
        boolean chats = inquiry.channel().equals("chat");
        if (dice.happens(chats ? 0.6 : 0.2)) {
            String id = inquiry.request() + ":auto";
            Instant at = inquiry.at().plusSeconds(dice.between(2, 9));
            Actor.Kind kind = chats ? Actor.Kind.BOT : Actor.Kind.AUTOMATION;
            desk.log()
                    .write(MessageSent.of(
                                    desk.happened(id, at)
                                            .withActor(Actor.of(kind))
                                            .withChannel(chats ? "chat" : "email"),
                                    id)
                            .withRequestId(inquiry.request())
                            .withPersonId(inquiry.person()));
        }
    }

    /** Some ask again, by a form that makes a twin, or from another address; who notices, merges. */
    private void askAgain(Inquiry inquiry) {
        String request = inquiry.request();
        String person = inquiry.person();
        Instant again = inquiry.at().plusSeconds(dice.between(60, 30_000));
        Instant noticed = desk.afterMinutes(again, dice.between(60, 3_000));
        if (dice.happens(0.03)) {
            desk.log()
                    .write(receipt(":again", request + "-again", again, inquiry)
                            .withOwnerRepId(desk.holder(again))
                            .withDuplicateOf(request));
        } else if (dice.happens(0.012)) {
            String twin = request + "-twin";
            desk.log().write(receipt(":twin", twin, again, inquiry).withOwnerRepId(desk.holder(again)));
            desk.log()
                    .write(new IdentityMerged(
                            desk.did(request + ":merged", noticed), IdentityKind.REQUEST, twin, request));
        } else if (dice.happens(0.02)) {
            String twin = person + "-private";
            desk.log()
                    .write(MessageReceived.of(
                                    desk.happened(request + ":private", again).withChannel("email"),
                                    request + "-private")
                            .withPersonId(twin)
                            .withRequestId(request));
            desk.log()
                    .write(new IdentityMerged(
                            desk.did(person + ":merged", noticed), IdentityKind.PERSON, twin, person));
        }
    }

    private void respond(Inquiry inquiry) {
        double pace = (inquiry.channel().equals("chat") ? 0.3 : 1) / desk.coaching(inquiry.at());
        double minutes = dice.around(desk.habits().get(Trait.MINUTES) * pace, 1.1);
        Instant at = desk.after(inquiry.at(), Duration.ofSeconds(1 + (long) (minutes * 60)));
        Instant handover = desk.handover(inquiry.at(), at);
        if (handover != null) {
            handOver(inquiry, handover);
        }
        answers.answer(inquiry, at);
    }

    private void handOver(Inquiry inquiry, Instant at) {
        desk.log()
                .write(OwnerChanged.ofRequest(
                        desk.happened(inquiry.request() + ":reassigned", at).withActor(Actor.of(Actor.Kind.HUMAN)),
                        inquiry.request(),
                        desk.heir(at)));
    }
}
