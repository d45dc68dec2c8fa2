package io.github.saleskpi.engine;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every event ever added, in the order of adding, and the question which of them are in force.
 *
 * <p>Both ids and versions have dense numbers. Versions are never removed, so a state of the ledger is a number: the
 * versions below it. Not thread-safe.
 */
final class Versions {
    private static final int NONE = -1;

    private final TextNumbers numberOf = new TextNumbers(this::id);
    private SalesEvent[] versions = new SalesEvent[16];
    private int[] idOf = new int[16];
    private int[] previous = new int[16];
    private int[] latest = new int[16];
    private int size;
    private int ids;
    private int conflicts;
    private final Map<String, List<Integer>> retractionsOf = new HashMap<>();
    private final List<Integer> merges = new ArrayList<>();
    /** The last version on which merges could hang: of an event that in some version is one, or takes another back. */
    private int ruling = NONE;

    private @Nullable Merges lastMerges;

    /** The merges in force among the first so many versions. */
    private record Merges(Viewpoint view, int limit, List<IdentityMerged> inOrder) {}

    /** Adds a version and returns its number, or -1 if that very version is there already. */
    int add(SalesEvent event) {
        int known = numberOf.find(event.id());
        int id = known == NONE ? numberOf.add(event.id()) : known;
        if (known == NONE) {
            latest = ids == latest.length ? Arrays.copyOf(latest, ids * 2) : latest;
            latest[ids++] = NONE;
        } else {
            for (int v = latest[id]; v != NONE; v = previous[v]) {
                if (VersionOrder.INSTANCE.compare(versions[v], event) == 0) {
                    return NONE;
                }
            }
            conflicts += previous[latest[id]] == NONE ? 1 : 0;
        }
        if (size == versions.length) {
            versions = Arrays.copyOf(versions, size * 2);
            idOf = Arrays.copyOf(idOf, size * 2);
            previous = Arrays.copyOf(previous, size * 2);
        }
        versions[size] = event;
        idOf[size] = id;
        previous[size] = latest[id];
        latest[id] = size;
        ruling = isRuling(size) ? size : ruling;
        if (event instanceof EventRetracted retraction) {
            retractionsOf
                    .computeIfAbsent(retraction.targetId(), key -> new ArrayList<>())
                    .add(size);
        } else if (event instanceof IdentityMerged) {
            merges.add(size);
        }
        return size++;
    }

    private boolean isRuling(int version) {
        for (int v = version; v != NONE; v = previous[v]) {
            if (versions[v] instanceof IdentityMerged || versions[v] instanceof EventRetracted) {
                return true;
            }
        }
        return false;
    }

    private String id(int number) {
        return versions[latest[number]].id();
    }

    int size() {
        return size;
    }

    int ids() {
        return ids;
    }

    int conflicts() {
        return conflicts;
    }

    /** The latest {@code occurredAt} of the versions that stand when all is known. */
    Optional<Instant> newest() {
        Viewpoint all = Viewpoint.asOf(Instant.EPOCH);
        return IntStream.range(0, ids)
                .mapToObj(id -> standing(id, all, size))
                .filter(Objects::nonNull)
                .map(SalesEvent::occurredAt)
                .max(Comparator.naturalOrder());
    }

    SalesEvent version(int number) {
        return versions[number];
    }

    int idOf(int version) {
        return idOf[version];
    }

    /** The number of that id, or -1. */
    int number(String id) {
        return numberOf.find(id);
    }

    boolean hasOneVersion(int id) {
        return previous[latest[id]] == NONE;
    }

    /** All versions of an id, the last added first. */
    List<SalesEvent> versionsOf(int id) {
        List<SalesEvent> all = new ArrayList<>();
        for (int v = latest[id]; v != NONE; v = previous[v]) {
            all.add(versions[v]);
        }
        return all;
    }

