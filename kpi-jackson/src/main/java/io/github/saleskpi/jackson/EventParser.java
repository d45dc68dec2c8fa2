package io.github.saleskpi.jackson;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.jackson.JsonTokens.Token;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of a line. Needs the type before it can read the other fields; where it does not stand first, the line
 * is gone through twice. Not thread-safe.
 *
 * <p>A line that is written as most are is read by {@link PlainTokens}, several times as fast as by a parser that knows all
 * of JSON. These have no say: whatever they refuse, and whatever breaks a rule, is read once more by that parser, which alone
 * rejects.
 */
final class EventParser {
    private static final String TYPE = "type";

    private final JsonTokens ascii;
    private final JsonTokens wide;
    private final JsonTokens any;
    private final EventLine line;
    private final Map<String, EventType> types;

    EventParser(JsonTokens tokens, ReadLimits limits, boolean strict, Map<String, EventType> types) {
        this.any = tokens;
        this.line = new EventLine(tokens, limits, strict);
        this.types = types;
        Set<String> names = new HashSet<>(Set.of(TYPE));
        types.values().forEach(type -> names.addAll(type.names()));
        this.ascii = PlainTokens.ascii(names);
        this.wide = PlainTokens.wide(names);
    }

    static BrokenRule absent(String field) {
        return BrokenRule.at(field, "absent", "is required", "Maybe the source has it under another name.");
    }

    /**
     * The event in those bytes.
     *
     * @throws BadLine if there is none
     */
    SalesEvent parse(byte[] bytes, int from, int to) {
        int traits = Utf8.traits(bytes, from, to);
        int invalid = (traits & Utf8.WIDE) == 0 ? -1 : Utf8.firstInvalid(bytes, from, to);
        if (invalid >= 0) {
            String found = "byte 0x" + Integer.toHexString(bytes[invalid] & 0xFF);
            throw new BadLine(invalid - from, null, found, "must be UTF-8", "Maybe the file has another encoding.");
        }
        @Nullable SalesEvent event = plain(bytes, from, to, traits);
        return event == null ? judged(bytes, from, to) : event;
    }

    /** The event in a line with those {@linkplain Utf8#traits traits} that is written as most are; null leaves it to be judged. */
    @Nullable
    SalesEvent plain(byte[] bytes, int from, int to, int traits) {
        if ((traits & Utf8.ESCAPED) != 0) {
            return null;
        }
        try {
            return event(bytes, from, to, traits == 0 ? ascii : wide, false);
        } catch (BadLine | BrokenRule | MalformedJson unclear) {
            return null;
        }
    }

    /**
     * The event in any line of UTF-8.
     *
     * @throws BadLine if there is none
     */
    SalesEvent judged(byte[] bytes, int from, int to) {
        try {
            return eventOrBadLine(bytes, from, to);
        } catch (MalformedJson malformed) {
            throw BadLine.of(malformed, "line", line.path(), bytes, from, to);
        }
    }

    private SalesEvent eventOrBadLine(byte[] bytes, int from, int to) {
        try {
            return event(bytes, from, to, any, Utf8.indexOf('\\', bytes, from, to) >= 0);
        } catch (BrokenRule broken) {
            String field = broken.field();
            String found = broken.found();
            throw new BadLine(
                    field == null ? any.offset() : 0,
                    field == null ? line.path() : field,
                    found == null ? line.found() : found,
                    broken.rule(),
                    broken.hint());
        }
    }

    private SalesEvent event(byte[] bytes, int from, int to, JsonTokens tokens, boolean escaped) {
        begin(bytes, from, to, tokens, escaped);
        @Nullable String name = line.nextName();
        boolean typeMet = TYPE.equals(name);
        EventType type;
        if (typeMet) {
            type = type();
            name = line.nextName();
        } else {
            type = typeFurtherOn(name);
            end(bytes, from, to, tokens);
            begin(bytes, from, to, tokens, escaped);
            name = line.nextName();
        }
        Values values = type.newValues();
        for (; name != null; name = line.nextName()) {
            line.at(name);
            if (!name.equals(TYPE)) {
                readField(type, name, values);
            } else if (typeMet) {
                throw EventLine.doubled(name);
            } else {
                typeMet = true;
                line.next();
            }
        }
        end(bytes, from, to, tokens);
        return type.event(values);
    }

    private void readField(EventType type, String name, Values values) {
        @Nullable Component<?> component = type.component(name);
        if (component == null) {
            line.checkNew(name);
            line.unknown(type.names());
        } else if (values.met(component)) {
            throw EventLine.doubled(name);
        } else {
            values.put(component, component.reader().readOrNull(line, line.next()));
        }
    }

    private void begin(byte[] bytes, int from, int to, JsonTokens tokens, boolean escaped) {
        tokens.open(bytes, from, to);
        line.begin(tokens, tokens == any, escaped);
        if (line.next() != Token.START_OBJECT) {
            throw BrokenRule.of("must be one JSON object", "Maybe the file is one array; write one object a line.");
        }
        line.deeper();
    }

    private void end(byte[] bytes, int from, int to, JsonTokens tokens) {
        line.shallower();
        line.at(null);
        int trailing = tokens.trailing();
        if (trailing >= 0) {
            throw new BadLine(
                    trailing,
                    null,
                    BadLine.excerpt(bytes, from + trailing, to),
                    "must hold nothing behind its object",
                    "Maybe a line end is missing.");
        }
    }

    private EventType type() {
        line.at(TYPE);
        Token first = line.next();
        if (first == Token.NULL) {
            throw absent(TYPE);
        }
        String name = line.word(first);
        @Nullable EventType type = types.get(name);
        if (type == null) {
            throw BrokenRule.of(
                    "must be a known type",
                    Nearest.to(name, types.keySet())
                            .map(near -> "Maybe " + near + ".")
                            .orElse("Maybe an own type that was not registered, or a line for another application."));
        }
        return type;
    }

    /** Goes to the end of the object. */
    private EventType typeFurtherOn(@Nullable String first) {
        @Nullable EventType type = null;
        for (String name = first; name != null; name = line.nextName()) {
            line.at(name);
            if (name.equals(TYPE)) {
                type = type();
            } else {
                line.skip(line.next());
            }
        }
        if (type == null) {
            throw absent(TYPE);
        }
        return type;
    }
}
