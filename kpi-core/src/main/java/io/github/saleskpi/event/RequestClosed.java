package io.github.saleskpi.event;

import java.util.SortedMap;

/**
 * A request needs no answer any more. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param requestId the request
 * @param reason why
 */
public record RequestClosed(Header header, String requestId, CloseReason reason) implements SalesEvent {
    public RequestClosed {
        Check.present("requestId", requestId);
    }

    @Override
    public String type() {
        return "requestClosed";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("requestId", requestId)
                .with("reason", reason)
                .sorted();
    }
}
