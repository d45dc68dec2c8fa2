package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.CallOutcome;
import java.time.Duration;
import java.util.List;

/** How far calls get, and how long they last. */
final class Talk {
    private static final List<CallOutcome> OUTCOMES = List.of(CallOutcome.values());

    private Talk() {}

    /** To somebody who wants something. */
    static CallOutcome about(Dice dice) {
        return dice.oneOf(OUTCOMES, 3, 1, 4, 16, 8, 10, 18, 33, 5, 2);
    }

    /** To somebody who does not know the caller. */
    static CallOutcome cold(Dice dice) {
        return dice.oneOf(OUTCOMES, 4, 3, 7, 36, 12, 11, 11, 12, 2, 2);
    }

    static Duration length(CallOutcome outcome, Dice dice) {
        return switch (outcome) {
            case FAILED -> Duration.ZERO;
            case BUSY, NO_ANSWER, VOICEMAIL, UNKNOWN -> Duration.ofSeconds(dice.between(20, 45));
            case WRONG_NUMBER, ANSWERED, REACHED -> Duration.ofSeconds(dice.between(30, 180));
            case CONVERSATION, MEETING_SET -> Duration.ofSeconds(dice.between(120, 1_500));
        };
    }
}
