package io.github.saleskpi.indicator;

import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.RepDays;
import io.github.saleskpi.tally.RepDays.RepDay;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.KpiValue.Defined;
import io.github.saleskpi.value.KpiValue.Reason;
import io.github.saleskpi.value.KpiValue.Undefined;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The kinds of drafts that are made of other indicators. */
final class Compositions {
    private Compositions() {}

    static Kind ratio(IndicatorId id, Indicator dividend, Indicator divisor) {
        Unit unit = Quotient.unit(id, dividend, divisor);
        String text = Composition.nameOf(dividend) + " / " + Composition.nameOf(divisor);
        if (dividend.id().equals(divisor.id())) {
            throw new IllegalArgumentException(
                    id + " (" + text + "): is 1 wherever it is anything. Maybe one of the two was meant otherwise.");
        }
        Function<Totals, KpiValue> over = dividend.primary().reading();
        Function<Totals, KpiValue> under = divisor.primary().reading();
        return Composition.of(
                List.of(dividend, divisor),
                unit,
                Direction.NEUTRAL,
                text,
                t -> Quotient.of(unit, over.apply(t), under.apply(t)));
    }

    static Kind shareOfCompany(IndicatorId id, Indicator part) {
        Figure figure = accruing(id, part, "has no share");
        return Composition.of(
                List.of(part),
                Unit.RATIO,
                figure.direction(),
                Composition.nameOf(part) + " / that of the company",
                t -> share(figure, t, t.company()));
    }

    static Kind shareOfTeam(IndicatorId id, Indicator part) {
        Figure figure = accruing(id, part, "has no share");
        return Composition.of(
                        List.of(part),
                        Unit.RATIO,
                        figure.direction(),
                        Composition.nameOf(part) + " / that of the team",
                        t -> t.team()
                                .map(team -> share(figure, t, team))
                                .orElseGet(() -> KpiValue.undefined(Reason.NOT_APPLICABLE)))
                .ofTeam();
    }

    private static KpiValue share(Figure figure, Totals own, Totals all) {
        KpiValue part = figure.reading().apply(own);
        KpiValue whole = figure.reading().apply(all);
        boolean isNothing = part instanceof Undefined none && none.reason() == Reason.NO_DATA && none.sample() == 0;
        if (isNothing && whole instanceof Defined known) {
            return KpiValue.ratio(
                    BigDecimal.ZERO, known.amount(), known.sample()); // money of nothing, where no rates are
        }
        boolean areCounts = figure.unit() == Unit.COUNT && isCount(part) && isCount(whole);
        return areCounts && part.sample() <= whole.sample()
                ? KpiValue.proportion(part.sample(), whole.sample())
                : Quotient.of(Unit.RATIO, part, whole);
    }

    private static boolean isCount(KpiValue value) {
        return value instanceof Defined defined
                && defined.amount().compareTo(BigDecimal.valueOf(defined.sample())) == 0;
    }

    static Kind perWorkingDay(IndicatorId id, Indicator part) {
        Figure figure = accruing(id, part, "is not done by the day");
        Unit unit = figure.unit() == Unit.COUNT ? Unit.NUMBER : figure.unit();
        Measure<RepDay, RepDays> seen = Measure.days("seen");
        List<Storyline<?>> storylines = new ArrayList<>();
        part.storylines().forEach(storyline -> storylines.add(new SeenReps<>(storyline, seen)));
        return new Composition(
                List.of(part),
                List.copyOf(storylines),
                unit,
                figure.direction(),
                Composition.nameOf(part) + " / working days of the period so far, summed over the reps",
                figure.needsTeam(),
                t -> {
                    KpiValue value = figure.reading().apply(t);
                    long days = t.frame().workingDays(t.of(seen).reps());
                    return Quotient.of(unit, value, KpiValue.count(days));
                });
    }

    private static Figure accruing(IndicatorId id, Indicator part, String rule) {
        if (!part.primary().accrues()) {
            throw new IllegalArgumentException(id + " (" + part.id() + "): what does not add up " + rule
                    + ". Maybe take one of its counts, by only(...).");
        }
        return part.primary();
    }
}
