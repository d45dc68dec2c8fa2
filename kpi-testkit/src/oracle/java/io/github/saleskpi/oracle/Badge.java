package io.github.saleskpi.oracle;

import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import java.math.BigDecimal;
import java.util.Map;

/** An event type of an embedder's own. */
record Badge(Header header, String personId, BigDecimal points) implements CustomSalesEvent {
    @Override
    public String type() {
        return "badge";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("personId", personId, "points", points);
    }
}
