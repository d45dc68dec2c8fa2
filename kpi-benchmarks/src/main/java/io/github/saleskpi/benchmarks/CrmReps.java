package io.github.saleskpi.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who sells: few do much. Not thread-safe. */
final class CrmReps {
    private static final double SKEW = 0.9;

    private final List<String> ids = new ArrayList<>();
    private final double[] upTo;
    private final Dice dice;

    CrmReps(int number, Dice dice) {
        this.dice = dice;
        this.upTo = new double[number];
        double sum = 0;
        for (int i = 0; i < number; i++) {
            ids.add("amo:user:" + (410_200 + 37 * i));
            sum += dice.around(1, SKEW);
            upTo[i] = sum;
        }
    }

    /** One of them, each as often as the rep is busy. */
    String any() {
        int found = Arrays.binarySearch(upTo, dice.share() * upTo[upTo.length - 1]);
        return ids.get(Math.min(found < 0 ? -found - 1 : found, upTo.length - 1));
    }
}
