package io.github.saleskpi.event;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A person wrote to us. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param messageId the message
 * @param personId who wrote, or null
 * @param requestId the request that it answers or concerns, or null
 * @param opportunityId the opportunity that it concerns, or null
 * @param autoReply whether a machine wrote it
 */
public record MessageReceived(
        Header header,
        String messageId,
        @Nullable String personId,
        @Nullable String requestId,
        @Nullable String opportunityId,
        boolean autoReply)
        implements SalesEvent {
    public MessageReceived {
        header = header.withDefaultChannel("email");
        Check.present("messageId", messageId);
        Check.presentOrNull("personId", personId);
        Check.presentOrNull("requestId", requestId);
        Check.presentOrNull("opportunityId", opportunityId);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static MessageReceived of(Header header, String messageId) {
        return new MessageReceived(header, messageId, null, null, null, false);
    }

    /** The same event with that person. */
    public MessageReceived withPersonId(@Nullable String personId) {
        return new MessageReceived(header, messageId, personId, requestId, opportunityId, autoReply);
    }

    /** The same event with that request. */
    public MessageReceived withRequestId(@Nullable String requestId) {
        return new MessageReceived(header, messageId, personId, requestId, opportunityId, autoReply);
    }

    /** The same event with that opportunity. */
    public MessageReceived withOpportunityId(@Nullable String opportunityId) {
        return new MessageReceived(header, messageId, personId, requestId, opportunityId, autoReply);
    }

    /** The same event, written by a machine or not. */
    public MessageReceived withAutoReply(boolean autoReply) {
        return new MessageReceived(header, messageId, personId, requestId, opportunityId, autoReply);
    }

    @Override
    public String type() {
        return "messageReceived";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("messageId", messageId)
                .with("personId", personId)
                .with("requestId", requestId)
                .with("opportunityId", opportunityId)
                .with("autoReply", autoReply)
                .sorted();
    }
}
