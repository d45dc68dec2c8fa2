package io.github.saleskpi.engine;

import io.github.saleskpi.engine.Explanation.Amount;
import io.github.saleskpi.engine.Explanation.Part;
import io.github.saleskpi.engine.Explanation.Reading;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.tally.Distribution;
import io.github.saleskpi.tally.MoneyTotal;
import io.github.saleskpi.tally.Observation;
import io.github.saleskpi.tally.RepDays;
import io.github.saleskpi.tally.RepDays.RepDay;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Amounts, readings and calculations in words and digits. */
final class Wording {
    private Wording() {}

    static String of(Amount amount) {
        String text = text(amount.added());
        String name = amount.measure().name();
        String told = amount.told().equals(amount.added()) ? "" : " (" + text(amount.told()) + ")";
        return text + (amount.added() instanceof Number ? " " : " of ") + name + told;
    }

    private static String text(Object amount) {
        if (amount instanceof BigMoney money) {
            return money(money.getAmount(), money.getCurrencyUnit().getCode());
        }
        if (amount instanceof Observation.Ended ended) {
            return seconds(ended.length());
        }
        if (amount instanceof Observation.CutOff cutOff) {
            return "at least " + seconds(cutOff.length());
        }
        if (amount instanceof Observation.Running running) {
            return "running since " + running.since();
        }
        if (amount instanceof RepDay day) {
            return day.day() + (day.rep() == null ? "" : " by " + day.rep());
        }
        return number(amount).map(BigDecimal::toPlainString).orElseGet(amount::toString);
    }

    private static String seconds(Duration length) {
        BigDecimal seconds = BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
        return Unit.NUMBER.print(seconds) + " s";
    }

    private static String money(BigDecimal amount, String currency) {
        return Unit.MONEY.print(amount) + " " + currency;
    }

    static String of(Reading reading) {
        return quantity(reading) + (reading.part() == Part.CELL ? "" : " " + reading.part());
    }

    private static String quantity(Reading reading) {
        String name = reading.name();
        if (reading.reading() instanceof Distribution lengths) {
            long censored = lengths.size() - lengths.ended();
            return lengths.size() + " lengths of " + name
                    + (censored == 0 ? "" : ", " + censored + " of them censored");
        }
        if (reading.reading() instanceof Distribution.Numbers numbers) {
            return numbers.size() + " numbers of " + name;
        }
        if (reading.reading() instanceof MoneyTotal total) {
            String sums = total.sums().entrySet().stream()
                    .map(sum -> money(sum.getValue(), sum.getKey().getCode()))
                    .collect(Collectors.joining(" + "));
            return (sums.isEmpty() ? "0" : sums) + " of " + name + " (" + total.facts() + " amounts)";
        }
        return size(reading).map(size -> size.toPlainString() + " " + name).orElse(name);
    }

    /** The number that a reading is, or the size of what it is. */
    private static Optional<BigDecimal> size(Reading reading) {
        if (reading.reading() instanceof Collection<?> items) {
            return Optional.of(BigDecimal.valueOf(items.size()));
        }
        if (reading.reading() instanceof RepDays days) {
            return Optional.of(BigDecimal.valueOf(days.size()));
        }
        if (reading.reading() instanceof MoneyTotal total && total.sums().size() == 1) {
            return total.sums().values().stream().findFirst();
        }
        return number(reading.reading());
    }

    private static Optional<BigDecimal> number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return Optional.of(decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros());
        }
        return value instanceof Long || value instanceof Integer
                ? Optional.of(BigDecimal.valueOf(((Number) value).longValue()))
                : Optional.empty();
    }

    /**
     * The calculation of a value from what its figure read, in the order of reading and with repetitions.
     *
     * <p>A figure is a function that nobody can look into. But it reads a quotient's parts from left to right: where the
     * first readings add up to the numerator and the others to the denominator, these are the terms.
     */
    static String arithmetic(Figure figure, KpiValue value, List<Reading> reads) {
        if (value instanceof KpiValue.Defined defined) {
            BigDecimal numerator = defined.numerator();
            BigDecimal denominator = defined.denominator();
            String result = " = " + printed(figure.unit(), defined.amount(), defined);
            if (numerator != null && denominator != null) {
                String terms = terms(numerator, denominator, reads);
                return terms != null
                        ? terms + result
                        : plain(numerator) + " / " + plain(denominator) + result + from(reads);
            }
            if (isSumOf(defined.amount(), reads)) {
                return sum(reads) + (reads.size() > 1 || figure.unit() == Unit.MONEY ? result : "");
            }
            return figure.name() + from(reads) + result;
        }
        KpiValue.Undefined undefined = (KpiValue.Undefined) value;
        BigDecimal bound = undefined.lowerBound();
        return figure.name() + from(reads) + " = " + undefined.reason()
                + (bound == null ? "" : ", at least " + printed(figure.unit(), bound, null));
    }

    private static @Nullable String terms(BigDecimal numerator, BigDecimal denominator, List<Reading> reads) {
        for (int split = 1; split < reads.size(); split++) {
            List<Reading> first = reads.subList(0, split);
            List<Reading> rest = reads.subList(split, reads.size());
            if (isSumOf(numerator, first) && isSumOf(denominator, rest)) {
                return bracketed(first) + " / " + bracketed(rest);
            }
        }
        List<Reading> distinct = List.copyOf(new LinkedHashSet<>(reads));
        Reading part = only(numerator, distinct);
        Reading whole = only(denominator, distinct);
        return part == null || whole == null || part.equals(whole) ? null : of(part) + " / " + of(whole);
    }

    /** The one reading of that size, or null if there is none or several. */
    private static @Nullable Reading only(BigDecimal amount, List<Reading> reads) {
        List<Reading> equal =
                reads.stream().filter(read -> isSumOf(amount, List.of(read))).toList();
        return equal.size() == 1 ? equal.get(0) : null;
    }

    private static boolean isSumOf(BigDecimal amount, List<Reading> reads) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Reading read : reads) {
            Optional<BigDecimal> size = size(read);
            if (size.isEmpty()) {
                return false;
            }
            sum = sum.add(size.get());
        }
        return !reads.isEmpty() && sum.compareTo(amount) == 0;
    }

    private static String bracketed(List<Reading> reads) {
        return reads.size() == 1 ? sum(reads) : "(" + sum(reads) + ")";
    }

    private static String sum(List<Reading> reads) {
        return reads.stream().map(Reading::text).collect(Collectors.joining(" + "));
    }

    private static String from(List<Reading> reads) {
        return reads.isEmpty()
                ? ""
                : " of " + reads.stream().distinct().map(Reading::text).collect(Collectors.joining("; "));
    }

    private static String printed(Unit unit, BigDecimal amount, KpiValue.@Nullable Defined value) {
        String currency = value == null || value.currency() == null
                ? ""
                : " " + value.currency().getCode();
        String items = value == null || value.items().isEmpty() ? "" : ": " + String.join(", ", value.items());
        return unit.print(amount) + (unit == Unit.DURATION ? " s" : currency) + items;
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
