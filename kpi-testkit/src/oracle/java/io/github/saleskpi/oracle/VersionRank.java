package io.github.saleskpi.oracle;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.SalesEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Which of two versions of one id stands, as {@code events.md} has it: the greater. */
final class VersionRank {
    static final Comparator<SalesEvent> ORDER = Comparator.comparing(SalesEvent::recordedAt)
            .thenComparing(SalesEvent::occurredAt)
            .thenComparing(SalesEvent::type)
            .thenComparing(SalesEvent::components, VersionRank::componentByComponent);

    private VersionRank() {}

    private static int componentByComponent(Map<String, Object> a, Map<String, Object> b) {
        SortedSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        return names.stream()
                .mapToInt(name -> absentFirst(a.get(name), b.get(name)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    private static int absentFirst(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return (a == null ? 0 : 1) - (b == null ? 0 : 1);
        }
        if (a instanceof Instant || a instanceof Duration || a instanceof BigDecimal || a instanceof Integer) {
            return asValues(a, b);
        }
        if (a instanceof BigMoney one && b instanceof BigMoney other) {
            int byAmount = one.getAmount().compareTo(other.getAmount());
            return byAmount != 0
                    ? byAmount
                    : one.getCurrencyUnit()
                            .getCode()
                            .compareTo(other.getCurrencyUnit().getCode());
        }
        return text(a).compareTo(text(b));
    }

    private static int asValues(Object a, Object b) {
        if (a instanceof Instant one && b instanceof Instant other) {
            return one.compareTo(other);
        }
        if (a instanceof Duration one && b instanceof Duration other) {
            return one.compareTo(other);
        }
        return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
    }

    /** The text of one component: a bare word, or JSON with sorted keys of what has an inside. */
    private static String text(Object component) {
        boolean hasInside = component instanceof Collection || component instanceof Map || component instanceof Actor;
        return hasInside ? json(component) : component.toString();
    }

    private static String json(Object value) {
        if (value instanceof Actor actor) {
            Map<String, Object> inside = new TreeMap<>(Map.of("kind", actor.kind()));
            if (actor.repId() != null) {
                inside.put("repId", actor.repId());
            }
            return json(inside);
        }
        if (value instanceof Link link) {
            return json(Map.of("kind", link.kind(), "linkId", link.linkId()));
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(VersionRank::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(map)
                    .entrySet().stream()
                            .map(e -> json(e.getKey()) + ":" + json(e.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        return "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