    /** The versions of the same id that were added before that one. */
    List<SalesEvent> earlier(int version) {
        List<SalesEvent> all = new ArrayList<>();
        for (int v = previous[version]; v != NONE; v = previous[v]) {
            all.add(versions[v]);
        }
        return all;
    }

    /** The event of that id in force among the first {@code limit} versions, or null; no retraction and no merge is one. */
    @Nullable
    SalesEvent inForce(int id, Viewpoint view, int limit) {
        SalesEvent event = standing(id, view, limit);
        return event == null
                        || event instanceof EventRetracted
                        || event instanceof IdentityMerged
                        || event.occurredAt().isAfter(view.asOf())
                        || isRetracted(event.id(), view, limit)
                ? null
                : event;
    }

    /** The merges in force, in their order; the very list of last time if nothing came in between that could bear on them. */
    List<IdentityMerged> merges(Viewpoint view, int limit) {
        Merges last = lastMerges;
        if (last == null || !last.view.equals(view) || ruling >= Math.min(limit, last.limit)) {
            last = new Merges(view, limit, mergesIn(view, limit));
            lastMerges = last;
        }
        return last.inOrder;
    }

    private List<IdentityMerged> mergesIn(Viewpoint view, int limit) {
        TreeSet<SalesEvent> standing = new TreeSet<>(StoryOrder.INSTANCE);
        for (int v : merges) {
            if (v < limit) {
                SalesEvent event = standing(idOf[v], view, limit);
                if (event instanceof IdentityMerged && !isRetracted(event.id(), view, limit)) {
                    standing.add(event);
                }
            }
        }
        return standing.stream().map(IdentityMerged.class::cast).toList();
    }

    /** The retractions that hold, in their order, whether or not there is anything for them to take back. */
    List<EventRetracted> retractions(Viewpoint view, int limit) {
        TreeSet<SalesEvent> holding = new TreeSet<>(StoryOrder.INSTANCE);
        for (List<Integer> ofOneTarget : retractionsOf.values()) {
            for (int v : ofOneTarget) {
                SalesEvent event = v < limit ? standing(idOf[v], view, limit) : null;
                if (event instanceof EventRetracted) {
                    holding.add(event);
                }
            }
        }
        return holding.stream().map(EventRetracted.class::cast).toList();
    }

    private boolean isRetracted(String id, Viewpoint view, int limit) {
        List<Integer> retractions = retractionsOf.isEmpty() ? null : retractionsOf.get(id);
        if (retractions == null) {
            return false;
        }
        for (int v : retractions) {
            if (v < limit && retracts(v, id, view, limit) != null) {
                return true;
            }
        }
        return false;
    }

    /** What the id of that version is under the viewpoint, if that is a retraction of the target; else null. */
    private @Nullable EventRetracted retracts(int version, String target, Viewpoint view, int limit) {
        return standing(idOf[version], view, limit) instanceof EventRetracted standing
                        && standing.targetId().equals(target)
                ? standing
                : null;
    }

    /** The retractions of that id that stand, by their own ids. */
    SortedMap<String, EventRetracted> retractions(String target, Viewpoint view, int limit) {
        SortedMap<String, EventRetracted> standing = new TreeMap<>();
        for (int v : retractionsOf.getOrDefault(target, List.of())) {
            EventRetracted retraction = v < limit ? retracts(v, target, view, limit) : null;
            if (retraction != null) {
                standing.put(retraction.id(), retraction);
            }
        }
        return standing;
    }

    private @Nullable SalesEvent standing(int id, Viewpoint view, int limit) {
        SalesEvent best = null;
        for (int v = latest[id]; v != NONE; v = previous[v]) {
            SalesEvent event = versions[v];
            if (v < limit
                    && !event.recordedAt().isAfter(view.knownAt())
                    && (best == null || VersionOrder.INSTANCE.compare(event, best) > 0)) {
                best = event;
            }
        }
        return best;
    }
}
