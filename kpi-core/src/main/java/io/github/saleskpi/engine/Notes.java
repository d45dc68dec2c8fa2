package io.github.saleskpi.engine;

import java.util.Arrays;

/**
 * What is written down of events for the stories that they may belong to, a row each, so that they are grouped, sorted and
 * mostly told without a look at the events themselves, which lie far apart. Not thread-safe.
 *
 * <p>A row has the story's {@linkplain PackedKey key}; the second in which the event happened, and whether only its date is
 * known; the nanosecond within, and the event's number; and, in bytes, what it {@linkplain Says says} and its role in each
 * of the subject's first storylines, with the numbers of its shape and of the acting rep.
 */
final class Notes {
    /** How many storylines of a subject have their roles written down. */
    static final int STORYLINES = 3;

    /** What stands for an event that has no acting rep. */
    static final int NOBODY = 0;

    /** What stands for a rep or a role that has to be asked for. */
    static final int REP_ASKED = 0xFFFF;

    static final int ROLE_ASKED = 0xFF;

    /** What stands for the shape of an event that has none. */
    static final int NO_SHAPE = 0xFFFF;

    /** What stands for the roles of an event that is of no use. */
    static final long NO_USE = 0;

    private static final int WIDTH = 6;
    private static final int TIME = 3;
    private static final int PLACE = 4;
    private static final int ROLES = 5;
    private static final int SHAPE = 32;
    private static final int REP = 48;
    private static final int SHAPE_AND_REP = 0xFFFF;
    private static final int NANO = 32;
    private static final int OF_USE = 0x80;

    private static final int FEW = 8;

    private final int base;
    private long[] rows;
    private int size;

    Notes() {
        this(FEW);
    }

    /** With room for so many rows, before it grows. */
    Notes(int room) {
        this(new long[room * WIDTH], 0);
    }

    private Notes(long[] rows, int base) {
        this.rows = rows;
        this.base = base;
    }

    /** A page of so many rows, and no more. */
    static Notes on(Slab slab, int room) {
        int base = slab.take(room * WIDTH);
        return new Notes(slab.numbers(), base);
    }

    /** Of an event that is of use, though it has no role yet. */
    @SuppressWarnings("EnumOrdinal") // read again by the same table of places
    static long ofUse(Says says) {
        return OF_USE | says.ordinal();
    }

    /** With a role for that storyline of the subject: its place plus one, or {@code ROLE_ASKED}. */
    static long withRole(long roles, int storyline, int role) {
        return roles | ((long) role << (8 * (storyline + 1)));
    }

    /** With the number of the acting rep, and of the shape or {@code NO_SHAPE}. */
    static long with(long roles, int shape, int rep) {
        return (roles & ((1L << SHAPE) - 1)) | ((long) (shape & SHAPE_AND_REP) << SHAPE) | ((long) rep << REP);
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void add(PackedKey key, long time, int nano, int event, long roles) {
        int at = next();
        rows[at] = key.first();
        rows[at + 1] = key.second();
        rows[at + 2] = key.third();
        rows[at + TIME] = time;
        rows[at + PLACE] = (long) nano << NANO | event;
        rows[at + ROLES] = roles;
    }

    /** Adds a row of others as it is. */
    void add(Notes from, int index) {
        int at = next();
        System.arraycopy(from.rows, from.at(index), rows, at, WIDTH);
    }

    /** Adds a row of a door, with numbers that hold at all doors. */
    void add(Notes from, int index, Standing.Numbering numbering) {
        add(from, index);
        int at = at(size - 1);
        rows[at + PLACE] += numbering.base();
        if (!numbering.isSame()) {
            rows[at + ROLES] =
                    with(rows[at + ROLES], numbering.shape(from.shape(index)), numbering.rep(from.rep(index)));
        }
    }

    private int next() {
        int at = at(size);
        if (at == rows.length) {
            rows = Arrays.copyOf(rows, Math.multiplyExact(Math.max(FEW, size * 2), WIDTH));
        }
        size++;
        return at;
    }

    private int at(int row) {
        return base + row * WIDTH;
    }

    long print(int row) {
        int at = at(row);
        return PackedKey.print(rows[at], rows[at + 1], rows[at + 2]);
    }

    boolean hasKeyOf(int row, int other) {
        int at = at(row);
        int there = at(other);
        return rows[at] == rows[there] && rows[at + 1] == rows[there + 1] && rows[at + 2] == rows[there + 2];
    }

    boolean isSuspect(int row) {
        return PackedKey.isSuspect(rows[at(row) + 2]);
    }

    /** The number of the key's text, or -1 if it has none. */
    int number(int row) {
        return PackedKey.isNumber(rows[at(row) + 2]) ? (int) rows[at(row)] : -1;
    }

    /** The key that is written down whole. */
    String text(int row) {
        int at = at(row);
        return PackedKey.text(rows[at], rows[at + 1], rows[at + 2]);
    }

    long second(int row) {
        return rows[at(row) + TIME] >> 1;
    }

    boolean isDayOnly(int row) {
        return (rows[at(row) + TIME] & 1) != 0;
    }

    int nano(int row) {
        return (int) (rows[at(row) + PLACE] >>> NANO);
    }

    int event(int row) {
        return (int) rows[at(row) + PLACE];
    }

    Says says(int row) {
        return Says.at((int) rows[at(row) + ROLES] & OF_USE - 1);
    }

    /** As {@link #withRole} took it; 0 without any. */
    int role(int row, int storyline) {
        return (int) (rows[at(row) + ROLES] >>> (8 * (storyline + 1))) & 0xFF;
    }

    int rep(int row) {
        return (int) (rows[at(row) + ROLES] >>> REP);
    }

    int shape(int row) {
        return (int) (rows[at(row) + ROLES] >>> SHAPE) & SHAPE_AND_REP;
    }

    /** Negative if the row's event happened before the other's, 0 if at the same instant. */
    int compareTimes(int row, int other) {
        int order = Long.compare(second(row), second(other));
        return order != 0 ? order : Integer.compare(nano(row), nano(other));
    }
}
