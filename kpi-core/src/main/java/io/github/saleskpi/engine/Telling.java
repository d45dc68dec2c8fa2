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

/** Collects what one storyline tells of one story, so that a storyline which fails half-way leaves nothing behind. */
final class Telling implements Contributions {
    /** One entry: a measure's amount, a fact counted or a fact left out. */
    record Entry(
            Leaf leaf,
            @Nullable Measure<?, ?> measure,
            @Nullable Object amount,
            @Nullable Rule rule) {}

    /** Finds the leaf for a rep, a fact that gives the attributes, and a moment; for no fact's rep where company. */
    interface Leaves {
        Leaf leaf(boolean company, @Nullable String rep, Fact<?> fact, Moment moment);
    }

    /** What was said of a judged fact: counted (no rule), or left out under one. */
    record Verdict(String id, @Nullable Rule rule) {}

    private final Leaves leaves;
    private final BiFunction<Object, Moment, Object> converted;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final boolean aside;
    private final @Nullable Telling whole;

    Telling(Leaves leaves, BiFunction<Object, Moment, Object> converted) {
        this(leaves, converted, null);
    }

    private Telling(Leaves leaves, BiFunction<Object, Moment, Object> converted, @Nullable Telling whole) {
        this.leaves = leaves;
        this.converted = converted;
        this.aside = whole != null;
        this.whole = whole;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    @Override
    public Contribution credit(@Nullable String rep, Fact<?> decidedBy) {
        return credit(rep, decidedBy, decidedBy.moment());
    }

    @Override
    public Contribution credit(@Nullable String rep, Fact<?> startedBy, Moment decidedAt) {
        Leaf leaf = leaves.leaf(false, rep, startedBy, decidedAt);
        note(new Entry(leaf, null, null, null));
        return new Adding(leaf, decidedAt).because(startedBy);
    }

    @Override
    public Contribution company(Fact<?> decidedBy) {
        return new Adding(leaves.leaf(true, null, decidedBy, decidedBy.moment()), decidedBy.moment())
                .because(decidedBy);
    }

    @Override
    public void leaveOut(@Nullable String rep, Fact<?> fact, Rule rule) {
        Objects.requireNonNull(rule, () -> "rule for " + fact.id() + ": must not be null");
        note(new Entry(leaves.leaf(false, rep, fact, fact.moment()), null, null, rule));
        if (!aside) {
            verdicts.add(new Verdict(fact.id(), rule));
        }
    }

    @Override
    public Contributions aside() {
        return aside ? this : new Telling(leaves, converted, this);
    }

    private void note(Entry entry) {
        (whole == null ? this : whole).entries.add(entry);
    }

    /** The contribution being made. */
    private final class Adding implements Contribution {
        private final Leaf leaf;
        private final Moment moment;

        Adding(Leaf leaf, Moment moment) {
            this.leaf = leaf;
            this.moment = moment;
        }

        @Override
        public <A> Contribution add(Measure<A, ?> measure, A amount) {
            Objects.requireNonNull(amount, () -> "amount of " + measure + ": must not be null");
            note(new Entry(leaf, measure, converted.apply(amount, moment), null));
            return this;
        }

        @Override
        public Contribution because(Fact<?> fact) {
            if (!aside) {
                verdicts.add(new Verdict(fact.id(), null));
            }
            return this;
        }
    }
}
