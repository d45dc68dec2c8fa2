package io.github.saleskpi.engine;

import java.util.Arrays;

/** Events, by their numbers, grouped by the fingerprints of what they name. Not thread-safe. */
final class Groups {
    /** How far one looks for a place before the events are taken for hostile ones. */
    private static final int CROWD = 512;

    private int[] events = new int[64];
    private long[] prints = new long[64];
    private int[] groups = new int[64];
    private int size;
    private long[] slots = {};
    private int[] groupOfSlot = {};
    private int number;
    private int[] ends = new int[64];
    private long[] printOf = new long[64];
    private int[] ordered = new int[64];

    void clear() {
        size = 0;
    }

    void add(int event, long print) {
        if (size == events.length) {
            events = Arrays.copyOf(events, size * 2);
            prints = Arrays.copyOf(prints, size * 2);
            groups = new int[size * 2];
            ordered = new int[size * 2];
        }
        events[size] = event;
        prints[size++] = print;
    }

    int size() {
        return size;
    }

    /** In the order of adding. */
    int event(int index) {
        return events[index];
    }

    /** In the same order. */
    long print(int index) {
        return prints[index];
    }

    /** Groups all that was added since it was cleared; false, and no use of it, if that would take too long. */
    boolean group() {
        number = 0;
        if (!count()) {
            return false;
        }
        int before = 0;
        for (int group = 0; group < number; group++) {
            int own = ends[group];
            ends[group] = before;
            before += own;
        }
        for (int i = 0; i < size; i++) {
            ordered[ends[groups[i]]++] = events[i];
        }
        return true;
    }

    private boolean count() {
        int room = Math.max(16, Integer.highestOneBit(Math.max(1, size)) * 4);
        if (room > slots.length) {
            slots = new long[room];
            groupOfSlot = new int[room];
        }
        Arrays.fill(groupOfSlot, 0, room, -1);
        for (int i = 0; i < size; i++) {
            int slot = slotOf(prints[i], room - 1);
            if (slot < 0) {
                return false;
            }
            int group = groupOfSlot[slot];
            if (group < 0) {
                group = number++;
                slots[slot] = prints[i];
                groupOfSlot[slot] = group;
                if (group == ends.length) {
                    ends = Arrays.copyOf(ends, group * 2);
                    printOf = Arrays.copyOf(printOf, group * 2);
                }
                ends[group] = 0;
                printOf[group] = prints[i];
            }
            groups[i] = group;
            ends[group]++;
        }
        return true;
    }

    private int slotOf(long print, int mask) {
        int slot = (int) (print >>> 16) & mask;
        for (int looked = 0; looked <= CROWD; looked++) {
            if (groupOfSlot[slot] < 0 || slots[slot] == print) {
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

    /** The fingerprint of all in a group. */
    long printOf(int group) {
        return printOf[group];
    }

    /** The events by group, to be read, and sorted within each. */
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
