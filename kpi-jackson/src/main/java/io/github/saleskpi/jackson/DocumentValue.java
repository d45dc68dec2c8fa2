package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value in a small JSON document, with its path for messages: {@code rates[2].rate}. Immutable and thread-safe.
 *
 * @param path where it stands, or what the document is
 * @param prefix begins the paths of its fields
 * @param kind how it is written
 * @param text the text, or the number as written
 * @param fields the values of an object
 * @param array the values of an array
 */
record DocumentValue(
        String path,
        String prefix,
        Token kind,
        String text,
        Map<String, DocumentValue> fields,
        List<DocumentValue> array) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int DATE_LENGTH = 10;
    private static final int DEEPEST = 32;

    /**
     * The whole document.
     *
     * @throws IllegalArgumentException if it is not JSON, or an object has a doubled key
     */
    static DocumentValue of(String name, byte[] document, JsonTokens tokens) {
        int from = Lines.isByteOrderMark(document, 0, document.length) ? 3 : 0;
        int invalid = Utf8.firstInvalid(document, from, document.length);
        if (invalid >= 0) {
            String found = "0x" + Integer.toHexString(document[invalid] & 0xFF);
            throw wrong(name + ", byte " + invalid, found, "must be UTF-8", "Maybe the file has another encoding.");
        }
        try {
            tokens.open(document, from, document.length);
            DocumentValue root = value(name, "", tokens.next(), tokens, 1);
            int trailing = tokens.trailing();
            if (trailing >= 0) {
                throw MalformedJson.at(trailing);
            }
            return root;
        } catch (MalformedJson malformed) {
            Reject reject = BadLine.of(malformed, "document", null, document, from, document.length)
                    .reject(1, from);
            throw wrong(name + ", byte " + reject.byteOffset(), reject.found(), reject.rule(), reject.hint());
        }
    }

    private static DocumentValue value(String path, String prefix, Token first, JsonTokens tokens, int depth) {
        if (depth > DEEPEST) {
            throw wrong(
                    path,
                    "depth " + depth,
                    "must be nested at most " + DEEPEST + " deep",
                    "Maybe something is wrapped in itself.");
        }
        Map<String, DocumentValue> fields = new LinkedHashMap<>();
        List<DocumentValue> array = new ArrayList<>();
        String text = "";
        switch (first) {
            case START_OBJECT -> {
                for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
                    String inner = prefix + Printable.of(name);
                    if (fields.put(name, value(inner, inner + ".", tokens.next(), tokens, depth + 1)) != null) {
                        throw wrong(
                                inner,
                                "\"" + name + "\"",
                                "must not stand twice in one object",
                                "Maybe one is a left-over.");
                    }
                }
            }
            case START_ARRAY -> {
                for (Token token = tokens.next(); token != Token.END_ARRAY; token = tokens.next()) {
                    String inner = path + "[" + array.size() + "]";
                    array.add(value(inner, inner + ".", token, tokens, depth + 1));
                }
            }
            case TEXT, INTEGER, FRACTION -> text = tokens.text();
            default -> {}
        }
        return new DocumentValue(path, prefix, first, text, fields, array);
    }

    /** The exception for what stands at that path. */
    static IllegalArgumentException wrong(String path, String found, String rule, String hint) {
        return new IllegalArgumentException(path + " (" + Printable.of(found) + "): " + rule + ". " + hint);
    }

    /** The exception for this value. */
    IllegalArgumentException wrong(String rule, String hint) {
        String found = switch (kind) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case TEXT -> "\"" + text + "\"";
            case INTEGER, FRACTION -> text;
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
        return wrong(path, found, rule, hint);
    }

    /** This object, all of whose fields must be among those, and all of those there. */
    DocumentValue withFields(String... names) {
        return withFields(List.of(names), List.of());
    }

    /** This object, all of whose fields must be among those, and all of the first there. */
    DocumentValue withFields(List<String> required, List<String> optional) {
        checkObject();
        List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
        fields.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw value.wrong(
                        "must be a known field: " + String.join(", ", known),
                        Nearest.to(name, known)
                                .map(near -> "Maybe " + near + ".")
                                .orElse("Maybe the file is of another kind."));
            }
        });
        required.forEach(this::field);
        return this;
    }

    private void checkObject() {
        if (kind != Token.START_OBJECT) {
            throw wrong("must be an object", "Maybe a brace is missing.");
        }
    }

    /** The fields of this object by what that parser makes of their names. */
    <T> Map<T, DocumentValue> byName(Function<String, T> parser) {
        checkObject();
        Map<T, DocumentValue> byName = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            try {
                byName.put(parser.apply(name), value);
            } catch (BrokenRule broken) {
                throw wrong(value.path, "\"" + name + "\"", broken.rule(), broken.hint());
            }
        });
        return byName;
    }

    /** A field of this object. */
    DocumentValue field(String name) {
        @Nullable DocumentValue value = fields.get(name);
        if (value == null) {
            throw wrong(prefix + name, "absent", "is required", "Maybe it has another name.");
        }
        return value;
    }

    /** A field of this object, or null where it is absent or null. */
    @Nullable
    DocumentValue fieldOrNull(String name) {
        DocumentValue value = fields.get(name);
        return value == null || value.kind == Token.NULL ? null : value;
    }

    /** The values of that field, which is an array; none where it is absent or null. */
    List<DocumentValue> itemsOf(String name) {
        DocumentValue value = fieldOrNull(name);
        return value == null ? List.of() : value.items();
    }

    /** The values of this array. */
    List<DocumentValue> items() {
        if (kind != Token.START_ARRAY) {
            throw wrong("must be an array", "Maybe brackets are missing.");
        }
        return array;
    }

    /** What that parser makes of this text. */
    <T> T text(Function<String, T> parser) {
        if (kind != Token.TEXT) {
            throw wrong("must be a text", "Maybe quotes are missing.");
        }
        return parsed(parser);
    }

    /** This text, which must not be empty. */
    String word() {
        return text(word -> {
            if (word.isEmpty()) {
                throw BrokenRule.of("must not be empty", "Maybe it was not filled in.");
            }
            if (Surrogates.isUnpaired(word)) {
                throw BrokenRule.of("must not have half a surrogate pair", "Maybe a text was cut inside an emoji.");
            }
            return word;
        });
    }

    /** The exception for this value, in the words of another. */
    IllegalArgumentException wrong(IllegalArgumentException refused) {
        BrokenRule broken = BrokenRule.from(refused);
        return wrong(broken.rule(), broken.hint());
    }

    /** This text or number as a decimal. */
    BigDecimal decimal() {
        if (kind != Token.TEXT && kind != Token.INTEGER && kind != Token.FRACTION) {
            throw wrong("must be a decimal, such as \"0.92\"", "Maybe quotes are missing.");
        }
        return parsed(Decimals::parse);
    }

    /** This true or false. */
    boolean flag() {
        if (kind != Token.TRUE && kind != Token.FALSE) {
            throw wrong("must be true or false", "Maybe it stands in quotes.");
        }
        return kind == Token.TRUE;
    }

    /** This text as a date. */
    LocalDate date() {
        return text(DocumentValue::date);
    }

    /** @throws BrokenRule if it is no date of four digits for the year, two for the month and two for the day */
    static LocalDate date(String text) {
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text, DATE);
            }
        } catch (DateTimeParseException malformed) {
            // as one of another length
        }
        throw BrokenRule.of("must be a date of the calendar, such as \"2026-01-31\"", "Maybe it has a time.");
    }

    private <T> T parsed(Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (BrokenRule broken) {
            throw wrong(broken.rule(), broken.hint());
        }
    }
}
