package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts a batch's stories together, bucket by bucket, and tells them into cells of its own. Events are grouped by the
 * fingerprints of their keys, and the keys of a group are compared before it is told. Confined to one thread.
 */
final class Bench {
    /** Of how many stories events are looked at before these are told. */
    private static final int AHEAD = 32;

    private static final long[] NO_KEYS = {};

    private final KpiQuery query;
    private final Storylines storylines;
    private final Standing standing;
    private final State state;
    private final Cells cells;
    private final Teller teller;
    private final Predicate<Instant> reached;
    private final @Nullable IdentityKind[] kinds;
    private final long[][] merged;
    private final Numbers[] joined;
    private final NotedStory[] stories;
    private final Material[] moved;
    private final Groups groups = new Groups();
    private final Notes suspects = new Notes();
    private final int[] one = {0};

    Bench(KpiQuery query, Storylines storylines, Standing standing, State state) {
        this.query = query;
        this.storylines = storylines;
        this.standing = standing;
        this.state = state;
        this.cells = new Cells(query, storylines.all(), null);
        this.teller = new Teller(query, storylines, cells, (type, now) -> now.isKnown(type, standing::isKnown));
        this.reached = deadline -> !deadline.isAfter(state.view().asOf());
        List<Subject> subjects = storylines.subjects();
        this.kinds = new IdentityKind[subjects.size()];
        this.merged = new long[kinds.length][];
        this.joined = new Numbers[kinds.length];
        this.stories = new NotedStory[kinds.length];
        this.moved = new Material[kinds.length];
        for (int subject = 0; subject < kinds.length; subject++) {
            kinds[subject] = subjects.get(subject).identity().orElse(null);
            joined[subject] = new Numbers();
            merged[subject] = merged(kinds[subject]);
            stories[subject] =
                    new NotedStory(standing, storylines, kinds[subject], query.calendar(), state.identities());
            moved[subject] = material(subject, stories[subject]);
        }
    }

    /** The fingerprints of all keys of which merges speak, in order. */
    private long[] merged(@Nullable IdentityKind kind) {
        return kind == null
                ? new long[0]
                : state.identities().merged(kind).stream()
                        .mapToLong(standing::printOfKey)
                        .sorted()
                        .toArray();
    }

    Cells cells() {
        return cells;
    }

    /** For each storyline, the stories on which it fails, and why. */
    List<SortedMap<String, String>> failures() {
        return teller.failures();
    }

    /** Takes over what others have told and put by. */
    void merge(List<Bench> others) {
        cells.merge(others.stream().map(other -> other.cells).toList());
        for (Bench other : others) {
            for (int number = 0; number < other.failures().size(); number++) {
                failures().get(number).putAll(other.failures().get(number));
            }
            for (int subject = 0; subject < joined.length; subject++) {
                for (int i = 0; i < other.joined[subject].size(); i++) {
                    joined[subject].add(other.joined[subject].get(i));
                }
            }
        }
    }

    /** Tells the stories of a bucket, and that part of the events that are stories alone. */
    void tell(int bucket) {
        for (int subject = 0; subject < kinds.length; subject++) {
            gather(subject, bucket);
            suspects.clear();
            if (groups.group()) {
                for (int group = 0; group < groups.number(); group++) {
                    if (group % AHEAD == 0) {
                        foresee(subject, group, Math.min(group + AHEAD, groups.number()) - 1);
                    }
                    tellGroup(subject, group);
                }
                tellCompared(subject, bucket, suspects, true);
            } else {
                tellCompared(subject, bucket, groups.notes(), false);
            }
            tellAlone(subject, bucket);
        }
    }

    /** The stories with keys of which merges speak are put by, for they may be parts of one story. */
    private void gather(int subject, int bucket) {
        groups.notes().clear();
        for (int door = 0; door < standing.doors().size(); door++) {
            for (Notes page : standing.doors().get(door).stories(subject, bucket)) {
                gather(subject, page, merged[subject], standing.numbering(door));
            }
        }
    }

