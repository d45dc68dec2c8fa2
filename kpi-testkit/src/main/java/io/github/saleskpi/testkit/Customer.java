package io.github.saleskpi.testkit;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.AssetPublished;
import io.github.saleskpi.event.AssetUsed;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.event.TaskCompleted;
import io.github.saleskpi.oracle.Chance;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.joda.money.BigMoney;

/** All that happens about one customer, from the first contact to the payment. Used once. */
final class Customer {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final Duration WORKDAY = Duration.ofHours(9);

    private final Chance chance;
    private final List<BiFunction<Header, String, SalesEvent>> makers;
    private final int number;
    private final String person;
    private final String rep;
    private final List<SalesEvent> facts = new ArrayList<>();
    private OffsetDateTime now;

    Customer(Chance chance, int number, List<BiFunction<Header, String, SalesEvent>> makers) {
        this.chance = chance;
        this.makers = makers;
        this.number = number;
        this.person = "p" + number;
        this.rep = chance.of("ann", "bob", "cyd", "dee");
        this.now = FIRST_DAY
                .plusDays(number + chance.below(7))
                .atTime(9, 0)
                .atOffset(ZoneOffset.UTC)
                .plusMinutes(chance.below(500));
    }

    List<SalesEvent> facts() {
        material();
        if (chance.percent(60)) {
            request();
        } else {
            coldCall();
        }
        if (chance.percent(55)) {
            opportunity();
        }
        own();
        return facts;
    }

    /** The header of the next fact, so much later and in working hours. */
    private Header next(Duration later) {
        now = now.plus(later);
        while (now.getDayOfWeek().getValue() > 5 || now.getHour() < 9 || now.getHour() > 17) {
            now = now.plus(WORKDAY);
        }
        Header header =
                Header.of("e" + number + "-" + facts.size(), now.toInstant()).withRep(rep);
        Duration late = chance.percent(4) ? Duration.ofDays(2) : Duration.ofSeconds(chance.below(90));
        return header.withRecordedAt(header.occurredAt().plus(late))
                .withAttribute("region", number % 3 == 0 ? "north" : "south");
    }

    private Duration minutes(int most) {
        return Duration.ofMinutes(1 + chance.below(most));
    }

    private Duration days(int most) {
        return Duration.ofDays(chance.below(most)).plus(minutes(300));
    }

    private void material() {
        if (number % 4 == 1) {
            facts.add(new AssetPublished(next(Duration.ZERO), asset()));
        }
        if (chance.percent(30)) {
            facts.add(SocialActivity.of(next(minutes(60)), "xing", chance.of(SocialActivity.Kind.values())));
        }
    }

    private String asset() {
        return "a" + chance.below(5);
    }

    private void request() {
        String request = "q" + number;
        facts.add(RequestReceived.of(next(minutes(60)).withActor(Actor.UNKNOWN), request)
                .withPersonId(person)
                .withOwnerRepId(chance.percent(80) ? rep : null));
        if (chance.percent(10)) {
            facts.add(OwnerChanged.ofRequest(next(minutes(60)), request, rep));
        }
        if (chance.percent(80)) {
            Header answer = next(minutes(chance.of(30, 200, 2000)));
            facts.add(
                    chance.percent(60)
                            ? MessageSent.of(answer, "m-" + answer.id())
                                    .withPersonId(person)
                                    .withRequestId(request)
                            : call(answer, CallDirection.OUTBOUND).withRequestId(request));
        }
        if (chance.percent(40)) {
            facts.add(new RequestClosed(next(days(5)), request, chance.of(RequestClosed.Reason.values())));
        }
    }

    private void coldCall() {
        facts.add(call(next(minutes(60)), CallDirection.OUTBOUND));
        if (chance.percent(30)) {
            facts.add(call(next(days(4)), chance.of(CallDirection.values())));
        }
    }

    private CallEnded call(Header header, CallDirection direction) {
        return CallEnded.of(header, "c-" + header.id(), direction)
                .withPersonId(person)
                .withOutcome(chance.of(CallOutcome.values()))
                .withDuration(minutes(20));
    }

    private void opportunity() {
        String opportunity = "o" + number;
        String origin = facts.stream()
                .filter(CallEnded.class::isInstance)
                .map(fact -> ((CallEnded) fact).callId())
                .findFirst()
                .orElse(null);
        BigMoney amount = BigMoney.parse(chance.of("EUR", "EUR", "USD") + " " + 100 * (1 + chance.below(90)));
        facts.add(OpportunityOpened.of(next(days(3)), opportunity)
                .withPersonId(person)
                .withOwnerRepId(rep)
                .withOriginCallId(origin)
                .withAmount(chance.percent(70) ? amount : null));
        for (int contacts = chance.below(6); contacts > 0; contacts--) {
            contact(opportunity);
        }
        if (chance.percent(75)) {
            boolean won = chance.percent(40);
            facts.add(OpportunityMoved.of(
                            next(days(20)),
                            opportunity,
                            won ? OpportunityMoved.Status.WON : OpportunityMoved.Status.LOST)
                    .withAmount(chance.percent(80) ? amount : null));
            if (won) {
                facts.add(PaymentReceived.of(next(days(30)), "pay" + number, amount)
                        .withOpportunityId(opportunity));
            }
        }
    }

    private void contact(String opportunity) {
        Header header = next(days(6));
        switch (chance.below(6)) {
            case 0 -> facts.add(call(header, CallDirection.OUTBOUND).withOpportunityId(opportunity));
            case 1 ->
                facts.add(MeetingHeld.of(header, "t-" + header.id(), chance.of(MeetingHeld.Kind.values()))
                        .withPersonId(person)
                        .withOpportunityId(opportunity));
            case 2 -> facts.add(MessageReceived.of(header, "r-" + header.id()).withPersonId(person));
            case 3 -> facts.add(AssetUsed.of(header, asset(), chance.of(AssetUsed.Use.values())));
            default -> mail(header, opportunity);
        }
    }

    private void mail(Header header, String opportunity) {
        String message = "m-" + header.id();
        List<Link> links = chance.percent(60) ? List.of(Link.content("l1")) : List.of();
        facts.add(MessageSent.of(header, message)
                .withPersonId(person)
                .withOpportunityId(opportunity)
                .withLinks(links)
                .withAssetIds(chance.percent(30) ? List.of(asset()) : List.of()));
        if (!links.isEmpty() && chance.percent(40)) {
            facts.add(LinkClicked.of(next(days(2)), message, "l1").withPersonId(person));
        }
    }

    /** What the makers make, and a task. */
    private void own() {
        for (BiFunction<Header, String, SalesEvent> maker : makers) {
            if (chance.percent(60)) {
                facts.add(maker.apply(next(days(3)), person));
            }
        }
        if (chance.percent(15)) {
            Header header = next(days(3));
            facts.add(new TaskCompleted(header, "k-" + header.id(), "demo"));
        }
    }
}
