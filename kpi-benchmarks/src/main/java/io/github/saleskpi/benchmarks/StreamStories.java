package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the events of one request, person or opportunity say, for {@link StreamFigures}. */
final class StreamStories {
    /** So much of so much at a place. */
    record Hit(Place place, Reading.Quotient share) {
        /** Of one, credited to who did it, when it was done. */
        static Hit of(Kpi kpi, SalesEvent event, long numerator) {
            return new Hit(
                    kpi.place(event.actor().repId(), CrmRules.monthOf(event)), new Reading.Quotient(numerator, 1));
        }
    }

    /** How long a request waited, or so far. */
    record Wait(Place place, Duration length, boolean ended) {}

    /** A rep (null: nobody) on a channel. */
    private record Line(@Nullable String rep, @Nullable String channel) {}

    private StreamStories() {}

    static Optional<Wait> wait(List<SalesEvent> story, Instant asOf) {
        return all(story, RequestReceived.class)
                .filter(received -> received.duplicateOf() == null)
                .min(CrmRules.IN_ORDER)
                .flatMap(asked -> firstResponse(story, asked)
                        .map(response -> Optional.of(new Wait(
                                place(response.actor().repId(), asked),
                                Duration.between(asked.occurredAt(), CrmRules.responseAt(response)),
                                true)))
                        .orElseGet(() -> unanswered(story, asked, asOf)));
    }

    private static Optional<SalesEvent> firstResponse(List<SalesEvent> story, RequestReceived asked) {
        return story.stream()
                .filter(event -> CrmRules.isResponse(event)
                        && !CrmRules.responseAt(event).isBefore(asked.occurredAt()))
                .min(Comparator.comparing(CrmRules::responseAt).thenComparing(SalesEvent::id));
    }

    private static Optional<Wait> unanswered(List<SalesEvent> story, RequestReceived asked, Instant asOf) {
        Optional<RequestClosed> closing = all(story, RequestClosed.class)
                .filter(closed -> !closed.occurredAt().isBefore(asked.occurredAt()))
                .min(CrmRules.IN_ORDER);
        if (closing.isPresent() && closing.get().reason() == RequestClosed.Reason.NO_ANSWER_NEEDED) {
            return Optional.empty();
        }
        String owner = ownerAt(story, asOf, CrmRules.firstOwner(asked));
        Instant end = closing.map(SalesEvent::occurredAt).orElse(asOf);
        return Optional.of(new Wait(place(owner, asked), Duration.between(asked.occurredAt(), end), false));
    }

    private static Place place(@Nullable String rep, RequestReceived asked) {
        return Kpi.RESPONSE_TIME.place(rep, CrmRules.monthOf(asked));
    }

    private static @Nullable String ownerAt(List<SalesEvent> story, Instant moment, @Nullable String first) {
        Optional<OwnerChanged> last = all(story, OwnerChanged.class)
                .filter(change -> !change.occurredAt().isAfter(moment))
                .max(CrmRules.IN_ORDER);
        return last.isPresent() ? last.get().toRepId() : first;
    }

    static Stream<Hit> coldCalls(List<SalesEvent> story) {
        Optional<Instant> known = story.stream()
                .filter(CrmRules::isTwoWay)
                .map(SalesEvent::occurredAt)
                .min(Comparator.naturalOrder());
        List<CallEnded> calls =
                all(story, CallEnded.class).sorted(CrmRules.IN_ORDER).toList();
        List<CallEnded> cold = calls.stream()
                .filter(call -> CrmRules.isCold(
                        call,
                        call.personId() != null
                                && known.map(at -> !at.isBefore(call.occurredAt()))
                                        .orElse(true)))
                .toList();
        if (cold.isEmpty()) {
            return Stream.empty();
        }
        Set<String> opportunities = new HashSet<>();
        Set<String> led = all(story, OpportunityOpened.class)
                .sorted(CrmRules.IN_ORDER)
                .filter(opening -> opportunities.add(opening.opportunityId()))
                .flatMap(opening -> callThatLedTo(opening, calls, cold).stream())
                .map(SalesEvent::id)
                .collect(Collectors.toSet());
        return cold.stream().map(call -> Hit.of(Kpi.CONTACT_QUALITY, call, led.contains(call.id()) ? 1 : 0));
    }

    private static Optional<CallEnded> callThatLedTo(
            OpportunityOpened opening, List<CallEnded> calls, List<CallEnded> cold) {
        if (opening.originCallId() != null) {
            return calls.stream()
                    .filter(call -> call.callId().equals(opening.originCallId()))
                    .findFirst()
                    .filter(cold::contains);
        }
        return cold.stream()
                .filter(call -> call.outcome().atLeast(CallOutcome.ANSWERED) && CrmRules.isShortlyBefore(call, opening))
                .reduce((earlier, later) -> later);
    }

    /** One closed opportunity: its follow-ups, and whether it was won. */
    static Stream<Hit> closedDeal(List<SalesEvent> story) {
        List<OpportunityMoved> moves =
                all(story, OpportunityMoved.class).sorted(CrmRules.IN_ORDER).toList();
        if (moves.isEmpty() || !CrmRules.isClose(moves.get(moves.size() - 1).status())) {
            return Stream.empty();
        }
        OpportunityMoved.Status status = moves.get(moves.size() - 1).status();
        OpportunityMoved close = moves.get(moves.size() - 1);
        for (int i = moves.size() - 1; i >= 0 && moves.get(i).status() == status; i--) {
            close = moves.get(i);
        }
        String first = all(story, OpportunityOpened.class)
                .min(CrmRules.IN_ORDER)
                .map(CrmRules::firstOwner)
                .orElse(null);
        String owner = ownerAt(story, close.occurredAt(), first);
        String rep = owner != null ? owner : close.actor().repId();
        long won = status == OpportunityMoved.Status.WON ? 1 : 0;
        long followUps = Math.max(0, contacts(story, close.occurredAt()) - 1);
        return Stream.of(
                new Hit(Kpi.FOLLOW_UPS.place(rep, CrmRules.monthOf(close)), new Reading.Quotient(followUps, 1)),
                new Hit(Kpi.WIN_RATE.place(rep, CrmRules.monthOf(close)), new Reading.Quotient(won, 1)));
    }

    private static int contacts(List<SalesEvent> story, Instant close) {
        Predicate<SalesEvent> inTime = event -> !event.occurredAt().isAfter(close);
        List<SalesEvent> kept = new ArrayList<>();
        Map<Line, SalesEvent> lastKept = new HashMap<>();
        story.stream()
                .filter(inTime.and(CrmRules::isContact))
                .sorted(CrmRules.IN_ORDER)
                .forEach(contact -> {
                    Line line =
                            new Line(contact.actor().repId(), contact.header().channel());
                    SalesEvent last = lastKept.get(line);
                    if (last == null
                            || Duration.between(last.occurredAt(), contact.occurredAt())
                                            .compareTo(CrmRules.SAME_CONTACT)
                                    > 0) {
                        lastKept.put(line, contact);
                        kept.add(contact);
                    }
                });
        return kept.size();
    }

    private static <E extends SalesEvent> Stream<E> all(List<SalesEvent> story, Class<E> type) {
        return story.stream().filter(type::isInstance).map(type::cast);
    }
}
