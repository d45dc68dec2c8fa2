package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Explanation.Amount;
import io.github.saleskpi.engine.Explanation.Counted;
import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.indicator.Frame;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import java.util.Optional;

/** Totals made of nothing but the amounts that an explanation names; only the frame is that of others. */
record Readded(Explanation explanation, Part part, Totals others) implements Totals {
    @Override
    public <S> S of(Measure<?, S> measure) {
        return sum(measure);
    }

    @SuppressWarnings("unchecked") // the amount was added to this measure
    private <A, S> S sum(Measure<A, S> measure) {
        Tally<A, S> tally = measure.newTally();
        for (Counted counted : explanation.counted()) {
            if (counted.parts().contains(part)) {
                for (Amount amount : counted.amounts()) {
                    if (amount.measure().equals(measure)) {
                        tally.add((A) amount.added(), 1);
                    }
                }
            }
        }
        return tally.read(explanation.viewpoint());
    }

    @Override
    public Totals company() {
        return new Readded(explanation, part.company(), others.company());
    }

    @Override
    public Optional<Totals> team() {
        return others.team().map(team -> new Readded(explanation, part.team(), team));
    }

    @Override
    public Totals ever() {
        return new Readded(explanation, part.ever(), others.ever());
    }

    @Override
    public Frame frame() {
        return others.frame();
    }
}
