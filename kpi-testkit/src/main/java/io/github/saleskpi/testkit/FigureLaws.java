package io.github.saleskpi.testkit;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.Explanation.Amount;
import io.github.saleskpi.engine.Explanation.Reading;
import io.github.saleskpi.engine.KpiLedger;
import io.github.saleskpi.engine.KpiQuery;
import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Laws of figures and of what they read. */
final class FigureLaws {
    private static final int AMOUNTS = 10;

    private FigureLaws() {}

    static Optional<String> nothing(Case one) {
        Explanation explanation = one.explanation(List.of());
        Stream<String> failures =
                explanation.failures().stream().map(failure -> failure.place() + ": " + failure.message());
        Stream<String> counts = explanation.values().stream()
                .filter(value -> value.figure().unit() == Unit.COUNT && !isNone(value.value()))
                .map(value -> value.figure().name() + " of nothing is " + ValueText.of(Unit.COUNT, value.value())
                        + ", not 0");
        return TellingLaws.lines(
                Stream.of(failures, counts, ofRows(one).stream()).flatMap(lines -> lines));
    }

    /** Zero, or a question without sense, as without a working calendar. */
    private static boolean isNone(KpiValue value) {
        return value instanceof KpiValue.Defined defined
                ? defined.amount().signum() == 0
                : ((KpiValue.Undefined) value).reason() != KpiValue.Reason.NO_DATA;
    }

    /** A row in which nobody did anything, in a period in which others did something. */
    private static List<String> ofRows(Case one) {
        KpiQuery query = one.ownQuery().toBuilder().groupBy(Dimension.REP).build();
        KpiReport report = Case.ledger(query, one.events()).report(one.view());
        boolean fails = !report.failures().isEmpty();
        List<String> faults = new ArrayList<>();
        for (KpiReport.Cell cell : fails ? List.<KpiReport.Cell>of() : report.cells()) {
            for (Figure figure : cell.indicator().figures()) {
                KpiValue value = report.value(cell.indicator(), figure.name(), Scope.rep("nobody"), cell.period());
                if (value instanceof KpiValue.Undefined undefined && undefined.reason() == KpiValue.Reason.FAILED) {
                    faults.add(figure.name() + " of a rep without facts fails in " + cell.period());
                }
            }
        }
        return faults;
    }

    static Optional<String> measures(Case one) {
        Map<String, Measure<?, ?>> byName = new LinkedHashMap<>();
        Set<String> twice = new LinkedHashSet<>();
        Explanation explanation = one.explanation();
        Stream<Measure<?, ?>> told = explanation.counted().stream()
                .flatMap(counted -> counted.amounts().stream())
                .map(Amount::measure);
        Stream<Measure<?, ?>> read = explanation.values().stream()
                .flatMap(value -> value.readings().stream())
                .<Measure<?, ?>>map(Reading::measure)
                .filter(measure -> measure != null);
        Stream.concat(told, read).forEach(measure -> {
            Measure<?, ?> known = byName.putIfAbsent(measure.name(), measure);
            if (known != null && !known.equals(measure)) {
                twice.add(measure.name());
            }
        });
        return TellingLaws.lines(twice.stream()
                .map(name -> "two measures are called " + name
                        + ". Maybe keep it in a static field, for one to add and read"));
    }

    static Optional<String> units(Case one) {
        List<String> faults = new ArrayList<>();
        for (KpiReport.Cell cell : one.ledger(one.events()).report(one.view()).cells()) {
            for (int i = 0; i < cell.values().size(); i++) {
                Figure figure = cell.indicator().figures().get(i);
                if (cell.values().get(i) instanceof KpiValue.Defined value) {
                    String place = figure.name() + " of " + cell.scope() + " in " + cell.period() + " is ";
                    fault(figure.unit(), value).ifPresent(fault -> faults.add(place + fault));
                }
            }
        }
        return TellingLaws.lines(faults.stream());
    }

    private static Optional<String> fault(Unit unit, KpiValue.Defined value) {
        boolean isWhole = value.amount().stripTrailingZeros().scale() <= 0;
        if (unit == Unit.COUNT && (!isWhole || value.amount().signum() < 0)) {
            return Optional.of("a count of " + value.amount().toPlainString());
        }
        if (value.currency() != null && unit != Unit.MONEY) {
            return Optional.of("a " + unit + " in " + value.currency());
        }
        return value.items().isEmpty() || unit == Unit.LIST
                ? Optional.empty()
                : Optional.of("a " + unit + " with the items " + value.items());
    }

    /** Only where all parts are defined: money of some days may have no rate. */
    static Optional<String> accrual(Case one) {
        KpiQuery days = one.ownQuery().toBuilder()
                .every(Granularity.DAY)
                .groupBy(List.of())
                .from(null)
                .to(null)
                .build();
        KpiQuery all = days.toBuilder().every(Granularity.ALL).build();
        KpiLedger ledger = Case.ledger(days, one.events());
        KpiReport parts = ledger.report(one.view());
        KpiReport whole = ledger.report(all, one.view());
        Indicator indicator = days.indicators().get(0);
        LocalDate last = days.calendar().dateOf(one.view().asOf());
        List<String> faults = new ArrayList<>();
        for (Figure figure : indicator.figures()) {
            KpiValue value = whole.value(indicator, figure.name(), Scope.company(), Period.all());
            Optional<BigDecimal> sum = sum(parts, figure.name(), last);
            if (figure.accrues()
                    && value instanceof KpiValue.Defined defined
                    && sum.isPresent()
                    && sum.get().compareTo(defined.amount()) != 0) {
                faults.add(figure.name() + " is " + defined.amount().toPlainString() + ", but its days add up to "
                        + sum.get().toPlainString() + ". Maybe it is not accruing");
            }
        }
        return TellingLaws.lines(faults.stream());
    }

    private static Optional<BigDecimal> sum(KpiReport days, String figure, LocalDate last) {
        BigDecimal sum = BigDecimal.ZERO;
        for (KpiReport.Cell cell : days.cells()) {
            if (!cell.period().from().isAfter(last)) {
                if (!(cell.value(figure) instanceof KpiValue.Defined defined)) {
                    return Optional.empty();
                }
                sum = sum.add(defined.amount());
            }
        }
        return Optional.of(sum);
    }

    static Optional<String> tallies(Case one) {
        Map<Measure<?, ?>, List<Object>> amounts = new LinkedHashMap<>();
        one.explanation().counted().stream()
                .flatMap(counted -> counted.amounts().stream())
                .forEach(amount -> amounts.computeIfAbsent(amount.measure(), measure -> new ArrayList<>())
                        .add(amount.added()));
        return TellingLaws.lines(amounts.entrySet().stream()
                .flatMap(entry -> broken(entry.getKey(), entry.getValue(), one.seed()).stream()));
    }

    @SuppressWarnings("unchecked") // the amounts were added to this measure
    private static <A, S> Optional<String> broken(Measure<A, S> measure, List<Object> amounts, long seed) {
        try {
            List<Object> some = amounts.subList(0, Math.min(AMOUNTS, amounts.size()));
            TallyLaws.of(measure).seed(seed).check((List<A>) some);
            return Optional.empty();
        } catch (AssertionError broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }
}
