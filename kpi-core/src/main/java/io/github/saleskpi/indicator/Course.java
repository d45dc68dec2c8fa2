package io.github.saleskpi.indicator;

import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityStatus;
import java.util.List;
import java.util.Optional;
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
        OpportunityStatus status,
        @Nullable Fact<R> close,
        @Nullable Fact<R> firstClose,
        @Nullable Fact<R> reopening) {
    static <R extends Enum<R>> Course<R> of(List<Fact<R>> moves) {
        OpportunityStatus status = OpportunityStatus.OPEN;
        Fact<R> runStart = null;
        Fact<R> firstClose = null;
        Fact<R> reopening = null;
        for (Fact<R> move : moves) {
            OpportunityStatus next = statusOf(move);
            if (runStart == null || next != status) {
                reopening = next == OpportunityStatus.OPEN && next != status ? move : reopening;
                runStart = move;
            }
            firstClose = firstClose == null && isClosed(next) ? move : firstClose;
            status = next;
        }
        return new Course<>(status, isClosed(status) ? runStart : null, firstClose, reopening);
    }

    static OpportunityStatus statusOf(Fact<?> move) {
        return move.as(OpportunityMoved.class).status();
    }

    Optional<Fact<R>> closing(boolean first) {
        return Optional.ofNullable(first ? firstClose : close);
    }

    private static boolean isClosed(OpportunityStatus status) {
        return status == OpportunityStatus.WON || status == OpportunityStatus.LOST;
    }
}
