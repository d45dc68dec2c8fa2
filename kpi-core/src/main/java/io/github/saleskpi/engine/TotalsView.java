package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.indicator.Frame;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The merged tallies of one cell, each merged and read once. */
final class TotalsView implements Totals {
    private final Merging merging;
    private final Indicator indicator;
    private final FrameView frame;
    private final List<@Nullable Sum[]> sums;
    private final Part part;
    private final Map<Measure<?, ?>, Object> readings = new HashMap<>();

    TotalsView(Merging merging, Indicator indicator, FrameView frame, List<@Nullable Sum[]> sums, Part part) {
        this.merging = merging;
        this.indicator = indicator;
        this.frame = frame;
        this.sums = sums;
        this.part = part;
    }

    @Override
    @SuppressWarnings("unchecked") // a reading is stored under the measure that made it
    public <S> S of(Measure<?, S> measure) {
        Object known = readings.get(measure);
        if (known == null) {
            known = read(measure);
            readings.put(measure, known);
        }
        return (S) known;
    }

    private <A, S> S read(Measure<A, S> measure) {
        if (part.isEver()) {
            merging.checkWhole(measure);
        }
        Tally<A, S> only = null;
        Tally<A, S> merged = null;
        for (int number : merging.numbers(indicator)) {
            for (@Nullable Sum[] leaf : sums) {
                Sum sum = leaf[number];
                Tally<A, S> tally = sum == null ? null : sum.existing(measure);
                if (tally == null) {
                    continue;
                }
                if (only == null) {
                    only = tally;
                } else {
                    if (merged == null) {
                        merged = measure.newTally();
                        merged.merge(only);
                    }
                    merged.merge(tally);
                }
            }
        }
        Tally<A, S> whole = merged != null ? merged : only != null ? only : measure.newTally();
        return whole.read(frame.viewpoint());
    }

    @Override
    public Totals company() {
        return wider(part.company(), Scope.company());
    }

    @Override
    public Optional<Totals> team() {
        return Merging.teamOf(frame.scope()).map(team -> wider(part.team(), Scope.of(Dimension.TEAM, team)));
    }

    @Override
    public Totals ever() {
        return wider(part.ever(), frame.scope());
    }

    private Totals wider(Part of, Scope scope) {
        return of == part ? this : merging.wider(indicator, of, scope, frame.period());
    }

    @Override
    public Frame frame() {
        return frame;
    }
}
