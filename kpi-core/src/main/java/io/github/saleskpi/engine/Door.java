package io.github.saleskpi.engine;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.time.Viewpoint;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where events come into a batch, in one thread. Each is looked at once, while it is near: a fingerprint of its id and a row
 * for each story that it may belong to are written down, in lists of their own for each {@code BUCKETS}th of ids and of
 * stories. Not thread-safe.
 */
abstract class Door {
    /** Into how many parts ids and stories are divided, by the first bits of their fingerprints. */
    static final int BUCKETS = 64;

    /** The binary logarithm of how many events stand together. */
    static final int CHUNK = 11;

    private static final int SHIFT = Long.SIZE - 6;
    private static final long UNKNOWN = -1;

    private final Storylines storylines;
    private final Viewpoint view;
    private final Days days;
    private final Prints[] ids = new Prints[BUCKETS];
    private final Pages[][] stories;
    private final Pages[][] alone;
    private final BitSet untold = new BitSet();
    private final Numbers retractions = new Numbers();
    private final Numbers merges = new Numbers();
    private final Roles roles;
    private final Reps reps = new Reps();
    private final PackedKey key = new PackedKey();
    private final boolean[] isByShape;
    private final long[][] rolesOfShape;
    private long firstDay = Long.MAX_VALUE;
    private int first = -1;

    Door(KpiQuery query, Storylines storylines, Viewpoint view) {
        this.storylines = storylines;
        this.view = view;
        this.days = new Days(query.calendar(), query.every());
        Slab slab = new Slab();
        this.stories = bucketsOf(storylines.subjects(), slab);
        this.alone = bucketsOf(storylines.subjects(), slab);
        this.roles = new Roles(storylines.all().size());
        Arrays.setAll(ids, bucket -> new Prints(slab));
        this.isByShape = new boolean[storylines.subjects().size()];
        this.rolesOfShape = new long[isByShape.length][0];
        for (int subject = 0; subject < isByShape.length; subject++) {
            isByShape[subject] = Arrays.stream(storylines.numbers(subject))
                    .allMatch(number -> storylines.all().get(number).readsKindOnly());
        }
    }

    private static Pages[][] bucketsOf(List<Subject> subjects, Slab slab) {
        Pages[][] all = new Pages[subjects.size()][BUCKETS];
        for (Pages[] buckets : all) {
            Arrays.setAll(buckets, bucket -> new Pages(slab));
        }
        return all;
    }

    /** The bucket of a fingerprint. */
    static int bucketOf(long print) {
        return (int) (print >>> SHIFT);
    }

    abstract int size();

    abstract SalesEvent event(int number);

    /** Its events, so many together as {@code CHUNK} says; null if it makes each anew when it is asked for. */
    abstract SalesEvent @Nullable [] @Nullable [] chunks();

    /** The shapes of its events, by an event of each. */
    abstract List<SalesEvent> examples();

    /** Whether an event is of that type. */
    abstract boolean isOf(int number, Class<? extends SalesEvent> type);

    /** The number of the date at which an event happened. */
    abstract long day(int number, Days zone);

    /** The person, request or opportunity that an event names, or the rep who acted; null for none. */
    @Nullable
    String keyOf(int number, IdentityKind kind) {
        return FactView.keyOf(event(number), kind);
    }

    /** The id of an event. */
    String id(int number) {
        return event(number).id();
    }

    /** A detail of an event that has a shape; null if there is none. For where events are made anew. */
    @Nullable
    Object detail(int number, Detail detail) {
        throw new IllegalStateException("event " + number + ": is at hand, and asked itself");
    }

    /** The same of an attribute. */
    @Nullable
    String attribute(int number, String name) {
        throw new IllegalStateException("event " + number + ": is at hand, and asked itself");
    }

    /** What {@link #noteId} was given for that id; any, if it is of no event. */
    abstract long printOfId(String id);

    /** The fingerprint of that key in rows; any, if no event names it. */
    abstract long printOfKey(String key);

    /** A text by the number that rows have. */
    abstract String text(int number);

    final Days days() {
        return days;
    }

    final Viewpoint view() {
        return view;
    }

    final int repNumber(@Nullable String rep) {
        return reps.numberOf(rep);
    }

    final void noteId(long print, int number) {
        ids[bucketOf(print)].add(print, number);
    }

    /** Keeps a retraction or a merge apart, which no story tells; false if it is neither. */
    final boolean noteCorrection(SalesEvent event, int number) {
        boolean isRetraction = event instanceof EventRetracted;
        if (isRetraction || event instanceof IdentityMerged) {
            (isRetraction ? retractions : merges).add(number);
            untold.set(number);
            return true;
        }
        return false;
    }

