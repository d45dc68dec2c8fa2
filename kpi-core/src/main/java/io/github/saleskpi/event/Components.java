package io.github.saleskpi.event;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects an event's components by name and leaves the absent ones out. */
final class Components {
    private final SortedMap<String, Object> byName = new TreeMap<>();

    Components with(String name, @Nullable Object value) {
        if (value != null) {
            byName.put(name, value);
        }
        return this;
    }

    Components withAll(Map<String, Object> values) {
        byName.putAll(values);
        return this;
    }

    SortedMap<String, Object> sorted() {
        return Collections.unmodifiableSortedMap(byName);
    }
}
