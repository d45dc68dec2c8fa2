package io.github.saleskpi.event;

import java.util.Map;
import java.util.SortedMap;

/**
 * An event type of the embedder's own; implement it with an immutable record.
 *
 * <p>Two versions of one event are told apart by {@link #details()}, so all that matters must be in it. It is in the stories of
 * the person, request or opportunity that it names in {@link #personId()} and the others, which by default give null.
 */
public non-sealed interface CustomSalesEvent extends SalesEvent {
    /** Its own components by name, without the header's; values as in {@link SalesEvent#components()}. */
    Map<String, Object> details();

    @Override
    default SortedMap<String, Object> components() {
        return header().components().withAll(details()).sorted();
    }
}
