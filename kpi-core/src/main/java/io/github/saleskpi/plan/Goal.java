package io.github.saleskpi.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a figure should come to: at least, at most or exactly an amount, or within a band; limits included, in the
 * figure's unit (0.35 of a ratio is 35 %, durations are seconds). Immutable and thread-safe; equal when equal as numbers.
 */
public sealed interface Goal {
    /** That much or more. */
    record AtLeast(BigDecimal amount) implements Goal {
        public AtLeast {
            amount = Decimals.canonical(amount);
        }
    }

    /** That much or less. */
    record AtMost(BigDecimal amount) implements Goal {
        public AtMost {
            amount = Decimals.canonical(amount);
        }
    }

    /** Just that much. */
    record Exactly(BigDecimal amount) implements Goal {
        public Exactly {
            amount = Decimals.canonical(amount);
        }
    }

    /** From one amount to another, both inclusive. */
    record Within(BigDecimal low, BigDecimal high) implements Goal {
        public Within {
            low = Decimals.canonical(low);
            high = Decimals.canonical(high);
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException("band (" + low.toPlainString() + " to " + high.toPlainString()
                        + "): the low limit must not exceed the high one. Maybe the two are swapped.");
            }
        }
    }

    /**
     * How far a fact has come on the way to a goal, as a share: 1 is there. Quotients have 34 digits, half-even.
     * {@code A} is the fact and {@code T} the goal's amount.
     */
    enum AttainmentRule {
        /** A / T, the default of {@link AtLeast}; 1 + (A - T) / |T| below 0. For T = 0 undefined, but 1 if A = 0. */
        RATIO,
        /** 1 - (A - T) / |T|, the default of {@link AtMost}. For T = 0 it is 1 if A is at most 0, else undefined. */
        REDUCTION,
        /** T / A; undefined if either is 0. */
        INVERSE,
        /** 1 - |A - T| / |T|, the default of {@link Exactly}. For T = 0 undefined, but 1 if A = 0. */
        DEVIATION,
        /**
         * Of {@link Within} only: 1 inside the band, outside 1 - distance / width of the band, at least 0; a band of
         * width 0 is judged by {@link #DEVIATION}.
         */
        BAND;

        /** The rule that a target has if it names none. */
        public static AttainmentRule defaultOf(Goal goal) {
            if (goal instanceof Within) {
                return BAND;
            }
            return goal instanceof AtLeast ? RATIO : goal instanceof AtMost ? REDUCTION : DEVIATION;
        }

        /** Whether the rule has a meaning for that goal: {@link #BAND} for bands, the others for single amounts. */
        public boolean fits(Goal goal) {
            return (this == BAND) == (goal instanceof Within);
        }

        /**
         * The attainment of that goal by that fact; empty where the formula has none.
         *
         * @throws IllegalArgumentException if the rule does not fit the goal
         */
        public Optional<BigDecimal> attained(Goal goal, BigDecimal fact) {
            return worked(goal, fact).ifAny();
        }

        /** The same with the formula. */
        Attained worked(Goal goal, BigDecimal fact) {
            if (!fits(goal)) {
                throw new IllegalArgumentException(
                        "attainment (" + this + "): has no meaning for " + goal + ". Maybe " + defaultOf(goal) + ".");
            }
            if (!(goal instanceof Within band)) {
                return worked(goal.nearest(fact), fact);
            }
            BigDecimal width = band.high.subtract(band.low);
            if (width.signum() == 0) {
                return DEVIATION.worked(band.low, fact);
            }
            BigDecimal off = goal.deviation(fact);
            BigDecimal left = width.subtract(off.abs());
            if (off.signum() == 0 || left.signum() <= 0) {
                return off.signum() == 0
                        ? new Attained(BigDecimal.ONE, "inside the band")
                        : new Attained(BigDecimal.ZERO, "further off than the band is wide");
            }
            String distance = off.signum() < 0 ? "low - fact" : "fact - high";
            return new Attained(quotient(left, width), "1 - (" + distance + ") / (high - low)");
        }

        private Attained worked(BigDecimal target, BigDecimal fact) {
            BigDecimal size = target.abs();
            BigDecimal over = fact.subtract(target);
            if (this == INVERSE) {
                return target.signum() == 0 || fact.signum() == 0
                        ? Attained.undefined("goal / fact")
                        : new Attained(quotient(target, fact), "goal / fact");
            }
            String formula = switch (this) {
                case RATIO -> target.signum() < 0 ? "1 + (fact - goal) / |goal|" : "fact / goal";
                case REDUCTION -> "1 - (fact - goal) / |goal|";
                default -> "1 - |fact - goal| / |goal|";
            };
            if (target.signum() == 0) {
                boolean reached = this == REDUCTION ? fact.signum() <= 0 : fact.signum() == 0;
                return reached
                        ? new Attained(BigDecimal.ONE, "all of nothing is reached")
                        : Attained.undefined(formula);
            }
            BigDecimal part = switch (this) {
                case RATIO -> size.add(over);
                case REDUCTION -> size.subtract(over);
                default -> size.subtract(over.abs());
            };
            return new Attained(quotient(part, size), formula);
        }

        private static BigDecimal quotient(BigDecimal part, BigDecimal whole) {
            return Decimals.canonical(part.divide(whole, MathContext.DECIMAL128));
        }

        /** The word of the wire format, such as {@code ratio}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** That much or more. */
    static Goal atLeast(BigDecimal amount) {
        return new AtLeast(amount);
    }

    /** That much or more, written as a decimal in the figure's unit: of lengths of time, in seconds. */
    static Goal atLeast(String amount) {
        return new AtLeast(decimal(amount));
    }

    /** That much or less. */
    static Goal atMost(BigDecimal amount) {
        return new AtMost(amount);
    }

    /** That much or less, written as a decimal in the figure's unit: of lengths of time, in seconds. */
    static Goal atMost(String amount) {
        return new AtMost(decimal(amount));
    }

    /** Just that much. */
    static Goal exactly(BigDecimal amount) {
        return new Exactly(amount);
    }

    /** Just that much, written as a decimal in the figure's unit: of lengths of time, in seconds. */
    static Goal exactly(String amount) {
        return new Exactly(decimal(amount));
    }

    /**
     * From one amount to another, both inclusive.
     *
     * @throws IllegalArgumentException if low exceeds high
     */
    static Goal within(BigDecimal low, BigDecimal high) {
        return new Within(low, high);
    }

    /**
     * From one amount to another, both inclusive, written as decimals.
     *
     * @throws IllegalArgumentException if low exceeds high
     */
    static Goal within(String low, String high) {
        return new Within(decimal(low), decimal(high));
    }

    private static BigDecimal decimal(String written) {
        try {
            return new BigDecimal(written);
        } catch (NumberFormatException noDecimal) {
            throw new IllegalArgumentException(
                    "goal (" + written + "): must be a decimal. Maybe 0.35 of a ratio, or 3600 seconds of an hour.",
                    noDecimal);
        }
    }

    /** Whether that fact meets it. */
    default boolean isMet(BigDecimal fact) {
        int side = fact.compareTo(nearest(fact));
        return side == 0 || (this instanceof AtLeast && side > 0) || (this instanceof AtMost && side < 0);
    }

    /** The amount that the fact is measured against: of a band its nearest limit, or inside it the fact itself. */
    default BigDecimal nearest(BigDecimal fact) {
        if (this instanceof Within band) {
            return Decimals.canonical(fact.max(band.low).min(band.high));
        }
        return this instanceof AtLeast least
                ? least.amount
                : this instanceof AtMost most ? most.amount : ((Exactly) this).amount;
    }

    /** The fact minus the amount; of a band minus its nearest limit, 0 inside. */
    default BigDecimal deviation(BigDecimal fact) {
        return Decimals.canonical(fact.subtract(nearest(fact)));
    }

    /** The same goal with its amounts changed, each in the same way, which must keep their order. */
    default Goal withAmounts(UnaryOperator<BigDecimal> change) {
        if (this instanceof Within band) {
            return new Within(change.apply(band.low), change.apply(band.high));
        }
        BigDecimal amount = change.apply(nearest(BigDecimal.ZERO));
        return this instanceof AtLeast
                ? new AtLeast(amount)
                : this instanceof AtMost ? new AtMost(amount) : new Exactly(amount);
    }
}
