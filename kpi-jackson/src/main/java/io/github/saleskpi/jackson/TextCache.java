package io.github.saleskpi.jackson;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gives equal short texts as one object where it can; of bounded size, forgets what is crowded out. Not thread-safe. */
final class TextCache {
    private static final int LONGEST = 64;
    private static final int HASH_BITS = 32;

    private final int mask;
    private final byte[][] bytes;
    private final @Nullable String[] texts;

    /** Of that many texts, a power of two. */
    TextCache(int size) {
        mask = size - 1;
        bytes = new byte[size][];
        texts = new String[size];
    }

    /** The text; not one with half a surrogate pair. */
    String get(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return get(utf8, 0, utf8.length, StandardCharsets.UTF_8);
    }

    /** The text in those bytes of UTF-8, which may be named ISO 8859-1 if they are ASCII. */
    String get(byte[] line, int from, int to, Charset charset) {
        if (to - from > LONGEST) {
            return new String(line, from, to - from, charset);
        }
        int place = (int) (Utf8.hash(line, from, to) >>> HASH_BITS) & mask;
        String known = texts[place];
        if (known != null && Arrays.equals(bytes[place], 0, bytes[place].length, line, from, to)) {
            return known;
        }
        String text = new String(line, from, to - from, charset);
        texts[place] = text;
        bytes[place] = Arrays.copyOfRange(line, from, to);
        return text;
    }
}
