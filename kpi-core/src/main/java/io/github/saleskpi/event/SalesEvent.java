package io.github.saleskpi.event;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A fact: somebody did something at a moment. Immutable and thread-safe.
 *
 * <p>Each record is built by {@code of} with what is required and {@code with...} for what is optional; each step yields
 * a whole event with the defaults of the wire format filled in. Texts that must be there are not empty.
 */
public sealed interface SalesEvent
        permits RequestReceived,
                RequestClosed,
                OwnerChanged,
                MessageSent,
                MessageReceived,
                CallEnded,
                MeetingHeld,
                LinkClicked,
                SocialActivity,
                AssetPublished,
                AssetRetired,
                AssetUsed,
                OpportunityOpened,
                OpportunityMoved,
                PaymentReceived,
                TaskCompleted,
                EventRetracted,
                IdentityMerged,
                CustomEvent,
                CustomSalesEvent {
    /** What every event has. */
    Header header();

    /** The type's word in the wire format, such as {@code callEnded}. */
    String type();

    /**
     * All components by name, the header's included, {@code type} not; absent ones are left out. Values are texts,
     * enums, Booleans, Integers, decimals, instants, durations, money, actors, links, and lists or maps of texts.
     */
    SortedMap<String, Object> components();

    /** The id: two events with one id are versions of one fact. */
    default String id() {
        return header().id();
    }

    /** When it happened. */
    default Instant occurredAt() {
        return header().occurredAt();
    }

    /** When the source stored it. */
    default Instant recordedAt() {
        return header().recordedAt();
    }

    /** Who did it. */
    default Actor actor() {
        return header().actor();
    }

    /** The person that it names, or null. */
    default @Nullable String personId() {
        return null;
    }

    /** The request that it names, or null. */
    default @Nullable String requestId() {
        return null;
    }

    /** The opportunity that it names, or null. */
    default @Nullable String opportunityId() {
        return null;
    }
}
