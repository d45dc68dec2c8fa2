package io.github.saleskpi.cli;

import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one indicator, the most telling first.
 *
 * @param title the indicator's name for people
 * @param columns sorted by rank
 */
record ColumnGroup(String title, List<Column> columns) {
    /** Which companions tell most, by indicator; those of others are taken in the order of the definition. */
    private static final Map<String, List<String>> TELLING = Map.of(
            "response-time", List.of("within-1h", "unanswered", "p90", "mean", "within-5m", "requests"),
            "win-rate", List.of("won-amount", "cycle-time", "won", "average-won", "lost", "opened"));

    private static final BigDecimal LARGE = new BigDecimal(1000);

    /** All that can be shown of an indicator, given its values of each figure, row by row. */
    static ColumnGroup of(Indicator indicator, Function<Figure, List<KpiValue>> values, Legend legend) {
        List<Column> columns = new ArrayList<>();
        Figure primary = indicator.primary();
        List<KpiValue> main = values.apply(primary);
        columns.add(column(header(indicator), Column.NUMBER, primary.unit(), main, legend));
        if (main.stream().anyMatch(value -> bounds(value) != null)) {
            columns.add(limits(primary.unit(), main));
        }
        columns.add(Column.of(
                "n",
                Column.SAMPLE,
                main.stream().map(value -> Amounts.grouped(value.sample())).toList()));
        List<Figure> companions = sorted(indicator);
        for (int i = 0; i < companions.size(); i++) {
            Figure companion = companions.get(i);
            columns.add(column(
                    companion.name().replace('-', ' '),
                    Column.COMPANIONS + i,
                    companion.unit(),
                    values.apply(companion),
                    legend));
        }
        return new ColumnGroup(title(indicator.id()), List.copyOf(columns));
    }

    private static List<Figure> sorted(Indicator indicator) {
        List<String> telling = TELLING.getOrDefault(base(indicator.id()), List.of());
        List<Figure> companions = new ArrayList<>(indicator.companions());
        companions.sort(Comparator.comparing(
                figure -> telling.contains(figure.name()) ? telling.indexOf(figure.name()) : telling.size()));
        return companions;
    }

    private static String base(IndicatorId id) {
        int slash = id.name().indexOf('/');
        return slash < 0 ? id.name() : id.name().substring(0, slash);
    }

    /** The indicator's name for people. */
    static String title(IndicatorId id) {
        String base = base(id).replace('-', ' ');
        String variant = id.name().equals(base(id))
                ? ""
                : ", " + id.name().substring(base(id).length() + 1).replace('-', ' ');
        return Character.toUpperCase(base.charAt(0))
                + base.substring(1)
                + variant
                + (id.version() == 1 ? "" : " @" + id.version());
    }

    private static String header(Indicator indicator) {
        String figure = indicator.primary().name();
        if (!figure.equals(base(indicator.id()))) {
            return figure.replace('-', ' ');
        }
        return indicator.primary().unit() == Unit.RATIO ? "rate" : "value";
    }

    private static Column column(String header, int rank, Unit unit, List<KpiValue> values, Legend legend) {
        Set<Legend.Mark> marks = values.stream()
                .filter(KpiValue.Undefined.class::isInstance)
                .map(value -> Legend.Mark.of(((KpiValue.Undefined) value).reason()))
                .collect(Collectors.toSet());
        String suffix = "";
        Function<KpiValue, Function<BigDecimal, String>> print = value -> amount -> Amounts.of(unit, amount);
        if (unit == Unit.MONEY) {
            Set<CurrencyUnit> currencies = values.stream()
                    .map(ColumnGroup::currency)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            boolean one = currencies.size() == 1;
            boolean large = values.stream().anyMatch(ColumnGroup::isLarge);
            suffix = one ? ", " + currencies.iterator().next().getCode() : "";
            print = value -> amount -> money(amount, currency(value), !one, large);
        }
        Function<KpiValue, Function<BigDecimal, String>> printing = print;
        return new Column(
                header + suffix,
                rank,
                values.stream()
                        .map(value -> text(value, printing.apply(value)) + legend.signs(value.notes()))
                        .toList(),
                marks);
    }

    private static @Nullable CurrencyUnit currency(KpiValue value) {
        return value instanceof KpiValue.Defined defined ? defined.currency() : null;
    }

    private static boolean isLarge(KpiValue value) {
        return value instanceof KpiValue.Defined defined
                && defined.amount().abs().compareTo(LARGE) >= 0;
    }

    /** Where amounts go into thousands, nobody reads the cents. */
    private static String money(BigDecimal amount, @Nullable CurrencyUnit currency, boolean named, boolean large) {
        int decimals = large || currency == null ? 0 : Math.max(0, currency.getDecimalPlaces());
        return Amounts.grouped(amount, decimals) + (named && currency != null ? " " + currency.getCode() : "");
    }

    private static String text(KpiValue value, Function<BigDecimal, String> print) {
        if (value instanceof KpiValue.Defined defined) {
            return print.apply(defined.amount());
        }
        KpiValue.Undefined undefined = (KpiValue.Undefined) value;
        BigDecimal lowerBound = undefined.lowerBound();
        return Legend.Mark.of(undefined.reason()).sign() + (lowerBound == null ? "" : " " + print.apply(lowerBound));
    }

    private static Column limits(Unit unit, List<KpiValue> values) {
        boolean open = values.stream()
                .map(ColumnGroup::bounds)
                .anyMatch(bounds -> bounds != null && (bounds.low() == null) != (bounds.high() == null));
        List<String> texts = values.stream()
                .map(ColumnGroup::bounds)
                .map(bounds -> bounds == null ? "" : Amounts.limits(unit, bounds))
                .toList();
        return new Column("95 %", Column.LIMITS, texts, open ? Set.of(Legend.Mark.OPEN_LIMIT) : Set.of());
    }

    private static @Nullable Bounds bounds(KpiValue value) {
        return value instanceof KpiValue.Defined defined ? defined.bounds() : null;
    }
}
