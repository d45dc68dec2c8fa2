package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** Events of a batch, by a part of an array of their numbers; moved on from part to part. Not thread-safe. */
final class Slice extends AbstractList<SalesEvent> implements RandomAccess {
    private final Standing standing;
    private int[] numbers = {};
    private int from;
    private int size;

    Slice(Standing standing) {
        this.standing = standing;
    }

    /** Shows that part from now on. */
    Slice of(int[] array, int start, int end) {
        numbers = array;
        from = start;
        size = end - start;
        return this;
    }

    @Override
    public SalesEvent get(int index) {
        return standing.event(numbers[from + Objects.checkIndex(index, size)]);
    }

    @Override
    public int size() {
        return size;
    }

    boolean isSorted() {
        for (int i = 1; i < size; i++) {
            if (StoryOrder.INSTANCE.compare(get(i - 1), get(i)) > 0) {
                return false;
            }
        }
        return true;
    }
}
