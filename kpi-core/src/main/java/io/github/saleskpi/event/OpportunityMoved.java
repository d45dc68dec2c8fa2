package io.github.saleskpi.event;

import java.util.SortedMap;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity changed its status, stage or amount; moving a won or lost one to {@code open} reopens it. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param opportunityId the opportunity
 * @param status its status from now on
 * @param stage its stage in the words of the source, or null
 * @param amount what it is worth, or null if not said
 * @param reason why, in the words of the source, or null
 */
public record OpportunityMoved(
        Header header,
        String opportunityId,
        Status status,
        @Nullable String stage,
        @Nullable BigMoney amount,
        @Nullable String reason)
        implements SalesEvent {
    /** Where an opportunity stands. */
    public enum Status {
        /** Undecided. */
        OPEN,
        /** Sold. */
        WON,
        /** Not sold. */
        LOST,
        /** Never was one. */
        INVALID;

        /** The word of the wire format. */
        @Override
        public String toString() {
            return Check.word(this);
        }
    }

    public OpportunityMoved {
        Check.present("opportunityId", opportunityId);
        Check.presentOrNull("stage", stage);
        amount = amount == null ? null : Check.money(amount);
        Check.presentOrNull("reason", reason);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static OpportunityMoved of(Header header, String opportunityId, Status status) {
        return new OpportunityMoved(header, opportunityId, status, null, null, null);
    }

    /** The same event with that stage. */
    public OpportunityMoved withStage(@Nullable String stage) {
        return new OpportunityMoved(header, opportunityId, status, stage, amount, reason);
    }

    /** The same event with that amount. */
    public OpportunityMoved withAmount(@Nullable BigMoney amount) {
        return new OpportunityMoved(header, opportunityId, status, stage, amount, reason);
    }

    /** The same event with that reason. */
    public OpportunityMoved withReason(@Nullable String reason) {
        return new OpportunityMoved(header, opportunityId, status, stage, amount, reason);
    }

    @Override
    public String type() {
        return "opportunityMoved";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("opportunityId", opportunityId)
                .with("status", status)
                .with("stage", stage)
                .with("amount", amount)
                .with("reason", reason)
                .sorted();
    }
}
