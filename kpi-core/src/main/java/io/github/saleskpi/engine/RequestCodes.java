package io.github.saleskpi.engine;

import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import java.util.List;

/** How events about requests, and about who owns them, are taken apart. */
final class RequestCodes {
    static final List<EventCode<?>> ALL = List.of(
            new EventCode<>(
                            RequestReceived.class,
                            (event, parts) ->
                                    parts.labelOrNull(event.ownerRepId()).textOrNull(event.duplicateOf()),
                            (like, header, parts) -> new RequestReceived(
                                    header,
                                    parts.requestId(),
                                    parts.personId(),
                                    parts.text(like.ownerRepId()),
                                    parts.text(like.duplicateOf())))
                    .reading(Detail.OWNER, (like, parts) -> parts.text(like.ownerRepId())),
            new EventCode<>(
                    RequestClosed.class,
                    (event, parts) -> parts.word(event.reason()),
                    (like, header, parts) -> new RequestClosed(header, parts.requestId(), like.reason())),
            new EventCode<>(
                            OwnerChanged.class,
                            (event, parts) -> parts.labelOrNull(event.toRepId()),
                            (like, header, parts) -> new OwnerChanged(
                                    header,
                                    parts.requestIdOrNull(),
                                    parts.opportunityIdOrNull(),
                                    parts.text(like.toRepId())))
                    .reading(Detail.OWNER, (like, parts) -> parts.text(like.toRepId())));

    private RequestCodes() {}
}