    /** Notes that no story tells it. */
    final void noteUntold(int number) {
        untold.set(number);
    }

    final void noteDay(long day, int number) {
        if (day < firstDay) {
            firstDay = day;
            first = number;
        }
    }

    /** Whether what an event is to the storylines of a subject is a matter of its shape. */
    final boolean isByShape(int subject) {
        return isByShape[subject];
    }

    /** What events of a shape are to the storylines of a subject {@linkplain #isByShape by shape}, found once, by an example. */
    final long rolesOfShape(int subject, int shape, SalesEvent example) {
        long[] roles = rolesOfShape[subject];
        if (shape >= roles.length) {
            roles = Arrays.copyOf(roles, Math.max(shape + 1, roles.length * 2));
            Arrays.fill(roles, rolesOfShape[subject].length, roles.length, UNKNOWN);
            rolesOfShape[subject] = roles;
        }
        if (roles[shape] == UNKNOWN) {
            roles[shape] = rolesOf(subject, example);
        }
        return roles[shape];
    }

    /** What an event is to the storylines of a subject, without shape and rep; {@link Notes#NO_USE} if nothing. */
    final long rolesOf(int subject, SalesEvent event) {
        long all = Notes.NO_USE;
        int place = 0;
        for (int number : storylines.numbers(subject)) {
            int role = roleOf(number, event);
            if (role != 0) {
                all = all == Notes.NO_USE ? ofUse(subject, event) : all;
                all = place < Notes.STORYLINES ? Notes.withRole(all, place, role) : all;
            }
            place++;
        }
        return all == Notes.NO_USE && storylines.says(subject, event) ? ofUse(subject, event) : all;
    }

    private long ofUse(int subject, SalesEvent event) {
        return Notes.ofUse(Says.of(storylines.subjects().get(subject), event));
    }

    private int roleOf(int number, SalesEvent event) {
        try {
            Storyline<?> storyline = storylines.all().get(number);
            Enum<?> role = storyline.role(event);
            return role == null ? 0 : roles.placeOf(number, role);
        } catch (RuntimeException failed) {
            return Notes.ROLE_ASKED; // and failing there again
        }
    }

    /** A row for each of the keys, or one alone. */
    final void noteStories(int subject, Collection<String> keys, long time, int nano, int number, long itsRoles) {
        if (keys.isEmpty()) {
            key.none();
            int bucket = (number >>> CHUNK) & (BUCKETS - 1);
            alone[subject][bucket].next().add(key, time, nano, number, itsRoles);
            return;
        }
        for (String each : keys.size() > 1 ? new LinkedHashSet<>(keys) : keys) {
            noteStory(subject, each, time, nano, number, itsRoles);
        }
    }

    /** A row for that key. */
    final void noteStory(int subject, String text, long time, int nano, int number, long itsRoles) {
        key.pack(text);
        noteKey(subject, time, nano, number, itsRoles);
    }

    /** A row for the key whose text has that number. */
    final void noteStory(int subject, int text, long time, int nano, int number, long itsRoles) {
        key.number(text);
        noteKey(subject, time, nano, number, itsRoles);
    }

    private void noteKey(int subject, long time, int nano, int number, long itsRoles) {
        stories[subject][bucketOf(key.print())].next().add(key, time, nano, number, itsRoles);
    }

    final List<Subject> subjects() {
        return storylines.subjects();
    }

    /** All ids of a bucket, with the events that have them. */
    final Prints ids(int bucket) {
        return ids[bucket];
    }

    /** The rows of the stories of a bucket. */
    final List<Notes> stories(int subject, int bucket) {
        return stories[subject][bucket].all();
    }

    /** A part of the events that concern a subject and name no key of it. */
    final List<Notes> alone(int subject, int bucket) {
        return alone[subject][bucket].all();
    }

    final Numbers retractions() {
        return retractions;
    }

    final Numbers merges() {
        return merges;
    }

    /** The events that no story tells, whatever else there is: corrections, and what is not known or not yet. */
    final BitSet untold() {
        return untold;
    }

    final Roles roles() {
        return roles;
    }

    final Reps reps() {
        return reps;
    }

    /** The earliest day of the others; {@code Long.MAX_VALUE} without any. */
    final long firstDay() {
        return firstDay;
    }

    /** An event of that day, or -1. */
    final int first() {
        return first;
    }
}
