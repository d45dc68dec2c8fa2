package io.github.saleskpi.tally;

import io.github.saleskpi.time.Viewpoint;
import java.math.BigDecimal;

/** Adds up decimals exactly. */
final class SumTally implements Tally<BigDecimal, BigDecimal> {
    private BigDecimal sum = BigDecimal.ZERO;

    @Override
    public void add(BigDecimal amount, long times) {
        sum = sum.add(amount.multiply(BigDecimal.valueOf(times)));
    }

    @Override
    public void merge(Tally<BigDecimal, BigDecimal> other) {
        sum = sum.add(Tallies.same(this, other).sum);
    }

    @Override
    public BigDecimal read(Viewpoint view) {
        return sum.stripTrailingZeros();
    }
}
