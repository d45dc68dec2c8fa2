package io.github.saleskpi.indicator;

import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.SalesEvent;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * How an opportunity went, by its moves in their order.
 *
 * @param status after the last move; open without any
 * @param close the first move of the last unbroken run of won or of lost, if that is still the status
 * @param firstClose the first move to won or lost ever
 * @param reopening the last move to open from another status
 */
record Course<R extends Enum<R>>(
        OpportunityMoved.Status status,
        @Nullable Fact<R> close,
        @Nullable Fact<R> firstClose,
        @Nullable Fact<R> reopening) {
    static final Rule STILL_OPEN = new Rule("still-open", "not closed yet");
    static final Rule INVALID_OPPORTUNITY = new Rule("invalid-opportunity", "found to be no opportunity");

    static <R extends Enum<R>> Course<R> of(List<Fact<R>> moves) {
        OpportunityMoved.Status status = OpportunityMoved.Status.OPEN;
        Fact<R> runStart = null;
        Fact<R> firstClose = null;
        Fact<R> reopening = null;
        for (Fact<R> move : moves) {
            OpportunityMoved.Status next = statusOf(move);
            if (runStart == null || next != status) {
                reopening = next == OpportunityMoved.Status.OPEN && next != status ? move : reopening;
                runStart = move;
            }
            firstClose = firstClose == null && isClosed(next) ? move : firstClose;
            status = next;
        }
        return new Course<>(status, isClosed(status) ? runStart : null, firstClose, reopening);
    }

    static OpportunityMoved.Status statusOf(Fact<?> move) {
        return move.like(OpportunityMoved.class).status();
    }

    Optional<Fact<R>> closing(boolean first) {
        return Optional.ofNullable(first ? firstClose : close);
    }

    /** The opportunity itself: its opening, or where that is not known its first move, or else its first fact. */
    static <R extends Enum<R>> Fact<R> start(Story<R> story, R opening, R move) {
        return story.first(opening)
                .or(() -> story.first(move))
                .orElseGet(() -> story.facts().get(0));
    }

    /** The last amount that openings and moves name, whoever named it. */
    static <R extends Enum<R>> Optional<BigMoney> lastAmount(List<Fact<R>> facts) {
        BigMoney last = null;
        for (Fact<R> fact : facts) {
            if (amountOf(fact.like(SalesEvent.class)) != null) {
                last = fact.amount();
            }
        }
        return Optional.ofNullable(last);
    }

    private static @Nullable BigMoney amountOf(SalesEvent event) {
        if (event instanceof OpportunityOpened opened) {
            return opened.amount();
        }
        return event instanceof OpportunityMoved moved ? moved.amount() : null;
    }

    private static boolean isClosed(OpportunityMoved.Status status) {
        return status == OpportunityMoved.Status.WON || status == OpportunityMoved.Status.LOST;
    }
}
