package io.github.saleskpi.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The ids that any version ever tied to one key of a subject; or, without a key, one event that names none. */
final class Strand {
    private static final int[] NONE = {};

    private final SubjectIndex subject;
    private final @Nullable String key;
    private int first;
    private int[] others = NONE;
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
        if (size == 0) {
            first = id;
        } else {
            if (size > others.length) {
                others = Arrays.copyOf(others, size + size / 2);
            }
            others[size - 1] = id;
        }
        size++;
    }

    int size() {
        return size;
    }

    int id(int index) {
        return index == 0 ? first : others[index - 1];
    }

    /** Marks it to be told again; false if it was marked already. */
    boolean mark() {
        boolean isFirst = !dirty;
        dirty = true;
        return isFirst;
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
