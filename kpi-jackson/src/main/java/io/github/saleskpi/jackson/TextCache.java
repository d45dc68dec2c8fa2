package io.github.saleskpi.jackson;

import org.jspecify.annotations.Nullable;

/** Gives equal short texts as one object where it can; of bounded size, forgets what is crowded out. Not thread-safe. */
final class TextCache {
    private static final int LONGEST = 64;

    private final @Nullable String[] texts;

    /** Of that many texts, a power of two. */
    TextCache(int size) {
        texts = new String[size];
    }

    String get(char[] characters, int from, int length) {
        if (length > LONGEST) {
            return new String(characters, from, length);
        }
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + characters[i];
        }
        int place = (hash ^ (hash >>> 15)) & (texts.length - 1);
        String known = texts[place];
        if (known != null && isSame(known, characters, from, length)) {
            return known;
        }
        String text = new String(characters, from, length);
        texts[place] = text;
        return text;
    }

    private static boolean isSame(String known, char[] characters, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != characters[from + i]) {
                return false;
            }
        }
        return true;
    }
}
