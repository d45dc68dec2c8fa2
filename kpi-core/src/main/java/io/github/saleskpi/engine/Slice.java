package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** A part of an array as a list that cannot be changed by who is given it; moved on to other parts. Not thread-safe. */
final class Slice extends AbstractList<SalesEvent> implements RandomAccess {
    private SalesEvent[] events = {};
    private int from;
    private int size;

    /** Shows that part from now on. */
    Slice of(SalesEvent[] array, int start, int end) {
        events = array;
        from = start;
        size = end - start;
        return this;
    }

    @Override
    public SalesEvent get(int index) {
        return events[from + Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }
}
