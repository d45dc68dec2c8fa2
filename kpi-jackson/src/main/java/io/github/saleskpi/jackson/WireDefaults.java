package io.github.saleskpi.jackson;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.SalesEvent;
import java.util.List;
import java.util.Map;

/** The values that the wire format fills in where a component is absent. */
final class WireDefaults {
    private WireDefaults() {}

    /** Whether reading would put that value there by itself. */
    static boolean has(SalesEvent event, String name, Object value) {
        return switch (name) {
            case "precision" -> value == Header.Precision.EXACT;
            case "recordedAt" -> value.equals(event.occurredAt());
            case "actor" -> value.equals(Actor.UNKNOWN);
            case "attributes" -> value.equals(Map.of());
            case "channel" -> value.equals(DefaultChannel.of(event));
            default -> !(event instanceof CustomSalesEvent) && hasOwn(event, name, value);
        };
    }

    private static boolean hasOwn(SalesEvent event, String name, Object value) {
        return switch (name) {
            case "links", "assetIds" -> value.equals(List.of());
            case "visible" -> value.equals(true);
            case "followUp" -> value.equals(event.requestId() != null || event.opportunityId() != null);
            case "autoReply" -> value.equals(false);
            case "outcome" -> value == CallOutcome.UNKNOWN;
            case "verdict" -> value == LinkClicked.Verdict.UNKNOWN;
            case "count" -> value.equals(1);
            default -> false;
        };
    }
}
