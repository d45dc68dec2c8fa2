package io.github.saleskpi.tally;

import java.util.Arrays;

/**
 * A multiset of longs that can be taken from before it is added to: two arrays, one of what was added and one of what
 * was taken back, each appended to and matched only when that pays or when somebody reads. An array that was handed out
 * is full, so the next addition copies it, and it is never written again.
 */
final class LengthBag {
    private static final long[] NONE = {};
    /** How long an array may be on every JVM. */
    private static final long MOST = Integer.MAX_VALUE - 8L;

    private long[] added = NONE;
    private int size;
    private boolean sorted = true;
    private long[] takenBack = NONE;
    private int owed;
    private boolean matched = true;

    void add(long value, long times) {
        if (times > 0) {
            int from = grow(times);
            Arrays.fill(added, from, size, value);
        } else if (times < 0) {
            int from = growOwed(Math.negateExact(times));
            Arrays.fill(takenBack, from, owed, value);
        }
    }

    void addAll(LengthBag other) {
        if (other.size > 0) {
            int from = grow(other.size);
            System.arraycopy(other.added, 0, added, from, other.size);
        }
        if (other.owed > 0) {
            int from = growOwed(other.owed);
            System.arraycopy(other.takenBack, 0, takenBack, from, other.owed);
        }
    }

    /** All that is held, in ascending order, to be read only. */
    long[] sorted() {
        match();
        if (owed > 0) {
            throw Tallies.pending(takenBack[0] + " ns");
        }
        if (added.length > size) {
            added = Arrays.copyOf(added, size);
        }
        return added;
    }

    /** Makes room for so many additions and says where they go. */
    private int grow(long more) {
        if (size + more > added.length) {
            matchIfItPays();
            added = roomier(added, size, more);
        }
        int from = size;
        size += (int) more;
        sorted = false;
        matched &= owed == 0;
        return from;
    }

    private int growOwed(long more) {
        if (owed + more > takenBack.length) {
            matchIfItPays();
            takenBack = roomier(takenBack, owed, more);
        }
        int from = owed;
        owed += (int) more;
        matched = false;
        return from;
    }

    private static long[] roomier(long[] values, int used, long more) {
        int needed = Math.toIntExact(used + more);
        boolean roomy = needed <= values.length && used <= values.length / 4 * 3;
        return roomy ? values : Arrays.copyOf(values, (int) Math.max(needed, Math.min(MOST, needed * 3L / 2 + 2)));
    }

    /** Keeps the memory of a long-lived bag in proportion to what it holds. */
    private void matchIfItPays() {
        if (owed > size / 4) {
            match();
        }
    }

    private void match() {
        if (!sorted) {
            Arrays.sort(added, 0, size);
            sorted = true;
        }
        if (matched) {
            return;
        }
        Arrays.sort(takenBack, 0, owed);
        long[] left = new long[size];
        int kept = 0;
        int open = 0;
        int i = 0;
        for (int j = 0; j < owed; j++) {
            while (i < size && added[i] < takenBack[j]) {
                left[kept++] = added[i++];
            }
            if (i < size && added[i] == takenBack[j]) {
                i++;
            } else {
                takenBack[open++] = takenBack[j];
            }
        }
        System.arraycopy(added, i, left, kept, size - i);
        added = left;
        size = kept + size - i;
        owed = open;
        takenBack = open == 0 ? NONE : takenBack;
        matched = true;
    }
}
