package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Actor;
import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.TaskCompleted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One rep calls people who do not know the rep yet, some again and again. Mutable and not thread-safe. */
final class ColdCalls {
    private static final int MOST_TRIES = 6;
    private static final double NAMES_THE_CALL = 0.6;
    private static final double COLD_DEAL = 0.75;
    private static final Duration TOO_LATE = Duration.ofDays(34);

    private final Desk desk;
    private final Dice dice;
    private final SimulatedDeals deals;
    private int people;

    ColdCalls(Desk desk, Dice dice, SimulatedDeals deals) {
        this.desk = desk;
        this.dice = dice;
        this.deals = deals;
    }

    void live(LocalDate date) {
        for (int i = dice.times(desk.habits().get(Trait.CALLS)); i > 0; i--) {
            Instant at = desk.during(date, dice);
            String name = desk.habits().rep() + "-c" + ++people;
            if (dice.happens(0.05)) {
                knowAlready(name, at);
            }
            dial(name, dice.happens(0.02) ? null : name + "-p", at, 1);
        }
    }

    /** Some wrote before, and some were only away: an automatic reply makes nobody known. */
    private void knowAlready(String name, Instant at) {
        Instant before = at.minus(Duration.ofHours(dice.between(2, 90)));
        desk.log()
                .write(MessageReceived.of(desk.happened(name + ":before", before), name + "-before")
                        .withPersonId(name + "-p")
                        .withAutoReply(dice.happens(0.2)));
    }

    private void dial(String name, @Nullable String person, Instant at, int attempt) {
        String call = attempt == 1 ? name : name + "-" + attempt;
        CallOutcome outcome = Talk.cold(dice);
        Duration length = Talk.length(outcome, dice);
        Instant end = at.plus(length);
        desk.log()
                .write(CallEnded.of(header(call, person, end), call, CallDirection.OUTBOUND)
                        .withPersonId(person)
                        .withDuration(dice.happens(0.97) ? length : null)
                        .withOutcome(outcome)
                        .withRawOutcome(outcome == CallOutcome.UNKNOWN ? "code 17" : null));
        if (attempt > 1) {
            desk.log().write(new TaskCompleted(desk.did(call + ":done", end.plusSeconds(60)), call, "call"));
        }
        if (outcome.atLeast(CallOutcome.ANSWERED) && person != null) {
            if (desk.habits().happens(Trait.OPENINGS, dice)) {
                open(call, person, end);
            }
        } else if (outcome == CallOutcome.VOICEMAIL && dice.happens(0.1)) {
            callBack(call, person, end);
        } else if (outcome != CallOutcome.WRONG_NUMBER
                && attempt < MOST_TRIES
                && desk.habits().happens(Trait.REDIALS, dice)) {
            dial(name, person, desk.afterMinutes(at, dice.between(200, 1_500)), attempt + 1);
        }
    }

    /** A machine dials some numbers; of some people without a record it is said whether they are known. */
    private Header header(String call, @Nullable String person, Instant end) {
        Header header = dice.happens(0.02)
                ? desk.happened(call, end).withActor(Actor.of(Actor.Kind.AUTOMATION))
                : desk.did(call, end);
        return dice.happens(person == null ? 0.5 : 0.01)
                ? header.withAttribute("cold", String.valueOf(dice.happens(0.5)))
                : header;
    }

    private void open(String call, String person, Instant end) {
        double chance = desk.habits().get(Trait.WINS) * COLD_DEAL;
        if (dice.happens(NAMES_THE_CALL)) {
            deals.begin(Lead.of(end, person, chance).withCall(call));
        } else {
            Duration later = dice.happens(0.05) ? TOO_LATE : Duration.ofHours(dice.between(1, 500));
            deals.begin(Lead.of(end.plus(later), person, chance));
        }
    }

    private void callBack(String call, @Nullable String person, Instant end) {
        Instant at = desk.afterMinutes(end, dice.between(10, 900));
        desk.log()
                .write(CallEnded.of(desk.did(call + ":back", at), call + "-back", CallDirection.INBOUND)
                        .withPersonId(person)
                        .withDuration(Talk.length(CallOutcome.REACHED, dice))
                        .withOutcome(CallOutcome.REACHED));
    }
}
