package io.github.saleskpi.jackson;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The names met in one object. Not thread-safe. */
final class DistinctNames {
    private static final int FEW = 16;

    private final String[] few = new String[FEW];
    private int size;
    private Set<String> many = Set.of();

    void clear() {
        if (size > FEW) { // for to write a reference to what is old costs a fence
            many = Set.of();
        }
        size = 0;
    }

    /** Whether the name is new. */
    boolean add(String name) {
        if (size > FEW) {
            return many.add(name);
        }
        for (int i = 0; i < size; i++) {
            if (few[i].equals(name)) {
                return false;
            }
        }
        if (size == FEW) {
            many = new HashSet<>(Arrays.asList(few));
            many.add(name);
        } else {
            few[size] = name;
        }
        size++;
        return true;
    }
}
