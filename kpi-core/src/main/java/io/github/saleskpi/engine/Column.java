package io.github.saleskpi.engine;

import java.util.Arrays;

/**
 * A growing column of whole numbers. Each {@code CHUNK} of them is packed once it is full, in as many bits as the span between
 * the least and the greatest of them takes, so numbers that lie close together or are all the same cost little. Thread-safe for
 * reading once it is closed and safely published.
 */
final class Column {
    private static final int SHIFT = 12;
    private static final int CHUNK = 1 << SHIFT;
    private static final int FEW = 16;

    private Packed[] packed = {};
    private int packs;
    private long[] open = new long[FEW];
    private int size;

    void add(long value) {
        int place = size & (CHUNK - 1);
        if (place == open.length) {
            open = Arrays.copyOf(open, 2 * place);
        }
        open[place] = value;
        size = Math.incrementExact(size);
        if (place == CHUNK - 1) {
            pack(CHUNK);
        }
    }

    private void pack(int values) {
        packed = packs == packed.length ? Arrays.copyOf(packed, packs + Math.max(4, packs / 2)) : packed;
        packed[packs++] = Packed.of(open, values);
    }

    /** Nothing is added any more. */
    void close() {
        int rest = size & (CHUNK - 1);
        if (rest > 0) {
            pack(rest);
        }
        packed = Arrays.copyOf(packed, packs);
        open = new long[0];
    }

    int size() {
        return size;
    }

    long get(int index) {
        int pack = index >>> SHIFT;
        int place = index & (CHUNK - 1);
        return pack < packs ? packed[pack].get(place) : open[place];
    }

    int getInt(int index) {
        return (int) get(index);
    }

    private static final class Packed {
        private final long base;
        private final int width;
        private final long[] words;

        private Packed(long base, int width, long[] words) {
            this.base = base;
            this.width = width;
            this.words = words;
        }

        static Packed of(long[] values, int size) {
            long least = values[0];
            long most = values[0];
            for (int i = 1; i < size; i++) {
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
            }
            int width = Long.SIZE - Long.numberOfLeadingZeros(most - least);
            // one word more than needed, so that reading may always look at two
            long[] words = new long[width == 0 ? 0 : (size * width + Long.SIZE - 1) / Long.SIZE + 1];
            for (int i = 0; i < size && width > 0; i++) {
                long value = values[i] - least;
                int bit = i * width;
                int shift = bit % Long.SIZE;
                words[bit / Long.SIZE] |= value << shift;
                words[bit / Long.SIZE + 1] |= value >>> 1 >>> (Long.SIZE - 1 - shift);
            }
            return new Packed(least, width, words);
        }

        long get(int index) {
            if (width == 0) {
                return base;
            }
            int bit = index * width;
            int shift = bit % Long.SIZE;
            int word = bit / Long.SIZE;
            long value = words[word] >>> shift | words[word + 1] << 1 << (Long.SIZE - 1 - shift);
            return base + (value & -1L >>> (Long.SIZE - width));
        }
    }
}