    /** @param keys the fingerprints of those that are put by */
    private void gather(int subject, Notes page, long[] keys, Standing.Numbering numbering) {
        for (int row = 0; row < page.size(); row++) {
            int number = numbering.base() + page.event(row);
            if (standing.isInForce(number)) {
                if (keys.length > 0 && Arrays.binarySearch(keys, page.print(row)) >= 0) {
                    joined[subject].add(number);
                } else {
                    groups.notes().add(page, row, numbering);
                }
            }
        }
    }

    private void foresee(int subject, int first, int last) {
        for (int i = groups.start(first); !standing.makesAnew() && i < groups.end(last); i++) {
            stories[subject].foresee(groups.notes(), groups.ordered()[i]);
        }
        stories[subject].lookAhead();
    }

    private void tellGroup(int subject, int group) {
        Notes notes = groups.notes();
        int start = groups.start(group);
        int end = groups.end(group);
        if (notes.isSuspect(groups.ordered()[start])) {
            for (int i = start; i < end; i++) {
                suspects.add(notes, groups.ordered()[i]);
            }
        } else {
            stories[subject].moveTo(notes, groups.ordered(), start, end);
            tellMoved(subject);
        }
    }

    /**
     * Tells the stories of rows with which one cannot tell keys from each other, by the keys of that bucket that their events
     * name: all, or those that do not stand in a row.
     */
    private void tellCompared(int subject, int bucket, Notes some, boolean isOfSuspects) {
        Subject about = storylines.subjects().get(subject);
        Map<String, Numbers> events = new TreeMap<>();
        Set<Integer> seen = new HashSet<>();
        PackedKey packed = new PackedKey();
        for (int i = 0; i < some.size(); i++) {
            int text = some.number(i);
            int event = some.event(i);
            if (text >= 0) {
                add(events, standing.text(text), event);
            } else if (seen.add(event)) {
                for (String key : new LinkedHashSet<>(SubjectIndex.keysOf(about, standing.event(event)))) {
                    packed.pack(key);
                    if (Door.bucketOf(packed.print()) == bucket && (!isOfSuspects || packed.isSuspect())) {
                        add(events, key, event);
                    }
                }
            }
        }
        tellAll(subject, events);
    }

    /** Tells the stories of which merges make several keys one. */
    void tellJoined() {
        for (int subject = 0; subject < joined.length; subject++) {
            Map<String, Numbers> events = new TreeMap<>();
            for (int i = 0; i < joined[subject].size(); i++) {
                int event = joined[subject].get(i);
                for (String key : SubjectIndex.keysOf(storylines.subjects().get(subject), standing.event(event))) {
                    add(events, state.identities().root(kinds[subject], key), event);
                }
            }
            tellAll(subject, events);
        }
    }

    private static void add(Map<String, Numbers> stories, String key, int event) {
        stories.computeIfAbsent(key, own -> new Numbers()).add(event);
    }

    private void tellAll(int subject, Map<String, Numbers> stories) {
        stories.forEach((key, numbers) -> {
            List<SalesEvent> events = new ArrayList<>(numbers.size());
            for (int i = 0; i < numbers.size(); i++) {
                events.add(standing.event(numbers.get(i)));
            }
            events.sort(StoryOrder.INSTANCE);
            Subject about = storylines.subjects().get(subject);
            EventList story = new EventList(about, key, events, query.calendar(), state.identities());
            teller.tell(storylines.numbers(subject), material(subject, story), state, 1);
        });
    }

    private void tellAlone(int subject, int bucket) {
        Notes notes = groups.notes();
        for (int door = 0; door < standing.doors().size(); door++) {
            for (Notes page : standing.doors().get(door).alone(subject, bucket)) {
                notes.clear();
                gather(subject, page, NO_KEYS, standing.numbering(door));
                for (int row = 0; row < notes.size(); row++) {
                    stories[subject].foresee(notes, row);
                }
                stories[subject].lookAhead();
                for (int row = 0; row < notes.size(); row++) {
                    one[0] = row;
                    stories[subject].moveToAlone(notes, one);
                    tellMoved(subject);
                }
            }
        }
    }

    private void tellMoved(int subject) {
        moved[subject].ownership().read();
        teller.tell(storylines.numbers(subject), moved[subject], state, 1);
    }

    private Material material(int subject, Excerpt story) {
        Subject about = storylines.subjects().get(subject);
        Ownership ownership = new Ownership(about, story, state.identities());
        return new Material(about, story, ownership, reached);
    }
}
