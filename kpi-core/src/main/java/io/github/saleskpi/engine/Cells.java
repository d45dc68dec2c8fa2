package io.github.saleskpi.engine;

import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.ReportingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** The leaf cells: what every storyline contributed to each. Not thread-safe. */
final class Cells {
    private final KpiQuery query;
    private final int storylines;
    private final @Nullable Floor floor;
    private final Map<Indicator, int[]> numbers = new HashMap<>();
    private final Map<Leaf, @Nullable Sum[]> sums = new HashMap<>();
    private final Map<LocalDate, Period> periods = new HashMap<>();

    /** @param floor where the ledger begins, or null if it has all */
    Cells(KpiQuery query, List<Storyline<?>> storylines, @Nullable Floor floor) {
        this.query = query;
        this.floor = floor;
        this.storylines = storylines.size();
        for (Indicator indicator : query.indicators()) {
            numbers.put(
                    indicator,
                    indicator.storylines().stream()
                            .mapToInt(storylines::indexOf)
                            .toArray());
        }
    }

    /** Every leaf, and what each storyline, by its number, contributed to it; null for nothing. */
    Map<Leaf, @Nullable Sum[]> sums() {
        return Collections.unmodifiableMap(sums);
    }

    /** The numbers of the storylines that an indicator reads. */
    int[] numbers(Indicator indicator) {
        return Objects.requireNonNull(numbers.get(indicator));
    }

    /** Complains if the cells before a floor lack something of that measure, so that nobody can know its total of all time. */
    void checkWhole(Measure<?, ?> measure) {
        if (floor != null) {
            floor.checkWhole(measure);
        }
    }

    /** Adds what a storyline told, so many times; all of it, or, if a tally of its own throws, nothing. */
    void put(int storyline, List<Telling.Entry> entries, int times) {
        int done = 0;
        try {
            for (; done < entries.size(); done++) {
                put(storyline, entries.get(done), times);
            }
        } catch (RuntimeException failed) {
            for (int i = 0; i < done; i++) {
                put(storyline, entries.get(i), -times);
            }
            throw failed;
        }
    }

    private void put(int storyline, Telling.Entry entry, int times) {
        @Nullable Sum[] row = sums.computeIfAbsent(entry.leaf(), leaf -> new Sum[storylines]);
        Sum sum = row[storyline];
        if (sum == null) {
            sum = new Sum();
            row[storyline] = sum;
        }
        if (entry.rule() != null) {
            sum.leaveOut(entry.rule(), times);
        } else if (entry.measure() == null || entry.amount() == null) {
            sum.count(times);
        } else {
            add(sum, entry.measure(), entry.amount(), times);
        }
    }

    @SuppressWarnings("unchecked") // the amount came in with this measure
    private static <A> void add(Sum sum, Measure<?, ?> measure, Object amount, int times) {
        sum.add((Measure<A, ?>) measure, (A) amount, times);
    }

    /** An amount as it is added: money in the base currency where a rate is known. */
    Object converted(Object amount, Moment moment) {
        Rates rates = query.rates().orElse(null);
        return rates != null && amount instanceof BigMoney money
                ? rates.toBase(money, moment.date()).orElse(money)
                : amount;
    }

    /** How leaves are found while a story is told. */
    Telling.Leaves leaves(Predicate<Instant> reached, State state, @Nullable SalesEvent beginning) {
        return (company, rep, fact, moment) -> {
            String root = rep == null ? null : state.identities().root(IdentityKind.REP, rep);
            List<Dimension> dimensions = query.groupBy();
            @Nullable String[] groups = new @Nullable String[company ? 0 : dimensions.size()];
            for (int i = 0; i < groups.length; i++) {
                Dimension dimension = dimensions.get(i);
                groups[i] = dimension.equals(Dimension.TEAM)
                        ? state.roster().teamOf(root, moment.date())
                        : group(dimension, root, moment.date(), fact.event(), beginning);
            }
            return new Leaf(period(moment, reached), company, company ? null : root, groups);
        };
    }

    /** What the deciding event has, or the one that began the story where that one has nothing. */
    private static @Nullable String group(
            Dimension dimension,
            @Nullable String rep,
            LocalDate date,
            SalesEvent deciding,
            @Nullable SalesEvent beginning) {
        String value = dimension.valueOf(deciding, rep, date);
        return value == null && beginning != null ? dimension.valueOf(beginning, rep, date) : value;
    }

    private @Nullable Period period(Moment moment, Predicate<Instant> reached) {
        LocalDate date = moment.date();
        if (query.every() != Granularity.ALL) {
            return periods.computeIfAbsent(date, day -> query.calendar().periodOf(day, query.every()));
        }
        boolean early = query.from().map(date::isBefore).orElse(false);
        boolean late = query.to().map(to -> !date.isBefore(to)).orElseGet(() -> isAfterNow(date, moment.at(), reached));
        return early || late ? null : Period.all();
    }

    /** Whether a date begins only after the date of {@code asOf}, as one that is all that is known of its fact may. */
    private boolean isAfterNow(LocalDate date, Instant at, Predicate<Instant> reached) {
        ReportingCalendar calendar = query.calendar();
        Instant start = calendar.startOf(date);
        return start.isAfter(at) && !reached.test(start);
    }
}
