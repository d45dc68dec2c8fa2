package io.github.saleskpi.tally;

import io.github.saleskpi.time.Viewpoint;
import java.math.BigInteger;

/** Counts facts; exactly also where it is for a while beyond a long, so that what is taken back was never there. */
final class CountTally implements Tally<Long, Long> {
    private long facts;
    private BigInteger beyond = BigInteger.ZERO;

    @Override
    public void add(Long amount, long times) {
        try {
            facts = Math.addExact(facts, Math.multiplyExact(amount, times));
        } catch (ArithmeticException tooLarge) {
            beyond = beyond.add(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(times)));
        }
    }

    @Override
    public void merge(Tally<Long, Long> other) {
        CountTally more = Tallies.same(this, other);
        add(more.facts, 1);
        beyond = beyond.add(more.beyond);
    }

    @Override
    public Long read(Viewpoint view) {
        return beyond.signum() == 0
                ? facts
                : beyond.add(BigInteger.valueOf(facts)).longValueExact();
    }
}
