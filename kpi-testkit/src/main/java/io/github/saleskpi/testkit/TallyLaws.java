package io.github.saleskpi.testkit;

import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The laws of {@link Tally}, for tallies of one's own: whatever the amounts, a tally is a commutative group. Immutable and
 * thread-safe, as long as the supplier is.
 *
 * <pre>{@code
 * TallyLaws.of(Measure.of("greatest", GreatestTally::new)).check(List.of(3L, 1L, 1L, 2L));
 * }</pre>
 *
 * <p>Give amounts that differ and some that are equal: a dozen is plenty. A broken law is an {@link AssertionError} that
 * names it and the fewest of these amounts on which it breaks. Readings are compared with {@code equals}.
 *
 * @param <A> the amounts that are added
 * @param <S> what is read
 */
public final class TallyLaws<A, S> {
    /** What must hold. */
    public enum Law {
        /** The order of additions changes no reading. */
        ADDING_ORDER("the order of additions changes no reading"),
        /** Adding an amount so many times is adding it once, so many times; no times is nothing. */
        TIMES("add(a, n) is n times add(a, 1)"),
        /** What is added and taken back was never there, also if all is taken back. */
        UNDO("add(a, -1) undoes add(a, 1)"),
        /** A merge reads as if the other's additions had been made here. */
        MERGING_IS_ADDING("a merge reads as if the other's additions had been made here"),
        /** The grouping of merges changes no reading. */
        ASSOCIATIVE("(a + b) + c is a + (b + c)"),
        /** The order of merges changes no reading. */
        COMMUTATIVE("a + b is b + a"),
        /** A fresh tally merged in changes nothing, and takes over what is merged into it. */
        NEUTRAL("a fresh tally merged in changes nothing"),
        /** A merge leaves the other as it was, and shares nothing with it. */
        OTHER_STAYS("a merge leaves the other tally as it was"),
        /** Reading changes nothing, however often and from wherever. */
        READING("reading changes nothing"),
        /** A reading stays what it was, whatever is added later. */
        SNAPSHOT("a reading is not changed by later additions");

        private final String text;

        Law(String text) {
            this.text = text;
        }

        /** The law in words. */
        @Override
        public String toString() {
            return name() + ": " + text;
        }
    }

    private static final long SEED = 20260301;
    private static final List<Viewpoint> VIEWS = List.of(
            Viewpoint.asOf(Instant.parse("2026-07-01T00:00:00Z")),
            Viewpoint.asOf(Instant.parse("2000-01-01T00:00:00Z")));

    private final String name;
    private final Supplier<Tally<A, S>> fresh;
    private final long seed;
    private final List<Viewpoint> views;

    private TallyLaws(String name, Supplier<Tally<A, S>> fresh, long seed, List<Viewpoint> views) {
        this.name = name;
        this.fresh = fresh;
        this.seed = seed;
        this.views = views;
    }

    /** The laws for the tallies of a measure. */
    public static <A, S> TallyLaws<A, S> of(Measure<A, S> measure) {
        return new TallyLaws<>(measure.name(), measure::newTally, SEED, VIEWS);
    }

    /** The laws for tallies, a fresh one at each call. */
    public static <A, S> TallyLaws<A, S> of(Supplier<Tally<A, S>> fresh) {
        return new TallyLaws<>("tally", fresh, SEED, VIEWS);
    }

    /** The same with that seed for the orders and groupings that are tried. */
    public TallyLaws<A, S> seed(long other) {
        return new TallyLaws<>(name, fresh, other, views);
    }

    /**
     * The same with readings from there, at least one: of interest where amounts still run. By default from the years 2000
     * and 2026.
     */
    public TallyLaws<A, S> seenFrom(Viewpoint first, Viewpoint... more) {
        List<Viewpoint> all = new ArrayList<>(List.of(more));
        all.add(0, first);
        return new TallyLaws<>(name, fresh, seed, List.copyOf(all));
    }

    /**
     * Checks all laws on these amounts.
     *
     * @throws AssertionError if one is broken
     */
    public void check(Collection<? extends A> amounts) {
        for (Law law : Law.values()) {
            check(law, amounts);
        }
    }

    /**
     * Checks one law on these amounts.
     *
     * @throws AssertionError if it is broken
     */
    public void check(Law law, Collection<? extends A> amounts) {
        TallyTrials<A, S> trials = new TallyTrials<>(fresh, views, seed);
        List<A> all = List.copyOf(amounts);
        if (trials.broken(law, all).isPresent()) {
            List<A> fewest =
                    Shrinking.fewest(all, some -> trials.broken(law, some).isPresent());
            Optional<String> difference = trials.broken(law, fewest);
            throw new AssertionError(name + " breaks " + law + "\n  with the amounts " + fewest + " (of " + all.size()
                    + ", seed " + seed + ")\n" + difference.orElse("  though not a second time: it keeps state"));
        }
    }
}
