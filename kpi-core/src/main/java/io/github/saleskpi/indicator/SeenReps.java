package io.github.saleskpi.indicator;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.RepDays;
import io.github.saleskpi.tally.RepDays.RepDay;
import io.github.saleskpi.time.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A storyline that tells what another does, and notes beside it to whom anything is credited on which day. */
record SeenReps<R extends Enum<R>>(Storyline<R> told, Measure<RepDay, RepDays> seen) implements Storyline<R> {
    @Override
    public Subject subject() {
        return told.subject();
    }

    @Override
    public @Nullable R role(SalesEvent event) {
        return told.role(event);
    }

    @Override
    public boolean readsKindOnly() {
        return told.readsKindOnly();
    }

    @Override
    public List<Fact<R>> judged(Story<R> story) {
        return told.judged(story);
    }

    @Override
    public void tell(Story<R> story, Contributions out) {
        told.tell(story, new Noting(out, seen));
    }

    private record Noting(Contributions out, Measure<RepDay, RepDays> seen) implements Contributions {
        @Override
        public Contribution credit(@Nullable String rep, Fact<?> decidedBy) {
            return out.credit(rep, decidedBy)
                    .add(seen, new RepDay(rep, decidedBy.moment().date()));
        }

        @Override
        public Contribution credit(@Nullable String rep, Fact<?> startedBy, Moment decidedAt) {
            return out.credit(rep, startedBy, decidedAt).add(seen, new RepDay(rep, decidedAt.date()));
        }

        @Override
        public Contribution company(Fact<?> decidedBy) {
            return out.company(decidedBy);
        }

        @Override
        public void leaveOut(@Nullable String rep, Fact<?> fact, Rule rule) {
            out.leaveOut(rep, fact, rule);
        }

        @Override
        public Contributions aside() {
            return new Noting(out.aside(), seen);
        }
    }
}
