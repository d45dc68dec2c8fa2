package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts a batch's stories together, bucket by bucket, and tells them into cells of its own. Events are grouped by the
 * fingerprints of their keys, and the keys of a group are compared before it is told. Confined to one thread.
 */
final class Bench {
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
    private final Groups groups = new Groups();
    private final Groups suspects = new Groups();
    private final Slice slice;

    Bench(KpiQuery query, Storylines storylines, Standing standing, State state) {
        this.query = query;
        this.storylines = storylines;
        this.standing = standing;
        this.slice = new Slice(standing);
        this.state = state;
        this.cells = new Cells(query, storylines.all(), null);
        this.teller = new Teller(query, storylines, cells, (type, now) -> now.isKnown(type, standing::isKnown));
        this.reached = deadline -> !deadline.isAfter(state.view().asOf());
        List<Subject> subjects = storylines.subjects();
        this.kinds = new IdentityKind[subjects.size()];
        this.merged = new long[kinds.length][];
        this.joined = new Numbers[kinds.length];
        for (int subject = 0; subject < kinds.length; subject++) {
            kinds[subject] = subjects.get(subject).identity().orElse(null);
            joined[subject] = new Numbers();
            merged[subject] = merged(kinds[subject]);
        }
    }

    /** The fingerprints of all keys of which merges speak, in order. */
    private long[] merged(@Nullable IdentityKind kind) {
        return kind == null
                ? new long[0]
                : state.identities().merged(kind).stream()
                        .mapToLong(Fingerprint::of)
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

    /** Takes over what another has told and put by. */
    void merge(Bench other) {
        cells.merge(other.cells);
        for (int number = 0; number < other.failures().size(); number++) {
            failures().get(number).putAll(other.failures().get(number));
        }
        for (int subject = 0; subject < joined.length; subject++) {
            for (int i = 0; i < other.joined[subject].size(); i++) {
                joined[subject].add(other.joined[subject].get(i));
            }
        }
    }

    /** Tells the stories of a bucket, and that part of the events that are stories alone. */
    void tell(int bucket) {
        for (int subject = 0; subject < kinds.length; subject++) {
            gather(subject, bucket);
            if (groups.group()) {
                suspects.clear();
                for (int group = 0; group < groups.number(); group++) {
                    tellGroup(subject, group);
                }
                tellCompared(subject, suspects);
            } else {
                tellCompared(subject, groups);
            }
            tellAlone(subject, bucket);
        }
    }

    /** The stories with keys of which merges speak are put by, for they may be parts of one story. */
    private void gather(int subject, int bucket) {
        groups.clear();
        for (int door = 0; door < standing.doors().size(); door++) {
            Door from = standing.doors().get(door);
            Prints rows = from.stories(subject, bucket);
            for (int i = 0; rows != null && i < rows.size(); i++) {
                int number = standing.base(door) + rows.event(i);
                if (standing.isInForce(number)) {
                    if (merged[subject].length > 0 && Arrays.binarySearch(merged[subject], rows.print(i)) >= 0) {
                        joined[subject].add(number);
                    } else {
                        groups.add(number, rows.print(i));
                    }
                }
            }
        }
    }

    private void tellGroup(int subject, int group) {
        slice.of(groups.ordered(), groups.start(group), groups.end(group));
        long print = groups.printOf(group);
        String key = commonKey(subject, print, slice);
        if (key == null) {
            for (int i = groups.start(group); i < groups.end(group); i++) {
                suspects.add(groups.ordered()[i], print);
            }
        } else if (slice.isSorted()) {
            tell(subject, key, slice);
        } else {
            tellSorted(subject, key, new ArrayList<>(slice));
        }
    }

    /** The one key of that fingerprint that all of them name; null if they name several. */
    private @Nullable String commonKey(int subject, long print, List<SalesEvent> events) {
        String common = onlyKey(subject, print, events.get(0));
        for (int i = 1; common != null && i < events.size(); i++) {
            if (!common.equals(onlyKey(subject, print, events.get(i)))) {
                return null;
            }
        }
        return common;
    }

    private @Nullable String onlyKey(int subject, long print, SalesEvent event) {
        Subject about = storylines.subjects().get(subject);
        IdentityKind kind = kinds[subject];
        if (kind != null) {
            return FactView.keyOf(event, kind);
        }
        String only = null;
        Collection<String> keys = SubjectIndex.keysOf(about, event);
        for (String key : keys) {
            if (keys.size() == 1 || Fingerprint.of(key) == print) {
                if (only != null && !only.equals(key)) {
                    return null;
                }
                only = key;
            }
        }
        return only;
    }

    /** Tells the stories of suspects, each by the keys of its fingerprint. */
    private void tellCompared(int subject, Groups some) {
        Map<String, List<SalesEvent>> stories = new TreeMap<>();
        for (int i = 0; i < some.size(); i++) {
            SalesEvent event = standing.event(some.event(i));
            for (String key : SubjectIndex.keysOf(storylines.subjects().get(subject), event)) {
                if (Fingerprint.of(key) == some.print(i)) {
                    addOnce(stories, key, event);
                }
            }
        }
        tellAll(subject, stories);
    }

    /** Tells the stories of which merges make several keys one. */
    void tellJoined() {
        for (int subject = 0; subject < joined.length; subject++) {
            Map<String, List<SalesEvent>> stories = new TreeMap<>();
            for (int i = 0; i < joined[subject].size(); i++) {
                SalesEvent event = standing.event(joined[subject].get(i));
                for (String key : SubjectIndex.keysOf(storylines.subjects().get(subject), event)) {
                    addOnce(stories, state.identities().root(kinds[subject], key), event);
                }
            }
            tellAll(subject, stories);
        }
    }

    /** An event that names a key twice comes twice in a row. */
    private static void addOnce(Map<String, List<SalesEvent>> stories, String key, SalesEvent event) {
        List<SalesEvent> story = stories.computeIfAbsent(key, own -> new ArrayList<>());
        if (story.isEmpty() || story.get(story.size() - 1) != event) {
            story.add(event);
        }
    }

    private void tellAll(int subject, Map<String, List<SalesEvent>> stories) {
        stories.forEach((key, story) -> tellSorted(subject, key, story));
    }

    private void tellSorted(int subject, String key, List<SalesEvent> story) {
        story.sort(StoryOrder.INSTANCE);
        tell(subject, key, story);
    }

    private void tellAlone(int subject, int bucket) {
        for (int door = 0; door < standing.doors().size(); door++) {
            Door from = standing.doors().get(door);
            Numbers alone = from.alone(subject);
            int start = (int) ((long) alone.size() * bucket / Door.BUCKETS);
            int end = (int) ((long) alone.size() * (bucket + 1) / Door.BUCKETS);
            for (int i = start; i < end; i++) {
                int number = standing.base(door) + alone.get(i);
                if (standing.isInForce(number)) {
                    tell(subject, null, List.of(standing.event(number)));
                }
            }
        }
    }

    private void tell(int subject, @Nullable String key, List<SalesEvent> events) {
        Subject about = storylines.subjects().get(subject);
        Ownership ownership = new Ownership(about, events, query.calendar(), state.identities());
        Material material = new Material(about, key, events, ownership, reached);
        teller.tell(storylines.numbers(subject), material, state, 1);
    }
}
