package io.github.saleskpi.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The ids that any version ever tied to one key of a subject; or, without a key, one event that names none. */
final class Strand {
    private static final int[] EMPTY = {};

    private final SubjectIndex subject;
    private final @Nullable String key;
    private int[] ids = EMPTY;
    private int size;
    private boolean dirty;
    private long leaves;

    Strand(SubjectIndex subject, @Nullable String key) {
        this.subject = subject;
        this.key = key;
    }

    SubjectIndex subject() {
        return subject;
    }

    @Nullable
    String key() {
        return key;
    }

    void add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size == 0 ? 1 : size + Math.max(1, size / 2));
        }
        ids[size++] = id;
    }

    int size() {
        return size;
    }

    int id(int index) {
        return ids[index];
    }

    /** Marks it to be told again; false if it was marked already. */
    boolean mark() {
        boolean first = !dirty;
        dirty = true;
        return first;
    }

    void clean() {
        dirty = false;
    }

    /** The bits of the leaves in which its story was told last. */
    long leaves() {
        return leaves;
    }

    void leaves(long bits) {
        leaves = bits;
    }
}
