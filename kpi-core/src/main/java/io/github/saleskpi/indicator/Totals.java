package io.github.saleskpi.indicator;

import io.github.saleskpi.tally.Measure;

/** What the stories contributed to one cell of the report. Valid while a figure is read, and not thread-safe. */
public interface Totals {
    /** The measure's reading in this scope and period: of what this indicator's storylines added. */
    <S> S of(Measure<?, S> measure);

    /** The whole company in the same period, what was contributed to {@link Contributions#company} included. */
    Totals company();

    /** The same scope over all periods, those outside the report's range included. */
    Totals ever();

    /** Where this cell stands. */
    Frame frame();
}
