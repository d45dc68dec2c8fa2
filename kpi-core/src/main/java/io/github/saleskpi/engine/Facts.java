package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Fact;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;

/**
 * Facts of a story as a storyline is shown them: one kind of list for all, so that going through it costs little. Unmodifiable
 * from outside, and not thread-safe.
 */
final class Facts<R extends Enum<R>> extends AbstractList<Fact<R>> implements RandomAccess {
    private FactView<R>[] all;
    private int size;

    /** With room for so many. */
    @SuppressWarnings("unchecked") // nothing but facts of that role is put in
    Facts(int room) {
        this.all = (FactView<R>[]) new FactView<?>[room];
    }

    /** Takes in one more. */
    void append(FactView<R> fact) {
        if (size == all.length) {
            all = Arrays.copyOf(all, Math.max(4, size * 2));
        }
        all[size++] = fact;
    }

    /** Shows the first so many of those that were ever taken in and not let go. */
    void show(int first) {
        size = first;
    }

    /** One of those, shown or not. */
    FactView<R> any(int index) {
        return all[index];
    }

    /** Lets go all but the first so many, and shows none. */
    void keep(int first) {
        size = 0;
        all = Arrays.copyOf(all, first);
    }

    /** Those in that role, in the same order. */
    Facts<R> in(R role) {
        int fitting = 0;
        for (int i = 0; i < size; i++) {
            fitting += all[i].role() == role ? 1 : 0;
        }
        if (fitting == size) {
            return this;
        }
        Facts<R> some = new Facts<>(fitting);
        for (int i = 0; some.size < fitting; i++) {
            if (all[i].role() == role) {
                some.all[some.size++] = all[i];
            }
        }
        return some;
    }

    @Override
    public Fact<R> get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return all[index];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public Iterator<Fact<R>> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Fact<R> next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                return all[next++];
            }
        };
    }
}
