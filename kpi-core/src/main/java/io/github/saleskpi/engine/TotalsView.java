package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.indicator.Frame;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import java.util.ArrayList;
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
    private final Scope scope;
    private final Period period;
    private final List<@Nullable Sum[]> sums;
    private final Part part;
    private final int[] numbers;
    private final Readings readings = new Readings();
    private final Map<Function<Totals, ?>, Wholes.Noted<?>> workedOut = new HashMap<>();
    private @Nullable FrameView frame;
    private @Nullable Totals company;
    private @Nullable Totals ever;
    private boolean hasFailed;

    /** @param numbers those of the indicator's storylines */
    TotalsView(
            Merging merging,
            Indicator indicator,
            int[] numbers,
            Part part,
            Scope scope,
            Period period,
            List<@Nullable Sum[]> sums) {
        this.merging = merging;
        this.indicator = indicator;
        this.numbers = numbers;
        this.part = part;
        this.scope = scope;
        this.period = period;
        this.sums = sums;
    }

    @Override
    @SuppressWarnings("unchecked") // a reading is stored under the measure that made it
    public <S> S of(Measure<?, S> measure) {
        if (part != Part.CELL) {
            merging.wholes().note(this);
        }
        Object known = readings.of(measure);
        if (known == null) {
            known = readOrFail(measure);
            if (part != Part.CELL || sums.size() > 1 || !measure.isCount()) { // the count of one leaf stands there
                readings.put(measure, known);
            }
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
            known.read().forEach(merging.wholes()::note);
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
        for (Measure<?, ?> measure : readings.measures()) {
            Object before = readings.of(measure);
            Object now = otherwise ? null : readIfPossible(measure);
            otherwise |= now == null || before == null || !isSame(now, before);
        }
        if (otherwise) {
            readings.clear();
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
        try {
            if (one instanceof Collection<?> some && other instanceof Collection<?> others) {
                return new ArrayList<>(some).equals(new ArrayList<>(others)); // one by one, whatever orders them
            }
            return one instanceof Number && one.equals(other);
        } catch (RuntimeException thrown) {
            return false; // it is somebody's own
        }
    }

    /** Forgets what was worked out of these. */
    void forget(Set<TotalsView> changed) {
        workedOut.values().removeIf(noted -> !Collections.disjoint(noted.read(), changed));
    }

    /** Whether it is read of any of these storylines. */
    boolean isOf(BitSet storylines) {
        for (int number : numbers) {
            if (storylines.get(number)) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked") // a count is read as a long
    private <A, S> S read(Measure<A, S> measure) {
        if (part.isEver()) {
            merging.checkWhole(measure);
        }
        Long count = measure.isCount() ? count(measure) : null;
        return count != null ? (S) count : merged(measure).read(merging.view());
    }

    /** A number of facts, added up without tallies; null if that goes beyond a long, or did in a leaf. */
    private @Nullable Long count(Measure<?, ?> measure) {
        long count = 0;
        for (int number : numbers) {
            for (int i = 0; i < sums.size(); i++) {
                Sum sum = sums.get(i)[number];
                if (sum != null) {
                    long more = sum.count(measure);
                    long both = count + more;
                    if (sum.isBeyond(measure) || ((count ^ both) & (more ^ both)) < 0) {
                        return null;
                    }
                    count = both;
                }
            }
        }
        return count;
    }

    private <A, S> Tally<A, S> merged(Measure<A, S> measure) {
        Tally<A, S> only = null;
        Tally<A, S> merged = null;
        for (int number : numbers) {
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
        return merged != null ? merged : only != null ? only : measure.newTally();
    }

    @Override
    public Totals company() {
        Totals known = company;
        if (known == null) {
            known = wider(part.company(), Scope.company());
            company = known;
        }
        return known;
    }

    @Override
    public Optional<Totals> team() {
        return Merging.teamOf(scope).map(team -> wider(part.team(), Scope.of(Dimension.TEAM, team)));
    }

    @Override
    public Totals ever() {
        Totals known = ever;
        if (known == null) {
            known = wider(part.ever(), scope);
            ever = known;
        }
        return known;
    }

    private Totals wider(Part of, Scope whole) {
        return of == part ? this : merging.wider(indicator, of, whole, period);
    }

    @Override
    public Frame frame() {
        FrameView known = frame;
        if (known == null) {
            known = merging.frame(scope, period);
            frame = known;
        }
        return known;
    }
}
