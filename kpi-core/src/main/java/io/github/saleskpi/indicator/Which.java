package io.github.saleskpi.indicator;

import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.SalesEvent;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which events a draft means. Immutable.
 *
 * @param type those of that type
 * @param name and, of custom events, of that name; else null
 * @param isAll whether there is no further condition
 * @param condition asked of events of that type and name only
 */
record Which(Class<? extends SalesEvent> type, @Nullable String name, boolean isAll, Predicate<SalesEvent> condition) {
    static <E extends SalesEvent> Which all(Class<E> type) {
        return new Which(Objects.requireNonNull(type, "type of event"), null, true, event -> true);
    }

    static <E extends SalesEvent> Which of(Class<E> type, Predicate<? super E> condition) {
        Objects.requireNonNull(condition, "condition");
        return new Which(
                Objects.requireNonNull(type, "type of event"), null, false, event -> condition.test(type.cast(event)));
    }

    static Which named(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "custom event (" + name + "): must have a name. Maybe the one that its source gives it.");
        }
        return new Which(CustomEvent.class, name, true, event -> true);
    }

    static Which named(String name, Predicate<? super CustomEvent> condition) {
        Objects.requireNonNull(condition, "condition");
        return new Which(named(name).type, name, false, event -> condition.test((CustomEvent) event));
    }

    boolean fits(SalesEvent event) {
        boolean isKind = type.isInstance(event)
                && (name == null
                        || (event instanceof CustomEvent custom && custom.name().equals(name)));
        return isKind && condition.test(event);
    }

    /** Whether an event could be of the types and names of both. */
    boolean canMeet(Which other) {
        return canBe(type, other.type) && (name == null || other.name == null || name.equals(other.name));
    }

    private static boolean canBe(Class<?> one, Class<?> other) {
        return one.isAssignableFrom(other)
                || other.isAssignableFrom(one)
                || (one.isInterface() && !other.isRecord())
                || (other.isInterface() && !one.isRecord());
    }

    /** Such as {@code callEnded}, or {@code certain callEnded} under a condition. */
    @Override
    public String toString() {
        String simple = type.getSimpleName();
        String word =
                simple.isEmpty() ? "event" : simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
        return (isAll ? "" : "certain ") + (name == null ? word : name);
    }
}
