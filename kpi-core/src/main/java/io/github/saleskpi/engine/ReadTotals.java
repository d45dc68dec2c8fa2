package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.engine.Explanation.Reading;
import io.github.saleskpi.indicator.Frame;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Totals that write down what a figure reads of them. */
record ReadTotals(Totals totals, Part part, List<Reading> reads) implements Totals {
    @Override
    public <S> S of(Measure<?, S> measure) {
        S reading = totals.of(measure);
        reads.add(new Reading(part, measure.name(), measure, reading));
        return reading;
    }

    @Override
    public Totals company() {
        return new ReadTotals(totals.company(), part.company(), reads);
    }

    @Override
    public Optional<Totals> team() {
        return totals.team().map(team -> new ReadTotals(team, part.team(), reads));
    }

    @Override
    public Totals ever() {
        return new ReadTotals(totals.ever(), part.ever(), reads);
    }

    @Override
    public Frame frame() {
        return new ReadFrame(totals.frame(), part, reads);
    }

    /** The same of a frame. */
    private record ReadFrame(Frame frame, Part part, List<Reading> reads) implements Frame {
        @Override
        public Scope scope() {
            return frame.scope();
        }

        @Override
        public Period period() {
            return frame.period();
        }

        @Override
        public Viewpoint viewpoint() {
            return frame.viewpoint();
        }

        @Override
        public Instant start() {
            return frame.start();
        }

        @Override
        public Instant end() {
            return frame.end();
        }

        @Override
        public long workingDays(Collection<@Nullable String> reps) {
            long days = frame.workingDays(reps);
            reads.add(new Reading(part, "working days", null, days));
            return days;
        }

        @Override
        public Optional<WorkingCalendar> workingCalendar() {
            return frame.workingCalendar();
        }

        @Override
        public @Nullable CurrencyUnit baseCurrency() {
            return frame.baseCurrency();
        }
    }
}
