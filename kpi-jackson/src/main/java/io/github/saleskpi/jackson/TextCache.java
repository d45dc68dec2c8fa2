package io.github.saleskpi.jackson;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Gives equal short texts as one object where it can; of bounded size, forgets what is crowded out. Not thread-safe.
 *
 * <p>Texts are found by their bytes, which lie in one array with a place for each: a text is compared without being looked at.
 */
final class TextCache {
    /** In bytes; a UUID has 36. */
    private static final int LONGEST = 40;

    private final int shift;
    private final byte[] bytes;
    private final @Nullable String[] texts;
    private final byte[] lengths;

    /** Of that many texts, a power of two. */
    TextCache(int size) {
        shift = Long.numberOfLeadingZeros(size) + 1;
        bytes = new byte[size * LONGEST];
        texts = new String[size];
        lengths = new byte[size];
    }

    /** The text; not one with half a surrogate pair. */
    String get(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return get(utf8, 0, utf8.length, StandardCharsets.UTF_8);
    }

    /** The text in those bytes of UTF-8, which may be named ISO 8859-1 if they are ASCII. */
    String get(byte[] line, int from, int to, Charset charset) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(line, from, length, charset);
        }
        int place = (int) (Utf8.hash(line, from, to) >>> shift);
        int start = place * LONGEST;
        String known = texts[place];
        if (known != null && lengths[place] == length && Utf8.same(bytes, start, line, from, length)) {
            return known;
        }
        String text = new String(line, from, length, charset);
        texts[place] = text;
        lengths[place] = (byte) length;
        System.arraycopy(line, from, bytes, start, length);
        return text;
    }
}
