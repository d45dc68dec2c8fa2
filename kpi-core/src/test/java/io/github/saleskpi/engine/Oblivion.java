package io.github.saleskpi.engine;

import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.oracle.Selection;
import io.github.saleskpi.time.Viewpoint;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who was forgotten, by name, and what that leaves of events: by looking at the components of records. */
final class Oblivion {
    private final Set<String> forgotten = new TreeSet<>();

    /** Forgets persons, and who is one with them by what was held. */
    void forget(Collection<String> persons, Collection<SalesEvent> held) {
        Selection all = Selection.of(held, Viewpoint.asOf(Instant.EPOCH));
        List<String> names = held.stream()
                .flatMap(event -> event instanceof IdentityMerged merge
                        ? Stream.of(merge.fromId(), merge.intoId())
                        : Stream.ofNullable(event.personId()))
                .toList();
        for (String person : persons) {
            forgotten.add(person);
            for (String name : names) {
                if (all.rootOf(IdentityKind.PERSON, name).equals(all.rootOf(IdentityKind.PERSON, person))) {
                    forgotten.add(name);
                }
            }
        }
    }

    int size() {
        return forgotten.size();
    }

    List<SalesEvent> left(Collection<SalesEvent> events) {
        List<SalesEvent> left = new ArrayList<>();
        for (SalesEvent event : events) {
            boolean merges = event instanceof IdentityMerged merge
                    && merge.kind() == IdentityKind.PERSON
                    && (forgotten.contains(merge.fromId()) || forgotten.contains(merge.intoId()));
            boolean isOwn = event instanceof CustomSalesEvent && forgotten.contains(event.personId() + "");
            if (!merges && !isOwn) {
                left.add(event instanceof CustomSalesEvent ? event : without(event));
            }
        }
        return left;
    }

    private SalesEvent without(SalesEvent event) {
        try {
            RecordComponent[] components = event.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getAccessor().invoke(event);
                String name = components[i].getName();
                if ((name.equals("personId") || name.equals("subjectId")) && forgotten.contains(values[i] + "")) {
                    values[i] = null;
                }
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (SalesEvent) event.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(event.toString(), broken);
        }
    }
}
