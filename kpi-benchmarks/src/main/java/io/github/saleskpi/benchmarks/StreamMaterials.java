package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The use of marketing materials with streams, for {@link StreamFigures}. */
record StreamMaterials(StreamFigures figures, List<SalesEvent> inForce) {
    /** A time on the shelf; until null it is still there. */
    private record Shelving(Instant since, @Nullable Instant until) {
        boolean holds(Instant use) {
            return !use.isBefore(since) && (until == null || use.isBefore(until));
        }

        boolean touches(Instant from, Instant to) {
            return since.isBefore(to) && (until == null || until.isAfter(from));
        }
    }

    /** A material used by an event; of a message only the first sending counts. */
    private record Use(String asset, String message, SalesEvent by) {}

    Map<Place, Reading.Quotient> use() {
        Map<String, List<Shelving>> shelves = figures.stream(inForce)
                .filter(event -> event instanceof AssetPublished || event instanceof AssetRetired)
                .collect(Collectors.groupingBy(
                        StreamMaterials::assetOf,
                        Collectors.collectingAndThen(Collectors.toList(), StreamMaterials::shelvings)));
        Map<Place, Set<String>> used = Stream.concat(insertions(), sendings())
                .filter(use -> shelves.getOrDefault(use.asset(), List.of()).stream()
                        .anyMatch(shelving -> shelving.holds(use.by().occurredAt())))
                .collect(Collectors.groupingBy(
                        use -> Kpi.MATERIAL_USE.place(use.by().actor().repId(), CrmRules.monthOf(use.by())),
                        Collectors.mapping(Use::asset, Collectors.toSet())));
        Map<YearMonth, Set<String>> catalogues = used.keySet().stream()
                .map(Place::month)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), month -> catalogue(shelves, month)));
        return used.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, assets -> {
            Set<String> catalogue = catalogues.getOrDefault(assets.getKey().month(), Set.of());
            long known = assets.getValue().stream().filter(catalogue::contains).count();
            return new Reading.Quotient(known, catalogue.size());
        }));
    }

    private Stream<Use> insertions() {
        return figures.all(inForce, AssetUsed.class)
                .filter(used -> used.actor().isHuman() && used.use() != AssetUsed.Use.VIEWED)
                .map(used -> new Use(used.assetId(), "", used));
    }

    private Stream<Use> sendings() {
        return figures
                .all(inForce, MessageSent.class)
                .filter(sent -> sent.actor().isHuman())
                .flatMap(sent -> sent.assetIds().stream().map(asset -> new Use(asset, sent.messageId(), sent)))
                .collect(figures.toMap(
                        use -> List.of(use.asset(), use.message()), Function.identity(), StreamMaterials::first))
                .values()
                .stream();
    }

    private static Use first(Use a, Use b) {
        return CrmRules.IN_ORDER.compare(a.by(), b.by()) <= 0 ? a : b;
    }

    private static String assetOf(SalesEvent event) {
        return event instanceof AssetPublished published ? published.assetId() : ((AssetRetired) event).assetId();
    }

    private static List<Shelving> shelvings(List<SalesEvent> ofOne) {
        List<Shelving> shelvings = new ArrayList<>();
        Instant since = null;
        for (SalesEvent event : ofOne.stream().sorted(CrmRules.IN_ORDER).toList()) {
            if (event instanceof AssetPublished) {
                since = since == null ? event.occurredAt() : since;
            } else if (since != null) {
                shelvings.add(new Shelving(since, event.occurredAt()));
                since = null;
            }
        }
        if (since != null) {
            shelvings.add(new Shelving(since, null));
        }
        return shelvings;
    }

    private Set<String> catalogue(Map<String, List<Shelving>> shelves, YearMonth month) {
        Instant next = CrmRules.monthStart(month.plusMonths(1));
        Instant end = next.isBefore(figures.asOf()) ? next : figures.asOf();
        return shelves.entrySet().stream()
                .filter(shelf -> shelf.getValue().stream()
                        .anyMatch(shelving -> shelving.touches(CrmRules.monthStart(month), end)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
