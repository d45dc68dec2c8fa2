package io.github.saleskpi.engine;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.event.TaskCompleted;
import java.util.ArrayList;
import java.util.List;

/** How events about contacts with customers are taken apart. */
final class ContactCodes {
    static final List<EventCode<?>> ALL = List.of(
            new EventCode<>(MessageSent.class, ContactCodes::sent, ContactCodes::sent)
                    .reading(Detail.MESSAGE, (like, parts) -> parts.message())
                    .reading(Detail.LINKS, ContactCodes::links)
                    .reading(Detail.ASSETS, ContactCodes::assetsAfterLinks),
            new EventCode<>(
                            MessageReceived.class,
                            (event, parts) -> parts.text(event.messageId()).flag(event.autoReply()),
                            (like, header, parts) -> new MessageReceived(
                                    header,
                                    parts.text(),
                                    parts.personId(),
                                    parts.requestIdOrNull(),
                                    parts.opportunityIdOrNull(),
                                    like.autoReply()))
                    .reading(Detail.MESSAGE, (like, parts) -> parts.text()),
            new EventCode<>(
                            LinkClicked.class,
                            (event, parts) -> parts.message(event.messageId())
                                    .label(event.linkId())
                                    .word(event.verdict()),
                            (like, header, parts) -> new LinkClicked(
                                    header, parts.message(), parts.text(), parts.personId(), like.verdict()))
                    .reading(Detail.MESSAGE, (like, parts) -> parts.message())
                    .reading(Detail.LINK, (like, parts) -> parts.text()),
            new EventCode<>(
                            CallEnded.class,
                            (event, parts) -> parts.text(event.callId())
                                    .word(event.direction())
                                    .durationOrNull(event.duration())
                                    .word(event.outcome())
                                    .labelOrNull(event.rawOutcome()),
                            (like, header, parts) -> new CallEnded(
                                    header,
                                    parts.text(),
                                    like.direction(),
                                    parts.personId(),
                                    parts.requestIdOrNull(),
                                    parts.opportunityIdOrNull(),
                                    parts.duration(like.duration()),
                                    like.outcome(),
                                    parts.text(like.rawOutcome())))
                    .reading(Detail.CALL, (like, parts) -> parts.text())
                    .reading(Detail.DURATION, (like, parts) -> parts.skip().duration(like.duration())),
            new EventCode<>(
                    MeetingHeld.class,
                    (event, parts) -> parts.text(event.meetingId()).word(event.kind()),
                    (like, header, parts) -> new MeetingHeld(
                            header,
                            parts.text(),
                            like.kind(),
                            parts.personId(),
                            parts.requestIdOrNull(),
                            parts.opportunityIdOrNull())),
            new EventCode<>(
                            SocialActivity.class,
                            (event, parts) -> parts.word(event.network())
                                    .word(event.kind())
                                    .whole(event.count()),
                            (like, header, parts) ->
                                    new SocialActivity(header, like.network(), like.kind(), (int) parts.whole()))
                    .reading(Detail.COUNT, (like, parts) -> (int) parts.whole()),
            new EventCode<>(
                    TaskCompleted.class,
                    (event, parts) -> parts.text(event.taskId()).word(event.kind()),
                    (like, header, parts) -> new TaskCompleted(header, parts.text(), like.kind())));

    private static final List<Link.Kind> LINK_KINDS = List.of(Link.Kind.values());

    private ContactCodes() {}

    private static void sent(MessageSent event, Parts parts) {
        parts.message(event.messageId()).flag(event.visible()).flag(event.followUp());
        int links = event.links().size();
        parts.size(links);
        int kinds = 0;
        for (int i = 0; i < links; i++) {
            Link link = event.links().get(i);
            int kind = LINK_KINDS.indexOf(link.kind());
            kinds |= 1 << kind;
            parts.label(link.linkId()).whole(kind);
        }
        for (int kind = 0; links > 0 && kind < LINK_KINDS.size(); kind++) {
            parts.flag((kinds & 1 << kind) != 0);
        }
        parts.size(event.assetIds().size());
        for (int i = 0; i < event.assetIds().size(); i++) {
            parts.label(event.assetIds().get(i));
        }
    }

    private static List<Link> links(MessageSent like, PartReader parts) {
        List<Link> links = new ArrayList<>();
        for (int left = parts.size(like.links().isEmpty()); left > 0; left--) {
            String linkId = parts.text();
            links.add(new Link(linkId, LINK_KINDS.get((int) parts.whole())));
        }
        return links;
    }

    private static List<String> assets(MessageSent like, PartReader parts) {
        List<String> assetIds = new ArrayList<>();
        for (int left = parts.size(like.assetIds().isEmpty()); left > 0; left--) {
            assetIds.add(parts.text());
        }
        return assetIds;
    }

    private static List<String> assetsAfterLinks(MessageSent like, PartReader parts) {
        for (int left = parts.size(like.links().isEmpty()); left > 0; left--) {
            parts.skip().skip();
        }
        return assets(like, parts);
    }

    private static MessageSent sent(MessageSent like, Header header, PartReader parts) {
        List<Link> links = links(like, parts);
        List<String> assetIds = assets(like, parts);
        return new MessageSent(
                header,
                parts.message(),
                parts.personId(),
                parts.requestIdOrNull(),
                parts.opportunityIdOrNull(),
                links,
                assetIds,
                like.visible(),
                like.followUp());
    }
}
