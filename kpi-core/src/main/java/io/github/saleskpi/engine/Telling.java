package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Contribution;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.time.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Collects what one storyline tells of one story, so that a storyline which fails half-way leaves nothing behind. What is
 * told into cells and what is explained to people is this.
 */
final class Telling implements Contributions {
    /** One entry: a measure's amount, as added and as told; a fact counted; or a fact left out. */
    record Entry(
            Leaf leaf,
            @Nullable Measure<?, ?> measure,
            @Nullable Object amount,
            @Nullable Object told,
            @Nullable Rule rule,
            Said said) {}

    /** Finds the leaf for a rep, a fact that gives the attributes, and a moment; for no fact's rep where company. */
    interface Leaves {
        Leaf leaf(boolean company, @Nullable String rep, Fact<?> fact, Moment moment);
    }

    private final Leaves leaves;
    private final BiFunction<Object, Moment, Object> converted;
    private final List<Entry> entries;
    private final boolean aside;

    Telling(Leaves leaves, BiFunction<Object, Moment, Object> converted) {
        this(leaves, converted, new ArrayList<>(), false);
    }

    private Telling(Leaves leaves, BiFunction<Object, Moment, Object> converted, List<Entry> entries, boolean aside) {
        this.leaves = leaves;
        this.converted = converted;
        this.entries = entries;
        this.aside = aside;
    }

    List<Entry> entries() {
        return entries;
    }

    @Override
    public Contribution credit(@Nullable String rep, Fact<?> decidedBy) {
        return credit(rep, decidedBy, decidedBy.moment());
    }

    @Override
    public Contribution credit(@Nullable String rep, Fact<?> startedBy, Moment decidedAt) {
        Said said = new Said(leaves.leaf(false, rep, startedBy, decidedAt), startedBy, decidedAt);
        said.note(null, null, null, null);
        return said;
    }

    @Override
    public Contribution company(Fact<?> decidedBy) {
        return new Said(leaves.leaf(true, null, decidedBy, decidedBy.moment()), decidedBy, decidedBy.moment());
    }

    @Override
    public void leaveOut(@Nullable String rep, Fact<?> fact, Rule rule) {
        Objects.requireNonNull(rule, () -> "rule for " + fact.id() + ": must not be null");
        new Said(leaves.leaf(false, rep, fact, fact.moment()), fact, fact.moment()).note(null, null, null, rule);
    }

    @Override
    public Contributions aside() {
        return aside ? this : new Telling(leaves, converted, entries, true);
    }

    /** A contribution being made, or a fact left out. */
    final class Said implements Contribution {
        private final Leaf leaf;
        private final Fact<?> fact;
        private final Moment moment;
        private List<Fact<?>> because = List.of();

        Said(Leaf leaf, Fact<?> fact, Moment moment) {
            this.leaf = leaf;
            this.fact = fact;
            this.moment = moment;
        }

        Leaf leaf() {
            return leaf;
        }

        Fact<?> fact() {
            return fact;
        }

        Moment moment() {
            return moment;
        }

        boolean isAside() {
            return aside;
        }

        /** The facts that were named beside that one. */
        List<Fact<?>> because() {
            return because;
        }

        private void note(
                @Nullable Measure<?, ?> measure, @Nullable Object amount, @Nullable Object told, @Nullable Rule rule) {
            entries.add(new Entry(leaf, measure, amount, told, rule, this));
        }

        @Override
        public <A> Contribution add(Measure<A, ?> measure, A amount) {
            Objects.requireNonNull(amount, () -> "amount of " + measure + ": must not be null");
            note(measure, converted.apply(amount, moment), amount, null);
            return this;
        }

        @Override
        public Contribution because(Fact<?> more) {
            if (because.isEmpty()) {
                because = new ArrayList<>(2);
            }
            because.add(more);
            return this;
        }
    }
}
