package io.github.saleskpi.jackson;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.jackson.JsonTokens.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The line being read: its tokens, where in it the reader is, and what lines share. Not thread-safe. */
final class EventLine {
    private static final int WORDS = 2048;
    private static final int REFERENCES = 8192;
    private static final int ACTORS = 2048;
    private static final int ATTRIBUTES = 1024;

    private JsonTokens tokens;
    private final ReadLimits limits;
    private final boolean strict;
    private final TextCache words = new TextCache(WORDS);
    private final TextCache references = new TextCache(REFERENCES);
    private final KnownObjects<Actor> actors = new KnownObjects<>(ACTORS);
    private final KnownObjects<SortedMap<String, String>> attributes = new KnownObjects<>(ATTRIBUTES);
    private final List<DistinctNames> namesByDepth = new ArrayList<>();

    private final long firstSecond;
    private final long endSecond;
    private Token last = Token.NULL;
    private boolean escaped;
    private boolean judged;
    private int depth;
    private @Nullable String field;
    private int item;
    private @Nullable String inner;

    EventLine(JsonTokens tokens, ReadLimits limits, boolean strict) {
        this.tokens = tokens;
        this.limits = limits;
        this.strict = strict;
        firstSecond = startOf(limits.firstYear());
        endSecond = startOf(limits.lastYear() + 1);
    }

    private static long startOf(int year) {
        return LocalDate.of(year, 1, 1).toEpochDay() * 86_400;
    }

    /**
     * Begins with a line that those tokens have opened.
     *
     * @param isJudged whether anybody wants to know what is wrong with it, and where
     */
    void begin(JsonTokens opened, boolean isJudged, boolean mayHaveEscapes) {
        if (tokens != opened) { // for to write a reference to what is old costs a fence
            tokens = opened;
        }
        judged = isJudged;
        escaped = mayHaveEscapes;
        depth = 0;
        at(null);
    }

    ReadLimits limits() {
        return limits;
    }

    KnownObjects<Actor> actors() {
        return actors;
    }

    KnownObjects<SortedMap<String, String>> attributes() {
        return attributes;
    }

    JsonTokens tokens() {
        return tokens;
    }

    /** The reader is at that field of the event, or at none. */
    void at(@Nullable String name) {
        if (judged) {
            field = name;
            item = -1;
            inner = null;
        }
    }

    /** The reader is at that item of the field's array. */
    void atItem(int index) {
        item = index;
        inner = null;
    }

    /** The path of the field that the reader is at, or null. */
    @Nullable
    String path() {
        String array = item < 0 ? field : field + "[" + item + "]";
        return inner == null ? array : array + "." + inner;
    }

    Token next() {
        Token token = tokens.next();
        if (judged) {
            last = token;
        }
        return token;
    }

    /** The value just read, in the words of JSON. */
    String found() {
        return switch (last) {
            case START_OBJECT, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case NAME -> "\"" + tokens.name() + "\"";
            case TEXT -> "\"" + tokens.text() + "\"";
            case INTEGER, FRACTION -> tokens.text();
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
        };
    }

    /** The first second that a moment may have. */
    long firstSecond() {
        return firstSecond;
    }

    /** The first second that a moment may no longer have. */
    long endSecond() {
        return endSecond;
    }

    /** Goes into an object or an array. */
    void deeper() {
        if (++depth > limits.nesting()) {
            throw BrokenRule.finding(
                    "depth " + depth,
                    "must be nested at most " + limits.nesting() + " deep (limit nesting)",
                    "Maybe something is wrapped in itself.");
        }
        while (namesByDepth.size() < depth) {
            namesByDepth.add(new DistinctNames());
        }
        namesByDepth.get(depth - 1).clear();
    }

    /** Goes out of it. */
    void shallower() {
        depth--;
    }

    /** Goes into the object that is the field's value. */
    void beginObject(Token first) {
        if (first != Token.START_OBJECT) {
            throw wrongType("an object", "Maybe braces are missing.");
        }
        deeper();
    }

