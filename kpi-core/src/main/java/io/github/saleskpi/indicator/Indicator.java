package io.github.saleskpi.indicator;

import java.util.List;

/**
 * A definition that can be computed: storylines tell, figures read. Implementations are immutable and thread-safe, keep
 * no state between calls and read no clock.
 *
 * <p>Nine in ten need no class of their own but five lines:
 *
 * <pre>{@code
 * Indicator demos = Indicator.ratio("demo-rate")
 *         .of(CallEnded.class, call -> call.outcome() == CallOutcome.MEETING_SET)
 *         .over(CallEnded.class, call -> call.direction() == CallDirection.OUTBOUND)
 *         .humansOnly()
 *         .higherIsBetter().build();
 * }</pre>
 *
 * <p>The names given to {@link #count} and the others are those of {@link IndicatorId}; {@code demo-rate@2} is a second
 * version.
 *
 * <p>To write one of the others: choose what a story is about ({@link Subject}); write a {@link Storyline} over roles of your own (an
 * enum); name {@link io.github.saleskpi.tally.Measure measures} as constants; let {@link Storyline#tell} add amounts to
 * them; read them in {@link Figure}s. Put it into a query beside the built-in ones.
 */
public interface Indicator {
    /** Its name and version. */
    IndicatorId id();

    /** How it reads events; the same objects at each call. Figures see what all of them contribute. */
    List<Storyline<?>> storylines();

    /** What it yields, the primary figure first; their names differ. */
    List<Figure> figures();

    /** The formula of the primary figure in words, for people; empty if it says nothing. */
    default String formula() {
        return "";
    }

    /**
     * The rules under which its storylines leave facts out, those that concern companions only included, in the order in
     * which they are asked: of several that fit a fact, the first is told. By default none; a definition that leaves facts
     * out declares all its rules here, since catalogues and explanations read them. An unmodifiable list.
     */
    default List<Rule> rules() {
        return List.of();
    }

    /** What others found on its subject; empty if nothing is known. Nothing is computed from them. An unmodifiable list. */
    default List<ReferenceFigure> referenceFigures() {
        return List.of();
    }

    /** The primary figure. */
    default Figure primary() {
        return figures().get(0);
    }

    /** The other figures, in the order of the definition. */
    default List<Figure> companions() {
        return figures().subList(1, figures().size());
    }

    /**
     * One of its companions as an indicator that stands for itself: for a target, or for a query. A report of the whole
     * indicator gives its companions by the names of their figures, and knows nothing of this one.
     *
     * @throws IllegalArgumentException if it has no companion of that name
     */
    default Indicator only(String companion) {
        return CompanionOnly.of(this, companion);
    }

    /**
     * Begins a count of events.
     *
     * @throws IllegalArgumentException if the name is not that of an indicator
     */
    static DraftStep.Count count(String name) {
        return new DraftStep.Count(IndicatorId.parse(name));
    }

    /**
     * Begins an exact sum of what events say, with the companions {@code average} and {@code facts}.
     *
     * @throws IllegalArgumentException if the name is not that of an indicator
     */
    static DraftStep.Sum sum(String name) {
        return new DraftStep.Sum(IndicatorId.parse(name));
    }

    /**
     * Begins a proportion of events, with its interval and the companions {@code part} and {@code whole}.
     *
     * @throws IllegalArgumentException if the name is not that of an indicator
     */
    static DraftStep.Ratio ratio(String name) {
        return new DraftStep.Ratio(IndicatorId.parse(name));
    }

    /**
     * Begins a distribution of lengths of time or of plain numbers that events say; lengths from one event to another are
     * {@link #perStory}.
     *
     * @throws IllegalArgumentException if the name is not that of an indicator
     */
    static DraftStep.Values distribution(String name) {
        return new DraftStep.Values(IndicatorId.parse(name));
    }

    /**
     * Begins a count of the distinct ones that events name, found anew in whatever is merged; its companion is
     * {@code facts}.
     *
     * @throws IllegalArgumentException if the name is not that of an indicator
     */
    static DraftStep.Distinct distinct(String name) {
        return new DraftStep.Distinct(IndicatorId.parse(name));
    }

    /**
     * Begins what is found out of each story: {@code from(A).to(B)} is the time from one fact to another, its median,
     * {@code p90}, {@code mean}, and how many {@code stories} there are, {@code unfinished} ones included;
     * {@code of(A).over(B)} is the mean number of facts in the stories with another fact, with {@code with-any}, the share
     * of those that have one at all, {@code facts} and {@code stories}.
     *
     * @throws IllegalArgumentException if the name is not that of an indicator, or each event is a story
     */
    static PerStory perStory(String name, Subject subject) {
        return new PerStory(IndicatorId.parse(name), subject);
    }

    /**
     * Begins the primary figure of one indicator over that of another: a ratio of two of one unit, money or time for each
     * of something, else a number. Both are read off merged totals of the same cell, and are its companions. It has no
     * interval, since neither need be part of the other. Over 0 it is {@code NO_DATA}; undefined for the reason for which
     * the divisor is, else the dividend.
     *
     * @throws IllegalArgumentException if the name is not that of an indicator, both are one, one is a list, or the divisor
     *     alone is money
     */
    static Draft ratioOf(String name, Indicator dividend, Indicator divisor) {
        IndicatorId id = IndicatorId.parse(name);
        return new Draft(id, Compositions.ratio(id, dividend, divisor));
    }

    /**
     * Begins a score of other indicators.
     *
     * @throws IllegalArgumentException if the name is not that of an indicator
     */
    static ScoreDraft weightedScore(String name) {
        return new ScoreDraft(IndicatorId.parse(name), List.of());
    }

    /**
     * Begins what an indicator comes to for each working day of the period so far, as {@link Frame#workingDays} has them;
     * without an organization the reps are those to whom its stories credit anything in the period. It is its companion.
     *
     * @throws IllegalArgumentException if the name is not that of an indicator, or its primary figure does not accrue
     */
    static Draft perWorkingDay(String name, Indicator of) {
        IndicatorId id = IndicatorId.parse(name);
        return new Draft(id, Compositions.perWorkingDay(id, of));
    }

    /**
     * Begins the part that a cell has of what an indicator comes to in the whole company in the same period: of a number of
     * facts with its interval. It is its companion.
     *
     * @throws IllegalArgumentException if the name is not that of an indicator, or its primary figure does not accrue
     */
    static Draft shareOfCompany(String name, Indicator of) {
        IndicatorId id = IndicatorId.parse(name);
        return new Draft(id, Compositions.shareOfCompany(id, of));
    }

    /**
     * Begins the part that a cell has of what an indicator comes to in the cell's team, with those below it, in the same
     * period: of a number of facts with its interval. It is its companion. What a rep did counts in the team of that day, so
     * with rows by team and rep the shares of a team's reps add up to 1, whoever moved. Where rows name no team, and for
     * who is in none, it is {@code NOT_APPLICABLE}. Targets and pay of a rep read it in the one team that the rep was in, or in
     * the team that the target names.
     *
     * @throws IllegalArgumentException if the name is not that of an indicator, or its primary figure does not accrue
     */
    static Draft shareOfTeam(String name, Indicator of) {
        IndicatorId id = IndicatorId.parse(name);
        return new Draft(id, Compositions.shareOfTeam(id, of));
    }
}
