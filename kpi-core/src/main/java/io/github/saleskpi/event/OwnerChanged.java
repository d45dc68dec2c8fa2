package io.github.saleskpi.event;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A request or an opportunity has a new owner, or none. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param requestId the request, or null if an opportunity changes hands
 * @param opportunityId the opportunity, or null if a request changes hands
 * @param toRepId the new owner, or null for nobody
 */
public record OwnerChanged(
        Header header,
        @Nullable String requestId,
        @Nullable String opportunityId,
        @Nullable String toRepId) implements SalesEvent {
    public OwnerChanged {
        Check.presentOrNull("requestId", requestId);
        Check.presentOrNull("opportunityId", opportunityId);
        Check.presentOrNull("toRepId", toRepId);
        Check.exactlyOne(requestId, opportunityId);
    }

    /** A request changes hands. */
    public static OwnerChanged ofRequest(Header header, String requestId, @Nullable String toRepId) {
        return new OwnerChanged(header, requestId, null, toRepId);
    }

    /** An opportunity changes hands. */
    public static OwnerChanged ofOpportunity(Header header, String opportunityId, @Nullable String toRepId) {
        return new OwnerChanged(header, null, opportunityId, toRepId);
    }

    @Override
    public String type() {
        return "ownerChanged";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("requestId", requestId)
                .with("opportunityId", opportunityId)
                .with("toRepId", toRepId)
                .sorted();
    }
}
