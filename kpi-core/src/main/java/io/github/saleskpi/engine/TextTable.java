package io.github.saleskpi.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Distinct texts, numbered from 0 in the order in which they come, exactly as they are: a byte for each character if all are
 * below 256, else two. Thread-safe for reading once it is closed and safely published.
 */
final class TextTable implements TextNumbers.Keeper {
    private static final int LATIN = 0xFF;
    private static final int WORDS = 1 << 12;
    private static final int SHIFT = 8;

    private final BytePool bytes = new BytePool();
    /** Where each begins, doubled, and one more if it takes two bytes a character. */
    private final Column starts = new Column();

    private TextNumbers numbers = new TextNumbers(this);
    private @Nullable String[] @Nullable [] words = {};
    private int kept;

    /** The number of a text, which it is given if it has none. */
    int number(String text) {
        int known = numbers.find(text);
        if (known != TextNumbers.NONE) {
            return known;
        }
        boolean wide = isWide(text);
        starts.add(bytes.size() << 1 | (wide ? 1 : 0));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (wide) {
                bytes.add(c >>> Byte.SIZE);
            }
            bytes.add(c);
        }
        return numbers.add(text);
    }

    /** The number of a text, or -1 if it has none; until this is closed. */
    int find(String text) {
        return numbers.find(text);
    }

    /** The same of a text that will be asked for often: the first of these are kept as they are. */
    int wordNumber(String text) {
        int number = number(text);
        int group = number >>> SHIFT;
        if (kept < WORDS) {
            words = group < words.length ? words : Arrays.copyOf(words, group + Math.max(4, group / 2));
            @Nullable String[] own = words[group];
            if (own == null) {
                own = new String[1 << SHIFT];
                words[group] = own;
            }
            if (own[number & own.length - 1] == null) {
                own[number & own.length - 1] = text;
                kept++;
            }
        }
        return number;
    }

    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LATIN) {
                return true;
            }
        }
        return false;
    }

    /** No text is added any more, so the numbers need not be found. */
    void close() {
        bytes.close();
        starts.close();
        numbers = new TextNumbers(this);
    }

    int size() {
        return starts.size();
    }

    @Override
    public String text(int number) {
        int group = number >>> SHIFT;
        @Nullable String[] own = group < words.length ? words[group] : null;
        String word = own == null ? null : own[number & own.length - 1];
        if (word != null) {
            return word;
        }
        long start = starts.get(number);
        long length = bytes(number, start);
        if ((start & 1) == 0) {
            return bytes.latin(start >>> 1, (int) length);
        }
        char[] text = new char[(int) (length / 2)];
        for (int i = 0; i < text.length; i++) {
            text[i] = bytes.getChar((start >>> 1) + 2L * i);
        }
        return String.valueOf(text);
    }

    private long bytes(int number, long start) {
        long end = number + 1 < starts.size() ? starts.get(number + 1) >>> 1 : bytes.size();
        return end - (start >>> 1);
    }

    @Override
    public boolean is(int number, String text) {
        long start = starts.get(number);
        boolean wide = (start & 1) != 0;
        if (bytes(number, start) != (wide ? 2L * text.length() : text.length())) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = wide ? bytes.getChar((start >>> 1) + 2L * i) : (char) bytes.get((start >>> 1) + i);
            if (c != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
