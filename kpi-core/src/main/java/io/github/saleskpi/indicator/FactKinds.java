package io.github.saleskpi.indicator;

import io.github.saleskpi.tally.Distribution;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.MoneyTotal;
import io.github.saleskpi.tally.Observation;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** The kinds of drafts of facts that count one by one. */
final class FactKinds {
    private FactKinds() {}

    static Kind count(String name, Which which) {
        Measure<Long, Long> facts = Measure.count(name);
        return new FactKind(
                which,
                fact -> counted -> counted.count(facts),
                false,
                null,
                "number of " + which,
                options -> List.of(options.primary(Unit.COUNT, t -> KpiValue.count(t.of(facts)))));
    }

    /** Two conditions on the same events cannot be told apart by the names of their types. */
    private static String textOf(Which part, Which whole) {
        boolean isFurther = !part.isAll() && part.toString().equals(whole.toString());
        return isFurther ? whole + " that meet a further condition" : part.toString();
    }

    static Kind ratio(Which part, Which whole) {
        Measure<Long, Long> parts = Measure.count("part");
        Measure<Long, Long> wholes = Measure.count("whole");
        return new FactKind(
                whole,
                fact -> counted -> {
                    counted.count(wholes);
                    if (part.fits(fact.event())) {
                        counted.count(parts);
                    }
                },
                false,
                null,
                textOf(part, whole) + " / " + whole,
                options -> List.of(
                        options.primary(Unit.RATIO, t -> KpiValue.proportion(t.of(parts), t.of(wholes))),
                        count("part", options.direction(), "How many of the whole fit", parts),
                        count("whole", Direction.NEUTRAL, "How many there are", wholes)));
    }

    static Kind money(String name, Which which, Function<Fact<?>, @Nullable BigMoney> value) {
        Measure<BigMoney, MoneyTotal> sum = Measure.money(name);
        return new FactKind(
                which,
                worth(value, sum, null),
                true,
                null,
                "sum of " + which,
                options -> List.of(
                        options.primary(
                                        Unit.MONEY,
                                        t -> t.of(sum).value(t.frame().baseCurrency()))
                                .accruing(true),
                        average(
                                options,
                                Unit.MONEY,
                                t -> t.of(sum).average(t.frame().baseCurrency())),
                        new Figure(
                                "facts",
                                Unit.COUNT,
                                Direction.NEUTRAL,
                                "How many have a value",
                                t -> KpiValue.count(t.of(sum).facts()))));
    }

    static Kind decimals(String name, Which which, Unit unit, Function<Fact<?>, @Nullable BigDecimal> value) {
        Measure<BigDecimal, BigDecimal> sum = Measure.sum(name);
        return sum(which, unit, unit, value, sum, Function.identity());
    }

    static Kind wholes(String name, Which which, Function<Fact<?>, @Nullable Long> value) {
        return sum(which, Unit.COUNT, Unit.NUMBER, value, Measure.count(name), BigDecimal::valueOf);
    }

    private static <A, S> Kind sum(
            Which which,
            Unit unit,
            Unit ofAverage,
            Function<Fact<?>, @Nullable A> value,
            Measure<A, S> sum,
            Function<S, BigDecimal> number) {
        Measure<Long, Long> facts = Measure.count("facts");
        return new FactKind(
                which,
                worth(value, sum, facts),
                true,
                null,
                "sum of " + which,
                options -> List.of(
                        options.primary(unit, t -> KpiValue.of(number.apply(t.of(sum)), t.of(facts)))
                                .accruing(true),
                        average(options, ofAverage, t -> {
                            long times = t.of(facts);
                            return KpiValue.ratio(number.apply(t.of(sum)), BigDecimal.valueOf(times), times);
                        }),
                        count("facts", Direction.NEUTRAL, "How many have a value", facts)));
    }

    private static Figure average(Options options, Unit unit, Function<Totals, KpiValue> reading) {
        return new Figure("average", unit, options.direction(), "Mean of those that have a value", reading);
    }

    static Kind lengths(String name, Which which, Function<Fact<?>, @Nullable Duration> value) {
        Measure<Observation, Distribution> lengths = Measure.distribution(name);
        return new FactKind(
                which,
                worth(
                        fact -> {
                            Duration length = value.apply(fact);
                            return length == null ? null : Observation.ended(length);
                        },
                        lengths,
                        null),
                true,
                Unit.DURATION,
                "median of " + which,
                options -> LengthFigures.of(options, "values", t -> t.of(lengths)));
    }

    static Kind numbers(String name, Which which, Function<Fact<?>, @Nullable BigDecimal> value) {
        Measure<BigDecimal, Distribution.Numbers> numbers = Measure.numbers(name);
        return new FactKind(
                which,
                worth(value, numbers, null),
                true,
                Unit.NUMBER,
                "median of " + which,
                options -> NumberFigures.of(options, t -> t.of(numbers)));
    }

    static Kind distinct(String name, Which which, Function<Fact<?>, @Nullable String> key) {
        Measure<String, SortedSet<String>> keys = Measure.distinct(name);
        Measure<Long, Long> facts = Measure.count("facts");
        return new FactKind(
                which,
                worth(key, keys, facts),
                true,
                null,
                "distinct ones of " + which,
                options -> List.of(
                        options.primary(
                                        Unit.COUNT,
                                        t -> KpiValue.count(t.of(keys).size()))
                                .accruing(false),
                        count("facts", Direction.NEUTRAL, "How many name one", facts)));
    }

    private static Figure count(String name, Direction direction, String text, Measure<Long, Long> measure) {
        return new Figure(name, Unit.COUNT, direction, text, t -> KpiValue.count(t.of(measure)));
    }

    private static <A> Function<Fact<?>, @Nullable Consumer<Contribution>> worth(
            Function<Fact<?>, @Nullable A> value, Measure<A, ?> measure, @Nullable Measure<Long, Long> facts) {
        return fact -> {
            A amount = value.apply(fact);
            if (amount == null) {
                return null;
            }
            return counted -> {
                counted.add(measure, amount);
                if (facts != null) {
                    counted.count(facts);
                }
            };
        };
    }
}
