package io.github.saleskpi.benchmarks;

import java.time.Duration;
import java.time.Instant;
import org.joda.money.BigMoney;

/**
 * An opportunity, as fate knows it.
 *
 * @param id its id
 * @param person who may buy
 * @param segment what kind of customer
 * @param price what it would cost
 * @param opened when it begins
 * @param closed when it is decided
 */
record Deal(String id, String person, Segment segment, BigMoney price, Instant opened, Instant closed) {
    /** The moment at which that share of its time has passed. */
    Instant after(double share) {
        return opened.plusSeconds((long) (Duration.between(opened, closed).toSeconds() * share));
    }
}
