package io.github.saleskpi.event;

import java.time.Duration;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A call ended, or failed; it began {@link #duration()} before. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param callId the call
 * @param direction who called whom
 * @param personId the person concerned, or null
 * @param requestId the request that it answers or concerns, or null
 * @param opportunityId the opportunity that it concerns, or null
 * @param duration its length, not negative, or null if unknown
 * @param outcome how far it got
 * @param rawOutcome the outcome in the words of the source, or null
 */
public record CallEnded(
        Header header,
        String callId,
        CallDirection direction,
        @Nullable String personId,
        @Nullable String requestId,
        @Nullable String opportunityId,
        @Nullable Duration duration,
        CallOutcome outcome,
        @Nullable String rawOutcome)
        implements SalesEvent {
    public CallEnded {
        header = header.withDefaultChannel("phone");
        Check.present("callId", callId);
        Check.presentOrNull("personId", personId);
        Check.presentOrNull("requestId", requestId);
        Check.presentOrNull("opportunityId", opportunityId);
        Check.length(header, duration);
        Check.presentOrNull("rawOutcome", rawOutcome);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static CallEnded of(Header header, String callId, CallDirection direction) {
        return new CallEnded(header, callId, direction, null, null, null, null, CallOutcome.UNKNOWN, null);
    }

    /** The same event with that person. */
    public CallEnded withPersonId(@Nullable String personId) {
        return new CallEnded(
                header, callId, direction, personId, requestId, opportunityId, duration, outcome, rawOutcome);
    }

    /** The same event with that request. */
    public CallEnded withRequestId(@Nullable String requestId) {
        return new CallEnded(
                header, callId, direction, personId, requestId, opportunityId, duration, outcome, rawOutcome);
    }

    /** The same event with that opportunity. */
    public CallEnded withOpportunityId(@Nullable String opportunityId) {
        return new CallEnded(
                header, callId, direction, personId, requestId, opportunityId, duration, outcome, rawOutcome);
    }

    /** The same event with that duration. */
    public CallEnded withDuration(@Nullable Duration duration) {
        return new CallEnded(
                header, callId, direction, personId, requestId, opportunityId, duration, outcome, rawOutcome);
    }

    /** The same event with that outcome. */
    public CallEnded withOutcome(CallOutcome outcome) {
        return new CallEnded(
                header, callId, direction, personId, requestId, opportunityId, duration, outcome, rawOutcome);
    }

    /** The same event with that outcome of the source. */
    public CallEnded withRawOutcome(@Nullable String rawOutcome) {
        return new CallEnded(
                header, callId, direction, personId, requestId, opportunityId, duration, outcome, rawOutcome);
    }

    @Override
    public String type() {
        return "callEnded";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("callId", callId)
                .with("direction", direction)
                .with("personId", personId)
                .with("requestId", requestId)
                .with("opportunityId", opportunityId)
                .with("duration", duration)
                .with("outcome", outcome)
                .with("rawOutcome", rawOutcome)
                .sorted();
    }
}
