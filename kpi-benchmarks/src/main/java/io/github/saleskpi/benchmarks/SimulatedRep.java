package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.ActorKind;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.CloseReason;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.Link;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MeetingKind;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.OwnerChanged;
import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rep's days: requests come in and are answered, or not; cold calls go out. Mutable and not thread-safe. */
final class SimulatedRep {
    private static final List<CallOutcome> OUTCOMES = List.of(
            CallOutcome.FAILED,
            CallOutcome.NO_ANSWER,
            CallOutcome.VOICEMAIL,
            CallOutcome.ANSWERED,
            CallOutcome.REACHED,
            CallOutcome.CONVERSATION,
            CallOutcome.MEETING_SET);
    private static final Duration SOON = Duration.ofHours(2);

    private final Habits habits;
    private final @Nullable String colleague;
    private final Dice dice;
    private final Logbook log;
    private final SimulatedDeals deals;
    private int requests;
    private int calls;

    SimulatedRep(Habits habits, String colleague, Dice dice, Logbook log) {
        this.habits = habits;
        this.colleague = colleague;
        this.dice = dice;
        this.log = log;
        this.deals = new SimulatedDeals(habits, dice, log);
    }

    void live(LocalDate date) {
        if (OfficeHours.isWorkday(date)) {
            for (int i = dice.times(habits.requests()); i > 0; i--) {
                receive(arrival(date));
            }
            for (int i = dice.times(habits.calls()); i > 0; i--) {
                callSomebodyNew(OfficeHours.during(date, dice));
            }
        } else if (dice.happens(habits.requests() / 6)) {
            receive(arrival(date));
        }
    }

    private Instant arrival(LocalDate date) {
        return dice.happens(0.8)
                ? OfficeHours.during(date, dice)
                : date.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(dice.between(0, 86_400));
    }

    private double coaching(Instant at) {
        boolean done = LocalDate.ofInstant(at, ZoneOffset.UTC).getMonthValue() >= Month.APRIL.getValue();
        return done ? habits.coached() : 1;
    }

    private void receive(Instant at) {
        String request = habits.rep() + "-q" + ++requests;
        String person = request + "-p";
        String channel = dice.oneOf(List.of("web", "email", "chat", "phone"), 5, 3, 2, 1);
        boolean owned = !dice.happens(0.015);
        log.write(RequestReceived.of(header(request + ":in", at).withChannel(channel), request)
                .withPersonId(person)
                .withOwnerRepId(owned ? habits.rep() : null));
        if (!owned) {
            return;
        }
        if (dice.happens(0.25)) {
            log.write(answer(request + ":auto", at.plusSeconds(dice.between(2, 9)), request, person, null));
        }
        if (dice.happens(0.03)) {
            Instant again = at.plusSeconds(dice.between(60, 30_000));
            log.write(RequestReceived.of(header(request + ":again", again).withChannel(channel), request + "-again")
                    .withPersonId(person)
                    .withOwnerRepId(habits.rep())
                    .withDuplicateOf(request));
        }
        if (dice.happens(0.05)) {
            Instant closed = OfficeHours.after(at, Duration.ofMinutes(dice.between(10, 600)));
            CloseReason reason = dice.happens(0.6) ? CloseReason.NO_ANSWER_NEEDED : CloseReason.WITHDRAWN;
            log.write(new RequestClosed(header(request + ":closed", closed).withRep(habits.rep()), request, reason));
        } else if (!dice.happens(habits.neglect())) {
            respond(request, person, at, channel);
        }
        if (dice.happens(0.01)) {
            String twin = person + "-twin";
            Instant seen = at.plusSeconds(dice.between(86_400, 900_000));
            log.write(new IdentityMerged(header(twin + ":merged", seen), IdentityKind.PERSON, twin, person));
        }
    }

    private void respond(String request, String person, Instant at, String channel) {
        double pace = (channel.equals("chat") ? 0.3 : 1) / coaching(at);
        Duration wait = Duration.ofSeconds((long) dice.around(habits.minutes() * pace * 60, 1.1));
        Instant response = OfficeHours.after(at, wait);
        String responder = habits.rep();
        if (colleague != null && dice.happens(0.04)) {
            responder = colleague;
            Instant handed = at.plus(Duration.between(at, response).dividedBy(2));
            log.write(OwnerChanged.ofRequest(header(request + ":handed", handed), request, responder));
        }
        if (dice.happens(0.5)) {
            log.write(answer(request + ":answer", response, request, person, responder));
        } else if (dice.happens(0.9)) {
            CallOutcome outcome = dice.oneOf(OUTCOMES, 4, 20, 8, 10, 18, 35, 5);
            Duration length = length(outcome);
            log.write(CallEnded.of(
                            header(request + ":call", response.plus(length)).withRep(responder),
                            request + "-call",
                            CallDirection.OUTBOUND)
                    .withRequestId(request)
                    .withPersonId(person)
                    .withDuration(length)
                    .withOutcome(outcome));
            if (outcome == CallOutcome.FAILED) {
                Instant retry = OfficeHours.after(response, Duration.ofMinutes(dice.between(5, 240)));
                log.write(answer(request + ":answer", retry, request, person, responder));
            }
        } else {
            log.write(MeetingHeld.of(
                            header(request + ":met", response).withRep(responder),
                            request + "-met",
                            MeetingKind.MEETING)
                    .withRequestId(request)
                    .withPersonId(person));
        }
        if (dice.happens(0.5)) {
            boolean inTime = Duration.between(at, response).compareTo(SOON) <= 0;
            double chance = habits.skill() * (inTime ? 1.15 : 0.8) * (1 + (coaching(at) - 1) / 4);
            deals.begin(response, person, request, null, chance);
        }
    }

    private MessageSent answer(String id, Instant at, String request, String person, @Nullable String rep) {
        Header header = header(id, at).withActor(rep == null ? Actor.of(ActorKind.AUTOMATION) : Actor.rep(rep));
        MessageSent message = MessageSent.of(header, id).withRequestId(request).withPersonId(person);
        return rep != null && dice.happens(0.3) ? message.withLinks(List.of(Link.content(id + "-l"))) : message;
    }

    private void callSomebodyNew(Instant at) {
        String call = habits.rep() + "-c" + ++calls;
        String person = call + "-p";
        CallOutcome outcome = dice.oneOf(OUTCOMES, 6, 42, 12, 12, 12, 14, 2);
        Duration length = length(outcome);
        Instant end = at.plus(length);
        log.write(CallEnded.of(header(call, end).withRep(habits.rep()), call, CallDirection.OUTBOUND)
                .withPersonId(person)
                .withDuration(length)
                .withOutcome(outcome));
        if (outcome.atLeast(CallOutcome.CONVERSATION) && dice.happens(0.35)) {
            deals.begin(end, person, null, call, habits.skill() * 0.7);
        }
    }

    private Duration length(CallOutcome outcome) {
        return switch (outcome) {
            case FAILED -> Duration.ZERO;
            case NO_ANSWER, VOICEMAIL -> Duration.ofSeconds(dice.between(20, 45));
            case ANSWERED, REACHED -> Duration.ofSeconds(dice.between(30, 180));
            default -> Duration.ofSeconds(dice.between(120, 1_500));
        };
    }

    private Header header(String id, Instant at) {
        return log.header(id, at).withAttribute("region", habits.region());
    }
}