    /** The next name in the event's object or null at its end; only the caller knows whether it is doubled. */
    @Nullable
    String nextName() {
        at(null);
        String name = nameOrNull();
        checkSurrogates(name);
        return name;
    }

    /** The next name in an object inside the event's, or null at its end. */
    @Nullable
    String nextInner() {
        atInner(null);
        String name = nameOrNull();
        atInner(name);
        if (name == null) {
            shallower();
            return null;
        }
        checkSurrogates(name);
        checkNew(name);
        return name;
    }

    private @Nullable String nameOrNull() {
        if (judged) {
            last = Token.NAME;
        }
        return tokens.nextName();
    }

    private void atInner(@Nullable String name) {
        if (judged) {
            inner = name;
        }
    }

    /** That name must be the first of its kind in the object. */
    void checkNew(String name) {
        if (!namesByDepth.get(depth - 1).add(name)) {
            throw doubled(name);
        }
    }

    static BrokenRule doubled(String name) {
        return BrokenRule.finding(
                "\"" + name + "\"", "must not stand twice in one object", "Maybe two sources were merged; keep one.");
    }

    /** A text that comes up often. */
    String word(Token first) {
        checkText(first, false);
        return tokens.text(words);
    }

    /** The same, but it may be empty. */
    String wordOrEmpty(Token first) {
        checkText(first, true);
        return tokens.text(words);
    }

    /** A text that comes up in several events close to each other. */
    String reference(Token first) {
        checkText(first, false);
        return tokens.text(references);
    }

    /** A text that comes up once. */
    String text(Token first) {
        checkText(first, false);
        return tokens.text();
    }

    /** The length of a name in an object whose names are the embedder's own. */
    void checkLength(int length) {
        if (length > limits.textLength()) {
            throw BrokenRule.of(
                    "must have at most " + limits.textLength() + " characters (limit textLength)",
                    "Maybe a whole message was put into one field.");
        }
    }

    private void checkText(Token first, boolean mayBeEmpty) {
        if (first != Token.TEXT) {
            throw wrongType("a text", "Maybe quotes are missing.");
        }
        int length = tokens.charactersLength();
        if (length == 0 && !mayBeEmpty) {
            throw BrokenRule.of("must not be empty", "Maybe the source has no value; leave it out.");
        }
        checkLength(length);
        checkSurrogates();
    }

    /** The field that the reader is at has more parts than it may. */
    BrokenRule tooMany(String limit, int most, String hint) {
        at(field);
        return BrokenRule.finding("more than " + most, "must be at most " + most + " (limit " + limit + ")", hint);
    }

    static BrokenRule wrongType(String wanted, String hint) {
        return BrokenRule.of("must be " + wanted, hint);
    }

    /** Passes over a field that the event's type does not have. */
    void unknown(Collection<String> known) {
        if (strict) {
            String name = tokens.name();
            throw BrokenRule.finding(
                    "\"" + name + "\"",
                    "must be a known field",
                    Nearest.to(name, known).map(near -> "Maybe " + near + ".").orElse("Maybe put it into attributes."));
        }
        skip(next());
    }

    /** Passes over a value. */
    void skip(Token first) {
        int outside = depth;
        Token token = first;
        while (true) {
            switch (token) {
                case START_OBJECT, START_ARRAY -> deeper();
                case END_OBJECT, END_ARRAY -> shallower();
                case NAME -> {
                    checkSurrogates(tokens.name());
                    checkNew(tokens.name());
                }
                case TEXT -> checkSurrogates();
                default -> {}
            }
            if (depth == outside) {
                return;
            }
            token = next();
        }
    }

    /** Only escapes can bring forth a surrogate without its other half. */
    private void checkSurrogates() {
        if (escaped) {
            checkSurrogates(tokens.text());
        }
    }

    private void checkSurrogates(@Nullable String text) {
        if (escaped && text != null && Surrogates.isUnpaired(text)) {
            throw BrokenRule.finding(
                    "\"" + text + "\"", "must not have half a surrogate pair", "Maybe a text was cut inside an emoji.");
        }
    }
}
