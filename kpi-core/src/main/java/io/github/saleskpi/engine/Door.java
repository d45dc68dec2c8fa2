package io.github.saleskpi.engine;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.time.Viewpoint;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where events come into a batch, in one thread. Each is looked at once, while it is near: its id and the keys of the
 * stories that it may belong to are written down as fingerprints, in lists of their own for each {@code BUCKETS}th of them.
 * Not thread-safe.
 */
final class Door {
    /** Into how many parts ids and keys are divided, by the first bits of their fingerprints. */
    static final int BUCKETS = 64;

    /** The binary logarithm of how many events are kept together. */
    static final int CHUNK = 11;

    private static final int SHIFT = Long.SIZE - 6;

    private final Storylines storylines;
    private final Viewpoint view;
    private final Days days;
    private SalesEvent[][] chunks = new SalesEvent[8][];
    private int size;
    private final Prints[] ids = new Prints[BUCKETS];
    private final @Nullable Prints[][] stories;
    private final Numbers[] alone;
    private final BitSet untold = new BitSet();
    private final Numbers retractions = new Numbers();
    private final Numbers merges = new Numbers();
    private final @Nullable IdentityKind[] kinds;
    private long firstDay = Long.MAX_VALUE;
    private int first = -1;

    Door(KpiQuery query, Storylines storylines, Viewpoint view) {
        this.storylines = storylines;
        this.view = view;
        this.days = new Days(query.calendar(), query.every());
        List<Subject> subjects = storylines.subjects();
        this.stories = new Prints[subjects.size()][BUCKETS];
        this.alone = new Numbers[subjects.size()];
        this.kinds = new IdentityKind[subjects.size()];
        Arrays.setAll(ids, bucket -> new Prints());
        for (int subject = 0; subject < kinds.length; subject++) {
            alone[subject] = new Numbers();
            kinds[subject] = subjects.get(subject).identity().orElse(null);
        }
    }

    /** The bucket of a fingerprint. */
    static int bucketOf(long print) {
        return (int) (print >>> SHIFT);
    }

    void add(SalesEvent event) {
        int number = size;
        keep(event);
        long print = Fingerprint.of(event.id());
        ids[bucketOf(print)].add(print, number);
        boolean isRetraction = event instanceof EventRetracted;
        if (isRetraction || event instanceof IdentityMerged) {
            (isRetraction ? retractions : merges).add(number);
            untold.set(number);
        } else if (event.recordedAt().isAfter(view.knownAt())
                || event.occurredAt().isAfter(view.asOf())) {
            untold.set(number);
        } else {
            long day = FactView.dayOf(event, days);
            if (day < firstDay) {
                firstDay = day;
                first = number;
            }
            for (int subject = 0; subject < kinds.length; subject++) {
                if (storylines.concern(subject, event)) {
                    addToStories(subject, event, number);
                }
            }
        }
    }

    /** Arrays that grow old are slow to write references to, so each is written once, while it is new. */
    private void keep(SalesEvent event) {
        int chunk = size >> CHUNK;
        int place = size & (1 << CHUNK) - 1;
        if (place == 0) {
            chunks = chunk == chunks.length ? Arrays.copyOf(chunks, chunk * 2) : chunks;
            chunks[chunk] = new SalesEvent[1 << CHUNK];
        }
        chunks[chunk][place] = event;
        size = Math.incrementExact(size);
    }

    private void addToStories(int subject, SalesEvent event, int number) {
        IdentityKind kind = kinds[subject];
        if (kind != null) {
            String key = FactView.keyOf(event, kind);
            if (key == null) {
                alone[subject].add(number);
            } else {
                addTo(subject, key, number);
            }
            return;
        }
        Collection<String> keys = SubjectIndex.keysOf(storylines.subjects().get(subject), event);
        if (keys.isEmpty()) {
            alone[subject].add(number);
        }
        for (String key : keys.size() > 1 ? new LinkedHashSet<>(keys) : keys) {
            addTo(subject, key, number);
        }
    }

    private void addTo(int subject, String key, int number) {
        long print = Fingerprint.of(key);
        @Nullable Prints[] buckets = stories[subject];
        int bucket = bucketOf(print);
        Prints own = buckets[bucket];
        if (own == null) {
            own = new Prints();
            buckets[bucket] = own;
        }
        own.add(print, number);
    }

    int size() {
        return size;
    }

    /** The events in the order of adding, in arrays of a power of 2, of which the last may not be full. */
    List<SalesEvent[]> chunks() {
        return Arrays.asList(chunks).subList(0, (size + (1 << CHUNK) - 1) >> CHUNK);
    }

    /** All ids of a bucket, with the events that have them. */
    Prints ids(int bucket) {
        return ids[bucket];
    }

    /** The keys of a bucket that events name, with these events; null without any. */
    @Nullable
    Prints stories(int subject, int bucket) {
        return stories[subject][bucket];
    }

    /** The events that concern a subject and name no key of it. */
    Numbers alone(int subject) {
        return alone[subject];
    }

    Numbers retractions() {
        return retractions;
    }

    Numbers merges() {
        return merges;
    }

    /** The events that no story tells, whatever else there is: corrections, and what is not known or not yet. */
    BitSet untold() {
        return untold;
    }

    /** The earliest day of the others; {@code Long.MAX_VALUE} without any. */
    long firstDay() {
        return firstDay;
    }

    /** An event of that day, or -1. */
    int first() {
        return first;
    }
}
