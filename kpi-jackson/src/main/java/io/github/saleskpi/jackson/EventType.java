package io.github.saleskpi.jackson;

import io.github.saleskpi.event.SalesEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A type of event on the wire: which components it has, and how it is built from them. Immutable and thread-safe. */
final class EventType {
    private static final List<Component<?>> HEADER_REQUIRED = List.of(WireComponents.ID, WireComponents.OCCURRED_AT);
    private static final List<Component<?>> HEADER_OPTIONAL = List.of(
            WireComponents.PRECISION,
            WireComponents.RECORDED_AT,
            WireComponents.ACTOR,
            WireComponents.CHANNEL,
            WireComponents.ATTRIBUTES);

    private final String name;
    private final Component<?>[] required;
    private final Map<String, Component<?>> components = new HashMap<>();
    private final int[] places;
    private final Function<Values, SalesEvent> maker;

    private EventType(
            String name, List<Component<?>> required, List<Component<?>> optional, Function<Values, SalesEvent> maker) {
        this.name = name;
        this.required =
                Stream.of(HEADER_REQUIRED, required).flatMap(List::stream).toArray(Component<?>[]::new);
        this.maker = maker;
        for (List<Component<?>> some : List.of(HEADER_REQUIRED, HEADER_OPTIONAL, required, optional)) {
            some.forEach(component -> components.put(component.name(), component));
        }
        places = new int
                [components.values().stream().mapToInt(Component::slot).max().orElse(0) + 1];
        Arrays.fill(places, -1);
        int place = 0;
        for (Component<?> component : components.values()) {
            places[component.slot()] = place++;
        }
    }

    static boolean isOfEveryEvent(String component) {
        return Stream.of(HEADER_REQUIRED, HEADER_OPTIONAL)
                .flatMap(List::stream)
                .anyMatch(each -> each.name().equals(component));
    }

    static Builder named(String name) {
        return new Builder(name);
    }

    String name() {
        return name;
    }

    /** The component with that name, or null if the type has none. */
    @Nullable
    Component<?> component(String wireName) {
        return components.get(wireName);
    }

    /** For one line; only for components of this type. */
    Values newValues() {
        return new Values(places, components.size());
    }

    Set<String> names() {
        return components.keySet();
    }

    /**
     * The event with those values.
     *
     * @throws BrokenRule if one is missing, or they do not go together
     */
    SalesEvent event(Values values) {
        for (Component<?> component : required) {
            if (!values.has(component)) {
                throw EventParser.absent(component.name());
            }
        }
        try {
            return maker.apply(values);
        } catch (IllegalArgumentException refused) {
            throw BrokenRule.from(refused);
        }
    }

    /** Collects the components of a type. */
    static final class Builder {
        private final String name;
        private List<Component<?>> required = List.of();
        private List<Component<?>> optional = List.of();

        private Builder(String name) {
            this.name = name;
        }

        Builder needs(Component<?>... components) {
            required = List.of(components);
            return this;
        }

        Builder mayHave(Component<?>... components) {
            optional = List.of(components);
            return this;
        }

        EventType madeBy(Function<Values, SalesEvent> maker) {
            return new EventType(name, required, optional, maker);
        }
    }
}
