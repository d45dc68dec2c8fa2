package io.github.saleskpi.engine;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.SalesEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.BigMoney;

/**
 * Which of two versions of one event stands: the greater. Equal ones are one version.
 *
 * <p>Later {@code recordedAt}, then later {@code occurredAt}, then the greater type, then the greater component in the
 * alphabetical order of their names: absent before present; instants, durations and decimals as values, all else as its
 * text by UTF-16 code unit, lists and inner objects as JSON with sorted keys, money by amount and then currency. Where an
 * event type of somebody's own gives one component values of several kinds, texts are before decimals, these before instants,
 * durations and money, so that it is an order.
 */
final class VersionOrder implements Comparator<SalesEvent> {
    static final VersionOrder INSTANCE = new VersionOrder();

    private VersionOrder() {}

    @Override
    public int compare(SalesEvent a, SalesEvent b) {
        if (a == b || isSame(a, b)) {
            return 0;
        }
        int order = a.recordedAt().compareTo(b.recordedAt());
        order = order != 0 ? order : a.occurredAt().compareTo(b.occurredAt());
        order = order != 0 ? order : a.type().compareTo(b.type());
        return order != 0 ? order : components(a.components(), b.components());
    }

    /** Whether they are equal in all that they have, as most versions are that come twice; one's own may say so without. */
    private static boolean isSame(SalesEvent a, SalesEvent b) {
        return !(a instanceof CustomSalesEvent) && a.equals(b);
    }

    private static int components(SortedMap<String, Object> a, SortedMap<String, Object> b) {
        TreeSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        for (String name : names) {
            Object left = a.get(name);
            Object right = b.get(name);
            int order =
                    left == null || right == null ? Boolean.compare(left != null, right != null) : values(left, right);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int values(Object a, Object b) {
        int kinds = Integer.compare(kind(a), kind(b));
        if (kinds != 0) {
            return kinds;
        }
        if (a instanceof Instant x && b instanceof Instant y) {
            return x.compareTo(y);
        }
        if (a instanceof Duration x && b instanceof Duration y) {
            return x.compareTo(y);
        }
        if (a instanceof BigMoney x && b instanceof BigMoney y) {
            int order = x.getAmount().compareTo(y.getAmount());
            return order != 0
                    ? order
                    : x.getCurrencyUnit()
                            .getCode()
                            .compareTo(y.getCurrencyUnit().getCode());
        }
        if (a instanceof Number && b instanceof Number) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
        }
        return text(a).compareTo(text(b));
    }

    private static int kind(Object value) {
        if (value instanceof Number) {
            return 1;
        }
        if (value instanceof Instant) {
            return 2;
        }
        if (value instanceof Duration) {
            return 3;
        }
        return value instanceof BigMoney ? 4 : 0;
    }

    private static String text(Object value) {
        return value instanceof List || value instanceof Map || value instanceof Actor ? json(value) : value.toString();
    }

    private static String json(Object value) {
        if (value instanceof Actor actor) {
            Map<String, Object> parts = new TreeMap<>();
            parts.put("kind", actor.kind());
            if (actor.repId() != null) {
                parts.put("repId", actor.repId());
            }
            return json(parts);
        }
        if (value instanceof Link link) {
            return json(new TreeMap<>(Map.of("linkId", link.linkId(), "kind", link.kind())));
        }
        if (value instanceof List<?> items) {
            List<String> texts = new ArrayList<>();
            items.forEach(item -> texts.add(json(item)));
            return "[" + String.join(",", texts) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, String> texts = new TreeMap<>();
            map.forEach((key, item) -> texts.put(key.toString(), json(item)));
            List<String> pairs = new ArrayList<>();
            texts.forEach((key, item) -> pairs.add(quoted(key) + ":" + item));
            return "{" + String.join(",", pairs) + "}";
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
