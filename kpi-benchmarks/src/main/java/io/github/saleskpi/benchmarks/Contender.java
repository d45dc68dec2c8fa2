package io.github.saleskpi.benchmarks;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A way to compute win rates by rep and month: {@code won/closed} under {@code rep month}. */
public enum Contender {
    /** The library, with all its rules. */
    KPI_ENGINE {
        @Override
        SortedMap<String, String> winRates(List<SalesEvent> events) {
            KpiEngine engine = KpiEngine.of(KpiQuery.builder()
                    .indicators(Indicators.WIN_RATE)
                    .groupBy(Dimension.REP)
                    .build());
            KpiReport report = events.stream().collect(engine.collector(Viewpoint.asOf(END)));
            SortedMap<String, String> rates = new TreeMap<>();
            for (KpiReport.Cell cell : report.cells()) {
                if (cell.value() instanceof KpiValue.Defined rate) {
                    rates.put(
                            cell.scope().values().get("rep") + " " + cell.period(),
                            rate.numerator() + "/" + rate.denominator());
                }
            }
            return rates;
        }
    },
    /** Streams and {@code groupingBy}, with the rules that these events need and no others. */
    STREAMS {
        @Override
        SortedMap<String, String> winRates(List<SalesEvent> events) {
            Collection<SalesEvent> standing = events.stream()
                    .collect(Collectors.toMap(SalesEvent::id, Function.identity(), BinaryOperator.maxBy(RECORDED)))
                    .values();
            Set<String> retracted = standing.stream()
                    .filter(EventRetracted.class::isInstance)
                    .map(event -> ((EventRetracted) event).targetId())
                    .collect(Collectors.toSet());
            Map<String, String> merged = standing.stream()
                    .filter(IdentityMerged.class::isInstance)
                    .map(IdentityMerged.class::cast)
                    .collect(Collectors.toMap(IdentityMerged::fromId, IdentityMerged::intoId));
            Map<String, List<SalesEvent>> opportunities = standing.stream()
                    .filter(event -> event.opportunityId() != null && !retracted.contains(event.id()))
                    .sorted(OCCURRED)
                    .collect(Collectors.groupingBy(event -> nameOf(event.opportunityId(), merged)));
            SortedMap<String, long[]> counts = new TreeMap<>();
            opportunities.values().forEach(story -> count(story, merged, counts));
            SortedMap<String, String> rates = new TreeMap<>();
            counts.forEach((cell, count) -> rates.put(cell, count[0] + "/" + count[1]));
            return rates;
        }
    };

    private static final Instant END = Instant.parse("2026-07-01T00:00:00Z");
    private static final Comparator<SalesEvent> RECORDED =
            Comparator.comparing(SalesEvent::recordedAt).thenComparing(SalesEvent::occurredAt);
    private static final Comparator<SalesEvent> OCCURRED =
            Comparator.comparing(SalesEvent::occurredAt).thenComparing(SalesEvent::id);

    abstract SortedMap<String, String> winRates(List<SalesEvent> events);

    private static String nameOf(@Nullable String id, Map<String, String> merged) {
        return merged.getOrDefault(String.valueOf(id), String.valueOf(id));
    }

    private static void count(List<SalesEvent> story, Map<String, String> merged, SortedMap<String, long[]> counts) {
        OpportunityMoved close = null;
        for (SalesEvent event : story) {
            if (event instanceof OpportunityMoved moved && (close == null || close.status() != moved.status())) {
                close = moved;
            }
        }
        if (close == null
                || (close.status() != OpportunityMoved.Status.WON && close.status() != OpportunityMoved.Status.LOST)) {
            return;
        }
        String owner = ownerAt(close, story);
        String rep = nameOf(owner != null ? owner : close.actor().repId(), merged);
        YearMonth month = YearMonth.from(LocalDate.ofInstant(close.occurredAt(), ZoneOffset.UTC));
        long[] count = counts.computeIfAbsent(rep + " " + month, cell -> new long[2]);
        count[0] += close.status() == OpportunityMoved.Status.WON ? 1 : 0;
        count[1]++;
    }

    private static @Nullable String ownerAt(SalesEvent close, List<SalesEvent> story) {
        OpportunityOpened opening = null;
        OwnerChanged change = null;
        for (SalesEvent event : story) {
            if (event instanceof OpportunityOpened opened && opening == null) {
                opening = opened;
            } else if (event instanceof OwnerChanged changed
                    && !changed.occurredAt().isAfter(close.occurredAt())) {
                change = changed;
            }
        }
        if (change != null) {
            return change.toRepId();
        }
        if (opening == null) {
            return null;
        }
        return opening.ownerRepId() != null
                ? opening.ownerRepId()
                : opening.actor().repId();
    }
}
