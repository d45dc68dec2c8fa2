package io.github.saleskpi.oracle;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.time.Viewpoint;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The events in force, chosen as {@code events.md} says and by nobody else's code.
 *
 * @param facts in force, retractions and merges aside, by (occurredAt, id)
 * @param roots what the merges in force make of keys
 * @param ids how many ids were read
 * @param conflicts how many of them have two or more different versions
 */
public record Selection(List<SalesEvent> facts, Roots roots, long ids, long conflicts) {
    private static final Comparator<SalesEvent> STORY_ORDER =
            Comparator.comparing(SalesEvent::occurredAt).thenComparing(SalesEvent::id);

    /** Chooses from all versions ever read. */
    public static Selection of(Collection<SalesEvent> versions, Viewpoint view) {
        Map<String, SalesEvent> standing = new HashMap<>();
        for (SalesEvent version : versions) {
            if (version.recordedAt().compareTo(view.knownAt()) <= 0) {
                standing.merge(version.id(), version, (a, b) -> VersionRank.ORDER.compare(a, b) >= 0 ? a : b);
            }
        }
        Set<String> targets = standing.values().stream()
                .filter(EventRetracted.class::isInstance)
                .map(event -> ((EventRetracted) event).targetId())
                .collect(Collectors.toSet());
        List<SalesEvent> left = standing.values().stream()
                .filter(event -> !(event instanceof EventRetracted) && !targets.contains(event.id()))
                .sorted(STORY_ORDER)
                .toList();
        List<IdentityMerged> merges = left.stream()
                .filter(IdentityMerged.class::isInstance)
                .map(IdentityMerged.class::cast)
                .toList();
        List<SalesEvent> facts = left.stream()
                .filter(event -> !(event instanceof IdentityMerged))
                .filter(event -> event.occurredAt().compareTo(view.asOf()) <= 0)
                .toList();
        return new Selection(facts, new Roots(merges), ids(versions).size(), conflicts(versions));
    }

    /** The name that a key goes by. */
    public String rootOf(IdentityKind kind, String key) {
        return Objects.requireNonNull(roots.of(kind, key));
    }

    private static Set<String> ids(Collection<SalesEvent> versions) {
        return versions.stream().map(SalesEvent::id).collect(Collectors.toSet());
    }

    private static long conflicts(Collection<SalesEvent> versions) {
        return versions.stream()
                .filter(one -> versions.stream()
                        .anyMatch(other -> one.id().equals(other.id()) && VersionRank.ORDER.compare(one, other) != 0))
                .map(SalesEvent::id)
                .distinct()
                .count();
    }
}
