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
    private int size; // its complement while it is marked: a ledger has millions of strands
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
        int known = size();
        if (known == 0) {
            first = id;
        } else {
            if (known > others.length) {
                others = Arrays.copyOf(others, known + known / 2);
            }
            others[known - 1] = id;
        }
        size = size < 0 ? ~(known + 1) : known + 1;
    }

    int size() {
        return size < 0 ? ~size : size;
    }

    int id(int index) {
        return index == 0 ? first : others[index - 1];
    }

    /** Marks it to be told again; false if it was marked already. */
    boolean mark() {
        boolean isFirst = size >= 0;
        size = isFirst ? ~size : size;
        return isFirst;
    }

    void clean() {
        size = size();
    }

    /** The bits of the leaves in which its story was told last. */
    long leaves() {
        return leaves;
    }

    void leaves(long bits) {
        leaves = bits;
    }
}
