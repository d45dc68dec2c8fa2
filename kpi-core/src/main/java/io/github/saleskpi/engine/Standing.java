package io.github.saleskpi.engine;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Viewpoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which of a batch's events are in force: of each id the version that stands, unless it is retracted or not yet. Choosers
 * look through the buckets, each in its own thread; then it is settled, and only read from then on.
 */
final class Standing {
    /** How far one looks for a place before the bucket is taken for a hostile one. */
    private static final int CROWD = 512;

    /** What no event has: its number would be negative. */
    private static final long NOTHING = -1;

    private final List<Door> doors;
    private final int[] bases;
    private final int[] doorOfChunk;
    private final SalesEvent @Nullable [] @Nullable [] kept;
    private final Viewpoint view;
    private final List<Chooser> choosers = new ArrayList<>();
    private final long[] targets;
    private final BitSet roughTargets = new BitSet(1 << 16);
    private final BitSet hidden = new BitSet();
    private final Set<String> retracted = new HashSet<>();
    private final BitSet lost = new BitSet();
    private final Roles roles;
    private final Reps reps;
    private final List<SalesEvent> examples = new ArrayList<>();
    private final List<Numbering> numberings = new ArrayList<>();

    /** @param doors at least one */
    Standing(List<Door> doors, Storylines storylines, Viewpoint view) {
        this.doors = doors;
        this.view = view;
        this.bases = new int[doors.size()];
        this.roles = new Roles(storylines.all().size());
        this.reps = bases.length == 1 ? doors.get(0).reps() : new Reps();
        int chunks = 0;
        int retractions = 0;
        for (int door = 0; door < bases.length; door++) {
            Door own = doors.get(door);
            bases[door] = Math.multiplyExact(chunks, 1 << Door.CHUNK);
            chunks += chunksOf(own);
            retractions += own.retractions().size();
            roles.addAll(own.roles());
            numberings.add(new Numbering(
                    bases[door], addExamples(own), bases.length == 1 ? new int[0] : reps.addAll(own.reps())));
        }
        Math.multiplyExact(chunks, 1 << Door.CHUNK);
        this.doorOfChunk = new int[chunks];
        this.kept = kept(chunks);
        this.targets = new long[retractions];
        int known = 0;
        for (int door = 0; door < bases.length; door++) {
            int from = bases[door] >> Door.CHUNK;
            Arrays.fill(doorOfChunk, from, from + chunksOf(doors.get(door)), door);
            Numbers own = doors.get(door).retractions();
            for (int i = 0; i < own.size(); i++) {
                EventRetracted retraction = (EventRetracted) event(bases[door] + own.get(i));
                long print = doors.get(door).printOfId(retraction.targetId());
                targets[known++] = print;
                roughTargets.set(rough(print));
            }
        }
        Arrays.sort(targets);
    }

    /** The events of all doors; null if any door makes them anew. */
    private SalesEvent @Nullable [] @Nullable [] kept(int chunks) {
        SalesEvent[][] all = new SalesEvent[chunks][];
        for (int door = 0; door < bases.length; door++) {
            SalesEvent[][] own = doors.get(door).chunks();
            if (own == null) {
                return null;
            }
            System.arraycopy(own, 0, all, bases[door] >> Door.CHUNK, chunksOf(doors.get(door)));
        }
        return all;
    }

    /** What is added to the numbers of a door's shapes; {@code NO_SHAPE} if there are too many then. */
    private int addExamples(Door door) {
        int before = examples.size();
        List<SalesEvent> own = door.examples();
        if (before + own.size() > Shapes.MOST) {
            return Notes.NO_SHAPE;
        }
        examples.addAll(own);
        return before;
    }

    /** How the numbers of a door become those that hold at all doors. */
    static final class Numbering {
        private final int base;
        private final int shapes;
        private final int[] reps;

        /**
         * Of one door.
         *
         * @param base what is added to the numbers of events
         * @param shapes what is added to those of shapes; {@code NO_SHAPE} if these have none then
         * @param reps the numbers of reps, by the door's; none if they are the same
         */
        private Numbering(int base, int shapes, int[] reps) {
            this.base = base;
            this.shapes = shapes;
            this.reps = reps;
        }

        int base() {
            return base;
        }

        /** Whether those of shapes and reps are the same. */
        boolean isSame() {
            return reps.length == 0 && shapes == 0;
        }

        int shape(int shape) {
            return shape == Notes.NO_SHAPE || shapes == Notes.NO_SHAPE ? Notes.NO_SHAPE : shape + shapes;
        }

        int rep(int rep) {
            return rep == Notes.REP_ASKED || reps.length == 0 ? rep : reps[rep];
        }
    }

    private static int chunksOf(Door door) {
        return (door.size() + (1 << Door.CHUNK) - 1) >>> Door.CHUNK;
    }

