package io.github.saleskpi.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of notes, on pages that are never copied when more come. Not thread-safe. */
final class Pages {
    /** Few enough that the pages of all buckets on which is being written stay in a processor's cache. */
    private static final int ROWS = 64;

    private static final int FEW = 8;

    private final Slab slab;
    private final List<Notes> all = new ArrayList<>(0);
    private Notes last = new Notes(0);
    private int left;

    Pages(Slab slab) {
        this.slab = slab;
    }

    /** The page on which the next row is to be written. */
    Notes next() {
        if (left == 0) {
            left = all.isEmpty() ? FEW : ROWS;
            last = Notes.on(slab, left);
            all.add(last);
        }
        left--;
        return last;
    }

    List<Notes> all() {
        return Collections.unmodifiableList(all);
    }
}
