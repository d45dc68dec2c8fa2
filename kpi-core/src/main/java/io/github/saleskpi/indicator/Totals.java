package io.github.saleskpi.indicator;

import io.github.saleskpi.tally.Measure;
import java.util.Optional;
import java.util.function.Function;

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

    /**
     * The whole team that the scope names, with those below it, in the same period: what its members did while they were in
     * it, by whatever else the query groups. Empty where the scope names no team, as that of the company does, and that of
     * those who are in none. A figure that asks for it says so, by {@link Figure#needingTeam}. The order of this call and
     * {@link #ever()} does not matter.
     */
    Optional<Totals> team();

    /** The same scope over all periods: earlier and later ones, and those outside the report's range. */
    Totals ever();

    /**
     * What a function makes of these totals. It is worked out once, however many cells and figures ask for it, so a figure
     * that needs something costly of the {@link #company()} says {@code totals.company().once(COSTLY)}.
     *
     * @param reading a pure function of the totals that gives something immutable, known again by its identity: keep it in a
     *     constant
     */
    default <T> T once(Function<Totals, T> reading) {
        return reading.apply(this);
    }

    /** Where this cell stands. */
    Frame frame();
}
