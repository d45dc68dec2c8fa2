package io.github.saleskpi.pay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an input gives: tiers, each with a rate, or straight lines between points. Decimals are exact; only what lies
 * between two points is a quotient of 34 digits, half-even. Immutable and thread-safe.
 */
public sealed interface Curve {
    /** How the rates of tiers are read. */
    enum Reading {
        /** Each part of the input at the rate of the tier in which it lies; overlapping tiers both give. */
        MARGINAL,
        /** All of the input at the rate of the tier reached. */
        WHOLE,
        /** The rate of the tier reached itself, whatever the input. */
        STEP
    }

    /**
     * A range of inputs and its rate.
     *
     * @param from the least input in it
     * @param to the least input above it, or null where it is open
     * @param rate per unit of the input, or the result itself of a {@link Reading#STEP}
     */
    record Tier(BigDecimal from, @Nullable BigDecimal to, BigDecimal rate) {
        /** @throws IllegalArgumentException unless {@code from} is below {@code to} */
        public Tier {
            if (to != null && from.compareTo(to) >= 0) {
                throw new IllegalArgumentException("tier (" + Exact.words(from) + " to " + Exact.words(to)
                        + "): must begin below its end, which is exclusive. Maybe they are swapped.");
            }
            from = Exact.of(from);
            to = Exact.orNull(to);
            rate = Exact.of(rate);
        }

        /** Whether that input is at or above its beginning and below its end. */
        public boolean contains(BigDecimal input) {
            return input.compareTo(from) >= 0 && isAbove(input);
        }

        boolean isAbove(BigDecimal input) {
            return to == null || input.compareTo(to) < 0;
        }

        /** How much of that input lies in it. */
        BigDecimal part(BigDecimal input) {
            BigDecimal end = to == null ? input : input.min(to);
            return end.subtract(from).max(BigDecimal.ZERO);
        }

        /** Such as {@code [0.5, 1)}; {@code [1, ...)} when open. */
        @Override
        public String toString() {
            return "[" + Exact.words(from) + ", " + (to == null ? "..." : Exact.words(to)) + ")";
        }
    }

    /**
     * What one input gives.
     *
     * @param at the input
     * @param gives the result
     */
    record Point(BigDecimal at, BigDecimal gives) {
        public Point {
            at = Exact.of(at);
            gives = Exact.of(gives);
        }

        /** Such as {@code (0.8, 0.75)}. */
        @Override
        public String toString() {
            return "(" + Exact.words(at) + ", " + Exact.words(gives) + ")";
        }
    }

    /**
     * Tiers over half-open ranges. Below the first, in a gap and above the last they give nothing; of tiers that overlap
     * the one that begins last is reached.
     *
     * @param reading how rates are read
     * @param tiers sorted by their beginnings
     */
    record Tiers(Reading reading, List<Tier> tiers) implements Curve {
        /** @throws IllegalArgumentException if there is no tier */
        public Tiers {
            if (tiers.isEmpty()) {
                throw new IllegalArgumentException("tiers (): must be at least one. Maybe [0, ...) at rate 0.");
            }
            tiers = tiers.stream().sorted(Comparator.comparing(Tier::from)).toList();
        }

        /** The same, but above that input each rate is multiplied: an accelerator. */
        public Tiers accelerated(BigDecimal above, BigDecimal times) {
            return multiplied(above, BigDecimal.ONE, times);
        }

        /** The same, but below that input each rate is multiplied: a decelerator. */
        public Tiers decelerated(BigDecimal below, BigDecimal times) {
            return multiplied(below, times, BigDecimal.ONE);
        }

        private Tiers multiplied(BigDecimal at, BigDecimal below, BigDecimal above) {
            List<Tier> split = new ArrayList<>();
            for (Tier tier : tiers) {
                if (at.compareTo(tier.from) > 0 && tier.isAbove(at)) {
                    split.add(new Tier(tier.from, at, tier.rate.multiply(below)));
                    split.add(new Tier(at, tier.to, tier.rate.multiply(above)));
                } else {
                    BigDecimal times = at.compareTo(tier.from) > 0 ? below : above;
                    split.add(new Tier(tier.from, tier.to, tier.rate.multiply(times)));
                }
            }
            return new Tiers(reading, split);
        }

