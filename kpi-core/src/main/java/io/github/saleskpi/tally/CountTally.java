package io.github.saleskpi.tally;

import io.github.saleskpi.time.Viewpoint;

/** Counts facts. */
final class CountTally implements Tally<Long, Long> {
    private long facts;

    @Override
    public void add(Long amount, long times) {
        facts = Math.addExact(facts, Math.multiplyExact(amount, times));
    }

    @Override
    public void merge(Tally<Long, Long> other) {
        facts = Math.addExact(facts, Tallies.same(this, other).facts);
    }

    @Override
    public Long read(Viewpoint view) {
        return facts;
    }
}
