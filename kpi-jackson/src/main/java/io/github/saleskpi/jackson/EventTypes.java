package io.github.saleskpi.jackson;

import static io.github.saleskpi.jackson.WireComponents.*;

import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.event.TaskCompleted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types of the wire format. */
final class EventTypes {
    private static final EventType REQUEST_RECEIVED = EventType.named("requestReceived")
            .needs(REQUEST_ID)
            .mayHave(PERSON_ID, OWNER_REP_ID, DUPLICATE_OF)
            .madeBy(v -> new RequestReceived(
                    v.header(null), v.need(REQUEST_ID), v.get(PERSON_ID), v.get(OWNER_REP_ID), v.get(DUPLICATE_OF)));

    private static final EventType REQUEST_CLOSED = EventType.named("requestClosed")
            .needs(REQUEST_ID, CLOSE_REASON)
            .madeBy(v -> new RequestClosed(v.header(null), v.need(REQUEST_ID), v.need(CLOSE_REASON)));

    private static final EventType OWNER_CHANGED = EventType.named("ownerChanged")
            .mayHave(REQUEST_ID, OPPORTUNITY_ID, TO_REP_ID)
            .madeBy(v -> new OwnerChanged(v.header(null), v.get(REQUEST_ID), v.get(OPPORTUNITY_ID), v.get(TO_REP_ID)));

    private static final EventType MESSAGE_SENT = EventType.named("messageSent")
            .needs(MESSAGE_ID)
            .mayHave(PERSON_ID, REQUEST_ID, OPPORTUNITY_ID, LINKS, ASSET_IDS, VISIBLE, FOLLOW_UP)
            .madeBy(v -> new MessageSent(
                    v.header(DefaultChannel.EMAIL),
                    v.need(MESSAGE_ID),
                    v.get(PERSON_ID),
                    v.get(REQUEST_ID),
                    v.get(OPPORTUNITY_ID),
                    v.get(LINKS, List.of()),
                    v.get(ASSET_IDS, List.of()),
                    v.get(VISIBLE, true),
                    v.get(FOLLOW_UP, v.has(REQUEST_ID) || v.has(OPPORTUNITY_ID))));

    private static final EventType MESSAGE_RECEIVED = EventType.named("messageReceived")
            .needs(MESSAGE_ID)
            .mayHave(PERSON_ID, REQUEST_ID, OPPORTUNITY_ID, AUTO_REPLY)
            .madeBy(v -> new MessageReceived(
                    v.header(DefaultChannel.EMAIL),
                    v.need(MESSAGE_ID),
                    v.get(PERSON_ID),
                    v.get(REQUEST_ID),
                    v.get(OPPORTUNITY_ID),
                    v.get(AUTO_REPLY, false)));

    private static final EventType CALL_ENDED = EventType.named("callEnded")
            .needs(CALL_ID, DIRECTION)
            .mayHave(PERSON_ID, REQUEST_ID, OPPORTUNITY_ID, DURATION, OUTCOME, RAW_OUTCOME)
            .madeBy(v -> new CallEnded(
                    v.header(DefaultChannel.PHONE),
                    v.need(CALL_ID),
                    v.need(DIRECTION),
                    v.get(PERSON_ID),
                    v.get(REQUEST_ID),
                    v.get(OPPORTUNITY_ID),
                    v.get(DURATION),
                    v.get(OUTCOME, CallOutcome.UNKNOWN),
                    v.get(RAW_OUTCOME)));

    private static final EventType MEETING_HELD = EventType.named("meetingHeld")
            .needs(MEETING_ID, MEETING_KIND)
            .mayHave(PERSON_ID, REQUEST_ID, OPPORTUNITY_ID)
            .madeBy(v -> new MeetingHeld(
                    v.header(DefaultChannel.MEETING),
                    v.need(MEETING_ID),
                    v.need(MEETING_KIND),
                    v.get(PERSON_ID),
                    v.get(REQUEST_ID),
                    v.get(OPPORTUNITY_ID)));

    private static final EventType LINK_CLICKED = EventType.named("linkClicked")
            .needs(MESSAGE_ID, LINK_ID)
            .mayHave(PERSON_ID, VERDICT)
            .madeBy(v -> new LinkClicked(
                    v.header(null),
                    v.need(MESSAGE_ID),
                    v.need(LINK_ID),
                    v.get(PERSON_ID),
                    v.get(VERDICT, LinkClicked.Verdict.UNKNOWN)));

