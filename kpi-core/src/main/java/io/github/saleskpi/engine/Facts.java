package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Fact;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a story as a storyline is shown them: one kind of list for all, so that going through it costs little. Those in one
 * role are their places in the list of all, and the same list is used for one story after another: numbers, since a reference
 * that is written into something old costs a fence. Unmodifiable from outside, and not thread-safe.
 */
final class Facts<R extends Enum<R>> extends AbstractList<Fact<R>> implements RandomAccess {
    private static final int[] NONE = {};
    private static final Facts<?>[] NO_LISTS = {};

    private final Facts<R> whole;
    private FactView<R>[] all;
    private int size;
    private int @Nullable [] places; // null of the whole
    private int turn; // how often others were shown; of some, when these were picked
    private boolean isMoved;
    private @Nullable Facts<R>[] byRole;

    /** With room for so many. */
    @SuppressWarnings("unchecked") // nothing but facts of that role is put in
    Facts(int room) {
        this.whole = this;
        this.all = (FactView<R>[]) new FactView<?>[room];
        this.byRole = none();
    }

    private Facts(Facts<R> whole) {
        this.whole = whole;
        this.all = whole.all;
        this.places = NONE;
        this.byRole = none();
    }

    @SuppressWarnings("unchecked") // it is empty
    private static <R extends Enum<R>> @Nullable Facts<R>[] none() {
        return (Facts<R>[]) NO_LISTS;
    }

    /** Takes in one more. */
    void append(FactView<R> fact) {
        if (size == all.length) {
            all = Arrays.copyOf(all, Math.max(4, size * 2));
        }
        all[size++] = fact;
        turn++;
    }

    /** Shows the first so many of those that were ever taken in and not let go. */
    void show(int first) {
        size = first;
        turn++;
        isMoved = true;
    }

    /** One of those, shown or not. */
    FactView<R> any(int index) {
        return all[index];
    }

    /** Lets go all but the first so many, and shows none. */
    void keep(int first) {
        size = 0;
        all = Arrays.copyOf(all, first);
        byRole = none();
        turn++;
    }

    /** Those in that role, in the same order; good until others are shown. Where never others are, none is kept for them. */
    Facts<R> in(R role) {
        Facts<R> some = isMoved ? kept(role) : new Facts<>(whole);
        if (!isMoved) {
            some.pick(this, role);
        }
        return some.size == size ? this : some;
    }

    @SuppressWarnings("EnumOrdinal") // the lists are of this enum's constants, and kept nowhere else
    private Facts<R> kept(R role) {
        int place = role.ordinal();
        if (place >= byRole.length) {
            byRole = Arrays.copyOf(byRole, role.getDeclaringClass().getEnumConstants().length);
        }
        Facts<R> some = byRole[place];
        if (some == null) {
            some = new Facts<>(whole);
            some.turn = turn - 1;
            some.isMoved = true;
            byRole[place] = some;
        }
        if (some.turn != turn) {
            some.turn = turn;
            some.pick(this, role);
        }
        return some;
    }

    private void pick(Facts<R> from, R role) {
        int[] picked = places == null ? NONE : places;
        int fitting = 0;
        for (int i = 0; i < from.size; i++) {
            int place = from.places == null ? i : from.places[i];
            if (whole.all[place].role() == role) {
                if (fitting == picked.length) {
                    picked = Arrays.copyOf(picked, Math.max(4, fitting * 2));
                    places = picked;
                }
                picked[fitting++] = place;
            }
        }
        size = fitting;
    }

    private FactView<R> at(int index) {
        return places == null ? all[index] : whole.all[places[index]];
    }

    @Override
    public Fact<R> get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return at(index);
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
                return at(next++);
            }
        };
    }
}
