package io.github.saleskpi.event;

import java.util.SortedMap;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity to sell came up. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param opportunityId the opportunity
 * @param personId the person concerned, or null
 * @param requestId the request that it came from, or null
 * @param ownerRepId the rep who owns it from the start, or null for the acting rep
 * @param originCallId the call that led to it, or null
 * @param amount what it is worth, or null if unknown
 */
public record OpportunityOpened(
        Header header,
        String opportunityId,
        @Nullable String personId,
        @Nullable String requestId,
        @Nullable String ownerRepId,
        @Nullable String originCallId,
        @Nullable BigMoney amount)
        implements SalesEvent {
    public OpportunityOpened {
        Check.present("opportunityId", opportunityId);
        Check.presentOrNull("personId", personId);
        Check.presentOrNull("requestId", requestId);
        Check.presentOrNull("ownerRepId", ownerRepId);
        Check.presentOrNull("originCallId", originCallId);
        amount = amount == null ? null : Check.money(amount);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static OpportunityOpened of(Header header, String opportunityId) {
        return new OpportunityOpened(header, opportunityId, null, null, null, null, null);
    }

    /** The same event with that person. */
    public OpportunityOpened withPersonId(@Nullable String personId) {
        return new OpportunityOpened(header, opportunityId, personId, requestId, ownerRepId, originCallId, amount);
    }

    /** The same event with that request. */
    public OpportunityOpened withRequestId(@Nullable String requestId) {
        return new OpportunityOpened(header, opportunityId, personId, requestId, ownerRepId, originCallId, amount);
    }

    /** The same event with that owner. */
    public OpportunityOpened withOwnerRepId(@Nullable String ownerRepId) {
        return new OpportunityOpened(header, opportunityId, personId, requestId, ownerRepId, originCallId, amount);
    }

    /** The same event with that origin. */
    public OpportunityOpened withOriginCallId(@Nullable String originCallId) {
        return new OpportunityOpened(header, opportunityId, personId, requestId, ownerRepId, originCallId, amount);
    }

    /** The same event with that amount. */
    public OpportunityOpened withAmount(@Nullable BigMoney amount) {
        return new OpportunityOpened(header, opportunityId, personId, requestId, ownerRepId, originCallId, amount);
    }

    @Override
    public String type() {
        return "opportunityOpened";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("opportunityId", opportunityId)
                .with("personId", personId)
                .with("requestId", requestId)
                .with("ownerRepId", ownerRepId)
                .with("originCallId", originCallId)
                .with("amount", amount)
                .sorted();
    }
}
