package io.github.saleskpi.indicator;

import io.github.saleskpi.tally.Measure;

/**
 * A contribution being made: chain what it adds. Valid until the next one begins, and not thread-safe. One that adds
 * nothing still counts its fact.
 */
public interface Contribution {
    /** Adds the amount to the measure. Money is converted by the query's rates on the way. */
    <A> Contribution add(Measure<A, ?> measure, A amount);

    /** Adds 1. */
    default Contribution count(Measure<Long, ?> measure) {
        return add(measure, 1L);
    }

    /** Names a further fact that proves it; the deciding one is always named. */
    Contribution because(Fact<?> fact);
}
