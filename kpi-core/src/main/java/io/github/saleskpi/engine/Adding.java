package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Contribution;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.time.Moment;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * Takes what one storyline tells of one story after another into the cells, and of each story all or nothing. It keeps no
 * more than that: who wants to know which fact added what listens with a {@link Telling}. Not thread-safe.
 */
final class Adding implements Contributions {
    private final Cells cells;
    private @Nullable State state;
    private Predicate<Instant> reached = instant -> false;
    private @Nullable Ownership ownership;
    private Cells.@Nullable Row[] rows = new Cells.Row[16];
    private @Nullable Measure<?, ?>[] measures = new Measure<?, ?>[16];
    private @Nullable Object[] amounts = new Object[16];
    private int size;

    Adding(Cells cells) {
        this.cells = cells;
    }

    /** Begins a story, and forgets what was told of the last one and not {@linkplain #put put}. */
    void begin(State now, Predicate<Instant> deadlines, Ownership ofStory) {
        state = now;
        reached = deadlines;
        ownership = ofStory.isAny() ? ofStory : null;
        size = 0;
    }

    /** Puts what was told into the cells, so many times; all of it, or, if a tally of somebody's own throws, nothing. */
    long put(int storyline, int times) {
        int done = 0;
        long leaves = 0;
        try {
            for (; done < size; done++) {
                leaves |= put(done, storyline, times);
            }
        } catch (RuntimeException failed) {
            for (int i = 0; i < done; i++) {
                put(i, storyline, -times);
            }
            throw failed;
        }
        return leaves;
    }

    private long put(int entry, int storyline, int times) {
        Cells.Row row = Objects.requireNonNull(rows[entry]);
        Sum sum = cells.sum(row, storyline);
        Measure<?, ?> measure = measures[entry];
        Object amount = amounts[entry];
        if (measure != null && amount != null) {
            Cells.add(sum, measure, amount, times);
        } else if (amount instanceof Rule rule) {
            sum.leaveOut(rule, times);
        } else {
            sum.count(times);
        }
        return row.leaf().bit();
    }

    private void note(Cells.Row row, @Nullable Measure<?, ?> measure, @Nullable Object amount) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            measures = Arrays.copyOf(measures, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        rows[size] = row;
        measures[size] = measure;
        amounts[size++] = amount;
    }

    private Cells.Row row(boolean company, @Nullable String rep, Fact<?> fact, @Nullable Moment moment) {
        return cells.row(company, rep, fact, moment, reached, Objects.requireNonNull(state), ownership);
    }

    @Override
    public Contribution credit(@Nullable String rep, Fact<?> decidedBy) {
        return counted(row(false, rep, decidedBy, null), decidedBy, null);
    }

    @Override
    public Contribution credit(@Nullable String rep, Fact<?> startedBy, Moment decidedAt) {
        return counted(row(false, rep, startedBy, decidedAt), startedBy, decidedAt);
    }

    private Contribution counted(Cells.Row row, Fact<?> fact, @Nullable Moment moment) {
        note(row, null, null);
        return new Said(row, fact, moment);
    }

    @Override
    public Contribution company(Fact<?> decidedBy) {
        return new Said(row(true, null, decidedBy, null), decidedBy, null);
    }

    @Override
    public void leaveOut(@Nullable String rep, Fact<?> fact, Rule rule) {
        Objects.requireNonNull(rule, () -> "rule for " + fact.id() + ": must not be null");
        note(row(false, rep, fact, null), null, rule);
    }

    @Override
    public Contributions aside() {
        return this;
    }

    private final class Said implements Contribution {
        private final Cells.Row row;
        private final Fact<?> fact;
        private final @Nullable Moment moment;

        Said(Cells.Row row, Fact<?> fact, @Nullable Moment moment) {
            this.row = row;
            this.fact = fact;
            this.moment = moment;
        }

        @Override
        public <A> Contribution add(Measure<A, ?> measure, A amount) {
            Objects.requireNonNull(amount, () -> "amount of " + measure + ": must not be null");
            Object added = amount instanceof BigMoney
                    ? cells.converted(amount, moment == null ? fact.moment() : moment)
                    : amount;
            note(row, measure, added);
            return this;
        }

        @Override
        public Contribution because(Fact<?> more) {
            return this;
        }
    }
}
