package io.github.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CustomSalesEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.event.TaskCompleted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What occurs in the sample at all. */
class VarietyTest {
    private static final List<SalesEvent> EVENTS = SimulatedTeam.events(12, 6, 2026);

    private static <E extends SalesEvent> Stream<E> all(Class<E> type) {
        return EVENTS.stream().filter(type::isInstance).map(type::cast);
    }

    private static <E extends SalesEvent> Set<Object> words(Class<E> type, Function<E, Object> word) {
        return all(type).map(word).collect(Collectors.toSet());
    }

    @Test
    void everyTypeOfEventOccurs() {
        Set<Class<?>> types = new HashSet<>(List.of(SalesEvent.class.getPermittedSubclasses()));
        assertThat(types.remove(CustomSalesEvent.class)).isTrue();
        assertThat(EVENTS.stream().<Class<?>>map(SalesEvent::getClass).collect(Collectors.toSet()))
                .isEqualTo(types);
    }

    @Test
    void everyWordOfTheWireFormatOccurs() {
        assertThat(words(SalesEvent.class, event -> event.actor().kind())).contains((Object[]) Actor.Kind.values());
        assertThat(words(SalesEvent.class, event -> event.header().precision()))
                .contains((Object[]) Header.Precision.values());
        assertThat(words(CallEnded.class, CallEnded::outcome)).contains((Object[]) CallOutcome.values());
        assertThat(words(CallEnded.class, CallEnded::direction)).contains((Object[]) CallDirection.values());
        assertThat(words(LinkClicked.class, LinkClicked::verdict)).contains((Object[]) LinkClicked.Verdict.values());
        assertThat(words(RequestClosed.class, RequestClosed::reason))
                .contains((Object[]) RequestClosed.Reason.values());
        assertThat(words(IdentityMerged.class, IdentityMerged::kind)).contains((Object[]) IdentityKind.values());
        assertThat(words(MeetingHeld.class, MeetingHeld::kind)).contains((Object[]) MeetingHeld.Kind.values());
        assertThat(words(AssetUsed.class, AssetUsed::use)).contains((Object[]) AssetUsed.Use.values());
        assertThat(words(SocialActivity.class, SocialActivity::kind)).contains((Object[]) SocialActivity.Kind.values());
        assertThat(words(OpportunityMoved.class, OpportunityMoved::status))
                .contains((Object[]) OpportunityMoved.Status.values());
        assertThat(all(MessageSent.class).flatMap(sent -> sent.links().stream()).map(Link::kind))
                .contains(Link.Kind.values());
    }

    @Test
    void theFreeWordsAreMany() {
        assertThat(words(SocialActivity.class, SocialActivity::network)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(words(
                        RequestReceived.class,
                        request -> String.valueOf(request.header().channel())))
                .containsExactlyInAnyOrder("web", "email", "chat", "phone");
        assertThat(words(TaskCompleted.class, TaskCompleted::kind)).contains("call", "meeting", "presentation");
        assertThat(words(SalesEvent.class, event -> event.header().attributes().keySet()))
                .anyMatch(names -> names.equals(Set.of("region", "segment")));
    }

    @Test
    void opportunitiesComeFromRequestsCallsAndNetworks() {
        assertThat(all(OpportunityOpened.class))
                .anyMatch(opened -> opened.requestId() != null)
                .anyMatch(opened -> opened.originCallId() != null)
                .anyMatch(opened -> "linkedin".equals(opened.header().channel()))
                .anyMatch(opened -> opened.ownerRepId() != null);
    }

    @Test
    void moneyComesInThreeCurrenciesMostlyInEuro() {
        List<String> currencies = all(PaymentReceived.class)
                .map(paid -> paid.amount().getCurrencyUnit().getCode())
                .toList();
        assertThat(currencies)
                .contains("USD", "GBP")
                .filteredOn("EUR"::equals)
                .hasSizeGreaterThan(currencies.size() * 3 / 4);
        assertThat(all(PaymentReceived.class)).anyMatch(paid -> paid.amount().isNegative());
    }

    @Test
    void someIsWrittenDownLateTwiceAndAnew() {
        assertThat(EVENTS).anyMatch(event -> event.recordedAt().isAfter(event.occurredAt()));
        assertThat(EVENTS.size()).isGreaterThan(new HashSet<>(EVENTS).size());
        assertThat(EVENTS.stream().map(SalesEvent::id).distinct().count()).isLessThan(new HashSet<>(EVENTS).size());
        assertThat(all(CallEnded.class)).anyMatch(call -> call.id().endsWith(":right"));
    }
}
