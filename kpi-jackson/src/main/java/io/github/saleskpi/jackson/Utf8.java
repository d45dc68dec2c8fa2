package io.github.saleskpi.jackson;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at bytes eight at a time. */
final class Utf8 {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SPACES = LOW_BITS * ' ';
    private static final long BACKSLASHES = LOW_BITS * '\\';
    private static final long ODD = 0x9E3779B97F4A7C15L;

    /** A {@linkplain #traits trait}: some byte is not ASCII. */
    static final int WIDE = 1;

    /** A {@linkplain #traits trait}: some byte is a backslash or a control character below the blank. */
    static final int ESCAPED = 2;

    private Utf8() {}

    /** Where that ASCII character first stands, or -1. */
    static int indexOf(char ascii, byte[] bytes, int from, int to) {
        long pattern = LOW_BITS * ascii;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long difference = (long) EIGHT.get(bytes, at) ^ pattern;
            long zeros = (difference - LOW_BITS) & ~difference & HIGH_BITS;
            if (zeros != 0) {
                return at + Long.numberOfTrailingZeros(zeros) / 8;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == ascii) {
                return at;
            }
        }
        return -1;
    }

    /** What is unusual about those bytes, as {@link #WIDE} and {@link #ESCAPED}; 0 for printable ASCII without backslashes. */
    static int traits(byte[] bytes, int from, int to) {
        long wide = 0;
        long escaped = 0;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long eight = (long) EIGHT.get(bytes, at);
            long difference = eight ^ BACKSLASHES;
            wide |= eight;
            escaped |= ((eight - SPACES) & ~eight) | ((difference - LOW_BITS) & ~difference);
        }
        for (; at < to; at++) {
            wide |= bytes[at];
            escaped |= bytes[at] == '\\' || (bytes[at] >= 0 && bytes[at] < ' ') ? HIGH_BITS : 0;
        }
        return ((wide & HIGH_BITS) == 0 ? 0 : WIDE) | ((escaped & HIGH_BITS) == 0 ? 0 : ESCAPED);
    }

    /** The eight bytes from there on as one number, without those behind the first such ASCII character. */
    static long upTo(char ascii, byte[] bytes, int from) {
        long eight = (long) EIGHT.get(bytes, from);
        long difference = eight ^ (LOW_BITS * ascii);
        long zeros = (difference - LOW_BITS) & ~difference & HIGH_BITS;
        return eight & (zeros ^ (zeros - 1));
    }

    /** A number with well mixed upper bits. */
    static long mixed(long number) {
        return number * ODD;
    }

    /** How many characters of a string those bytes of UTF-8 are. */
    static int characters(byte[] bytes, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at++) {
            count += ((bytes[at] & 0xC0) == 0x80 ? 0 : 1) + ((bytes[at] & 0xF8) == 0xF0 ? 1 : 0);
        }
        return count;
    }

    /** A number that equal bytes share and others rarely; its upper bits are well mixed. */
    static long hash(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 8) {
            return (fewer(bytes, from, length) ^ length) * ODD;
        }
        long hash = length;
        for (int at = from; at < to - 8; at += 8) {
            long product = (hash ^ (long) EIGHT.get(bytes, at)) * ODD;
            hash = product ^ (product >>> 32);
        }
        return (hash ^ (long) EIGHT.get(bytes, to - 8)) * ODD;
    }

    /** Whether so many bytes are the same from both places on. */
    static boolean same(byte[] some, int from, byte[] others, int othersFrom, int length) {
        if (length < 8) {
            return fewer(some, from, length) == fewer(others, othersFrom, length);
        }
        for (int i = 0; i < length - 8; i += 8) {
            if ((long) EIGHT.get(some, from + i) != (long) EIGHT.get(others, othersFrom + i)) {
                return false;
            }
        }
        return (long) EIGHT.get(some, from + length - 8) == (long) EIGHT.get(others, othersFrom + length - 8);
    }

    /** Fewer than eight bytes as one number, other bytes as another; some stand in it twice. */
    private static long fewer(byte[] bytes, int from, int length) {
        if (length >= 4) {
            long last = (int) FOUR.get(bytes, from + length - 4);
            return ((int) FOUR.get(bytes, from) & 0xFFFFFFFFL) | (last << 32);
        }
        return length == 0
                ? 0
                : (bytes[from] & 0xFF)
                        | ((bytes[from + length / 2] & 0xFF) << 8)
                        | ((bytes[from + length - 1] & 0xFF) << 16);
    }

    /** Where the first thing stands that is not UTF-8, or -1: also overlong forms and surrogates are not. */
    static int firstInvalid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (at + 8 <= to && ((long) EIGHT.get(bytes, at) & HIGH_BITS) == 0) {
                at += 8;
            } else if (bytes[at] >= 0) {
                at++;
            } else {
                int length = length(bytes, at, to);
                if (length == 0) {
                    return at;
                }
                at += length;
            }
        }
        return -1;
    }

    /** Of the character of several bytes that begins there; 0 if it is none. */
    private static int length(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        int second = continuation(bytes, at + 1, to);
        if (first < 0xC2 || first > 0xF4 || second < 0) {
            return 0;
        }
        if (first < 0xE0) {
            return 2;
        }
        if (continuation(bytes, at + 2, to) < 0) {
            return 0;
        }
        int start = (first << 6) | second;
        if (first < 0xF0) {
            boolean overlong = first == 0xE0 && second < 0x20;
            boolean surrogate = first == 0xED && second >= 0x20;
            return overlong || surrogate ? 0 : 3;
        }
        boolean inRange = start >= ((0xF0 << 6) | 0x10) && start < ((0xF4 << 6) | 0x10);
        return inRange && continuation(bytes, at + 3, to) >= 0 ? 4 : 0;
    }

    private static int continuation(byte[] bytes, int at, int to) {
        return at < to && (bytes[at] & 0xC0) == 0x80 ? bytes[at] & 0x3F : -1;
    }
}
