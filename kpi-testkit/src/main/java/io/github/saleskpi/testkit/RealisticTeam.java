package io.github.saleskpi.testkit;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.oracle.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/** A team at work, customer by customer, and what becomes of its records on their way. */
final class RealisticTeam {
    private static final Comparator<SalesEvent> ARRIVAL =
            Comparator.comparing(SalesEvent::recordedAt).thenComparing(SalesEvent::id);

    private RealisticTeam() {}

    static List<SalesEvent> history(long seed, int size, List<BiFunction<Header, String, SalesEvent>> makers) {
        Chance chance = new Chance(seed);
        List<SalesEvent> facts = new ArrayList<>();
        for (int customer = 1; facts.size() < size * 2; customer++) {
            facts.addAll(new Customer(chance, customer, makers).facts());
        }
        List<SalesEvent> records = new ArrayList<>();
        for (SalesEvent fact : facts) {
            records.add(fact);
            records.addAll(mishaps(chance, fact));
        }
        records.sort(ARRIVAL);
        return List.copyOf(records.subList(0, size));
    }

    private static List<SalesEvent> mishaps(Chance chance, SalesEvent fact) {
        Header later = Header.of(fact.id() + "-fix", fact.occurredAt().plus(Duration.ofHours(1)));
        return switch (chance.below(50)) {
            case 0, 1 -> List.of(fact);
            case 2 -> List.of(EventRetracted.of(later, fact.id()));
            case 3 ->
                List.of(new IdentityMerged(later, IdentityKind.PERSON, "p" + chance.below(9), "p" + chance.below(9)));
            case 4 ->
                Rebuilt.with(fact, fact.header().withRecordedAt(later.recordedAt()))
                        .map(List::of)
                        .orElse(List.of());
            default -> List.of();
        };
    }
}
