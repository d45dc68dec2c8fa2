package io.github.saleskpi.testkit;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An event in one line, without what is as by default. */
final class EventText {
    private static final Set<String> SAID = Set.of("id", "occurredAt", "actor", "precision", "recordedAt");

    private EventText() {}

    static String of(SalesEvent event) {
        Header header = event.header();
        StringBuilder text = new StringBuilder(event.id() + " " + event.type() + " at " + event.occurredAt());
        text.append(header.precision() == Header.Precision.DAY ? ", only the date known" : "");
        text.append(header.recordedAt().equals(header.occurredAt()) ? "" : ", recorded " + header.recordedAt());
        text.append(by(header.actor()));
        Map<String, Object> others = new TreeMap<>(event.components());
        others.keySet().removeAll(SAID);
        others.values().removeIf(EventText::isEmpty);
        return text + (others.isEmpty() ? "" : " " + others);
    }

    private static String by(Actor actor) {
        String rep = actor.repId() == null ? "" : " by " + actor.repId();
        return actor.isHuman() ? rep : rep + " (" + actor.kind() + ")";
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Collection<?> items && items.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }
}
