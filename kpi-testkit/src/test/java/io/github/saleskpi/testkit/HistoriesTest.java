package io.github.saleskpi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.engine.KpiEngine;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Viewpoint;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    private static final Viewpoint LATE = Viewpoint.asOf(Instant.parse("2027-01-01T00:00:00Z"));

    @Test
    void aSeedAndASizeGiveTheSameEventsEachTime() {
        for (long seed : new long[] {0, 1, -7, Long.MAX_VALUE}) {
            for (int size : new int[] {0, 1, 30, 200}) {
                assertThat(Histories.realistic(seed, size)).hasSize(size).isEqualTo(Histories.realistic(seed, size));
                assertThat(Histories.hostile(seed, size)).hasSize(size).isEqualTo(Histories.hostile(seed, size));
            }
        }
        assertThat(Histories.realistic(1, 50)).isNotEqualTo(Histories.realistic(2, 50));
        assertThat(Histories.hostile(1, 50)).isNotEqualTo(Histories.hostile(2, 50));
    }

    @Test
    void theFirstEventsOfASeedAreTheSameOnEveryMachine() {
        assertThat(Histories.hostile(1, 3).stream().map(EventText::of))
                .containsExactly(
                        "E0 messageReceived at 2010-11-04T11:26:07Z by r0 {attributes={region=north}, autoReply=true, channel=email, messageId=k3, personId=k3, requestId=k3}",
                        "E6 eventRetracted at 2010-11-07T00:31:15Z, recorded 2010-11-09T18:31:15Z {attributes={region=south}, targetId=E0}",
                        "E6 eventRetracted at 2010-11-07T00:31:15Z, recorded 2010-11-09T18:31:15Z {attributes={region=south}, targetId=E0}");
        assertThat(Histories.realistic(1, 3).stream().map(EventText::of))
                .containsExactly(
                        "e1-0 assetPublished at 2026-01-12T15:38:00Z, recorded 2026-01-12T15:38:29Z by dee {assetId=a3, attributes={region=south}}",
                        "e1-1 callEnded at 2026-01-12T16:30:00Z, recorded 2026-01-12T16:31:11Z by dee {attributes={region=south}, callId=c-e1-1, channel=phone, direction=outbound, duration=PT3M, outcome=wrongNumber, personId=p1}",
                        "e1-2 opportunityOpened at 2026-01-13T13:52:00Z, recorded 2026-01-13T13:53:00Z by dee {amount=EUR 8200, attributes={region=south}, opportunityId=o1, originCallId=c-e1-1, ownerRepId=dee, personId=p1}");
    }

    @Test
    void aHostileHistoryHasAllThatADataSourceCanDo() {
        Map<String, Integer> census = census(seed -> Histories.hostile(seed, 60));
        System.out.println("Hostile histories: " + census);
        assertThat(census.values()).allSatisfy(times -> assertThat(times).isGreaterThanOrEqualTo(20));
    }

    @Test
    void aRealisticHistoryHasMishapsToo() {
        Map<String, Integer> census = census(seed -> Histories.realistic(seed, 150));
        System.out.println("Realistic histories: " + census);
        assertThat(census.keySet())
                .contains("sent twice", "corrected", "retraction", "merge", "recorded late")
                .doesNotContain("only the date known", "recorded before it happened");
        assertThat(Histories.realistic(3, 300))
                .isSortedAccordingTo(Comparator.comparing(SalesEvent::recordedAt))
                .filteredOn(event -> !(event instanceof EventRetracted) && !(event instanceof IdentityMerged))
                .allSatisfy(event -> assertThat(
                                event.occurredAt().atOffset(ZoneOffset.UTC).getDayOfWeek())
                        .isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    @Test
    void everyStandardIndicatorHasFactsInARealisticHistory() {
        KpiQuery query = KpiQuery.builder().groupBy(Dimension.REP).build();
        Set<String> met =
                Histories.realistic(1, 400).stream().collect(KpiEngine.of(query).collector(LATE)).cells().stream()
                        .map(cell -> cell.indicator().id().name())
                        .collect(Collectors.toSet());
        assertThat(met)
                .containsAll(Indicators.standard().stream()
                        .map(indicator -> indicator.id().name())
                        .toList());
    }

    @Test
    void makersMakeEventsOfKeysThatOthersHave() {
        for (List<SalesEvent> events : List.of(
                Histories.hostile(
                        5, 100, (header, key) -> CustomEvent.of(header, "quote").withSubjectId(key)),
                Histories.realistic(
                        5, 100, (header, key) -> CustomEvent.of(header, "quote").withSubjectId(key)))) {
            Set<String> persons = new TreeSet<>();
            events.stream().filter(event -> event.personId() != null).forEach(event -> persons.add(event.personId()));
            List<CustomEvent> made = events.stream()
                    .filter(CustomEvent.class::isInstance)
                    .map(CustomEvent.class::cast)
                    .filter(event -> event.name().equals("quote"))
                    .toList();
            assertThat(made.size()).isBetween(3, 60);
            assertThat(made).anySatisfy(event -> assertThat(persons).contains(event.subjectId()));
        }
    }

    private interface Generator {
        List<SalesEvent> of(long seed);
    }

    /** In how many of 100 histories each situation occurs. */
    private static Map<String, Integer> census(Generator histories) {
        Map<String, Integer> census = new TreeMap<>();
        for (long seed = 0; seed < 100; seed++) {
            Set<String> situations = new HashSet<>();
            Map<String, SalesEvent> known = new HashMap<>();
            Set<Instant> instants = new HashSet<>();
            for (SalesEvent event : histories.of(seed)) {
                SalesEvent before = known.put(event.id(), event);
                note(situations, "sent twice", event.equals(before));
                note(situations, "corrected", before != null && !event.equals(before));
                note(situations, "retraction", event instanceof EventRetracted);
                note(situations, "merge", event instanceof IdentityMerged);
                note(situations, "recorded late", event.recordedAt().isAfter(event.occurredAt()));
                note(
                        situations,
                        "recorded before it happened",
                        event.recordedAt().isBefore(event.occurredAt()));
                note(situations, "only the date known", event.header().precision() == Header.Precision.DAY);
                note(situations, "nobody acts", event.actor().repId() == null);
                note(situations, "equal instants", !instants.add(event.occurredAt()));
            }
            situations.forEach(situation -> census.merge(situation, 1, Integer::sum));
        }
        return census;
    }

    private static void note(Set<String> situations, String situation, boolean occurs) {
        if (occurs) {
            situations.add(situation);
        }
    }
}
