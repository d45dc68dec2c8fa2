package io.github.saleskpi.jackson;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text as most are written: one object in valid UTF-8, {@linkplain Utf8#traits without} escapes and control
 * characters. It gives the tokens that any parser of JSON gives, and refuses what is no JSON, what is unusual, and what it has
 * no room for: of all that, another parser has to say what it is.
 */
final class PlainTokens implements JsonTokens {
    private static final int MOST_NAMES = 256;
    private static final int DEEPEST = 60;

    private final boolean ascii;
    private final Charset charset;
    private final NameCache names;
    private byte[] bytes = {};
    private int begin;
    private int end;
    private int at;
    private int depth;
    private long objects;
    private boolean empty;
    private boolean named;
    private int namesLeft;
    private int token;
    private int from;
    private int to;
    private int nameFrom;
    private int nameTo;
    private int nameKnown;
    private char[] characters = {};

    private PlainTokens(boolean ascii, Collection<String> known) {
        this.ascii = ascii;
        this.names = new NameCache(known);
        this.charset = ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    /** For texts that may hold any characters; gives names that are equal to one of those as that object. */
    static PlainTokens wide(Collection<String> known) {
        return new PlainTokens(false, known);
    }

    /** The same for texts of ASCII only. */
    static PlainTokens ascii(Collection<String> known) {
        return new PlainTokens(true, known);
    }

    @Override
    public void open(byte[] text, int textFrom, int textTo) {
        if (bytes != text) { // for to write a reference to what is old costs a fence
            bytes = text;
        }
        begin = textFrom;
        at = textFrom;
        end = textTo;
        depth = 0;
        objects = 0;
        empty = true;
        named = false;
        namesLeft = MOST_NAMES;
    }

    @Override
    public Token next() {
        int next = peek();
        if (named) {
            named = false;
            return value(next);
        }
        if (depth == 0) {
            if (next != '{' || !empty) {
                throw refused();
            }
            return value(next);
        }
        boolean inObject = inObject();
        if (next == (inObject ? '}' : ']')) {
            token = at++;
            depth--;
            empty = false;
            return inObject ? Token.END_OBJECT : Token.END_ARRAY;
        }
        if (!empty) {
            next = behind(',');
        }
        empty = false;
        return inObject ? named(next) : value(next);
    }

    @Override
    public @Nullable String nextName() {
        return next() == Token.NAME ? name() : null;
    }

    private boolean inObject() {
        return (objects >>> depth & 1) != 0;
    }

    private Token named(int first) {
        if (namesLeft-- == 0) {
            throw refused();
        }
        nameKnown = first == '"' ? names.find(bytes, at + 1, end) : -1;
        if (nameKnown >= 0) {
            token = at;
            at += 1 + names.length(nameKnown);
        } else {
            text(first);
            nameFrom = from;
            nameTo = to;
        }
        peek();
        behind(':');
        named = true;
        return Token.NAME;
    }

    private Token value(int first) {
        token = at;
        return switch (first) {
            case '"' -> text(first);
            case '{' -> opened(true, Token.START_OBJECT);
            case '[' -> opened(false, Token.START_ARRAY);
            case 't' -> word("true", Token.TRUE);
            case 'f' -> word("false", Token.FALSE);
            case 'n' -> word("null", Token.NULL);
            default -> number();
        };
    }

    private Token opened(boolean object, Token opening) {
        if (++depth > DEEPEST) {
            throw refused();
        }
        objects = object ? objects | 1L << depth : objects & ~(1L << depth);
        empty = true;
        at++;
        return opening;
    }

    private Token text(int first) {
        if (first != '"') {
            throw refused();
        }
        token = at;
        int quote = Utf8.indexOf('"', bytes, at + 1, end);
        if (quote < 0) {
            throw refused();
        }
        from = at + 1;
        to = quote;
        at = quote + 1;
        return Token.TEXT;
    }

    private Token word(String letters, Token meant) {
        for (int i = 0; i < letters.length(); i++, at++) {
            if (at == end || bytes[at] != letters.charAt(i)) {
                throw refused();
            }
        }
        return meant;
    }

    private Token number() {
        from = at;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        boolean fraction = skip('.');
        if (fraction) {
            digits();
        }
        boolean exponent = skip('e') || skip('E');
        if (exponent) {
            if (!skip('-')) {
                skip('+');
            }
            digits();
        }
        to = at;
        return fraction || exponent ? Token.FRACTION : Token.INTEGER;
    }

    private void digits() {
        int first = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == first) {
            throw refused();
        }
    }

    private boolean skip(char wanted) {
        if (at < end && bytes[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private MalformedJson refused() {
        return MalformedJson.at((long) at - begin);
    }

    /** What stands next that is no blank; it stays there. */
    private int peek() {
        for (; at < end; at++) {
            if (bytes[at] != ' ') {
                return bytes[at];
            }
        }
        throw refused();
    }

    /** Passes over that separator. */
    private int behind(char separator) {
        if (!skip(separator)) {
            throw refused();
        }
        return peek();
    }

    @Override
    public String name() {
        return nameKnown >= 0 ? names.name(nameKnown) : names.add(bytes, nameFrom, nameTo, charset);
    }

    @Override
    public String text() {
        return new String(bytes, from, to - from, charset);
    }

    @Override
    public String text(TextCache cache) {
        return cache.get(bytes, from, to, charset);
    }

    @Override
    public @Nullable Instant instant() {
        return PlainInstant.of(bytes, from, to);
    }

    @Override
    public <T> @Nullable T known(KnownObjects<T> objects) {
        @Nullable T value = objects.get(bytes, token, end);
        if (value != null) {
            at = objects.end();
            depth--;
            empty = false;
        }
        return value;
    }

    @Override
    public <T> void learn(KnownObjects<T> objects, T value) {
        objects.put(bytes, at, value);
    }

    @Override
    public char[] characters() {
        if (!ascii) {
            return text().toCharArray();
        }
        int length = to - from;
        if (characters.length < length) {
            characters = new char[2 * length];
        }
        for (int i = 0; i < length; i++) {
            characters[i] = (char) bytes[from + i];
        }
        return characters;
    }

    @Override
    public int charactersFrom() {
        return 0;
    }

    @Override
    public int charactersLength() {
        return ascii ? to - from : Utf8.characters(bytes, from, to);
    }

    @Override
    public int offset() {
        return token - begin;
    }

    @Override
    public int trailing() {
        for (int i = at; i < end; i++) {
            if (bytes[i] != ' ') {
                return i - begin;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        bytes = new byte[0];
    }
}
