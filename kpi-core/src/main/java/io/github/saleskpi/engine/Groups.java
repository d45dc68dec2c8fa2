package io.github.saleskpi.engine;

import java.util.Arrays;

/** Rows of notes, grouped by their keys. Not thread-safe. */
final class Groups {
    /** How far one looks for a place before the rows are taken for hostile ones. */
    private static final int CROWD = 512;

    private final Notes notes = new Notes();
    private int[] groups = {};
    private int[] groupOfSlot = {};
    private int number;
    private int[] firsts = new int[64];
    private int[] ends = new int[64];
    private int[] ordered = {};

    /** What is to be grouped. */
    Notes notes() {
        return notes;
    }

    /** Groups the notes; false, and no use of it, if that would take too long. */
    boolean group() {
        number = 0;
        int size = notes.size();
        if (size > groups.length) {
            groups = new int[size];
            ordered = new int[size];
        }
        if (!count(size)) {
            return false;
        }
        int before = 0;
        for (int group = 0; group < number; group++) {
            int own = ends[group];
            ends[group] = before;
            before += own;
        }
        for (int i = 0; i < size; i++) {
            ordered[ends[groups[i]]++] = i;
        }
        return true;
    }

    private boolean count(int size) {
        int room = Math.max(16, Integer.highestOneBit(Math.max(1, size)) * 4);
        if (room > groupOfSlot.length) {
            groupOfSlot = new int[room];
        }
        Arrays.fill(groupOfSlot, 0, room, -1);
        for (int i = 0; i < size; i++) {
            int slot = slotOf(i, room - 1);
            if (slot < 0) {
                return false;
            }
            int group = groupOfSlot[slot];
            if (group < 0) {
                group = number++;
                groupOfSlot[slot] = group;
                if (group == ends.length) {
                    ends = Arrays.copyOf(ends, group * 2);
                    firsts = Arrays.copyOf(firsts, group * 2);
                }
                ends[group] = 0;
                firsts[group] = i;
            }
            groups[i] = group;
            ends[group]++;
        }
        return true;
    }

    private int slotOf(int row, int mask) {
        int slot = (int) (notes.print(row) >>> 16) & mask;
        for (int looked = 0; looked <= CROWD; looked++) {
            if (groupOfSlot[slot] < 0 || notes.hasKeyOf(row, firsts[groupOfSlot[slot]])) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    /** How many groups there are. */
    int number() {
        return number;
    }

    /** The rows by group, in the order of adding, to be read, and sorted within each. */
    int[] ordered() {
        return ordered;
    }

    /** Where a group begins among these. */
    int start(int group) {
        return group == 0 ? 0 : ends[group - 1];
    }

    /** Where it ends, exclusive. */
    int end(int group) {
        return ends[group];
    }
}
