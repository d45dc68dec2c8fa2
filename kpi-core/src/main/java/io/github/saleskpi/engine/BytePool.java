package io.github.saleskpi.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes one after the other, in arrays of which only the first is ever copied to grow. Thread-safe for reading once it is
 * closed and safely published.
 */
final class BytePool {
    private static final int SHIFT = 16;
    private static final int CHUNK = 1 << SHIFT;
    private static final int FEW = 64;
    private static final int SEVEN = 7;
    private static final int MORE = 0x80;

    private byte[][] chunks = {new byte[FEW]};
    private long size;

    void add(int value) {
        int chunk = (int) (size >>> SHIFT);
        int place = (int) size & (CHUNK - 1);
        if (chunk == chunks.length || (place == 0 && chunk > 0)) {
            chunks = chunk == chunks.length ? Arrays.copyOf(chunks, chunk + Math.max(4, chunk / 2)) : chunks;
            chunks[chunk] = new byte[CHUNK];
        } else if (place == chunks[chunk].length) {
            chunks[chunk] = Arrays.copyOf(chunks[chunk], 2 * place);
        }
        chunks[chunk][place] = (byte) value;
        size++;
    }

    /** A number that is not negative in as few times seven bits as it takes, the low ones first; others in 64 bits. */
    void addNumber(long value) {
        long rest = value;
        while (rest >>> SEVEN != 0) {
            add((int) rest | MORE);
            rest >>>= SEVEN;
        }
        add((int) rest);
    }

    long size() {
        return size;
    }

    /** Nothing is added any more. */
    void close() {
        int full = (int) (size >>> SHIFT);
        int rest = (int) size & (CHUNK - 1);
        chunks = Arrays.copyOf(chunks, rest == 0 ? full : full + 1);
        if (rest > 0) {
            chunks[full] = Arrays.copyOf(chunks[full], rest);
        }
    }

    int get(long index) {
        return chunks[(int) (index >>> SHIFT)][(int) index & (CHUNK - 1)] & 0xFF;
    }

    char getChar(long index) {
        return (char) (get(index) << Byte.SIZE | get(index + 1));
    }

    /** The text of so many bytes, each a character below 256. */
    String latin(long from, int length) {
        int place = (int) from & (CHUNK - 1);
        if (length > 0 && place + length <= CHUNK) {
            return new String(chunks[(int) (from >>> SHIFT)], place, length, StandardCharsets.ISO_8859_1);
        }
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = (char) get(from + i);
        }
        return String.valueOf(text);
    }
}
