package io.github.saleskpi.jackson;

import org.jspecify.annotations.Nullable;

/**
 * What objects were read as, by the bytes in which they stood, so that the same bytes need not be read again; of bounded size,
 * forgets what is crowded out. Not thread-safe.
 *
 * <p>An object is looked for by its bytes up to the first closing brace, whatever that brace closes or if it stands in a text:
 * only whole objects are ever kept that have one such brace, at their end, so none of them begins with another.
 */
final class KnownObjects<T> {
    /** In bytes; an actor with a UUID has some 70. */
    private static final int LONGEST = 96;

    private final int shift;
    private final byte[] bytes;
    private final @Nullable Object[] values;
    private int from;
    private int to;
    private int place;

    /** Of that many objects, a power of two. */
    KnownObjects(int size) {
        shift = Long.numberOfLeadingZeros(size) + 1;
        bytes = new byte[size * LONGEST];
        values = new Object[size];
    }

    /** What the object is that begins there, or null if that is not known. */
    @SuppressWarnings("unchecked") // only put writes there
    @Nullable
    T get(byte[] text, int begin, int end) {
        from = begin;
        to = Utf8.indexOf('}', text, begin, Math.min(end, begin + LONGEST)) + 1;
        if (to == 0) {
            return null;
        }
        place = (int) (Utf8.hash(text, from, to) >>> shift);
        return Utf8.same(bytes, place * LONGEST, text, from, to - from) ? (T) values[place] : null;
    }

    /** Where the object ends that was found. */
    int end() {
        return to;
    }

    /** The object in those bytes that was asked for ended there and is that; it is kept if its first closing brace is its last. */
    void put(byte[] text, int end, T value) {
        if (end == to) {
            values[place] = value;
            System.arraycopy(text, from, bytes, place * LONGEST, to - from);
        }
    }
}
