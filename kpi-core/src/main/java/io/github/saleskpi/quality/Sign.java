package io.github.saleskpi.quality;

/** What is looked for; {@code docs/definitions.md} has the exact rule of each. */
enum Sign {
    REJECTED_LINE("rejected-line", "lines that are no events"),
    REPEATED_LINE("repeated-line", "lines whose event was there already, or has a later version"),
    CONFLICTING_VERSIONS("conflicting-versions", "events of which different versions were read"),
    CLICK_WITHOUT_LINK("click-without-link", "clicks on a link that no known message has"),
    REQUEST_WITHOUT_RECEIPT("request-without-receipt", "requests answered, closed or handed over, but never received"),
    OPPORTUNITY_WITHOUT_OPENING("opportunity-without-opening", "opportunities moved or handed over, but never opened"),
    RETRACTION_OF_NOTHING("retraction-of-nothing", "retractions of an event that was never read"),
    MERGE_OF_NOTHING("merge-of-nothing", "merges of a key that nothing else names"),
    UNKNOWN_ORIGIN_CALL("unknown-origin-call", "openings whose originCallId is no known call's"),
    UNPUBLISHED_ASSET("unpublished-asset", "uses of a material that was never published, while others were"),
    RECORDED_BEFORE_OCCURRED("recorded-before-occurred", "events recorded before they occurred"),
    LONE_LATEST_EVENT("lone-latest-event", "events later than all others by more than a day"),
    BACK_DATED("back-dated", "events recorded more than 7 days late, in a later month"),
    RECORDED_LATE("recorded-late", "events recorded more than a day late"),
    SAME_CALL_TWICE("same-call-twice", "calls that overlap another of the same rep, person and direction"),
    SAME_DURATION("same-duration", "calls of one and the same length, half or more of a rep's"),
    UNKNOWN_ACTOR("unknown-actor", "actions of which nobody knows whether a human did them"),
    UNKNOWN_OUTCOME("unknown-outcome", "calls whose outcome is unknown, more than 20 %"),
    CLOSES_AT_MONTH_END("closes-at-month-end", "closes crowded at the end of a month"),
    ACTIVITIES_AT_MONTH_END("activities-at-month-end", "activities crowded at the end of a month"),
    UNLINKED_CONTACT("unlinked-contact", "contacts that name a person with an open request, but not the request"),
    UNKNOWN_REP("unknown-rep", "reps of the events whom the organization does not know"),
    SILENT_MEMBER("silent-member", "reps of the organization who never occur in the events");

    private final String id;
    private final String what;

    Sign(String id, String what) {
        this.id = id;
        this.what = what;
    }

    String id() {
        return id;
    }

    String what() {
        return what;
    }
}
