package io.github.saleskpi.oracle;

import io.github.saleskpi.indicator.Frame;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Tally;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Rates;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the book anew for each measure.
 *
 * @param period null for all of time
 * @param sight how much of the book is seen
 */
record BookTotals(
        Book book,
        Indicator indicator,
        Scope scope,
        @Nullable Period period,
        Sight sight) implements Totals {
    /** The lines of the scope; those of everybody in the scope's team; all, with what belongs to the company only. */
    enum Sight {
        SCOPE,
        TEAM,
        COMPANY
    }

    /** Where the cell stands. */
    record Place(Scope scope, Period period, Book book) implements Frame {
        @Override
        public Viewpoint viewpoint() {
            return book.view();
        }

        @Override
        public Instant start() {
            return book.startOf(period)
                    .atStartOfDay(book.question().calendar().zone())
                    .toInstant();
        }

        @Override
        public Instant end() {
            return book.endOf(period)
                    .atStartOfDay(book.question().calendar().zone())
                    .toInstant();
        }

        @Override
        public long workingDays(Collection<@Nullable String> reps) {
            LocalDate tomorrow =
                    book.question().calendar().dateOf(book.view().asOf()).plusDays(1);
            LocalDate end = book.endOf(period).isBefore(tomorrow) ? book.endOf(period) : tomorrow;
            return book.people().workingDays(scope, book.startOf(period), end, reps);
        }

        @Override
        public Optional<WorkingCalendar> workingCalendar() {
            return Optional.ofNullable(book.question().hours());
        }

        @Override
        public @Nullable CurrencyUnit baseCurrency() {
            Rates rates = book.question().rates();
            return rates == null ? null : rates.base();
        }
    }

    /** The entries of this cell. */
    Stream<Book.Entry> entries() {
        return book.entriesOf(indicator).stream()
                .filter(entry -> period == null || Objects.equals(period, entry.period()))
                .filter(entry -> sight == Sight.COMPANY || (!entry.line().company() && isSeen(entry)));
    }

    private boolean isSeen(Book.Entry entry) {
        if (sight == Sight.TEAM) {
            return book.teamsOf(entry.line()).contains(scope.values().get("team"));
        }
        return scope.equals(Scope.company()) || entry.scopes().contains(scope);
    }

    /** How many facts were counted. */
    long counted() {
        return entries()
                .filter(entry -> entry.line().rule() == null && entry.line().measure() == null)
                .count();
    }

    @Override
    public <S> S of(Measure<?, S> measure) {
        return read(measure);
    }

    @SuppressWarnings("unchecked") // a line's amount is of the line's measure
    private <A, S> S read(Measure<A, S> measure) {
        Tally<A, S> sum = measure.newTally();
        List<Book.Entry> own =
                entries().filter(entry -> entry.line().measure() == measure).toList();
        for (Book.Entry entry : own) {
            Tally<A, S> one = measure.newTally();
            one.add((A) converted(entry.line()), 1);
            sum.merge(one);
        }
        return sum.read(book.view());
    }

    /** Money at the rate of the local date of the instant that decides the period. */
    private Object converted(Tale.Line line) {
        Rates rates = book.question().rates();
        Object amount = Objects.requireNonNull(line.amount());
        return rates != null && amount instanceof BigMoney money
                ? rates.toBase(money, LocalDates.of(line.moment())).orElse(money)
                : amount;
    }

    @Override
    public Totals company() {
        return new BookTotals(book, indicator, Scope.company(), period, Sight.COMPANY);
    }

    @Override
    public Optional<Totals> team() {
        String team = scope.values().get("team");
        return team == null
                ? Optional.empty()
                : Optional.of(new BookTotals(book, indicator, Scope.of(Dimension.TEAM, team), period, Sight.TEAM));
    }

    @Override
    public Totals ever() {
        return new BookTotals(book, indicator, scope, null, sight);
    }

    @Override
    public Frame frame() {
        return new Place(scope, period == null ? Period.all() : period, book);
    }
}
