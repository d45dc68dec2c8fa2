package io.github.saleskpi.plan;

import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.plan.Goal.AttainmentRule;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the primary figure of an indicator should come to, for whom and when. Immutable and thread-safe.
 *
 * <pre>{@code
 * Target.of("t1", Indicators.WIN_RATE, Audience.company(), Schedule.in(Period.quarter(2026, 1)), Goal.atLeast("0.35"));
 * Target.of("t2", Indicators.named("response-time:within-1h"), Audience.repsOf("t1"),
 *         Schedule.every(Granularity.MONTH, from, to), Goal.atLeast("0.8")).withWeight("2");
 * Target.of("t3", Indicators.REVENUE, Audience.rep("r1"), Schedule.in(Period.month(2026, 3)), Goal.atLeast("20000"), EUR)
 *         .withThreshold("12000").withStretch("25000");
 * }</pre>
 *
 * @param id unique in its version of the plan
 * @param indicator whose primary figure; a companion stands for itself by {@link Indicator#only}
 * @param audience for whom
 * @param schedule when
 * @param goal in the figure's unit
 * @param threshold what the score counts 0 below (beyond it, of {@link Goal.AtMost}), or null
 * @param stretch what is more than the goal, or null
 * @param weight in the score; at least 0
 * @param attainment how far a fact has come
 * @param currency of money, else null
 * @param spread on which days of its period it falls; null exactly if the figure does not accrue: so a ratio, mean or
 *     quantile can be neither pro-rated nor extrapolated
 */
public record Target(
        String id,
        Indicator indicator,
        Audience audience,
        Schedule schedule,
        Goal goal,
        @Nullable BigDecimal threshold,
        @Nullable BigDecimal stretch,
        BigDecimal weight,
        AttainmentRule attainment,
        @Nullable CurrencyUnit currency,
        @Nullable Spread spread) {

    /**
     * For whom: a scope, or each rep of a team on its own. Immutable and thread-safe.
     *
     * @param scope the company, a team (which covers the teams below it), a rep, or a rep within a team
     * @param eachRep whether it is meant for everybody who was in that team, or in one below it, on any day of the period
     */
    public record Audience(Scope scope, boolean eachRep) {
        public Audience {
            boolean isTeam = scope.values().get(Dimension.TEAM.name()) != null;
            boolean isRep = scope.values().get(Dimension.REP.name()) != null;
            int named = (isTeam ? 1 : 0) + (isRep ? 1 : 0);
            if (scope.values().size() != named || scope.values().containsValue("") || (eachRep && (!isTeam || isRep))) {
                throw new IllegalArgumentException("who (" + (eachRep ? "reps of " : "") + scope
                        + "): must be the company, one team, one rep or the reps of one team. Maybe an id is missing.");
            }
        }

        /** All of it. */
        public static Audience company() {
            return new Audience(Scope.company(), false);
        }

        /** That team as one, with the teams below it. */
        public static Audience team(String id) {
            return new Audience(Scope.of(Dimension.TEAM, id), false);
        }

        /** That rep. */
        public static Audience rep(String id) {
            return new Audience(Scope.rep(id), false);
        }

        /**
         * That rep within that team and those below it: for a figure that {@linkplain Figure#needsTeam() needs a team}, of who was
         * in several.
         */
        public static Audience repIn(String id, String team) {
            return new Audience(Scope.rep(id).and(Dimension.TEAM, team), false);
        }

        /** Each rep of that team and of those below it. */
        public static Audience repsOf(String team) {
            return new Audience(Scope.of(Dimension.TEAM, team), true);
        }

        /** The rep whom it names; empty if it names none. */
        public Optional<String> rep() {
            return Optional.ofNullable(scope.values().get(Dimension.REP.name()));
        }

        /** The team that it names, alone, of a rep or of its reps; empty if it names none. */
        public Optional<String> team() {
            return Optional.ofNullable(scope.values().get(Dimension.TEAM.name()));
        }

        /** Whether it is one rep, or several each on its own. */
        boolean isOfReps() {
            return eachRep || rep().isPresent();
        }

        /** Such as {@code company}, {@code team:t1}, {@code rep:r1}, {@code rep:r1,team:t1} or {@code reps-of:t1}. */
        @Override
        public String toString() {
            return eachRep ? "reps-of:" + scope.values().get(Dimension.TEAM.name()) : scope.toString();
        }
    }

    /** When: one period, or one after the other. Immutable and thread-safe. */
    public sealed interface Schedule {
        /** That period. */
        static Schedule in(Period period) {
            return new Once(period);
        }

        /**
         * Every period of that length that has a day in the range: whole periods, also where the range begins or ends
         * inside one.
         *
         * @param from inclusive
         * @param to exclusive
         */
        static Schedule every(Granularity length, LocalDate from, LocalDate to) {
            return new Every(length, from, to);
        }
    }

    /** One period, other than {@code all}, which has no end to be judged at. */
    public record Once(Period period) implements Schedule {
        public Once {
            checkLength(period.granularity());
        }
    }

    /**
     * Every period of a length that has a day in the range.
     *
     * @param length not {@code all}
     * @param from inclusive, in the years 1970 to 2200
     * @param to exclusive, in the same years
     */
    public record Every(Granularity length, LocalDate from, LocalDate to) implements Schedule {
        private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
        private static final LocalDate END = LocalDate.of(2201, 1, 1);

        public Every {
            checkLength(length);
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("from and to (" + from + ", " + to
                        + "): from must be before to, which is exclusive. Maybe they are swapped.");
            }
            if (from.isBefore(FIRST) || to.isAfter(END)) {
                throw new IllegalArgumentException("from and to (" + from + ", " + to
                        + "): must lie in the years 1970 to 2200. Maybe an end that is near enough.");
            }
        }
    }

    /**
     * Which part of a target falls on which days of its period. Immutable and thread-safe.
     *
     * @param workingDays whether it falls on working days alone, on each the same; a period without one has it on all days
     * @param shares of the parts of the period, one after the other, adding up to 1; empty for no such parts. The parts
     *     are of equally many months if the months of the period can be divided so, and else of equally many days;
     *     inside a part each month has the same, and inside a month each day
     * @param prorated whether a rep who is employed on some of the days only has the part that falls on them
     */
    public record Spread(boolean workingDays, List<BigDecimal> shares, boolean prorated) {
        private static final Spread WORKING_DAYS = new Spread(true, List.of(), true);
        private static final Spread CALENDAR_DAYS = new Spread(false, List.of(), true);

        public Spread {
            shares = shares.stream().map(Decimals::canonical).toList();
            BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (!shares.isEmpty() && (workingDays || sum.compareTo(BigDecimal.ONE) != 0)) {
                throw new IllegalArgumentException("shares (" + shares + "): "
                        + (workingDays
                                ? "fall on calendar days. Maybe leave out the working days."
                                : "must add up to 1, not " + sum.toPlainString() + ". Maybe they are per cents."));
            }
            if (shares.stream().anyMatch(share -> share.signum() < 0)) {
                throw new IllegalArgumentException(
                        "shares (" + shares + "): must not be negative. Maybe a sign is off.");
            }
        }

        /** On each working day the same, pro-rated. */
        public static Spread overWorkingDays() {
            return WORKING_DAYS;
        }

        /** On each day the same, pro-rated. */
        public static Spread overCalendarDays() {
            return CALENDAR_DAYS;
        }

        /**
         * By the season, pro-rated.
         *
         * @throws IllegalArgumentException unless there are shares, none of them negative, that add up to 1
         */
        public static Spread inShares(List<BigDecimal> shares) {
            if (shares.isEmpty()) {
                throw new IllegalArgumentException("shares (): must be at least one. Maybe working days were meant.");
            }
            return new Spread(false, shares, true);
        }

        /** The same, but whole also for a rep who is employed on some of the days only. */
        public Spread withoutProrating() {
            return new Spread(workingDays, shares, false);
        }
    }

    public Target {
        if (id.isBlank()) {
            throw new IllegalArgumentException("target (" + id + "): must have an id. Maybe a counter.");
        }
        threshold = Decimals.canonicalIfAny(threshold);
        stretch = Decimals.canonicalIfAny(stretch);
        weight = Decimals.canonical(weight);
        if (weight.signum() < 0) {
            throw refused(id, "weight " + weight.toPlainString(), "must not be negative", "a sign is off");
        }
        if (!attainment.fits(goal)) {
            throw refused(
                    id,
                    "attainment " + attainment,
                    "has no meaning for this goal",
                    AttainmentRule.defaultOf(goal).toString());
        }
        Figure figure = indicator.primary();
        if (figure.unit() == Unit.LIST) {
            throw refused(id, indicator.id().toString(), "a list has no goal", "a count was meant");
        }
        if (audience.rep().isPresent() && audience.team().isPresent() && !figure.needsTeam()) {
            throw refused(
                    id,
                    "who " + audience,
                    "only a figure that needs a team is asked of a rep within one",
                    "leave the team out");
        }
        if ((figure.unit() == Unit.MONEY) != (currency != null)) {
            throw currency == null
                    ? refused(id, indicator.id().toString(), "money needs a currency", "the one of the rates")
                    : refused(id, "currency " + currency, "only money has one", "another indicator was meant");
        }
        if (figure.accrues() != (spread != null)) {
            throw refused(
                    id,
                    indicator.id().toString(),
                    spread == null
                            ? "what accrues needs a spread"
                            : "a " + figure.unit() + " that does not accrue is never spread nor pro-rated",
                    spread == null ? "over working days" : "leave it out");
        }
    }

    private static void checkLength(Granularity length) {
        if (length == Granularity.ALL) {
            throw new IllegalArgumentException(
                    "period (all): a target needs a period with an end. Maybe a year was meant.");
        }
    }

    private static IllegalArgumentException refused(String id, String value, String rule, String hint) {
        return new IllegalArgumentException("target " + id + " (" + value + "): " + rule + ". Maybe " + hint + ".");
    }

    /**
     * With weight 1 and the goal's own attainment rule; if the figure accrues, over working days and pro-rated.
     *
     * @throws IllegalArgumentException if the id is blank, or the figure is a list or money
     */
    public static Target of(String id, Indicator indicator, Audience audience, Schedule schedule, Goal goal) {
        return new Target(
                id,
                indicator,
                audience,
                schedule,
                goal,
                null,
                null,
                BigDecimal.ONE,
                AttainmentRule.defaultOf(goal),
                null,
                indicator.primary().accrues() ? Spread.overWorkingDays() : null);
    }

    /**
     * The same of money, in that currency.
     *
     * @throws IllegalArgumentException if the id is blank, or the figure is not money
     */
    public static Target of(
            String id, Indicator indicator, Audience audience, Schedule schedule, Goal goal, CurrencyUnit currency) {
        return new Target(
                id,
                indicator,
                audience,
                schedule,
                goal,
                null,
                null,
                BigDecimal.ONE,
                AttainmentRule.defaultOf(goal),
                currency,
                indicator.primary().accrues() ? Spread.overWorkingDays() : null);
    }

    /** With that threshold, in the goal's unit; null for none. */
    public Target withThreshold(@Nullable BigDecimal amount) {
        return new Target(
                id, indicator, audience, schedule, goal, amount, stretch, weight, attainment, currency, spread);
    }

    /** With that threshold, written as a decimal. */
    public Target withThreshold(String amount) {
        return withThreshold(new BigDecimal(amount));
    }

    /** With that stretch, in the goal's unit; null for none. */
    public Target withStretch(@Nullable BigDecimal amount) {
        return new Target(
                id, indicator, audience, schedule, goal, threshold, amount, weight, attainment, currency, spread);
    }

    /** With that stretch, written as a decimal. */
    public Target withStretch(String amount) {
        return withStretch(new BigDecimal(amount));
    }

    /** With that weight, at least 0. */
    public Target withWeight(BigDecimal share) {
        return new Target(
                id, indicator, audience, schedule, goal, threshold, stretch, share, attainment, currency, spread);
    }

    /** With that weight, at least 0, written as a decimal. */
    public Target withWeight(String share) {
        return withWeight(new BigDecimal(share));
    }

    /**
     * With that rule of attainment.
     *
     * @throws IllegalArgumentException if it has no meaning for the goal
     */
    public Target withAttainment(AttainmentRule rule) {
        return new Target(id, indicator, audience, schedule, goal, threshold, stretch, weight, rule, currency, spread);
    }

    /**
     * Spread so over its period.
     *
     * @throws IllegalArgumentException if the figure does not accrue
     */
    public Target withSpread(Spread days) {
        return new Target(
                id, indicator, audience, schedule, goal, threshold, stretch, weight, attainment, currency, days);
    }

    /** What the goal is measured in. */
    public Unit unit() {
        return indicator.primary().unit();
    }

    private List<@Nullable Object> parts() {
        return Arrays.asList(
                id, indicator.id(), audience, schedule, goal, threshold, stretch, weight, attainment, currency, spread);
    }

    /** With equal parts, and an indicator of the same name and version. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }
}
