package io.github.saleskpi.event;

import java.util.SortedMap;

/**
 * A request needs no answer any more. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param requestId the request
 * @param reason why
 */
public record RequestClosed(Header header, String requestId, Reason reason) implements SalesEvent {
    /** Why a request needs no answer any more. */
    public enum Reason {
        /** There was nothing to answer. */
        NO_ANSWER_NEEDED,
        /** The customer no longer waits. */
        WITHDRAWN;

        /** The word of the wire format. */
        @Override
        public String toString() {
            return Check.word(this);
        }
    }

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
