package io.github.saleskpi.engine;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shapes of events, numbered in the order in which they come, and the events that have none. */
final class Shapes {
    /** Events of further shapes have none. */
    static final int MOST = 1 << 16;

    private static final Map<Class<?>, EventCode<?>> CODES = Stream.of(
                    RequestCodes.ALL, ContactCodes.ALL, DealCodes.ALL, MaterialCodes.ALL, RecordCodes.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(EventCode::type, Function.identity()));

    private final Map<Shape, Integer> numbers = new HashMap<>();
    private final List<EventCode<?>> codes = new ArrayList<>();
    private final List<SalesEvent> examples = new ArrayList<>();
    private final List<SalesEvent> whole = new ArrayList<>();

    /** The number of an event's shape, to whose writer its parts go; if it has none, a number below 0 under which it is kept. */
    int of(SalesEvent event, PartWriter parts) {
        EventCode<?> code = CODES.get(event.getClass());
        if (code == null) {
            return keep(event);
        }
        Header header = event.header();
        parts.flag(header.actor().repId() != null)
                .flag(event.personId() != null)
                .flag(event.requestId() != null)
                .flag(event.opportunityId() != null)
                .labels(header.attributes());
        code.takeApart(event, parts);
        Shape shape = parts.shape(code, header);
        Integer known = numbers.get(shape);
        if (known != null) {
            return known;
        }
        if (examples.size() == MOST) {
            return keep(event);
        }
        int number = examples.size();
        numbers.put(shape, number);
        codes.add(code);
        examples.add(event);
        return number;
    }

    private int keep(SalesEvent event) {
        whole.add(event);
        return -whole.size();
    }

    /** Nothing is added any more. */
    void close() {
        numbers.clear();
    }

    int size() {
        return examples.size();
    }

    /** The code of the type that has that shape. */
    EventCode<?> code(int shape) {
        return codes.get(shape);
    }

    /** The first event that had that shape. */
    SalesEvent example(int shape) {
        return examples.get(shape);
    }

    /** The event that has none and is kept under that number. */
    SalesEvent whole(int number) {
        return whole.get(-number - 1);
    }
}
