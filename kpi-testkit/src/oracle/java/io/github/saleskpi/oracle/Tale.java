package io.github.saleskpi.oracle;

import io.github.saleskpi.indicator.Contribution;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.time.Moment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what one storyline tells of one story. */
final class Tale implements Contributions {
    /**
     * One thing said: an amount of a measure, a fact left out under a rule, or, with neither, a fact counted.
     *
     * @param company whether it was contributed to the company, as no row
     * @param from the fact that gives channel and attributes
     * @param moment decides the period
     */
    record Line(
            boolean company,
            @Nullable String rep,
            Fact<?> from,
            Moment moment,
            @Nullable Rule rule,
            @Nullable Measure<?, ?> measure,
            @Nullable Object amount) {}

    private final List<Line> lines;
    private final List<Set<String>> verdicts;
    private final boolean aside;

    Tale() {
        this(new ArrayList<>(), new ArrayList<>(), false);
    }

    private Tale(List<Line> lines, List<Set<String>> verdicts, boolean aside) {
        this.lines = lines;
        this.verdicts = verdicts;
        this.aside = aside;
    }

    List<Line> lines() {
        return lines;
    }

    /** The ids named by each contribution, and by each leaving out, asides not included. */
    List<Set<String>> verdicts() {
        return verdicts;
    }

    @Override
    public Contribution credit(@Nullable String rep, Fact<?> decidedBy) {
        return credit(rep, decidedBy, decidedBy.moment());
    }

    @Override
    public Contribution credit(@Nullable String rep, Fact<?> startedBy, Moment decidedAt) {
        lines.add(new Line(false, rep, startedBy, decidedAt, null, null, null));
        return new Adding(false, rep, startedBy, decidedAt);
    }

    @Override
    public Contribution company(Fact<?> decidedBy) {
        return new Adding(true, null, decidedBy, decidedBy.moment());
    }

    @Override
    public void leaveOut(@Nullable String rep, Fact<?> fact, Rule rule) {
        lines.add(new Line(false, rep, fact, fact.moment(), rule, null, null));
        verdict().add(fact.id());
    }

    @Override
    public Contributions aside() {
        return new Tale(lines, verdicts, true);
    }

    private Set<String> verdict() {
        Set<String> named = new LinkedHashSet<>();
        if (!aside) {
            verdicts.add(named);
        }
        return named;
    }

    private final class Adding implements Contribution {
        private final boolean company;
        private final @Nullable String rep;
        private final Fact<?> from;
        private final Moment moment;
        private final Set<String> named = verdict();

        Adding(boolean company, @Nullable String rep, Fact<?> from, Moment moment) {
            this.company = company;
            this.rep = rep;
            this.from = from;
            this.moment = moment;
            named.add(from.id());
        }

        @Override
        public <A> Contribution add(Measure<A, ?> measure, A amount) {
            lines.add(new Line(company, rep, from, moment, null, measure, amount));
            return this;
        }

        @Override
        public Contribution because(Fact<?> fact) {
            named.add(fact.id());
            return this;
        }
    }
}
