package io.github.saleskpi.engine;

import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Frame;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.value.KpiValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the figures of an indicator off a row. Not thread-safe. */
final class CellReader implements Line.Reader {
    private final KpiQuery query;
    private final Cells cells;
    private final Merging merging;
    private final BitSet failing;
    private final List<List<Figure>> figures;

    /** @param failing the numbers of the storylines that fail on any story */
    CellReader(KpiQuery query, Cells cells, Merging merging, BitSet failing) {
        this.query = query;
        this.cells = cells;
        this.merging = merging;
        this.failing = failing;
        this.figures = query.indicators().stream().map(Indicator::figures).toList();
    }

    @Override
    public Line.@Nullable Read read(int number, Line line) {
        Indicator indicator = query.indicators().get(number);
        boolean isCounted = counted(indicator, line.sums()) > 0;
        if (!isCounted && !line.isKnown()) {
            return null;
        }
        List<KpiReport.Failure> failures = new ArrayList<>(0);
        TotalsView totals = merging.totals(
                indicator,
                line.place().scope(),
                line.place().period(),
                isCounted ? line.sums() : List.of()); // no fact is counted there: what nothing is
        Wholes.Noted<List<KpiValue>> read = merging.wholes().noting(() -> read(number, totals, failures));
        // the report does not show what fails where nothing is
        return new Line.Read(read.result(), isCounted, read.read(), isCounted ? List.copyOf(failures) : List.of());
    }

    private long counted(Indicator indicator, List<@Nullable Sum[]> sums) {
        long counted = 0;
        for (int number : cells.numbers(indicator)) {
            for (@Nullable Sum[] leaf : sums) {
                Sum sum = leaf[number];
                counted += sum == null ? 0 : sum.counted();
            }
        }
        return counted;
    }

    private List<KpiValue> read(int number, TotalsView totals, List<KpiReport.Failure> failures) {
        boolean fails = totals.isOf(failing);
        List<Figure> all = figures.get(number);
        KpiValue[] read = new KpiValue[all.size()];
        for (int i = 0; i < read.length; i++) {
            Figure figure = all.get(i);
            read[i] = fails
                    ? KpiValue.undefined(KpiValue.Reason.FAILED)
                    : read(
                            figure,
                            totals,
                            thrown -> failures.add(
                                    failure(query.indicators().get(number), figure, totals.frame(), thrown)));
        }
        return List.of(read);
    }

    /** Reads a figure; where it throws, it is {@code FAILED}. */
    static KpiValue read(Figure figure, Totals totals, Consumer<RuntimeException> failed) {
        try {
            return Objects.requireNonNull(
                    figure.reading().apply(totals), "read null. Maybe KpiValue.undefined(NO_DATA).");
        } catch (RuntimeException thrown) {
            failed.accept(thrown);
            return KpiValue.undefined(KpiValue.Reason.FAILED);
        }
    }

    static KpiReport.Failure failure(Indicator indicator, Figure figure, Frame cell, RuntimeException thrown) {
        String place = cell.scope() + " " + cell.period() + " " + figure.name();
        return new KpiReport.Failure(indicator, place, thrown.toString());
    }
}
