package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The seven figures with streams and {@code groupingBy}: the events in force once, then a grouping for each kind of story.
 *
 * @param parallel whether streams are parallel and maps concurrent
 * @param asOf from where one looks
 */
record StreamFigures(boolean parallel, Instant asOf) {
    /** By place; where a figure would be over nothing there is none. */
    Map<Place, Reading> of(List<SalesEvent> events) {
        List<SalesEvent> inForce = inForce(events);
        Map<Place, Reading> figures = new HashMap<>();
        figures.putAll(responseTimes(inForce));
        figures.putAll(contactQuality(inForce));
        figures.putAll(followUpsAndWins(inForce));
        figures.putAll(emailLinks(inForce));
        figures.putAll(socialUse(inForce));
        figures.putAll(new StreamMaterials(this, inForce).use());
        return figures;
    }

    private List<SalesEvent> inForce(List<SalesEvent> events) {
        Collection<SalesEvent> standing = stream(events)
                .collect(toMap(SalesEvent::id, Function.identity(), BinaryOperator.maxBy(CrmRules.BY_RECORD)))
                .values();
        Set<String> retracted = all(standing, EventRetracted.class)
                .map(EventRetracted::targetId)
                .collect(Collectors.toSet());
        return stream(standing)
                .filter(event -> !(event instanceof EventRetracted)
                        && !event.occurredAt().isAfter(asOf)
                        && !retracted.contains(event.id()))
                .toList();
    }

    private Map<Place, Reading.Median> responseTimes(List<SalesEvent> inForce) {
        Map<String, List<SalesEvent>> requests = stream(inForce)
                .filter(event -> event.requestId() != null)
                .collect(groupingBy(SalesEvent::requestId, Collectors.toList()));
        return stream(requests.values())
                .flatMap(story -> StreamStories.wait(story, asOf).stream())
                .collect(groupingBy(
                        StreamStories.Wait::place,
                        Collectors.collectingAndThen(Collectors.toList(), StreamFigures::median)));
    }

    private static Reading.Median median(List<StreamStories.Wait> waits) {
        return Waits.median(lengths(waits, true), lengths(waits, false));
    }

    private static long[] lengths(List<StreamStories.Wait> waits, boolean ended) {
        return waits.stream()
                .filter(wait -> wait.ended() == ended)
                .mapToLong(wait -> wait.length().toNanos())
                .toArray();
    }

    private Map<Place, Reading.Quotient> contactQuality(List<SalesEvent> inForce) {
        Map<String, List<SalesEvent>> people = stream(inForce)
                .filter(event -> event.personId() != null)
                .collect(groupingBy(SalesEvent::personId, Collectors.toList()));
        Stream<StreamStories.Hit> ofNobody = stream(inForce)
                .filter(event -> event.personId() == null)
                .flatMap(event -> StreamStories.coldCalls(List.of(event)));
        return Stream.concat(ofNobody, stream(people.values()).flatMap(StreamStories::coldCalls))
                .collect(summed());
    }

    private Map<Place, Reading.Quotient> followUpsAndWins(List<SalesEvent> inForce) {
        Map<String, List<SalesEvent>> opportunities = stream(inForce)
                .filter(event -> event.opportunityId() != null)
                .collect(groupingBy(SalesEvent::opportunityId, Collectors.toList()));
        return stream(opportunities.values()).flatMap(StreamStories::closedDeal).collect(summed());
    }

    private Map<Place, Reading.Quotient> emailLinks(List<SalesEvent> inForce) {
        return all(inForce, MessageSent.class)
                .filter(CrmRules::isFollowUpMail)
                .collect(toMap(MessageSent::messageId, Function.identity(), BinaryOperator.minBy(CrmRules.IN_ORDER)))
                .values()
                .stream()
                .map(mail -> StreamStories.Hit.of(Kpi.EMAIL_LINKS, mail, CrmRules.hasContentLink(mail) ? 1 : 0))
                .collect(summed());
    }

    private Map<Place, Reading.Quotient> socialUse(List<SalesEvent> inForce) {
        Map<Place, Set<LocalDate>> active = all(inForce, SocialActivity.class)
                .filter(activity -> activity.actor().isHuman())
                .collect(groupingBy(
                        activity -> Kpi.SOCIAL_USE.place(activity.actor().repId(), CrmRules.monthOf(activity)),
                        Collectors.filtering(
                                activity -> activity.kind() != SocialActivity.Kind.REACTION
                                        && CrmRules.isWorkingDay(CrmRules.dateOf(activity)),
                                Collectors.mapping(CrmRules::dateOf, Collectors.toSet()))));
        return active.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        days -> new Reading.Quotient(
                                days.getValue().size(),
                                CrmRules.workingDays(days.getKey().month(), asOf))));
    }

    private Collector<StreamStories.Hit, ?, ? extends Map<Place, Reading.Quotient>> summed() {
        return toMap(StreamStories.Hit::place, StreamStories.Hit::share, Reading.Quotient::plus);
    }

    <T> Stream<T> stream(Collection<T> all) {
        return parallel ? all.parallelStream() : all.stream();
    }

    <E extends SalesEvent> Stream<E> all(Collection<? extends SalesEvent> events, Class<E> type) {
        return stream(events).filter(type::isInstance).map(type::cast);
    }

    private <T, K, D> Collector<T, ?, ? extends Map<K, D>> groupingBy(
            Function<? super T, K> key, Collector<? super T, ?, D> into) {
        return parallel ? Collectors.groupingByConcurrent(key, into) : Collectors.groupingBy(key, into);
    }

    <T, K, V> Collector<T, ?, ? extends Map<K, V>> toMap(
            Function<? super T, K> key, Function<? super T, V> value, BinaryOperator<V> merging) {
        return parallel ? Collectors.toConcurrentMap(key, value, merging) : Collectors.toMap(key, value, merging);
    }
}
