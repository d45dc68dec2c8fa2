package io.github.saleskpi.oracle;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.indicator.Subject;
import java.time.Duration;
import java.util.List;

/** Indicators made by the factories: each kind, each rule, each way to credit, and what is made of others. */
final class DraftedIndicators {
    private static final Subject TOPIC = Subject.of(
            "topic",
            event -> event instanceof CustomEvent custom && custom.subjectId() != null
                    ? List.of(custom.subjectId())
                    : List.of());

    private static final Indicator WINS = Indicator.count("wins")
            .of(OpportunityMoved.class, move -> move.status() == OpportunityMoved.Status.WON)
            .oncePer(Subject.OPPORTUNITY)
            .creditOwnerOf(Subject.OPPORTUNITY)
            .higherIsBetter()
            .build();
    private static final Indicator PAID = Indicator.sum("paid")
            .money(PaymentReceived.class, PaymentReceived::amount)
            .companion(Indicator.count("quotes").of("quote").humansOnly().build())
            .build();
    private static final Indicator REACHED = Indicator.ratio("reached-rate")
            .of(CallEnded.class, call -> call.outcome().atLeast(CallOutcome.REACHED))
            .over(CallEnded.class, call -> call.direction() == CallDirection.OUTBOUND)
            .humansOnly()
            .leaveOut("long", CallEnded.class, call -> Duration.ofHours(1).equals(call.duration()))
            .workingDaysOnly()
            .build();
    private static final Indicator ANSWER_WAIT = Indicator.perStory("answer-wait", Subject.REQUEST)
            .from(RequestReceived.class, request -> request.duplicateOf() == null)
            .cutOffBy(RequestClosed.class)
            .to(SalesEvent.class, event -> event instanceof MessageSent || event instanceof MeetingHeld)
            .humansOnly()
            .creditOwnerOf(Subject.REQUEST)
            .shareWithin(Duration.ofHours(1))
            .lowerIsBetter()
            .build();

    static final List<Indicator> ALL = List.of(
            WINS,
            PAID,
            REACHED,
            ANSWER_WAIT,
            Indicator.sum("quoted").quantities("quote").oncePer(TOPIC).build(),
            Indicator.sum("moved-amount")
                    .decimals(
                            OpportunityMoved.class,
                            move -> move.amount() == null ? null : move.amount().getAmount())
                    .build(),
            Indicator.distribution("talk-time")
                    .of(CallEnded.class, CallEnded::duration)
                    .shareWithin(Duration.ofMinutes(5))
                    .build(),
            Indicator.distribution("quote-size")
                    .quantities("quote")
                    .leaveOut(new Rule("of-nothing", "about nothing"), CustomEvent.class, e -> e.subjectId() == null)
                    .oncePer(TOPIC)
                    .shareAtMost("2")
                    .build(),
            Indicator.distribution("duration-in-hours")
                    .wholes(
                            CallEnded.class,
                            call -> call.duration() == null
                                    ? null
                                    : call.duration().toHours())
                    .oncePer(Subject.PERSON)
                    .build(),
            Indicator.distinct("people-met")
                    .of(SalesEvent.class, event -> !(event instanceof MessageSent), IdentityKind.PERSON)
                    .build(),
            Indicator.perStory("again-called", Subject.PERSON)
                    .from(CallEnded.class, call -> call.outcome() != CallOutcome.FAILED)
                    .cutOffBy(OpportunityOpened.class)
                    .to(SalesEvent.class, event -> event instanceof CallEnded || event instanceof MeetingHeld)
                    .leaveOut(
                            "automatic",
                            SalesEvent.class,
                            event -> !event.actor().isHuman())
                    .inWorkingTime()
                    .build(),
            Indicator.perStory("meetings-per-deal", Subject.OPPORTUNITY)
                    .of(SalesEvent.class, event -> event instanceof MeetingHeld || event instanceof OpportunityMoved)
                    .over(SalesEvent.class, event -> event instanceof OpportunityOpened || event instanceof CallEnded)
                    .humansOnly()
                    .creditOwnerOf(Subject.OPPORTUNITY)
                    .build(),
            Indicator.ratioOf("paid-per-win", PAID, WINS).build(),
            Indicator.ratioOf("wait-ratio", ANSWER_WAIT, ANSWER_WAIT.only("p90"))
                    .build(),
            Indicator.perWorkingDay("wins-per-day", WINS).build(),
            Indicator.perWorkingDay("won-per-day", Indicators.WON_AMOUNT).build(),
            Indicator.shareOfCompany("share-of-paid", PAID).build(),
            Indicator.shareOfCompany("share-of-wins", WINS).build(),
            Indicator.shareOfTeam("team-share-of-paid", PAID).build(),
            Indicator.shareOfTeam("team-share-of-wins", WINS).build(),
            Indicator.weightedScore("score")
                    .part(REACHED, "2", "0.1", "0.5")
                    .part(ANSWER_WAIT, "1.5", "40000", "600")
                    .part(WINS, "0.5", "0", "3")
                    .build());

    private DraftedIndicators() {}
}
