package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Which versions have an instant of theirs between two viewpoints. Sorted when first asked, so that who never moves the
 * viewpoint does not pay; what was added since is kept aside and sorted in at the next question. Not thread-safe.
 */
final class Timeline {
    private final Versions versions;
    private final Function<SalesEvent, Instant> axis;
    private Integer[] sorted = new Integer[0];

    Timeline(Versions versions, Function<SalesEvent, Instant> axis) {
        this.versions = versions;
        this.axis = axis;
    }

    /** Gives each version whose instant is after the one and not after the other of two, in whatever order these are. */
    void between(Instant a, Instant b, IntConsumer to) {
        if (a.equals(b)) {
            return;
        }
        Instant low = a.isBefore(b) ? a : b;
        Instant high = a.isBefore(b) ? b : a;
        catchUp();
        for (int i = firstAfter(low); i < sorted.length && !at(i).isAfter(high); i++) {
            to.accept(sorted[i]);
        }
    }

    private void catchUp() {
        int known = sorted.length;
        if (known == versions.size()) {
            return;
        }
        ArrayList<Integer> all = new ArrayList<>(Arrays.asList(sorted));
        for (int v = known; v < versions.size(); v++) {
            all.add(v);
        }
        all.sort(Comparator.comparing(v -> axis.apply(versions.version(v))));
        sorted = all.toArray(new Integer[0]);
    }

    private Instant at(int index) {
        return axis.apply(versions.version(sorted[index]));
    }

    private int firstAfter(Instant instant) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle).isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
