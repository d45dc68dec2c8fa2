package io.github.saleskpi.jackson;

import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Jackson 3's streaming parser. One parser goes through text after text, since making one costs as much as parsing a
 * short line; it is replaced after a text that it did not finish, and now and then so that the names that it remembers
 * stay few.
 */
final class Jackson3Tokens implements JsonTokens {
    private static final long BYTES_PER_PARSER = 1 << 24;

    private final JsonFactory factory;
    private @Nullable JsonParser parser;
    private Feed feed = new Feed();
    private long base;
    private boolean finished;

    Jackson3Tokens(ReadLimits limits) {
        factory = JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.nesting() + 1)
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    @Override
    public void open(byte[] bytes, int from, int to) {
        if (parser == null || !finished || feed.given > BYTES_PER_PARSER) {
            close();
            feed = new Feed();
            parser = factory.createParser(ObjectReadContext.empty(), feed);
        }
        base = feed.given;
        finished = false;
        feed.open(bytes, from, to);
    }

    private JsonParser parser() {
        if (parser == null) {
            throw new IllegalStateException("tokens (closed): must be opened first. Maybe call open.");
        }
        return parser;
    }

    @Override
    public Token next() {
        try {
            JsonToken token = parser().nextToken();
            return token == null ? endedEarly() : token(token);
        } catch (JacksonException malformed) {
            throw malformed(malformed);
        }
    }

    private Token endedEarly() {
        throw MalformedJson.at(feed.given - base);
    }

    private static Token token(JsonToken token) {
        return switch (token.id()) {
            case JsonTokenId.ID_START_OBJECT -> Token.START_OBJECT;
            case JsonTokenId.ID_END_OBJECT -> Token.END_OBJECT;
            case JsonTokenId.ID_START_ARRAY -> Token.START_ARRAY;
            case JsonTokenId.ID_END_ARRAY -> Token.END_ARRAY;
            case JsonTokenId.ID_PROPERTY_NAME -> Token.NAME;
            case JsonTokenId.ID_STRING -> Token.TEXT;
            case JsonTokenId.ID_NUMBER_INT -> Token.INTEGER;
            case JsonTokenId.ID_NUMBER_FLOAT -> Token.FRACTION;
            case JsonTokenId.ID_TRUE -> Token.TRUE;
            case JsonTokenId.ID_FALSE -> Token.FALSE;
            case JsonTokenId.ID_NULL -> Token.NULL;
            default ->
                throw new IllegalStateException(
                        token + " (no token of JSON): must not come up. Maybe this is another version of Jackson.");
        };
    }

    @Override
    public @Nullable String nextName() {
        try {
            return parser().nextName();
        } catch (JacksonException malformed) {
            throw malformed(malformed);
        }
    }

    @Override
    public String name() {
        return parser().currentName();
    }

    @Override
    public String text() {
        try {
            return parser().getString();
        } catch (JacksonException malformed) {
            throw malformed(malformed);
        }
    }

    @Override
    public String text(TextCache cache) {
        return cache.get(text());
    }

    @Override
    public char[] characters() {
        try {
            return parser().getStringCharacters();
        } catch (JacksonException malformed) {
            throw malformed(malformed);
        }
    }

    @Override
    public int charactersFrom() {
        return parser().getStringOffset();
    }

    @Override
    public int charactersLength() {
        try {
            return parser().getStringLength();
        } catch (JacksonException malformed) {
            throw malformed(malformed);
        }
    }

    @Override
    public int offset() {
        return (int) Math.max(0, parser().currentTokenLocation().getByteOffset() - base);
    }

    private MalformedJson malformed(JacksonException cause) {
        if (cause instanceof StreamConstraintsException) {
            return MalformedJson.tooCostly();
        }
        @Nullable TokenStreamLocation location = cause.getLocation();
        return MalformedJson.at(location == null ? 0 : location.getByteOffset() - base);
    }

    @Override
    public int trailing() {
        int unread = parser().releaseBuffered(OutputStream.nullOutputStream());
        finished = true;
        return feed.firstBehind(unread);
    }

    @Override
    public void close() {
        if (parser != null) {
            parser.close();
            parser = null;
        }
    }

    /**
     * Hands one text to the parser and says that there is no more, until the next is opened. Begins with white space, so
     * that the parser, which guesses the encoding, finds UTF-8, and no byte order mark.
     */
    private static final class Feed extends InputStream {
        private byte[] bytes = {' ', ' ', ' ', ' '};
        private int from;
        private int at;
        private int to = bytes.length;
        private long given;

        void open(byte[] text, int textFrom, int textTo) {
            bytes = text;
            from = textFrom;
            at = textFrom;
            to = textTo;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read (one byte): must not come up. Maybe read a block.");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == to) {
                return -1;
            }
            int count = Math.min(length, to - at);
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            given += count;
            return count;
        }

        /** Where the first thing but white space stands in the last bytes of the text, not given or not read; or -1. */
        int firstBehind(int unread) {
            for (int i = at - unread; i < to; i++) {
                if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
                    return i - from;
                }
            }
            return -1;
        }
    }
}
