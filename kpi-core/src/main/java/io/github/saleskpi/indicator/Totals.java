package io.github.saleskpi.indicator;

import io.github.saleskpi.tally.Measure;

/** What the stories contributed to one cell of the report. Valid while a figure is read, and not thread-safe. */
public interface Totals {
    /**
     * The measure's reading in this scope and period: of what this indicator's storylines credited. What they contributed
     * to the {@linkplain Contributions#company company} is only in the readings of {@link #company()}.
     */
    <S> S of(Measure<?, S> measure);

    /**
     * The whole company in the same period, what was contributed to {@link Contributions#company} included. Its
     * {@link #ever()} is the company at all times; the order of the two calls does not matter.
     */
    Totals company();

    /** The same scope over all periods: earlier and later ones, and those outside the report's range. */
    Totals ever();

    /** Where this cell stands. */
    Frame frame();
}
