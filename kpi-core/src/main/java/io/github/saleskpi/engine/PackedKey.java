package io.github.saleskpi.engine;

import java.nio.charset.StandardCharsets;

/**
 * A text of up to {@code LONGEST} Latin-1 characters in three longs, which are equal exactly for equal texts. Of a longer or
 * another one they have the {@link Fingerprint}, which only finds suspects; and where texts have numbers, that number. To be
 * filled anew for each text. Not thread-safe.
 */
final class PackedKey {
    /** As many as leave a byte for the length. */
    static final int LONGEST = 23;

    private static final int BYTE = 8;
    private static final int LAST = 56;
    private static final long SUSPECT = 0xFFL << LAST;
    private static final long NUMBER = 0xFEL << LAST;

    private long first;
    private long second;
    private long third;

    /** Takes a text. */
    void pack(String text) {
        int length = text.length();
        if (length > LONGEST) {
            suspect(text);
            return;
        }
        first = part(text, 0, Math.min(length, 8));
        second = part(text, 8, Math.min(length, 16));
        third = part(text, 16, length) | (length + 1L) << LAST;
        if (isForeign(text, length)) {
            suspect(text);
        }
    }

    private static long part(String text, int from, int to) {
        long part = 0;
        for (int i = to - 1; i >= from; i--) {
            part = part << BYTE | text.charAt(i);
        }
        return part;
    }

    private static boolean isForeign(String text, int length) {
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= text.charAt(i);
        }
        return all > 0xFF;
    }

    private void suspect(String text) {
        first = Fingerprint.of(text);
        second = 0;
        third = SUSPECT;
    }

    /** Takes the number of a text. */
    void number(int number) {
        first = number;
        second = 0;
        third = NUMBER;
    }

    /** The fingerprint of a text. */
    static long printOf(String text) {
        PackedKey key = new PackedKey();
        key.pack(text);
        return key.print();
    }

    /** The fingerprint of the number of a text. */
    static long printOf(int number) {
        return print(number, 0, NUMBER);
    }

    /** Takes no text at all. */
    void none() {
        first = 0;
        second = 0;
        third = 0;
    }

    /** Whether equal ones may stand for different texts. */
    boolean isSuspect() {
        return isSuspect(third);
    }

    long first() {
        return first;
    }

    long second() {
        return second;
    }

    long third() {
        return third;
    }

    /** 64 bits of all three; equal keys have equal ones. */
    long print() {
        return print(first, second, third);
    }

    static long print(long first, long second, long third) {
        long print = Fingerprint.mixed(Fingerprint.mixed(first ^ Fingerprint.START) ^ second);
        print = Fingerprint.mixed(print ^ third);
        return (print ^ print >>> 29) * Fingerprint.FACTOR;
    }

    /** Whether equal ones may stand for different texts. */
    static boolean isSuspect(long third) {
        return third == SUSPECT;
    }

    /** Whether they stand for the number of a text, which is then the first of them. */
    static boolean isNumber(long third) {
        return third == NUMBER;
    }

    /** The text that was packed whole. */
    static String text(long first, long second, long third) {
        int length = (int) (third >>> LAST) - 1;
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            long part = i < 8 ? first : i < 16 ? second : third;
            bytes[i] = (byte) (part >>> (BYTE * (i & 7)));
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
