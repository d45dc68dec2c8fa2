package io.github.saleskpi.indicator;

import io.github.saleskpi.tally.Distribution;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The figures of lengths of time: median, p90, mean, shares within limits, and how many there are. */
final class LengthFigures {
    static final BigDecimal MEDIAN = new BigDecimal("0.5");
    static final BigDecimal P90 = new BigDecimal("0.9");

    private LengthFigures() {}

    static List<Figure> of(Options options, String all, Function<Totals, Distribution> lengths) {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                figure(options, "median", options.text(), t -> lengths.apply(t).quantile(MEDIAN)));
        figures.add(figure(
                options,
                "p90",
                "Nine in ten are at most so long",
                t -> lengths.apply(t).quantile(P90)));
        figures.add(figure(
                options,
                "mean",
                "Mean of those that ended",
                t -> lengths.apply(t).mean()));
        for (Duration limit : options.limits()) {
            figures.add(new Figure(
                    nameOf(limit),
                    Unit.RATIO,
                    opposite(options.direction()),
                    "Ended within " + words(limit) + " / ended at all or censored later than that",
                    known(options, t -> lengths.apply(t).within(limit))));
        }
        figures.add(new Figure(
                all,
                Unit.COUNT,
                Direction.NEUTRAL,
                "How many there are",
                known(options, t -> KpiValue.count(lengths.apply(t).size()))));
        return figures;
    }

    private static Figure figure(Options options, String name, String text, Function<Totals, KpiValue> reading) {
        return new Figure(name, Unit.DURATION, options.direction(), text, known(options, reading));
    }

    /** The same reading, but that working time is not applicable without a calendar. */
    static Function<Totals, KpiValue> known(Options options, Function<Totals, KpiValue> reading) {
        return totals ->
                options.workingTime() && totals.frame().workingCalendar().isEmpty()
                        ? KpiValue.undefined(KpiValue.Reason.NOT_APPLICABLE)
                        : reading.apply(totals);
    }

    /** Which way is better of a share up to a limit. */
    static Direction opposite(Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> Direction.LOWER_IS_BETTER;
            case LOWER_IS_BETTER -> Direction.HIGHER_IS_BETTER;
            case NEUTRAL -> Direction.NEUTRAL;
        };
    }

    /** Such as {@code within-1h}, {@code within-90m} or {@code within-1m30s}. */
    static String nameOf(Duration limit) {
        return "within-" + words(limit);
    }

    private static String words(Duration limit) {
        return limit.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
