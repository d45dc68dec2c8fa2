package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MessageSent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The e-mails of one rep: what is put into them, and who clicks on it. Mutable and not thread-safe. */
final class FollowUpMail {
    private static final double WITH_MATERIAL = 0.15;
    private static final double SCANNED = 0.12;
    private static final double READ = 0.35;

    private final Desk desk;
    private final Dice dice;

    FollowUpMail(Desk desk, Dice dice) {
        this.desk = desk;
        this.dice = dice;
    }

    /** Sends it with links and materials as the rep is used to, sometimes again; people and machines click. */
    void send(MessageSent draft) {
        MessageSent message = draft.withLinks(links(draft.messageId())).withAssetIds(materials(draft.occurredAt()));
        desk.log().write(message);
        if (dice.happens(0.015)) {
            Instant again = desk.afterMinutes(message.occurredAt(), dice.between(20, 600));
            desk.log()
                    .write(new MessageSent(
                            desk.did(message.messageId() + ":resent", again),
                            message.messageId(),
                            message.personId(),
                            message.requestId(),
                            message.opportunityId(),
                            message.links(),
                            message.assetIds(),
                            message.visible(),
                            message.followUp()));
        }
        clicks(message);
    }

    private List<Link> links(String message) {
        List<Link> links = new ArrayList<>();
        if (desk.habits().happens(Trait.LINKS, dice)) {
            links.add(Link.content(message + "-l1"));
            if (dice.happens(0.25)) {
                links.add(Link.content(message + "-l2"));
            }
        }
        if (dice.happens(0.5)) {
            links.add(new Link(message + "-site", Link.Kind.SIGNATURE));
        }
        if (dice.happens(0.06)) {
            links.add(new Link(message + "-stop", Link.Kind.UNSUBSCRIBE));
        }
        return links;
    }

    private List<String> materials(Instant at) {
        return dice.happens(WITH_MATERIAL) ? List.of(Shelf.pick(desk.habits(), at, dice)) : List.of();
    }

    private void clicks(MessageSent message) {
        Instant sent = message.occurredAt();
        int number = 0;
        for (Link link : message.links()) {
            boolean isContent = link.kind() == Link.Kind.CONTENT;
            if (dice.happens(SCANNED)) {
                Instant at = sent.plusSeconds(dice.between(1, 40));
                click(message, link.linkId(), ++number, at, LinkClicked.Verdict.SUSPECTED_BOT);
            }
            if (dice.happens(isContent ? READ : 0.03)) {
                for (int i = dice.between(1, 3); i > 0; i--) {
                    Instant at = sent.plusSeconds((long) dice.around(9_000, 1.3));
                    click(message, link.linkId(), ++number, at, verdict());
                }
            }
        }
        if (!message.links().isEmpty() && dice.happens(0.01)) {
            click(message, message.messageId() + "-l9", ++number, sent.plusSeconds(7_200), LinkClicked.Verdict.HUMAN);
        }
        if (!message.links().isEmpty() && dice.happens(0.005)) {
            String link = message.links().get(0).linkId();
            click(message, link, ++number, sent.minusSeconds(dice.between(5, 90)), LinkClicked.Verdict.UNKNOWN);
        }
    }

    private LinkClicked.Verdict verdict() {
        return dice.oneOf(
                List.of(LinkClicked.Verdict.HUMAN, LinkClicked.Verdict.INTERNAL, LinkClicked.Verdict.UNKNOWN),
                85,
                6,
                9);
    }

    private void click(MessageSent message, String link, int number, Instant at, LinkClicked.Verdict verdict) {
        Actor actor = verdict == LinkClicked.Verdict.SUSPECTED_BOT ? Actor.of(Actor.Kind.BOT) : Actor.UNKNOWN;
        desk.log()
                .write(LinkClicked.of(
                                desk.happened(message.messageId() + ":click" + number, at)
                                        .withActor(actor),
                                message.messageId(),
                                link)
                        .withPersonId(message.personId())
                        .withVerdict(verdict));
    }
}
