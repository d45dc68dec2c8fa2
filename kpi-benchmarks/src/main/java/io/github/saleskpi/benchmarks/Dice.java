package io.github.saleskpi.benchmarks;

import java.util.List;

/** Chance that is the same for the same seed on every machine and JDK (SplitMix64). Mutable and not thread-safe. */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Dice(long seed) {
        this.state = mixed(seed);
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    /** Other dice, whose throws do not change those of these. */
    Dice fork() {
        return new Dice(next());
    }

    /** From 0 to 1, exclusive. */
    double share() {
        return (next() >>> 11) * UNIT;
    }

    boolean happens(double probability) {
        return share() < probability;
    }

    /** From the first to the second, exclusive. */
    int between(int from, int to) {
        return from + (int) (share() * (to - from));
    }

    /** Spread around a median so that a third lies beyond median x e^spread or below median / e^spread. */
    double around(double median, double spread) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - share()));
        return median * StrictMath.exp(spread * radius * StrictMath.cos(2 * StrictMath.PI * share()));
    }

    /** How often something happens that happens so often on average. */
    int times(double average) {
        double limit = StrictMath.exp(-average);
        double product = share();
        int times = 0;
        while (product > limit) {
            product *= share();
            times++;
        }
        return times;
    }

    <T> T oneOf(List<T> all) {
        return all.get(between(0, all.size()));
    }

    /** One of them by its weight out of the sum of all. */
    <T> T oneOf(List<T> all, double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = share() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return all.get(i);
            }
        }
        return all.get(all.size() - 1);
    }
}
