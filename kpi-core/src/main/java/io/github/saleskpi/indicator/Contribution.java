package io.github.saleskpi.indicator;

import io.github.saleskpi.tally.Measure;

/**
 * A contribution being made: chain what it adds. Valid while the story is told, and not thread-safe. One that adds
 * nothing still counts its fact.
 */
public interface Contribution {
    /** Adds the amount to the measure. Money is converted on the way, at the query's rate on the date that decides. */
    <A> Contribution add(Measure<A, ?> measure, A amount);

    /** Adds 1. */
    default Contribution count(Measure<Long, ?> measure) {
        return add(measure, 1L);
    }

    /**
     * Names a further fact that is counted here, or that proves it; the deciding one is always named. A judged fact that is
     * named is counted by that, and so must not be counted or left out anywhere else.
     */
    Contribution because(Fact<?> fact);
}