    private static int rough(long print) {
        return (int) (print & 0xFFFF);
    }

    /** One more that looks through buckets. */
    Chooser chooser() {
        Chooser chooser = new Chooser();
        synchronized (choosers) {
            choosers.add(chooser);
        }
        return chooser;
    }

    /** Chooses among the versions of each id of a bucket. Not thread-safe. */
    final class Chooser {
        private long[]
                seen = {}; // the number of an event, and before it so much of the fingerprint as there is room for
        private final Numbers losers = new Numbers();
        private final Numbers targeted = new Numbers();
        private final Map<String, TreeSet<Integer>> suspects = new HashMap<>();
        private long ids;
        private long conflicts;

        void choose(int bucket) {
            int total = 0;
            for (Door door : doors) {
                total += door.ids(bucket).size();
            }
            ids += total;
            int mask = makeRoom(total);
            for (int door = 0; door < bases.length; door++) {
                Prints rows = doors.get(door).ids(bucket);
                for (int i = 0; i < rows.size(); i++) {
                    see(rows.print(i), bases[door] + rows.event(i), mask);
                }
            }
            suspects.values().forEach(this::chooseAmong);
            suspects.clear();
        }

        private int makeRoom(int total) {
            int room = Math.max(16, Integer.highestOneBit(Math.max(1, total)) * 4);
            if (room > seen.length) {
                seen = new long[room];
            }
            Arrays.fill(seen, 0, room, NOTHING);
            return room - 1;
        }

        private void see(long print, int event, int mask) {
            if (targets.length > 0 && roughTargets.get(rough(print)) && Arrays.binarySearch(targets, print) >= 0) {
                targeted.add(event);
            }
            long own = ((print * Fingerprint.FACTOR) >>> Integer.SIZE << Integer.SIZE) | event;
            int slot = (int) (print >>> 16) & mask;
            for (int looked = 0; seen[slot] != NOTHING; looked++) {
                if (((seen[slot] ^ own) >>> Integer.SIZE) == 0) {
                    suspect((int) seen[slot]);
                    suspect(event);
                    return;
                }
                if (looked == CROWD) {
                    suspect(event); // and so is each of its like, for none is where it is looked for
                    return;
                }
                slot = (slot + 1) & mask;
            }
            seen[slot] = own;
        }

        private void suspect(int event) {
            suspects.computeIfAbsent(id(event), id -> new TreeSet<>()).add(event);
        }

        /** The one that stands stays; versions of which there are several are one. */
        private void chooseAmong(Set<Integer> ofOneId) {
            if (ofOneId.size() == 1) {
                return;
            }
            ids -= ofOneId.size() - 1;
            TreeSet<SalesEvent> versions = new TreeSet<>(VersionOrder.INSTANCE);
            int best = -1;
            SalesEvent standing = null;
            for (int number : ofOneId) {
                SalesEvent event = event(number);
                boolean isNew = versions.add(event);
                boolean wins = isNew
                        && !event.recordedAt().isAfter(view.knownAt())
                        && (standing == null || VersionOrder.INSTANCE.compare(event, standing) > 0);
                if (!wins) {
                    losers.add(number);
                } else {
                    if (best >= 0) {
                        losers.add(best);
                    }
                    best = number;
                    standing = event;
                }
            }
            conflicts += versions.size() > 1 ? 1 : 0;
        }
    }

    /** Puts together what the choosers found. */
    void settle() {
        for (int door = 0; door < bases.length; door++) {
            int base = bases[door];
            BitSet untold = doors.get(door).untold();
            for (int i = untold.nextSetBit(0); i >= 0; i = untold.nextSetBit(i + 1)) {
                hidden.set(base + i);
            }
        }
        for (Chooser chooser : choosers) {
            for (int i = 0; i < chooser.losers.size(); i++) {
                lost.set(chooser.losers.get(i));
            }
        }
        hidden.or(lost);
        for (int door = 0; door < bases.length; door++) {
            Numbers retractions = doors.get(door).retractions();
            for (int i = 0; i < retractions.size(); i++) {
                int number = bases[door] + retractions.get(i);
                if (isKnown(number)) {
                    retracted.add(((EventRetracted) event(number)).targetId());
                }
            }
        }
        for (Chooser chooser : choosers) {
            for (int i = 0; i < chooser.targeted.size(); i++) {
                int number = chooser.targeted.get(i);
                if (retracted.contains(id(number))) {
                    hidden.set(number);
                }
            }
        }
    }

    /** Whether it is the version that stands of its id. */
    private boolean isKnown(int number) {
        return !lost.get(number) && !event(number).recordedAt().isAfter(view.knownAt());
    }