    private static final EventType SOCIAL_ACTIVITY = EventType.named("socialActivity")
            .needs(NETWORK, SOCIAL_KIND)
            .mayHave(COUNT)
            .madeBy(v -> new SocialActivity(
                    v.header(v.need(NETWORK)), v.need(NETWORK), v.need(SOCIAL_KIND), v.get(COUNT, 1)));

    private static final EventType ASSET_PUBLISHED = EventType.named("assetPublished")
            .needs(ASSET_ID)
            .madeBy(v -> new AssetPublished(v.header(null), v.need(ASSET_ID)));

    private static final EventType ASSET_RETIRED = EventType.named("assetRetired")
            .needs(ASSET_ID)
            .madeBy(v -> new AssetRetired(v.header(null), v.need(ASSET_ID)));

    private static final EventType ASSET_USED = EventType.named("assetUsed")
            .needs(ASSET_ID, USE)
            .mayHave(PERSON_ID, OPPORTUNITY_ID)
            .madeBy(v -> new AssetUsed(
                    v.header(null), v.need(ASSET_ID), v.need(USE), v.get(PERSON_ID), v.get(OPPORTUNITY_ID)));

    private static final EventType OPPORTUNITY_OPENED = EventType.named("opportunityOpened")
            .needs(OPPORTUNITY_ID)
            .mayHave(PERSON_ID, REQUEST_ID, OWNER_REP_ID, ORIGIN_CALL_ID, AMOUNT)
            .madeBy(v -> new OpportunityOpened(
                    v.header(null),
                    v.need(OPPORTUNITY_ID),
                    v.get(PERSON_ID),
                    v.get(REQUEST_ID),
                    v.get(OWNER_REP_ID),
                    v.get(ORIGIN_CALL_ID),
                    v.get(AMOUNT)));

    private static final EventType OPPORTUNITY_MOVED = EventType.named("opportunityMoved")
            .needs(OPPORTUNITY_ID, STATUS)
            .mayHave(STAGE, AMOUNT, REASON)
            .madeBy(v -> new OpportunityMoved(
                    v.header(null),
                    v.need(OPPORTUNITY_ID),
                    v.need(STATUS),
                    v.get(STAGE),
                    v.get(AMOUNT),
                    v.get(REASON)));

    private static final EventType PAYMENT_RECEIVED = EventType.named("paymentReceived")
            .needs(PAYMENT_ID, AMOUNT)
            .mayHave(OPPORTUNITY_ID)
            .madeBy(v ->
                    new PaymentReceived(v.header(null), v.need(PAYMENT_ID), v.get(OPPORTUNITY_ID), v.need(AMOUNT)));

    private static final EventType TASK_COMPLETED = EventType.named("taskCompleted")
            .needs(TASK_ID, TASK_KIND)
            .madeBy(v -> new TaskCompleted(v.header(null), v.need(TASK_ID), v.need(TASK_KIND)));

    private static final EventType EVENT_RETRACTED = EventType.named("eventRetracted")
            .needs(TARGET_ID)
            .mayHave(REASON)
            .madeBy(v -> new EventRetracted(v.header(null), v.need(TARGET_ID), v.get(REASON)));

    private static final EventType IDENTITY_MERGED = EventType.named("identityMerged")
            .needs(IDENTITY_KIND, FROM_ID, INTO_ID)
            .madeBy(v -> new IdentityMerged(v.header(null), v.need(IDENTITY_KIND), v.need(FROM_ID), v.need(INTO_ID)));

    private static final EventType CUSTOM_EVENT = EventType.named("customEvent")
            .needs(NAME)
            .mayHave(SUBJECT_ID, QUANTITY)
            .madeBy(v -> new CustomEvent(v.header(null), v.need(NAME), v.get(SUBJECT_ID), v.get(QUANTITY)));

    private EventTypes() {}

    /** All of them by name. */
    static Map<String, EventType> standard() {
        Map<String, EventType> byName = new LinkedHashMap<>();
        List.of(
                        REQUEST_RECEIVED,
                        REQUEST_CLOSED,
                        OWNER_CHANGED,
                        MESSAGE_SENT,
                        MESSAGE_RECEIVED,
                        CALL_ENDED,
                        MEETING_HELD,
                        LINK_CLICKED,
                        SOCIAL_ACTIVITY,
                        ASSET_PUBLISHED,
                        ASSET_RETIRED,
                        ASSET_USED,
                        OPPORTUNITY_OPENED,
                        OPPORTUNITY_MOVED,
                        PAYMENT_RECEIVED,
                        TASK_COMPLETED,
                        EVENT_RETRACTED,
                        IDENTITY_MERGED,
                        CUSTOM_EVENT)
                .forEach(type -> byName.put(type.name(), type));
        return byName;
    }
}
