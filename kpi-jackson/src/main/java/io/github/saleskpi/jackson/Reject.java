package io.github.saleskpi.jackson;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Why a line was rejected. Immutable and thread-safe.
 *
 * @param line the number of the line, counted from 1, blank lines included
 * @param byteOffset where the offending value begins, or the line if that is not known; counted from 0 at the start of
 *     the input, uncompressed
 * @param field the path of the offending field, such as {@code links[2].kind}, or null for the line as a whole
 * @param found the value found as JSON, made printable and shortened to about 80 characters
 * @param rule the rule that it broke, such as {@code must be at least 1}
 * @param hint what may be the matter: begins with {@code Maybe} and ends with a full stop
 */
public record Reject(long line, long byteOffset, @Nullable String field, String found, String rule, String hint)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** All of it in one line, such as {@code line 7, byte 913: count (0): must be at least 1. Maybe ...}. */
    public String message() {
        return "line " + line + ", byte " + byteOffset + ": " + (field == null ? "" : field + " ") + "(" + found + "): "
                + rule + ". " + hint;
    }
}