        @Override
        public Optional<Tier> tier(BigDecimal input) {
            return tiers.stream().filter(tier -> tier.contains(input)).reduce((earlier, later) -> later);
        }

        @Override
        public BigDecimal at(BigDecimal input) {
            if (reading == Reading.MARGINAL) {
                return Exact.of(tiers.stream()
                        .map(tier -> tier.part(input).multiply(tier.rate))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
            }
            BigDecimal rate = tier(input).map(Tier::rate).orElse(BigDecimal.ZERO);
            return reading == Reading.STEP ? rate : Exact.of(rate.multiply(input));
        }

        @Override
        public List<BigDecimal> bends() {
            List<BigDecimal> bends = new ArrayList<>();
            for (Tier tier : tiers) {
                bends.add(tier.from);
                if (tier.to != null) {
                    bends.add(tier.to);
                }
            }
            return bends.stream().distinct().sorted().toList();
        }
    }

    /**
     * Straight lines between points; level below the first and above the last.
     *
     * @param points sorted by their inputs
     */
    record Linear(List<Point> points) implements Curve {
        /** @throws IllegalArgumentException if there is no point, or two are at one input */
        public Linear {
            points = points.stream().sorted(Comparator.comparing(Point::at)).toList();
            if (points.isEmpty()) {
                throw new IllegalArgumentException("points (): must be at least one. Maybe (0, 0).");
            }
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).at.compareTo(points.get(i - 1).at) == 0) {
                    throw new IllegalArgumentException("point (" + Exact.words(points.get(i).at)
                            + "): must be at an input of its own. Maybe steps were meant, which are tiers.");
                }
            }
        }

        @Override
        public Optional<Tier> tier(BigDecimal input) {
            return Optional.empty();
        }

        @Override
        public BigDecimal at(BigDecimal input) {
            List<Point> ends = around(input);
            return ends.size() == 1 ? ends.get(0).gives : between(ends.get(0), ends.get(1), input);
        }

        /** The two points between which the input lies, or the one that decides alone. */
        private List<Point> around(BigDecimal input) {
            Point low = points.get(0);
            for (Point high : points) {
                if (input.compareTo(high.at) <= 0) {
                    return input.compareTo(low.at) <= 0 ? List.of(low) : List.of(low, high);
                }
                low = high;
            }
            return List.of(low);
        }

        /** Such as {@code on the line from (0.8, 0) to (1, 0.75)}. */
        String words(BigDecimal input) {
            List<Point> ends = around(input);
            return ends.size() == 1
                    ? "level with " + ends.get(0)
                    : "on the line from " + ends.get(0) + " to " + ends.get(1);
        }

        private static BigDecimal between(Point low, Point high, BigDecimal input) {
            BigDecimal rise = input.subtract(low.at).multiply(high.gives.subtract(low.gives));
            return Exact.of(low.gives.add(rise.divide(high.at.subtract(low.at), MathContext.DECIMAL128)));
        }

        @Override
        public List<BigDecimal> bends() {
            return points.stream().map(Point::at).toList();
        }
    }

    /** Each part of the input at the rate of its tier. */
    static Tiers marginal(Tier... tiers) {
        return new Tiers(Reading.MARGINAL, List.of(tiers));
    }

    /** All of the input at the rate of the tier reached. */
    static Tiers whole(Tier... tiers) {
        return new Tiers(Reading.WHOLE, List.of(tiers));
    }

    /** The rate of the tier reached itself. */
    static Tiers steps(Tier... tiers) {
        return new Tiers(Reading.STEP, List.of(tiers));
    }

    /** One rate from 0 on. */
    static Tiers flat(BigDecimal rate) {
        return marginal(new Tier(BigDecimal.ZERO, null, rate));
    }

    /** Straight lines between points. */
    static Linear linear(Point... points) {
        return new Linear(List.of(points));
    }

    /** What that input gives. */
    BigDecimal at(BigDecimal input);

    /** The tier that the input reaches; empty below, in a gap, above, and between points. */
    Optional<Tier> tier(BigDecimal input);

    /** The inputs at which a tier begins or ends, or a point lies; ascending. */
    List<BigDecimal> bends();
}
