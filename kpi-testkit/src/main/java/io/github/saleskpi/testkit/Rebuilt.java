package io.github.saleskpi.testkit;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Events with one component changed. Empty where an event is no record that can be rebuilt. */
final class Rebuilt {
    private Rebuilt() {}

    /** The same event with that header. */
    static Optional<SalesEvent> with(SalesEvent event, Header header) {
        return with(event, "header", header);
    }

    /** The same event with that component; empty if it has none of that name, or forbids that value. */
    static Optional<SalesEvent> with(SalesEvent event, String name, @Nullable Object value) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        if (components == null
                || names(event, component -> component.getName().equals(name)).isEmpty()) {
            return Optional.empty();
        }
        try {
            @Nullable Object[] arguments = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                arguments[i] = components[i].getName().equals(name) ? value : read(components[i], event);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = event.getClass().getDeclaredConstructor(types);
            return constructor.trySetAccessible()
                    ? Optional.of((SalesEvent) constructor.newInstance(arguments))
                    : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    /** The names of its components that may be null. */
    static List<String> nullable(SalesEvent event) {
        return names(
                event,
                component -> Arrays.stream(component.getAnnotatedType().getAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getSimpleName().equals("Nullable")));
    }

    /** The names of its components that are lists. */
    static List<String> lists(SalesEvent event) {
        return names(event, component -> component.getType() == List.class);
    }

    /** In their order; none of what is no record. */
    private static List<String> names(SalesEvent event, Predicate<RecordComponent> which) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        return components == null
                ? List.of()
                : Arrays.stream(components)
                        .filter(which)
                        .map(RecordComponent::getName)
                        .toList();
    }

    private static Object read(RecordComponent component, SalesEvent event) throws ReflectiveOperationException {
        Method accessor = component.getAccessor();
        accessor.trySetAccessible();
        return accessor.invoke(event);
    }
}
