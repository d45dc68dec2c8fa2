package io.github.saleskpi.indicator;

import io.github.saleskpi.tally.Distribution;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The figures of plain numbers: median, p90, mean, shares up to limits, and how many there are. */
final class NumberFigures {
    private NumberFigures() {}

    static List<Figure> of(Options options, Function<Totals, Distribution.Numbers> numbers) {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                figure(options, "median", options.text(), t -> numbers.apply(t).quantile(LengthFigures.MEDIAN)));
        figures.add(figure(
                options,
                "p90",
                "Nine in ten are at most so much",
                t -> numbers.apply(t).quantile(LengthFigures.P90)));
        figures.add(figure(options, "mean", "Mean of all", t -> numbers.apply(t).mean()));
        for (BigDecimal limit : options.ceilings()) {
            figures.add(new Figure(
                    nameOf(limit),
                    Unit.RATIO,
                    LengthFigures.opposite(options.direction()),
                    "At most " + limit.toPlainString() + " / all that have a value",
                    t -> numbers.apply(t).atMost(limit)));
        }
        figures.add(new Figure(
                "values",
                Unit.COUNT,
                Direction.NEUTRAL,
                "How many there are",
                t -> KpiValue.count(numbers.apply(t).size())));
        return figures;
    }

    private static Figure figure(Options options, String name, String text, Function<Totals, KpiValue> reading) {
        return new Figure(name, Unit.NUMBER, options.direction(), text, reading);
    }

    /** Such as {@code at-most-2.5}. */
    static String nameOf(BigDecimal limit) {
        return "at-most-" + limit.toPlainString();
    }
}
