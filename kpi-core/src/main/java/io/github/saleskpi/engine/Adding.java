package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Contribution;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.time.Moment;
import java.util.Arrays;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * Takes what one storyline tells of one story after another into the cells, and of each story all or nothing. It keeps no
 * more than that: who wants to know which fact added what listens with a {@link Telling}. What is to be added are numbers
 * until it is put, for a reference that is written into something old costs a fence. Not thread-safe.
 */
final class Adding {
    private static final int FEW = 16;

    private final Cells cells;
    private final @Nullable Sink[] sinks;
    private int storyline;
    private long leaves;
    private int[] sums = new int[FEW];
    private int[] places = new int[FEW];
    private long[] numbers = new long[FEW];
    private @Nullable Object[] amounts = new Object[FEW];
    private int size;
    private final Said[] saids = new Said[FEW];
    private int begun;
    private boolean isMoved;

    Adding(Cells cells, int storylines) {
        this.cells = cells;
        this.sinks = new Sink[storylines];
    }

    /** Begins a story of a storyline, and forgets what was told of the last one and not {@linkplain #put put}. */
    Contributions begin(int number, Material material, State state) {
        storyline = number;
        leaves = 0;
        size = 0;
        begun = 0;
        isMoved = material.excerpt().isMoved();
        return sink(number, material, state);
    }

    /** Where the storyline tells; the same for all over which the material is moved. */
    private Sink sink(int number, Material material, State state) {
        if (!isMoved) {
            return new Sink(cells.counts(number), material, state);
        }
        Sink kept = sinks[number];
        if (kept == null) {
            kept = new Sink(cells.counts(number), material, state);
            sinks[number] = kept;
        }
        return kept;
    }

    /**
     * Puts what was told into the cells, so many times; all of it, or, if a tally of somebody's own throws, nothing. Returns
     * the bits of the leaves.
     */
    long put(int times) {
        Counts counts = cells.counts(storyline);
        int done = 0;
        try {
            for (; done < size; done++) {
                put(counts, done, times);
            }
        } catch (RuntimeException failed) {
            for (int i = 0; i < done; i++) {
                put(counts, i, -times);
            }
            throw failed;
        }
        return leaves;
    }

    private void put(Counts counts, int entry, int times) {
        int sum = sums[entry];
        int place = places[entry];
        if (place < 0) {
            addToTally(counts, sum, ~place, Objects.requireNonNull(amounts[entry]), times);
        } else if (!isAdded(counts, sum, place, numbers[entry], times)) {
            addToTally(counts, sum, place, numbers[entry], times);
        }
        counts.add(sum, Counts.LINES, times);
    }

    /** Whether it could be added; not if that goes beyond a long. */
    private static boolean isAdded(Counts counts, int sum, int place, long number, int times) {
        try {
            counts.add(sum, place, Math.multiplyExact(number, times));
            return true;
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    @SuppressWarnings("unchecked") // the amount came in with this measure
    private static <A> void addToTally(Counts counts, int sum, int place, Object amount, int times) {
        counts.sum(sum).addToTally((Measure<A, ?>) counts.met(place), (A) amount, times);
    }

    /** Notes a number to be added at a place of a sum. */
    private void note(int sum, int place, long number) {
        if (size == sums.length) {
            sums = Arrays.copyOf(sums, size * 2);
            places = Arrays.copyOf(places, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        sums[size] = sum;
        places[size] = place;
        numbers[size++] = number;
    }

    /** Notes an amount to be added to the tally at a place of a sum. */
    private void note(int sum, int place, Object amount) {
        note(sum, ~place, 0);
        amounts[size - 1] = amount;
    }

    /**
     * A contribution to a sum; the first ones to each story that is moved are the same objects. Of other stories each is new, for
     * else one would keep an event that its ledger forgets.
     */
    private Said said(Counts counts, int sum, Fact<?> fact, @Nullable Moment moment) {
        if (begun == saids.length || !isMoved) {
            return new Said().begin(counts, sum, fact, moment);
        }
        if (saids[begun] == null) {
            saids[begun] = new Said();
        }
        return saids[begun++].begin(counts, sum, fact, moment);
    }

    /** Where a storyline tells a story. */
    private final class Sink implements Contributions {
        private final Counts counts;
        private final Material material;
        private final State state;

        Sink(Counts counts, Material material, State state) {
            this.counts = counts;
            this.material = material;
            this.state = state;
        }

        private int sum(boolean company, @Nullable String rep, Fact<?> fact, @Nullable Moment moment) {
            int number = cells.number(storyline, company, rep, fact, moment, material, state);
            leaves |= cells.lastBit();
            return number;
        }

        @Override
        public Contribution credit(@Nullable String rep, Fact<?> decidedBy) {
            return counted(sum(false, rep, decidedBy, null), decidedBy, null);
        }

        @Override
        public Contribution credit(@Nullable String rep, Fact<?> startedBy, Moment decidedAt) {
            return counted(sum(false, rep, startedBy, decidedAt), startedBy, decidedAt);
        }

        private Contribution counted(int sum, Fact<?> fact, @Nullable Moment moment) {
            note(sum, Counts.COUNTED, 1);
            return said(counts, sum, fact, moment);
        }

        @Override
        public Contribution company(Fact<?> decidedBy) {
            return said(counts, sum(true, null, decidedBy, null), decidedBy, null);
        }

        @Override
        public void leaveOut(@Nullable String rep, Fact<?> fact, Rule rule) {
            if (rule == null) { // without a supplier of the text, which would be made each time
                throw new NullPointerException("rule for " + fact.id() + ": must not be null");
            }
            note(sum(false, rep, fact, null), counts.of(rule), 1);
        }

        @Override
        public Contributions aside() {
            return this;
        }
    }

    private final class Said implements Contribution {
        private Counts counts = cells.counts(0);
        private int sum;
        private @Nullable Fact<?> fact;
        private @Nullable Moment moment;

        @SuppressWarnings("ReferenceEquality") // the same need not be written again, which costs a fence
        Said begin(Counts toCounts, int toSum, Fact<?> decidedBy, @Nullable Moment decidedAt) {
            if (counts != toCounts) {
                counts = toCounts;
            }
            if (fact != decidedBy) {
                fact = decidedBy;
            }
            if (moment != decidedAt) {
                moment = decidedAt;
            }
            sum = toSum;
            return this;
        }

        @Override
        public <A> Contribution add(Measure<A, ?> measure, A amount) {
            if (amount == null) {
                throw new NullPointerException("amount of " + measure + ": must not be null");
            }
            if (measure.isCount()) {
                note(sum, counts.of(measure), ((Long) amount).longValue());
            } else {
                note(sum, counts.of(measure), converted(amount));
            }
            return this;
        }

        private Object converted(Object amount) {
            return amount instanceof BigMoney
                    ? cells.converted(
                            amount,
                            moment == null ? Objects.requireNonNull(fact).moment() : moment)
                    : amount;
        }

        @Override
        public Contribution because(Fact<?> more) {
            return this;
        }
    }
}
