package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which keys are one, by the merges in force. Immutable once made.
 *
 * <p>A merge unites the sets of its two keys under the root of {@code intoId}; one inside a set does nothing.
 */
final class Identities {
    static final Identities NONE = new Identities(List.of());

    private final Map<IdentityKind, Map<String, String>> rootOf = new EnumMap<>(IdentityKind.class);
    private final Map<IdentityKind, Map<String, Set<String>>> members = new EnumMap<>(IdentityKind.class);

    private final List<IdentityMerged> merges;

    Identities(List<IdentityMerged> inOrder) {
        this.merges = List.copyOf(inOrder);
        for (IdentityMerged merge : inOrder) {
            Map<String, String> roots = rootOf.computeIfAbsent(merge.kind(), kind -> new HashMap<>());
            Map<String, Set<String>> sets = members.computeIfAbsent(merge.kind(), kind -> new HashMap<>());
            String from = roots.getOrDefault(merge.fromId(), merge.fromId());
            String into = roots.getOrDefault(merge.intoId(), merge.intoId());
            if (!from.equals(into)) {
                Set<String> kept = sets.computeIfAbsent(into, root -> new TreeSet<>(Set.of(root)));
                Set<String> gone = sets.remove(from);
                kept.addAll(gone == null ? Set.of(from) : gone);
                kept.forEach(key -> roots.put(key, into));
            }
        }
    }

    /** These if they are of the same merges, else those of these merges. */
    Identities of(List<IdentityMerged> inOrder) {
        return merges.equals(inOrder) ? this : new Identities(inOrder);
    }

    /** The name that the key goes by. */
    String root(@Nullable IdentityKind kind, String key) {
        Map<String, String> roots = kind == null || merges.isEmpty() ? null : rootOf.get(kind);
        return roots == null ? key : roots.getOrDefault(key, key);
    }

    /** All keys that are one with that root, the root included. */
    Set<String> members(@Nullable IdentityKind kind, String root) {
        Map<String, Set<String>> sets = kind == null ? null : members.get(kind);
        return sets == null ? Set.of(root) : sets.getOrDefault(root, Set.of(root));
    }

    /** Whether any merge speaks of the key. */
    boolean isMerged(IdentityKind kind, String key) {
        Map<String, String> roots = rootOf.get(kind);
        return roots != null && roots.containsKey(key);
    }

    /** The keys of that kind that any merge speaks of. */
    Set<String> merged(IdentityKind kind) {
        return rootOf.getOrDefault(kind, Map.of()).keySet();
    }

    /** The keys of that kind that have another root, or other companions, in the other. */
    Set<String> differing(Identities other, IdentityKind kind) {
        if (other == this) {
            return Set.of();
        }
        Set<String> keys = new TreeSet<>(merged(kind));
        keys.addAll(other.merged(kind));
        keys.removeIf(key -> root(kind, key).equals(other.root(kind, key))
                && members(kind, root(kind, key)).equals(other.members(kind, other.root(kind, key))));
        return keys;
    }
}
