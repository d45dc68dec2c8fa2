package io.github.saleskpi.benchmarks;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OpportunityStatus;
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
            Map<String, List<SalesEvent>> opportunities = standing.stream()
                    .filter(event -> event instanceof OpportunityOpened || event instanceof OpportunityMoved)
                    .filter(event -> !retracted.contains(event.id()))
                    .sorted(OCCURRED)
                    .collect(Collectors.groupingBy(event -> String.valueOf(event.opportunityId())));
            SortedMap<String, long[]> counts = new TreeMap<>();
            opportunities.values().forEach(story -> count(story, counts));
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

    private static void count(List<SalesEvent> story, SortedMap<String, long[]> counts) {
        String owner = null;
        OpportunityMoved runStart = null;
        for (SalesEvent event : story) {
            if (event instanceof OpportunityOpened opened && owner == null) {
                owner = opened.ownerRepId() != null
                        ? opened.ownerRepId()
                        : opened.actor().repId();
            } else if (event instanceof OpportunityMoved moved
                    && (runStart == null || runStart.status() != moved.status())) {
                runStart = moved;
            }
        }
        if (runStart == null
                || (runStart.status() != OpportunityStatus.WON && runStart.status() != OpportunityStatus.LOST)) {
            return;
        }
        String rep = owner != null ? owner : runStart.actor().repId();
        YearMonth month = YearMonth.from(LocalDate.ofInstant(runStart.occurredAt(), ZoneOffset.UTC));
        long[] count = counts.computeIfAbsent(rep + " " + month, cell -> new long[2]);
        count[0] += runStart.status() == OpportunityStatus.WON ? 1 : 0;
        count[1]++;
    }
}
