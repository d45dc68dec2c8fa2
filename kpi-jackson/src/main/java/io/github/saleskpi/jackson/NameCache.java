package io.github.saleskpi.jackson;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Gives equal names as one object where it can; of bounded size, forgets what is crowded out. Not thread-safe.
 *
 * <p>A name is looked for by its first bytes, before it is known where it ends, and then compared with its closing quote.
 */
final class NameCache {
    private static final int SIZE = 4096;
    private static final int SHIFT = Long.numberOfLeadingZeros(SIZE) + 1;
    private static final int FIRST = 8;
    private static final int LONGEST = 40;
    private static final byte[] NOTHING = {};

    private final byte[][] quoted = new byte[SIZE][];
    private final String[] names = new String[SIZE];

    /** With those, as the objects that they are. */
    NameCache(Collection<String> known) {
        Arrays.fill(quoted, NOTHING);
        for (String name : known) {
            byte[] bytes = (name + "\"").getBytes(StandardCharsets.UTF_8);
            keep(Utf8.upTo('"', Arrays.copyOf(bytes, bytes.length + FIRST), 0), bytes, name);
        }
    }

    private static int placeOf(long first) {
        return (int) (Utf8.mixed(first) >>> SHIFT);
    }

    private void keep(long first, byte[] bytes, String name) {
        int place = placeOf(first);
        quoted[place] = bytes;
        names[place] = name;
    }

    /** The place of the name that begins there, behind its opening quote, or -1 if it is not known. */
    int find(byte[] line, int from, int end) {
        if (end - from < FIRST) {
            return -1;
        }
        int place = placeOf(Utf8.upTo('"', line, from));
        byte[] known = quoted[place];
        boolean same = known.length > 0 && known.length <= end - from && Utf8.same(known, 0, line, from, known.length);
        return same ? place : -1;
    }

    /** The name at a place. */
    String name(int place) {
        return names[place];
    }

    /** How many bytes the name at a place has, with its closing quote. */
    int length(int place) {
        return quoted[place].length;
    }

    /** The name in those bytes, before a quote, which is known from now on if it is short. */
    String add(byte[] line, int from, int to, Charset charset) {
        String name = new String(line, from, to - from, charset);
        if (to - from < LONGEST && line.length - from >= FIRST) {
            keep(Utf8.upTo('"', line, from), Arrays.copyOfRange(line, from, to + 1), name);
        }
        return name;
    }
}
