package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.time.Viewpoint;
import io.github.saleskpi.value.KpiValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why the values of a cell are what they are: the arithmetic, the facts counted, and the facts left out with the rule that
 * left each out. Immutable and thread-safe; the same events, query and viewpoint give an equal explanation.
 *
 * <p>The amounts of the facts counted, added up in fresh tallies, are what the figures read: {@link Reading} and
 * {@link Counted#parts} say which of them belong to which reading.
 *
 * @param indicator what
 * @param scope whose
 * @param period when
 * @param complete whether the period had ended at {@code asOf}
 * @param viewpoint from where it looks
 * @param values one for each figure that was asked about, in the indicator's order
 * @param stories those with a fact counted or left out here, and those that a figure read of the whole team, of the whole
 *     company or of all times: by the instant and id of their first fact, then by place
 * @param failures the stories on which the indicator fails, wherever they belong, and the figures that fail on this cell;
 *     what a failing story would have contributed is not known
 */
public record Explanation(
        Indicator indicator,
        Scope scope,
        Period period,
        boolean complete,
        Viewpoint viewpoint,
        List<Value> values,
        List<Story> stories,
        List<KpiReport.Failure> failures) {
    public Explanation {
        values = List.copyOf(values);
        stories = List.copyOf(stories);
        failures = List.copyOf(failures);
    }

    /** The first value: that of the primary figure, or of the one figure asked about. */
    public Value value() {
        return values.get(0);
    }

    /** The contributions of all stories. */
    public List<Counted> counted() {
        return stories.stream().flatMap(story -> story.counted.stream()).toList();
    }

    /** What was left out in this cell, of all stories. */
    public List<LeftOut> leftOut() {
        return stories.stream().flatMap(story -> story.leftOut.stream()).toList();
    }

    /** How many facts each rule left out in this cell, by the rule's name. */
    public SortedMap<String, Long> leftOutByRule() {
        SortedMap<String, Long> rules = new TreeMap<>();
        leftOut().forEach(left -> rules.merge(left.rule.name(), 1L, Math::addExact));
        return Collections.unmodifiableSortedMap(rules);
    }

    /** Which totals something belongs to. */
    public enum Part {
        /** The cell itself. */
        CELL("in this cell"),
        /** The team that the scope names, in the period. */
        TEAM("in the team"),
        /** The company in the period, with what belongs to no rep. */
        COMPANY("in the company"),
        /** The scope at all times. */
        EVER("at all times"),
        /** That team at all times. */
        TEAM_EVER("in the team at all times"),
        /** The company at all times. */
        COMPANY_EVER("in the company at all times");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        Part company() {
            return isEver() ? COMPANY_EVER : COMPANY;
        }

        Part team() {
            return isEver() ? TEAM_EVER : TEAM;
        }

        Part ever() {
            return switch (this) {
                case CELL, EVER -> EVER;
                case TEAM, TEAM_EVER -> TEAM_EVER;
                case COMPANY, COMPANY_EVER -> COMPANY_EVER;
            };
        }

        boolean isEver() {
            return this == EVER || this == TEAM_EVER || this == COMPANY_EVER;
        }

        /** Such as {@code at all times}. */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * A figure's value and how it came about.
     *
     * @param figure which
     * @param value as in the report
     * @param readings what the figure read, each once, in the order in which it did; also where it then failed
     * @param arithmetic the calculation in words and digits, such as
     *     {@code 5 won / (5 won + 12 lost) = 0.294117647058824}
     */
    public record Value(Figure figure, KpiValue value, List<Reading> readings, String arithmetic) {
        public Value {
            readings = List.copyOf(readings);
        }

        /** Whether all is equal, and the figures have one name: an indicator may make its figures anew each time. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Value that
                    && figure.name().equals(that.figure.name())
                    && value.equals(that.value)
                    && readings.equals(that.readings)
                    && arithmetic.equals(that.arithmetic);
        }

        @Override
        public int hashCode() {
            return Objects.hash(figure.name(), value, readings, arithmetic);
        }
    }

    /**
     * A quantity that a figure read.
     *
     * @param part of which totals
     * @param name that of the measure, or what else was asked, such as {@code working days}
     * @param measure null for what does not come from stories, such as working days
     * @param reading as the measure reads: a number, a distribution, a set, ...
     */
    public record Reading(Part part, String name, @Nullable Measure<?, ?> measure, Object reading) {
        /** Such as {@code 12 lost} or {@code 14 lengths of wait, 2 of them censored}. */
        public String text() {
            return Wording.of(this);
        }
    }

    /**
     * A story's share in the cell.
     *
     * @param place its name, such as {@code request:q1}, or {@code event:e1} of an event that names no key
     * @param key of its subject, or null without one
     * @param counted its contributions, in the order in which they were told
     * @param leftOut what was left out of this cell, in the order in which it was told
     * @param context its other facts: neither counted nor left out here, though perhaps in another cell; and the changes of
     *     its owner, which are no facts of the indicator but say who is credited
     */
    public record Story(
            String place, @Nullable String key, List<Counted> counted, List<LeftOut> leftOut, List<Evidence> context) {
        public Story {
            counted = List.copyOf(counted);
            leftOut = List.copyOf(leftOut);
            context = List.copyOf(context);
        }
    }

    /**
     * A fact in its story.
     *
     * @param role what the event is to the indicator, such as {@code receipt}
     * @param event the version in force, as it was written
     * @param judged whether the indicator passes judgement on it: it is then counted once or left out once over all cells
     */
    public record Evidence(String role, SalesEvent event, boolean judged) {
        /** The event's id. */
        public String id() {
            return event.id();
        }
    }

    /**
     * A contribution.
     *
     * @param fact that decides its period, or that started a story of which a deadline decides
     * @param rep to whom it is credited; null is nobody, or the company as a whole
     * @param decidedAt the moment that decides the period
     * @param aside whether it concerns companions only
     * @param parts of those totals that were read the ones that it belongs to; without {@link Part#CELL} it is no part of
     *     the cell
     * @param amounts what it added; of a figure that was asked about by name, what that figure read
     * @param because the further facts that are counted with it or prove it
     */
    public record Counted(
            Evidence fact,
            @Nullable String rep,
            Moment decidedAt,
            boolean aside,
            Set<Part> parts,
            List<Amount> amounts,
            List<Evidence> because) {
        public Counted {
            parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
            amounts = List.copyOf(amounts);
            because = List.copyOf(because);
        }
    }

    /**
     * An amount added to a measure.
     *
     * @param measure which
     * @param added as it was added: money converted where there is a rate
     * @param told as the indicator told it
     */
    public record Amount(Measure<?, ?> measure, Object added, Object told) {
        /** Such as {@code 1 won}, {@code 1200 s of wait} or {@code 110.4 EUR of won-amount (120 USD)}. */
        public String text() {
            return Wording.of(this);
        }
    }

    /**
     * A fact left out.
     *
     * @param fact which
     * @param rep for whom it is shown; null is nobody
     * @param rule the first that fits
     * @param aside whether it is left out of companions only
     */
    public record LeftOut(Evidence fact, @Nullable String rep, Rule rule, boolean aside) {}
}
