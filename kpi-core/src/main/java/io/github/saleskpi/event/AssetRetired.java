package io.github.saleskpi.event;

import java.util.SortedMap;

/**
 * A marketing material left the catalogue. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param assetId the material
 */
public record AssetRetired(Header header, String assetId) implements SalesEvent {
    public AssetRetired {
        Check.present("assetId", assetId);
    }

    @Override
    public String type() {
        return "assetRetired";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components().with("assetId", assetId).sorted();
    }
}
