package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of an NDJSON file as databind fills it in: all that a {@link CrmYear} can say in one flat record. Unlike the
 * library's reader it checks nothing and stops at the first bad line.
 */
record DataboundLine(
        String type,
        String id,
        Instant occurredAt,
        @Nullable Instant recordedAt,
        @Nullable Actor actor,
        @Nullable String channel,
        @Nullable SortedMap<String, String> attributes,
        @Nullable String personId,
        @Nullable String requestId,
        @Nullable String opportunityId,
        @Nullable String callId,
        @Nullable CallDirection direction,
        @Nullable Duration duration,
        @Nullable CallOutcome outcome,
        @Nullable String messageId,
        @Nullable List<Link> links,
        @Nullable List<String> assetIds,
        @Nullable Boolean visible,
        @Nullable Boolean followUp,
        @Nullable Boolean autoReply,
        @Nullable String linkId,
        LinkClicked.@Nullable Verdict verdict,
        @Nullable String meetingId,
        @Nullable String kind,
        @Nullable String network,
        @Nullable Integer count,
        @Nullable String assetId,
        AssetUsed.@Nullable Use use,
        @Nullable String ownerRepId,
        @Nullable String toRepId,
        @Nullable String originCallId,
        @Nullable String duplicateOf,
        OpportunityMoved.@Nullable Status status,
        @Nullable String reason,
        @Nullable String targetId) {
    private static final SortedMap<String, String> NO_ATTRIBUTES = Collections.emptySortedMap();
    private static final ObjectReader READER = JsonMapper.builder().build().readerFor(DataboundLine.class);
    private static final Map<String, MeetingHeld.Kind> MEETINGS = byWord(MeetingHeld.Kind.values());
    private static final Map<String, SocialActivity.Kind> ACTIVITIES = byWord(SocialActivity.Kind.values());
    private static final Map<String, RequestClosed.Reason> REASONS = byWord(RequestClosed.Reason.values());

    private static <E extends Enum<E>> Map<String, E> byWord(E[] constants) {
        return Arrays.stream(constants).collect(Collectors.toMap(Enum::toString, Function.identity()));
    }

    /** All events of an input. */
    static List<SalesEvent> read(InputStream in) {
        List<SalesEvent> events = new ArrayList<>();
        try (MappingIterator<DataboundLine> lines = READER.readValues(in)) {
            while (lines.hasNextValue()) {
                events.add(lines.nextValue().event());
            }
        }
        return events;
    }

    private SalesEvent event() {
        return switch (type) {
            case "requestReceived" ->
                RequestReceived.of(header(), of(requestId))
                        .withPersonId(personId)
                        .withOwnerRepId(ownerRepId)
                        .withDuplicateOf(duplicateOf);
            case "requestClosed" -> new RequestClosed(header(), of(requestId), of(REASONS.get(of(reason))));
            case "ownerChanged" -> new OwnerChanged(header(), requestId, opportunityId, toRepId);
            case "messageSent" ->
                new MessageSent(
                        header(),
                        of(messageId),
                        personId,
                        requestId,
                        opportunityId,
                        or(links, List.of()),
                        or(assetIds, List.of()),
                        or(visible, true),
                        or(followUp, requestId != null || opportunityId != null));
            case "messageReceived" ->
                MessageReceived.of(header(), of(messageId))
                        .withPersonId(personId)
                        .withAutoReply(or(autoReply, false));
            case "callEnded" ->
                new CallEnded(
                        header(),
                        of(callId),
                        of(direction),
                        personId,
                        requestId,
                        opportunityId,
                        duration,
                        or(outcome, CallOutcome.UNKNOWN),
                        null);
            case "meetingHeld" ->
                MeetingHeld.of(header(), of(meetingId), of(MEETINGS.get(of(kind))))
                        .withPersonId(personId)
                        .withRequestId(requestId)
                        .withOpportunityId(opportunityId);
            case "linkClicked" ->
                LinkClicked.of(header(), of(messageId), of(linkId))
                        .withVerdict(or(verdict, LinkClicked.Verdict.UNKNOWN));
            case "socialActivity" ->
                new SocialActivity(header(), of(network), of(ACTIVITIES.get(of(kind))), or(count, 1));
            case "assetPublished" -> new AssetPublished(header(), of(assetId));
            case "assetRetired" -> new AssetRetired(header(), of(assetId));
            case "assetUsed" -> new AssetUsed(header(), of(assetId), of(use), personId, opportunityId);
            case "opportunityOpened" ->
                new OpportunityOpened(header(), of(opportunityId), personId, requestId, ownerRepId, originCallId, null);
            case "opportunityMoved" -> OpportunityMoved.of(header(), of(opportunityId), of(status));
            case "eventRetracted" -> new EventRetracted(header(), of(targetId), reason);
            default -> throw new IllegalArgumentException("type (" + type + "): must be one of a year of a CRM.");
        };
    }

    private Header header() {
        return new Header(
                id,
                occurredAt,
                Header.Precision.EXACT,
                or(recordedAt, occurredAt),
                or(actor, Actor.UNKNOWN),
                channel,
                or(attributes, NO_ATTRIBUTES));
    }

    private static <T> T of(@Nullable T required) {
        return Objects.requireNonNull(required);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
