package io.github.saleskpi.jackson;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A line that holds no event, and why; offsets are counted from its start. */
final class BadLine extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int EXCERPT = 160;
    private static final int WORD = 40;

    private final int offset;
    private final @Nullable String field;
    private final String found;
    private final String rule;
    private final String hint;

    BadLine(int offset, @Nullable String field, String found, String rule, String hint) {
        super(null, null, false, false);
        this.offset = offset;
        this.field = field;
        this.found = found;
        this.rule = rule;
        this.hint = hint;
    }

    static BadLine of(MalformedJson malformed, String whole, @Nullable String field, byte[] bytes, int from, int to) {
        int at = Math.min(from + malformed.offset(), to);
        if (at == to) {
            return new BadLine(
                    at - from, field, "end of the " + whole, malformed.rule(), "Maybe the " + whole + " was cut off.");
        }
        at = beginning(bytes, from, at);
        boolean mark = Lines.isByteOrderMark(bytes, at, to);
        return new BadLine(
                at - from,
                field,
                excerpt(bytes, at, to),
                malformed.rule(),
                mark
                        ? "Maybe files were joined; a byte order mark may stand only at the very start."
                        : "Maybe a quote, a comma or a brace is missing.");
    }

    /** Where the word or number begins behind which, or in which, the parser stopped. */
    private static int beginning(byte[] bytes, int from, int at) {
        int beginning = at;
        while (beginning > from && at - beginning < WORD && isContinuation(bytes[beginning])) {
            beginning--;
        }
        while (beginning > from && at - beginning < WORD && isPartOfWord(bytes[beginning - 1])) {
            beginning--;
        }
        return beginning;
    }

    private static boolean isContinuation(byte character) {
        return (character & 0xC0) == 0x80;
    }

    private static boolean isPartOfWord(byte character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || character == '+'
                || character == '-'
                || character == '.'
                || character == '\\';
    }

    static String excerpt(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + EXCERPT);
        while (end < to && end > from && isContinuation(bytes[end])) {
            end--;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    Reject reject(long number, long lineOffset) {
        return new Reject(
                number,
                lineOffset + offset,
                field == null ? null : Printable.of(field),
                Printable.of(found),
                rule,
                hint);
    }
}
