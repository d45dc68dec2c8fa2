package io.github.saleskpi.engine;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.SalesEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of events, numbered in the order in which they come. A shape is what of an event has few values, so that many
 * events have it in common: its type, how exactly its moment is known, the kind of its actor, its channel, up to two words (a
 * kind, a status, a currency), which components are there, and what is true or false. Not thread-safe while events are added.
 */
final class Shapes {
    /** The number of an event that has none, since it is of somebody's own type or there are too many. */
    static final int NONE = -1;

    /** Events of further shapes have none. */
    static final int MOST = 0xFFFF;

    /** How far one looks for a place before shapes are taken for hostile ones, which then are none. */
    private static final int CROWD = 512;

    private static final Map<Class<?>, EventCode<?>> CODES = Stream.of(
                    RequestCodes.ALL, ContactCodes.ALL, DealCodes.ALL, MaterialCodes.ALL, RecordCodes.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(EventCode::type, Function.identity()));

    private static final int PRECISIONS = 1;
    private static final int ACTORS = 3;
    private static final List<Actor.Kind> ACTOR_KINDS = List.of(Actor.Kind.values());

    private final List<One> all = new ArrayList<>();
    private final List<SalesEvent> examples = new ArrayList<>();
    private @Nullable One[] table = new One[64];

    /** One of them, and the first event that had it. */
    private record One(
            int number,
            EventCode<?> code,
            @Nullable String channel,
            @Nullable Object word,
            @Nullable Object otherWord,
            long flags,
            int hash,
            SalesEvent example) {
        boolean is(EventCode<?> type, @Nullable String itsChannel, Parts parts, long itsFlags) {
            return code == type
                    && flags == itsFlags
                    && Objects.equals(word, parts.lastWord())
                    && Objects.equals(channel, itsChannel)
                    && Objects.equals(otherWord, parts.otherWord());
        }
    }

    /** The number of an event's shape, while all else of it goes to the parts; {@code NONE} if it has none. */
    int of(SalesEvent event, Parts parts) {
        EventCode<?> code = CODES.get(event.getClass());
        if (code == null) {
            return NONE;
        }
        Header header = event.header();
        parts.beginShape();
        parts.flag(header.actor().repId() != null)
                .flag(event.personId() != null)
                .flag(event.requestId() != null)
                .flag(event.opportunityId() != null)
                .labels(header.attributes());
        code.takeApart(event, parts);
        long flags = parts.flags() << PRECISIONS | (header.precision() == Header.Precision.DAY ? 1 : 0);
        flags = flags << ACTORS | ACTOR_KINDS.indexOf(header.actor().kind());
        return number(event, code, header.channel(), parts, flags);
    }

    private int number(SalesEvent event, EventCode<?> code, @Nullable String channel, Parts parts, long flags) {
        int hash = hash(code, channel, parts, flags);
        int mask = table.length - 1;
        int slot = hash & mask;
        for (int looked = 0; looked < CROWD; looked++) {
            One there = table[slot];
            if (there == null) {
                return add(
                        new One(all.size(), code, channel, parts.lastWord(), parts.otherWord(), flags, hash, event),
                        slot);
            }
            if (there.hash == hash && there.is(code, channel, parts, flags)) {
                return there.number;
            }
            slot = (slot + 1) & mask;
        }
        return NONE;
    }

    private static int hash(EventCode<?> code, @Nullable String channel, Parts parts, long flags) {
        long words = Objects.hashCode(parts.lastWord()) * 31L + Objects.hashCode(parts.otherWord());
        long print = Fingerprint.mixed(flags ^ (long) code.hashCode() << 32);
        print = Fingerprint.mixed(print ^ words << 16 ^ Objects.hashCode(channel));
        return (int) (print ^ print >>> 29);
    }

    private int add(One added, int slot) {
        if (all.size() == MOST) {
            return NONE;
        }
        all.add(added);
        examples.add(added.example);
        table[slot] = added;
        if (all.size() * 4 > table.length) {
            widen();
        }
        return added.number;
    }

    private void widen() {
        table = new One[table.length * 4];
        for (One one : all) {
            int slot = one.hash & table.length - 1;
            while (table[slot] != null) {
                slot = (slot + 1) & table.length - 1;
            }
            table[slot] = one;
        }
    }

    /** Nothing is added any more. */
    void close() {
        table = Arrays.copyOf(table, 0);
    }

    int size() {
        return all.size();
    }

    /** The code of the type that has that shape. */
    EventCode<?> code(int shape) {
        return all.get(shape).code;
    }

    /** The first event that had that shape. */
    SalesEvent example(int shape) {
        return examples.get(shape);
    }

    /** The first event that had each. */
    List<SalesEvent> examples() {
        return Collections.unmodifiableList(examples);
    }
}
