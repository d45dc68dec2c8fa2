package io.github.saleskpi.indicator;

import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An indicator being defined: what it is of is said, and what remains to say has defaults. Begun by
 * {@link Indicator#count}, {@link Indicator#ratio} and others. Mutable and not thread-safe; what {@link #build} yields
 * does not change with it.
 *
 * <p>Unless said otherwise a fact is credited to who acted, counts in the period in which it happened, and is left out
 * under no rule but those that its kind needs. Rules are asked in the order in which they were named, and each fact that
 * is of the kind asked for is counted once or left out once, in each story in which it is.
 */
public final class Draft {
    private final IndicatorId id;
    private final Kind kind;
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<Duration> limits = new ArrayList<>();
    private final List<BigDecimal> ceilings = new ArrayList<>();
    private final List<Indicator> companions = new ArrayList<>();
    private Direction direction;
    private @Nullable String text;
    private @Nullable Subject once;
    private @Nullable Subject owned;
    private boolean workingTime;

    Draft(IndicatorId id, Kind kind) {
        this.id = id;
        this.kind = kind;
        this.direction = kind.direction();
    }

    /** More is better; where nothing is said, neither is, or what the part of a composition says. */
    public Draft higherIsBetter() {
        direction = Direction.HIGHER_IS_BETTER;
        return this;
    }

    /** Less is better. */
    public Draft lowerIsBetter() {
        direction = Direction.LOWER_IS_BETTER;
        return this;
    }

    /** The formula in words for people, such as {@code meetings set / outbound calls}; by default the names of types. */
    public Draft text(String formula) {
        text = formula;
        return this;
    }

    /**
     * Leaves out, under a rule of that name, the events of that type that fit.
     *
     * @param rule such as {@code internal}
     * @param fits a pure function
     * @throws IllegalArgumentException if the name is blank, or no event of that type would be counted
     */
    public <E extends SalesEvent> Draft leaveOut(String rule, Class<E> type, Predicate<? super E> fits) {
        return leaveOut(new Rule(rule), type, fits);
    }

    /**
     * The same under a rule with a text for people, which explanations and the catalogue then say.
     *
     * @param rule such as {@code new Rule("internal", "a call between our own people")}
     * @param fits a pure function
     * @throws IllegalArgumentException if no event of that type would be counted
     */
    public <E extends SalesEvent> Draft leaveOut(Rule rule, Class<E> type, Predicate<? super E> fits) {
        Which which = Which.of(type, fits);
        if (kind.facts().stream().noneMatch(which::canMeet)) {
            throw refused(
                    "rule " + rule,
                    kind.facts().isEmpty()
                            ? "what is made of others leaves nothing out itself. Maybe name it in one of its parts."
                            : "looks at " + which + ", of which none is counted. Maybe another type was meant.");
        }
        return leaveOut(rule, which, false, (story, fact) -> true);
    }

    /** Leaves out, as {@code not-human}, what no human did; of stories, not what they begin with. */
    public Draft humansOnly() {
        return leaveOut(Rule.NOT_HUMAN, (story, fact) -> !fact.event().actor().isHuman());
    }

    /**
     * Leaves out, as {@code not-a-working-day}, what was done on a day on which its rep was not at work, by the query's
     * organization and working calendar; of stories, not what they begin with.
     */
    public Draft workingDaysOnly() {
        return leaveOut(
                Rule.NOT_A_WORKING_DAY,
                (story, fact) -> !story.isAtWork(fact.rep(), fact.moment().date()));
    }

    private Draft leaveOut(Rule rule, BiPredicate<Story<?>, Fact<?>> fits) {
        if (kind.facts().isEmpty()) {
            throw refused(
                    "rule " + rule,
                    "what is made of others leaves nothing out itself. Maybe name it in one of its parts.");
        }
        return leaveOut(rule, Which.all(SalesEvent.class), true, fits);
    }

    private Draft leaveOut(Rule rule, Which which, boolean actsOnly, BiPredicate<Story<?>, Fact<?>> fits) {
        exclusions.add(new Exclusion(rule, which, actsOnly, fits));
        return this;
    }

    /**
     * Counts of each story of that subject the first fact only that no rule leaves out; later ones are left out as
     * {@code repeated}. An event that names no key is a story alone.
     *
     * @throws IllegalArgumentException if facts do not count one by one, or the subject is each event alone
     */
    public Draft oncePer(Subject subject) {
        if (kind.subject() != null || kind.facts().isEmpty()) {
            throw refused("once per " + subject, "is for facts that count one by one. Maybe leave it out.");
        }
        if (subject == Subject.ALONE) {
            throw refused("once per " + subject, "each event is there once. Maybe Subject.OPPORTUNITY.");
        }
        once = subject;
        return this;
    }

    /**
     * Credits each fact to the owner, at that moment, of the request or the opportunity that it names; where there is
     * none, to who acted.
     *
     * @param subject {@link Subject#REQUEST} or {@link Subject#OPPORTUNITY}
     * @throws IllegalArgumentException if it is another, which has no owner, or the indicator is made of others
     */
    public Draft creditOwnerOf(Subject subject) {
        if (subject != Subject.REQUEST && subject != Subject.OPPORTUNITY) {
            throw refused("owner of " + subject, "has none. Maybe Subject.OPPORTUNITY.");
        }
        if (kind.facts().isEmpty()) {
            throw refused("owner of " + subject, "is for facts. Maybe say it in one of the parts.");
        }
        owned = subject;
        return this;
    }

    /**
     * Measures only the time of the query's working calendar, without which all figures are {@code NOT_APPLICABLE}.
     *
     * @throws IllegalArgumentException unless it is of lengths in stories, from one fact to another
     */
    public Draft inWorkingTime() {
        if (kind.spread() != Unit.DURATION || kind.subject() == null) {
            throw refused("working time", "is measured from one fact to another. Maybe Indicator.perStory.");
        }
        workingTime = true;
        return this;
    }

    /**
     * Adds the share of those that ended within the limit, inclusive, among all that ended or were censored later; as the
     * companion {@code within-1h}, {@code within-5m} and the like.
     *
     * @throws IllegalArgumentException if the indicator has no lengths of time, the limit is negative, or given already
     */
    public Draft shareWithin(Duration limit) {
        if (kind.spread() != Unit.DURATION) {
            String other = kind.spread() == Unit.NUMBER ? "shareAtMost" : "Indicator.distribution";
            throw refused("within " + limit, "is a share of lengths of time. Maybe " + other + ".");
        }
        if (limit.isNegative() || limits.contains(limit)) {
            throw refused("within " + limit, "must not be negative, and is given once. Maybe another limit.");
        }
        limits.add(limit);
        return this;
    }

    /**
     * Adds the share of the numbers that are at most the limit, among all; as the companion {@code at-most-10},
     * {@code at-most-2.5} and the like.
     *
     * @throws IllegalArgumentException if the indicator is no distribution of numbers, or the limit is given already
     */
    public Draft shareAtMost(BigDecimal limit) {
        BigDecimal plain = limit.stripTrailingZeros();
        if (kind.spread() != Unit.NUMBER) {
            String other = kind.spread() == Unit.DURATION ? "shareWithin" : "Indicator.distribution";
            throw refused("at most " + plain.toPlainString(), "is a share of numbers. Maybe " + other + ".");
        }
        if (ceilings.contains(plain)) {
            throw refused("at most " + plain.toPlainString(), "is given once. Maybe another limit.");
        }
        ceilings.add(plain);
        return this;
    }

    /** The same, with a decimal in writing. */
    public Draft shareAtMost(String limit) {
        try {
            return shareAtMost(new BigDecimal(limit));
        } catch (NumberFormatException noDecimal) {
            throw refused("at most " + limit, "must be a decimal. Maybe 10 or 2.5.");
        }
    }

    /** Adds the primary figure of another indicator as a companion, by that one's name, and by its rules. */
    public Draft companion(Indicator other) {
        companions.add(other);
        return this;
    }

    private IllegalArgumentException refused(String what, String why) {
        return new IllegalArgumentException(id + " (" + what + "): " + why);
    }

    /** What its stories are about, which is something that all its facts can name. */
    private Subject subject() {
        Subject subject = subjectGiven();
        boolean isBuiltIn = subject.identity().isPresent() || subject == Subject.MESSAGE || subject == Subject.ASSET;
        for (Which fact : kind.facts()) {
            if (isBuiltIn && fact.type() == CustomEvent.class) {
                throw refused(
                        fact + " per " + subject,
                        "a custom event names no " + subject + ". Maybe Subject.of, or a type of event of one's own.");
            }
        }
        return subject;
    }

    private Subject subjectGiven() {
        Subject given = kind.subject() != null ? kind.subject() : once;
        if (given != null && owned != null && given != owned) {
            throw refused("owner of " + owned, "its stories are about " + given + ". Maybe a subject too many.");
        }
        return given != null ? given : owned != null ? owned : Subject.ALONE;
    }

    /** The rules that drafts have by themselves. */
    static List<Rule> ownRules() {
        return List.of(
                FactKind.NO_VALUE, FactKind.REPEATED, Sifted.NO_START, Sifted.NO_KEY, StoryLengths.DAY_PRECISION);
    }

    private String formula() {
        return text != null ? text : workingTime ? kind.text() + ", in working time" : kind.text();
    }

    /**
     * The indicator.
     *
     * @throws IllegalArgumentException if two rules or two figures have one name, the owner credited is not that of the
     *     stories, or custom events are looked for in stories of what they cannot name
     */
    public Indicator build() {
        String formula = formula();
        Options options = new Options(
                id,
                direction,
                formula,
                subject(),
                once != null,
                owned != null,
                workingTime,
                List.copyOf(limits),
                List.copyOf(ceilings),
                List.copyOf(exclusions));
        List<Rule> rules = new ArrayList<>(kind.rules(options));
        Set<Rule> taken = new HashSet<>();
        for (Rule rule : rules) {
            if (!taken.add(rule)) {
                throw refused("rule " + rule, "must be named once. Maybe it is one that its kind has by itself.");
            }
        }
        Composition.rulesOf(companions).stream().filter(taken::add).forEach(rules::add);
        List<Figure> figures = new ArrayList<>(kind.figures(options));
        companions.forEach(other -> figures.add(Composition.companion(other)));
        Set<String> names = new HashSet<>();
        for (Figure figure : figures) {
            if (!names.add(figure.name())) {
                throw refused("figure " + figure.name(), "must be named once. Maybe a companion too many.");
            }
        }
        Set<Storyline<?>> storylines = new LinkedHashSet<>(kind.storylines(options));
        storylines.addAll(Composition.storylinesOf(companions));
        return new Drafted(id, formula, List.copyOf(storylines), figures, rules);
    }
}
