package io.github.saleskpi.event;

import java.util.SortedMap;

/**
 * A marketing material joined the catalogue. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param assetId the material
 */
public record AssetPublished(Header header, String assetId) implements SalesEvent {
    public AssetPublished {
        Check.present("assetId", assetId);
    }

    @Override
    public String type() {
        return "assetPublished";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components().with("assetId", assetId).sorted();
    }
}
