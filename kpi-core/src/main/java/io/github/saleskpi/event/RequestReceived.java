package io.github.saleskpi.event;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A customer asked for something; the clock of the response time starts. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param requestId the request
 * @param personId who asked, or null
 * @param ownerRepId the rep who owns it from the start, or null for the acting rep
 * @param duplicateOf the request that this one repeats, or null
 */
public record RequestReceived(
        Header header,
        String requestId,
        @Nullable String personId,
        @Nullable String ownerRepId,
        @Nullable String duplicateOf)
        implements SalesEvent {
    public RequestReceived {
        Check.present("requestId", requestId);
        Check.presentOrNull("personId", personId);
        Check.presentOrNull("ownerRepId", ownerRepId);
        Check.presentOrNull("duplicateOf", duplicateOf);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static RequestReceived of(Header header, String requestId) {
        return new RequestReceived(header, requestId, null, null, null);
    }

    /** The same event with that person. */
    public RequestReceived withPersonId(@Nullable String personId) {
        return new RequestReceived(header, requestId, personId, ownerRepId, duplicateOf);
    }

    /** The same event with that owner. */
    public RequestReceived withOwnerRepId(@Nullable String ownerRepId) {
        return new RequestReceived(header, requestId, personId, ownerRepId, duplicateOf);
    }

    /** The same event with that original. */
    public RequestReceived withDuplicateOf(@Nullable String duplicateOf) {
        return new RequestReceived(header, requestId, personId, ownerRepId, duplicateOf);
    }

    @Override
    public String type() {
        return "requestReceived";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("requestId", requestId)
                .with("personId", personId)
                .with("ownerRepId", ownerRepId)
                .with("duplicateOf", duplicateOf)
                .sorted();
    }
}
