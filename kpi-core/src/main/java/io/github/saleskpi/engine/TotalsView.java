package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.indicator.Frame;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The merged tallies of one cell, each merged and read once. */
final class TotalsView implements Totals {
    private final Merging merging;
    private final Indicator indicator;
    private final FrameView frame;
    private final List<@Nullable Sum[]> sums;
    private final Part part;
    private final Map<Measure<?, ?>, Object> readings = new HashMap<>();
    private final Map<Function<Totals, ?>, Wholes.Noted<?>> workedOut = new HashMap<>();
    private boolean hasFailed;

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
        if (part != Part.CELL) {
            merging.wholes().note(Set.of(this));
        }
        Object known = readings.get(measure);
        if (known == null) {
            known = readOrFail(measure);
            readings.put(measure, known);
        }
        return (S) known;
    }

    @Override
    @SuppressWarnings("unchecked") // what is worked out is stored under the function that did it
    public <T> T once(Function<Totals, T> reading) {
        Wholes.Noted<?> known = workedOut.get(reading);
        if (known == null) {
            known = merging.wholes().noting(() -> reading.apply(this));
            workedOut.put(reading, known);
        } else {
            merging.wholes().note(known.read());
        }
        return (T) known.result();
    }

    private <A, S> S readOrFail(Measure<A, S> measure) {
        try {
            return read(measure);
        } catch (RuntimeException thrown) {
            hasFailed = true;
            throw thrown;
        }
    }

    /** Reads again what was read; whether any of it is not surely the same. Only numbers and collections can surely be. */
    boolean isReadOtherwise() {
        workedOut.clear();
        boolean otherwise = hasFailed;
        hasFailed = false;
        for (Map.Entry<Measure<?, ?>, Object> reading : Map.copyOf(readings).entrySet()) {
            Object now = otherwise ? null : readIfPossible(reading.getKey());
            if (now != null && isSame(now, reading.getValue())) {
                readings.put(reading.getKey(), now);
            } else {
                otherwise = true;
                readings.remove(reading.getKey());
            }
        }
        return otherwise;
    }

    private @Nullable Object readIfPossible(Measure<?, ?> measure) {
        try {
            return read(measure);
        } catch (RuntimeException thrown) {
            return null;
        }
    }

    private static boolean isSame(Object one, Object other) {
        if (one instanceof Collection<?> some && other instanceof Collection<?> others) {
            return List.copyOf(some).equals(List.copyOf(others)); // element by element, whatever orders them
        }
        return one instanceof Number && one.equals(other);
    }

    /** Forgets what was worked out of these. */
    void forget(Set<TotalsView> changed) {
        workedOut.values().removeIf(noted -> !Collections.disjoint(noted.read(), changed));
    }

    /** Whether it is read of any of these storylines. */
    boolean isOf(BitSet storylines) {
        for (int number : merging.numbers(indicator)) {
            if (storylines.get(number)) {
                return true;
            }
        }
        return false;
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
