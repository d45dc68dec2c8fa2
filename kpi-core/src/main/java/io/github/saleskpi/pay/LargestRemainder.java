package io.github.saleskpi.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds parts so that they add up to their rounded sum: each down, and what then lacks, unit by unit, to those that
 * lost most, of equal ones to the first (Hamilton's method). Every part stays less than one unit from its exact amount.
 */
final class LargestRemainder {
    private LargestRemainder() {}

    static List<BigDecimal> round(List<BigDecimal> exact, PayScheme.Rounding rounding) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(rounding.scale());
        BigDecimal left =
                exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(rounding.scale(), rounding.mode());
        List<BigDecimal> rounded = new ArrayList<>();
        for (BigDecimal part : exact) {
            BigDecimal down = part.setScale(rounding.scale(), RoundingMode.FLOOR);
            rounded.add(down);
            left = left.subtract(down);
        }
        List<Integer> byLoss = IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> rounded.get(i).subtract(exact.get(i))))
                .toList();
        for (int i : byLoss) {
            if (left.signum() > 0) {
                rounded.set(i, rounded.get(i).add(unit));
                left = left.subtract(unit);
            }
        }
        return rounded;
    }
}
