package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MessageSent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** E-mails with links and materials in them, the clicks on these, and mail that no human wrote. Not thread-safe. */
final class CrmMails {
    private static final List<LinkClicked.Verdict> VERDICTS = List.of(LinkClicked.Verdict.values());
    private static final Actor ROBOT = Actor.of(Actor.Kind.AUTOMATION);

    private final CrmLog log;
    private final CrmShelf shelf;
    private final Dice dice;

    CrmMails(CrmLog log, CrmShelf shelf, Dice dice) {
        this.log = log;
        this.shelf = shelf;
        this.dice = dice;
    }

    /** To somebody of whom nothing else is known: some say that they follow up, some go out by themselves. */
    void chase(String rep, Instant at) {
        boolean followsUp = dice.happens(0.6);
        long person = log.nextId();
        send(
                dice.happens(0.3) ? ROBOT : Actor.rep(rep),
                at,
                sent -> sent.withPersonId("amo:contact:" + person).withFollowUp(followsUp));
    }

    /** About something, as that says. */
    void send(Actor actor, Instant at, UnaryOperator<MessageSent> about) {
        long number = log.nextId();
        List<Link.Kind> links = new ArrayList<>();
        if (dice.happens(0.42)) {
            links.add(Link.Kind.CONTENT);
        }
        if (dice.happens(0.7)) {
            links.add(Link.Kind.SIGNATURE);
        }
        List<String> assets = dice.happens(0.2) ? List.of(shelf.any()) : List.of();
        boolean visible = !dice.happens(0.02);
        String channel = dice.happens(0.06) ? "chat" : "email";
        CrmLog.Making making = header -> about.apply(MessageSent.of(header, "mail:msg:" + number))
                .withLinks(linksOf(links))
                .withAssetIds(assets)
                .withVisible(visible);
        Header header = Header.of("mail:msg:" + number, at).withActor(actor).withChannel(channel);
        log.write(header, making);
        if (dice.happens(0.01)) {
            log.write(
                    Header.of("mail:resent:" + number, at.plusSeconds(dice.between(60, 2_000_000)))
                            .withActor(actor)
                            .withChannel(channel),
                    making);
        }
        if (!links.isEmpty()) {
            click(number, at, links.size());
        }
    }

    private static List<Link> linksOf(List<Link.Kind> kinds) {
        List<Link> links = new ArrayList<>();
        for (Link.Kind kind : kinds) {
            links.add(new Link(kind == Link.Kind.CONTENT ? "content" : "signature", kind));
        }
        return links;
    }

    private void click(long message, Instant sent, int links) {
        for (int left = dice.times(0.5); left > 0; left--) {
            String link = links == 1 || dice.happens(0.7) ? "content" : "signature";
            LinkClicked.Verdict verdict = dice.oneOf(VERDICTS, 60, 20, 5, 15);
            log.write(
                    Header.of("mail:click:" + log.nextId(), sent.plusSeconds(dice.between(2, 200_000))),
                    header ->
                            LinkClicked.of(header, "mail:msg:" + message, link).withVerdict(verdict));
        }
    }
}
