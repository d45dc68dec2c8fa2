package io.github.saleskpi.event;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A fact for a team's own indicators. It names no person, request or opportunity, so it is in no story of one; an event that
 * does is a {@link CustomSalesEvent}. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param name what kind of fact
 * @param subjectId what it is about, or null
 * @param quantity how much, or null
 */
public record CustomEvent(
        Header header,
        String name,
        @Nullable String subjectId,
        @Nullable BigDecimal quantity) implements SalesEvent {
    public CustomEvent {
        Check.present("name", name);
        Check.presentOrNull("subjectId", subjectId);
        quantity = quantity == null ? null : Check.decimal(quantity);
    }

    /** With nothing optional said: the defaults of the wire format. */
    public static CustomEvent of(Header header, String name) {
        return new CustomEvent(header, name, null, null);
    }

    /** The same event with that subject. */
    public CustomEvent withSubjectId(@Nullable String subjectId) {
        return new CustomEvent(header, name, subjectId, quantity);
    }

    /** The same event with that quantity. */
    public CustomEvent withQuantity(@Nullable BigDecimal quantity) {
        return new CustomEvent(header, name, subjectId, quantity);
    }

    @Override
    public String type() {
        return "customEvent";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components()
                .with("name", name)
                .with("subjectId", subjectId)
                .with("quantity", quantity)
                .sorted();
    }
}
