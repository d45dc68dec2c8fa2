package io.github.saleskpi.event;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A message was sent to one recipient. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param messageId the message, unique per recipient
 * @param personId the person concerned, or null
 * @param requestId the request that it answers or concerns, or null
 * @param opportunityId the opportunity that it concerns, or null
 * @param links the links in it, in their order
 * @param assetIds the marketing materials in it, in their order
 * @param visible whether the customer sees it
 * @param followUp whether it follows up a request or an opportunity
 */
public record MessageSent(
        Header header,
        String messageId,
        @Nullable String personId,
        @Nullable String requestId,
        @Nullable String opportunityId,
        List<Link> links,
        List<String> assetIds,
        boolean visible,
        boolean followUp)
        implements SalesEvent {
    public MessageSent {
        header = header.withDefaultChannel("email");
        Check.present("messageId", messageId);
        Check.presentOrNull("personId", personId);
        Check.presentOrNull("requestId", requestId);
        Check.presentOrNull("opportunityId", opportunityId);
        links = List.copyOf(links);
        assetIds = List.copyOf(assetIds);
        assetIds.forEach(id -> Check.present("assetIds", id));
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static MessageSent of(Header header, String messageId) {
        return new MessageSent(header, messageId, null, null, null, List.of(), List.of(), true, false);
    }

    /** The same event with that person. */
    public MessageSent withPersonId(@Nullable String personId) {
        return new MessageSent(
                header, messageId, personId, requestId, opportunityId, links, assetIds, visible, followUp);
    }

    /** The same event with that request, and by default a follow-up; say otherwise afterwards. */
    public MessageSent withRequestId(@Nullable String requestId) {
        return new MessageSent(
                header,
                messageId,
                personId,
                requestId,
                opportunityId,
                links,
                assetIds,
                visible,
                followUp || requestId != null);
    }

    /** The same event with that opportunity, and by default a follow-up; say otherwise afterwards. */
    public MessageSent withOpportunityId(@Nullable String opportunityId) {
        return new MessageSent(
                header,
                messageId,
                personId,
                requestId,
                opportunityId,
                links,
                assetIds,
                visible,
                followUp || opportunityId != null);
    }

    /** The same event with those links. */
    public MessageSent withLinks(List<Link> links) {
        return new MessageSent(
                header, messageId, personId, requestId, opportunityId, links, assetIds, visible, followUp);
    }

    /** The same event with those materials. */
    public MessageSent withAssetIds(List<String> assetIds) {
        return new MessageSent(
                header, messageId, personId, requestId, opportunityId, links, assetIds, visible, followUp);
    }

    /** The same event, seen or not seen by the customer. */
    public MessageSent withVisible(boolean visible) {
        return new MessageSent(
                header, messageId, personId, requestId, opportunityId, links, assetIds, visible, followUp);
    }

    /** The same event, a follow-up or not. */
    public MessageSent withFollowUp(boolean followUp) {
        return new MessageSent(
                header, messageId, personId, requestId, opportunityId, links, assetIds, visible, followUp);
    }

    @Override
    public String type() {
        return "messageSent";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("messageId", messageId)
                .with("personId", personId)
                .with("requestId", requestId)
                .with("opportunityId", opportunityId)
                .with("links", links)
                .with("assetIds", assetIds)
                .with("visible", visible)
                .with("followUp", followUp)
                .sorted();
    }
}
