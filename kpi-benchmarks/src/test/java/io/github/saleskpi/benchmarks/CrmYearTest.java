package io.github.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetRetired;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CrmYearTest {
    private static final List<SalesEvent> EVENTS = CrmYear.events(20_000, 2026);
    private static final Map<String, List<SalesEvent>> BY_ID =
            EVENTS.stream().collect(Collectors.groupingBy(SalesEvent::id));

    private static double share(Predicate<SalesEvent> which) {
        return EVENTS.stream().filter(which).count() / (double) EVENTS.size();
    }

    @Test
    void thereAreAboutAsManyEventsAsAskedFor() {
        assertThat(EVENTS).hasSizeBetween(19_900, 20_100);
    }

    @Test
    void theSameSeedMakesTheSameYearAndAnotherAnother() {
        assertThat(CrmYear.events(2_000, 1)).isEqualTo(CrmYear.events(2_000, 1));
        assertThat(CrmYear.events(2_000, 1)).isNotEqualTo(CrmYear.events(2_000, 2));
    }

    @Test
    void everyTypeOfEventThatTheSevenReadOccurs() {
        assertThat(EVENTS.stream().<Class<?>>map(SalesEvent::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        RequestReceived.class,
                        RequestClosed.class,
                        OwnerChanged.class,
                        MessageSent.class,
                        MessageReceived.class,
                        CallEnded.class,
                        MeetingHeld.class,
                        LinkClicked.class,
                        SocialActivity.class,
                        AssetPublished.class,
                        AssetRetired.class,
                        AssetUsed.class,
                        OpportunityOpened.class,
                        OpportunityMoved.class,
                        EventRetracted.class);
    }

    @Test
    void idsAreThoseOfSuchSystems() {
        assertThat(EVENTS).allMatch(event -> event.id().matches("[a-z]+(:[a-z]+)+:[0-9]+"));
        assertThat(EVENTS).anyMatch(event -> event.id().startsWith("amo:call:88"));
    }

    @Test
    void someComesTwiceLateAnewOrIsTakenBack() {
        long repeated = BY_ID.values().stream()
                .mapToLong(versions -> versions.size() - new HashSet<>(versions).size())
                .sum();
        long corrected = BY_ID.values().stream()
                .filter(versions -> new HashSet<>(versions).size() > 1)
                .count();
        assertThat(repeated / (double) EVENTS.size()).isBetween(0.007, 0.013);
        assertThat(corrected / (double) EVENTS.size()).isBetween(0.003, 0.007);
        assertThat(share(event -> event.recordedAt().isAfter(event.occurredAt())))
                .isBetween(0.012, 0.03);
        assertThat(share(EventRetracted.class::isInstance)).isBetween(0.002, 0.006);
        assertThat(share(event -> event.occurredAt().isAfter(CrmYear.VIEWPOINT.asOf())))
                .isBetween(0.001, 0.05);
    }

    @Test
    void versionsThatDifferDifferInWhenTheyWereRecorded() {
        assertThat(BY_ID.values())
                .allSatisfy(versions -> assertThat(
                                new HashSet<>(versions).stream().map(version -> version.recordedAt()))
                        .doesNotHaveDuplicates());
    }

    @Test
    void aRepeatedEventIsEqualButAnotherObject() {
        assertThat(BY_ID.values())
                .allSatisfy(versions -> assertThat(versions.stream()
                                .map(System::identityHashCode)
                                .distinct()
                                .count())
                        .isEqualTo(versions.size()));
    }

    @Test
    void nothingIsKnownToTheDateOnlyAndNoIdentitiesAreMerged() {
        assertThat(EVENTS).allMatch(event -> event.header().precision() == Header.Precision.EXACT);
        assertThat(EVENTS).noneMatch(IdentityMerged.class::isInstance);
    }

    @Test
    void theBusiestTenthOfTheRepsDoesAThirdOfTheWorkOrMore() {
        Collection<Long> busiest = EVENTS.stream()
                .filter(event -> event.actor().repId() != null)
                .collect(Collectors.groupingBy(event -> event.actor().repId(), TreeMap::new, Collectors.counting()))
                .values();
        double all = busiest.stream().mapToLong(Long::longValue).sum();
        double top = busiest.stream()
                .sorted((a, b) -> Long.compare(b, a))
                .limit(CrmYear.REPS / 10)
                .mapToLong(Long::longValue)
                .sum();
        assertThat(busiest).hasSizeBetween(CrmYear.REPS * 9 / 10, CrmYear.REPS);
        assertThat(top / all).isBetween(0.33, 0.6);
    }

    @Test
    void wordsAndRepsAreOneObjectEach() {
        Set<String> reps = EVENTS.stream()
                .filter(event -> event.actor().repId() != null)
                .map(event -> event.actor().repId())
                .collect(Collectors.toSet());
        long objects = EVENTS.stream()
                .filter(event -> event.actor().repId() != null)
                .map(event -> System.identityHashCode(event.actor().repId()))
                .distinct()
                .count();
        assertThat(objects).isLessThanOrEqualTo(reps.size());
    }
}
