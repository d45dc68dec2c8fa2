package io.github.saleskpi.oracle;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The name that each key goes by: one table, rewritten at every merge. */
final class Roots {
    private record Key(IdentityKind kind, String id) {}

    private final Map<Key, String> names = new HashMap<>();

    Roots(List<IdentityMerged> inOrder) {
        for (IdentityMerged merge : inOrder) {
            String from = Objects.requireNonNull(of(merge.kind(), merge.fromId()));
            String into = Objects.requireNonNull(of(merge.kind(), merge.intoId()));
            names.put(new Key(merge.kind(), merge.fromId()), from);
            names.put(new Key(merge.kind(), merge.intoId()), into);
            names.replaceAll((key, name) -> key.kind() == merge.kind() && name.equals(from) ? into : name);
            if (!from.equals(into)) {
                names.put(new Key(merge.kind(), from), into);
            }
        }
    }

    @Nullable
    String of(IdentityKind kind, @Nullable String id) {
        return id == null ? null : names.getOrDefault(new Key(kind, id), id);
    }
}
