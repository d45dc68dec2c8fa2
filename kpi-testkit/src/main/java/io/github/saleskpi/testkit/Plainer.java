package io.github.saleskpi.testkit;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Steps by which an event becomes plainer: each gives the same event if it cannot be made so. */
final class Plainer {
    private Plainer() {}

    static List<UnaryOperator<SalesEvent>> steps(SalesEvent event) {
        List<UnaryOperator<SalesEvent>> steps = new ArrayList<>();
        steps.add(header(header -> new Header(
                header.id(),
                header.occurredAt(),
                header.precision(),
                header.recordedAt(),
                header.actor(),
                null,
                new TreeMap<>())));
        steps.add(header(header -> header.withPrecision(Header.Precision.EXACT)));
        steps.add(header(header -> header.withRecordedAt(header.occurredAt())));
        steps.add(header(header -> header.withActor(Actor.UNKNOWN)));
        steps.add(header(header -> header.withRep(
                header.actor().repId() == null ? "r0" : header.actor().repId())));
        Rebuilt.nullable(event).forEach(name -> steps.add(without(name, null)));
        Rebuilt.lists(event).forEach(name -> steps.add(without(name, List.of())));
        return steps;
    }

    private static UnaryOperator<SalesEvent> without(String component, @Nullable Object empty) {
        return event -> Rebuilt.with(event, component, empty).orElse(event);
    }

    private static UnaryOperator<SalesEvent> header(UnaryOperator<Header> change) {
        return event -> Rebuilt.with(event, change.apply(event.header())).orElse(event);
    }
}
