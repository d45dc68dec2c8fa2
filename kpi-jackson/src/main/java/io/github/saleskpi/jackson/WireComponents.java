package io.github.saleskpi.jackson;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.SocialActivity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.BigMoney;

/** The components of all event types, and how each is read. */
final class WireComponents {
    private static final AtomicInteger SLOTS = new AtomicInteger();

    static final Component<String> ID = component("id", EventLine::text);
    static final Component<Instant> OCCURRED_AT = component("occurredAt", new InstantReader());
    static final Component<Header.Precision> PRECISION =
            component("precision", new WordReader<>(Header.Precision.values()));
    static final Component<Instant> RECORDED_AT = component("recordedAt", new InstantReader());
    static final Component<Actor> ACTOR =
            component("actor", new RepeatedReader<>(new ActorReader(), EventLine::actors));
    static final Component<String> CHANNEL = word("channel");
    static final Component<SortedMap<String, String>> ATTRIBUTES =
            component("attributes", new RepeatedReader<>(new AttributesReader(), EventLine::attributes));

    static final Component<String> PERSON_ID = reference("personId");
    static final Component<String> REQUEST_ID = reference("requestId");
    static final Component<String> OPPORTUNITY_ID = reference("opportunityId");
    static final Component<String> MESSAGE_ID = reference("messageId");
    static final Component<String> CALL_ID = component("callId", EventLine::text);
    static final Component<String> MEETING_ID = reference("meetingId");
    static final Component<String> LINK_ID = reference("linkId");
    static final Component<String> ASSET_ID = word("assetId");
    static final Component<String> PAYMENT_ID = component("paymentId", EventLine::text);
    static final Component<String> TASK_ID = component("taskId", EventLine::text);
    static final Component<String> TARGET_ID = component("targetId", EventLine::text);
    static final Component<String> FROM_ID = reference("fromId");
    static final Component<String> INTO_ID = reference("intoId");
    static final Component<String> SUBJECT_ID = reference("subjectId");
    static final Component<String> ORIGIN_CALL_ID = reference("originCallId");
    static final Component<String> DUPLICATE_OF = reference("duplicateOf");
    static final Component<String> OWNER_REP_ID = word("ownerRepId");
    static final Component<String> TO_REP_ID = word("toRepId");

    static final Component<RequestClosed.Reason> CLOSE_REASON =
            component("reason", new WordReader<>(RequestClosed.Reason.values()));
    static final Component<String> REASON = word("reason");
    static final Component<List<Link>> LINKS = component("links", new ItemsReader<>(new LinkReader()));
    static final Component<List<String>> ASSET_IDS = component("assetIds", new ItemsReader<>(EventLine::word));
    static final Component<Boolean> VISIBLE = component("visible", new FlagReader());
    static final Component<Boolean> FOLLOW_UP = component("followUp", new FlagReader());
    static final Component<Boolean> AUTO_REPLY = component("autoReply", new FlagReader());
    static final Component<CallDirection> DIRECTION = component("direction", new WordReader<>(CallDirection.values()));
    static final Component<Duration> DURATION = component("duration", new DurationReader());
    static final Component<CallOutcome> OUTCOME = component("outcome", new WordReader<>(CallOutcome.values()));
    static final Component<String> RAW_OUTCOME = word("rawOutcome");
    static final Component<MeetingHeld.Kind> MEETING_KIND =
            component("kind", new WordReader<>(MeetingHeld.Kind.values()));
    static final Component<LinkClicked.Verdict> VERDICT =
            component("verdict", new WordReader<>(LinkClicked.Verdict.values()));
    static final Component<String> NETWORK = word("network");
    static final Component<SocialActivity.Kind> SOCIAL_KIND =
            component("kind", new WordReader<>(SocialActivity.Kind.values()));
    static final Component<Integer> COUNT = component("count", new CountReader());
    static final Component<AssetUsed.Use> USE = component("use", new WordReader<>(AssetUsed.Use.values()));
    static final Component<OpportunityMoved.Status> STATUS =
            component("status", new WordReader<>(OpportunityMoved.Status.values()));
    static final Component<String> STAGE = word("stage");
    static final Component<BigMoney> AMOUNT = component("amount", new MoneyReader());
    static final Component<String> TASK_KIND = word("kind");
    static final Component<IdentityKind> IDENTITY_KIND = component("kind", new WordReader<>(IdentityKind.values()));
    static final Component<String> NAME = word("name");
    static final Component<BigDecimal> QUANTITY = component("quantity", new DecimalReader());

    private WireComponents() {}

    /** How many there are. */
    static int count() {
        return SLOTS.get();
    }

    private static Component<String> word(String name) {
        return component(name, EventLine::word);
    }

    private static Component<String> reference(String name) {
        return component(name, EventLine::reference);
    }

    private static <T> Component<T> component(String name, ValueReader<T> reader) {
        return new Component<>(SLOTS.getAndIncrement(), name, reader);
    }
}