    /** The merges in force, in their order. */
    List<IdentityMerged> merges() {
        TreeSet<SalesEvent> standing = new TreeSet<>(StoryOrder.INSTANCE);
        for (int door = 0; door < bases.length; door++) {
            Numbers merges = doors.get(door).merges();
            for (int i = 0; i < merges.size(); i++) {
                int number = bases[door] + merges.get(i);
                if (isKnown(number) && !retracted.contains(id(number))) {
                    standing.add(event(number));
                }
            }
        }
        return standing.stream().map(IdentityMerged.class::cast).toList();
    }

    List<Door> doors() {
        return doors;
    }

    /** The event of that number: that of its door, and the door's base. */
    SalesEvent event(int number) {
        if (kept != null) {
            return kept[number >> Door.CHUNK][number & (1 << Door.CHUNK) - 1];
        }
        int door = doorOfChunk[number >> Door.CHUNK];
        return doors.get(door).event(number - bases[door]);
    }

    /** The person, request or opportunity that an event names, or the rep who acted; null for none. */
    @Nullable
    String keyOf(int number, IdentityKind kind) {
        int door = doorOfChunk[number >> Door.CHUNK];
        return doors.get(door).keyOf(number - bases[door], kind);
    }

    private String id(int number) {
        int door = doorOfChunk[number >> Door.CHUNK];
        return doors.get(door).id(number - bases[door]);
    }

    /** Whether an event is made each time when it is asked for. */
    boolean makesAnew() {
        return kept == null;
    }

    /** A detail of an event that has a shape, where events are made anew; null if there is none. */
    @Nullable
    Object detail(int number, Detail detail) {
        int door = doorOfChunk[number >> Door.CHUNK];
        return doors.get(door).detail(number - bases[door], detail);
    }

    /** The same of an attribute. */
    @Nullable
    String attribute(int number, String name) {
        int door = doorOfChunk[number >> Door.CHUNK];
        return doors.get(door).attribute(number - bases[door], name);
    }

    /**
     * Looks at so many events at once that will be looked at one after the other, since a processor fetches several in the time
     * of one. Says how many are retractions, which none is that is told; it matters that it has to look.
     */
    int foresee(int[] numbers, int size) {
        int retractions = 0;
        for (int i = 0; kept != null && i < size; i++) {
            SalesEvent event = kept[numbers[i] >> Door.CHUNK][numbers[i] & (1 << Door.CHUNK) - 1];
            retractions += event.getClass() == EventRetracted.class ? 1 : 0;
        }
        return retractions;
    }

    /** An event of that shape, or, if it is {@code NO_SHAPE}, the event of that number. */
    SalesEvent like(int shape, int number) {
        return shape == Notes.NO_SHAPE ? event(number) : examples.get(shape);
    }

    /** What storylines took events for at any door. */
    Roles roles() {
        return roles;
    }

    /** How the numbers of a door become those that hold here. */
    Numbering numbering(int door) {
        return numberings.get(door);
    }

    /** A rep by its number; null for nobody. */
    @Nullable
    String rep(int number) {
        return reps.name(number);
    }

    /** A text by the number that rows have. */
    String text(int number) {
        return doors.get(0).text(number);
    }

    /** The fingerprint of that key in rows; any, if no event names it. */
    long printOfKey(String key) {
        return doors.get(0).printOfKey(key);
    }

    /** Whether an event is told; no retraction and no merge is. */
    boolean isInForce(int number) {
        return !hidden.get(number);
    }

    /** Whether any event of that type is told. */
    boolean isKnown(Class<? extends SalesEvent> type) {
        for (int door = 0; door < bases.length; door++) {
            for (int i = 0; i < doors.get(door).size(); i++) {
                if (doors.get(door).isOf(i, type) && isInForce(bases[door] + i)) {
                    return true;
                }
            }
        }
        return false;
    }

    Held held(Days days) {
        long ids = 0;
        long conflicts = 0;
        for (Chooser chooser : choosers) {
            ids += chooser.ids;
            conflicts += chooser.conflicts;
        }
        return new Held(ids, conflicts, historyStarts(days));
    }

    private @Nullable LocalDate historyStarts(Days days) {
        long first = Long.MAX_VALUE;
        for (int door = 0; door < bases.length; door++) {
            Door own = doors.get(door);
            if (own.first() >= 0) {
                first = Math.min(first, isInForce(bases[door] + own.first()) ? own.firstDay() : firstDay(door, days));
            }
        }
        return first == Long.MAX_VALUE ? null : LocalDate.ofEpochDay(first);
    }

    private long firstDay(int door, Days days) {
        long first = Long.MAX_VALUE;
        Door own = doors.get(door);
        for (int i = 0; i < own.size(); i++) {
            if (isInForce(bases[door] + i)) {
                first = Math.min(first, doors.get(door).day(i, days));
            }
        }
        return first;
    }
}
