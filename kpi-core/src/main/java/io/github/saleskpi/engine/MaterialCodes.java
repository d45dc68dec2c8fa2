package io.github.saleskpi.engine;

import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.AssetUsed;
import java.util.List;

/** How events about marketing materials are taken apart. */
final class MaterialCodes {
    static final List<EventCode<?>> ALL = List.of(
            new EventCode<>(
                            AssetPublished.class,
                            (event, parts) -> parts.label(event.assetId()),
                            (like, header, parts) -> new AssetPublished(header, parts.text()))
                    .reading(Detail.ASSETS, (like, parts) -> List.of(parts.text())),
            new EventCode<>(
                            AssetRetired.class,
                            (event, parts) -> parts.label(event.assetId()),
                            (like, header, parts) -> new AssetRetired(header, parts.text()))
                    .reading(Detail.ASSETS, (like, parts) -> List.of(parts.text())),
            new EventCode<>(
                            AssetUsed.class,
                            (event, parts) -> parts.label(event.assetId()).word(event.use()),
                            (like, header, parts) -> new AssetUsed(
                                    header, parts.text(), like.use(), parts.personId(), parts.opportunityIdOrNull()))
                    .reading(Detail.ASSETS, (like, parts) -> List.of(parts.text())));

    private MaterialCodes() {}
}
