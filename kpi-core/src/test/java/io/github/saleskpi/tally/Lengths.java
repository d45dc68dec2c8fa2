package io.github.saleskpi.tally;

import io.github.saleskpi.time.Viewpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Short ways to write samples of lengths. */
final class Lengths {
    static final Viewpoint ANY = Viewpoint.asOf(Instant.EPOCH);

    private Lengths() {}

    /** Seconds, each with a {@code +} behind it if it is censored, separated by blanks. */
    static Distribution of(String sample) {
        return of(Stream.of(sample.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Lengths::observation)
                .toList());
    }

    static Distribution of(List<Observation> sample) {
        Tally<Observation, Distribution> tally = Measure.distribution("lengths").newTally();
        sample.forEach(length -> tally.add(length, 1));
        return tally.read(ANY);
    }

    /** As a length; refused where it is not a whole number of nanoseconds. */
    static Duration exactly(BigDecimal seconds) {
        return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
    }

    private static Observation observation(String word) {
        boolean censored = word.endsWith("+");
        Duration length = exactly(new BigDecimal(censored ? word.substring(0, word.length() - 1) : word));
        return censored ? new Observation.CutOff(length) : new Observation.Ended(length);
    }
}
