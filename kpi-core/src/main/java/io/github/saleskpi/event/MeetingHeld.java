package io.github.saleskpi.event;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A meeting or a presentation took place. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param meetingId the meeting
 * @param kind which of the two
 * @param personId the person concerned, or null
 * @param requestId the request that it answers or concerns, or null
 * @param opportunityId the opportunity that it concerns, or null
 */
public record MeetingHeld(
        Header header,
        String meetingId,
        Kind kind,
        @Nullable String personId,
        @Nullable String requestId,
        @Nullable String opportunityId)
        implements SalesEvent {
    /** What a meeting was. */
    public enum Kind {
        /** A talk. */
        MEETING,
        /** A presentation. */
        PRESENTATION;

        /** The word of the wire format. */
        @Override
        public String toString() {
            return Check.word(this);
        }
    }

    public MeetingHeld {
        header = header.withDefaultChannel("meeting");
        Check.present("meetingId", meetingId);
        Check.presentOrNull("personId", personId);
        Check.presentOrNull("requestId", requestId);
        Check.presentOrNull("opportunityId", opportunityId);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static MeetingHeld of(Header header, String meetingId, Kind kind) {
        return new MeetingHeld(header, meetingId, kind, null, null, null);
    }

    /** The same event with that person. */
    public MeetingHeld withPersonId(@Nullable String personId) {
        return new MeetingHeld(header, meetingId, kind, personId, requestId, opportunityId);
    }

    /** The same event with that request. */
    public MeetingHeld withRequestId(@Nullable String requestId) {
        return new MeetingHeld(header, meetingId, kind, personId, requestId, opportunityId);
    }

    /** The same event with that opportunity. */
    public MeetingHeld withOpportunityId(@Nullable String opportunityId) {
        return new MeetingHeld(header, meetingId, kind, personId, requestId, opportunityId);
    }

    @Override
    public String type() {
        return "meetingHeld";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("meetingId", meetingId)
                .with("kind", kind)
                .with("personId", personId)
                .with("requestId", requestId)
                .with("opportunityId", opportunityId)
                .sorted();
    }
}
