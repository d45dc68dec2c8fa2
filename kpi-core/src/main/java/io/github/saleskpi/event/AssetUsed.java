package io.github.saleskpi.event;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A marketing material was used. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param assetId the material
 * @param use how
 * @param personId the person concerned, or null
 * @param opportunityId the opportunity that it concerns, or null
 */
public record AssetUsed(
        Header header,
        String assetId,
        Use use,
        @Nullable String personId,
        @Nullable String opportunityId) implements SalesEvent {
    /** How a marketing material was used. */
    public enum Use {
        /** Only looked at. */
        VIEWED,
        /** Put into a document. */
        INSERTED,
        /** Sent to somebody. */
        SENT,
        /** Shown to somebody. */
        PRESENTED;

        /** The word of the wire format. */
        @Override
        public String toString() {
            return Check.word(this);
        }
    }

    public AssetUsed {
        Check.present("assetId", assetId);
        Check.presentOrNull("personId", personId);
        Check.presentOrNull("opportunityId", opportunityId);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static AssetUsed of(Header header, String assetId, Use use) {
        return new AssetUsed(header, assetId, use, null, null);
    }

    /** The same event with that person. */
    public AssetUsed withPersonId(@Nullable String personId) {
        return new AssetUsed(header, assetId, use, personId, opportunityId);
    }

    /** The same event with that opportunity. */
    public AssetUsed withOpportunityId(@Nullable String opportunityId) {
        return new AssetUsed(header, assetId, use, personId, opportunityId);
    }

    @Override
    public String type() {
        return "assetUsed";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("assetId", assetId)
                .with("use", use)
                .with("personId", personId)
                .with("opportunityId", opportunityId)
                .sorted();
    }
}
