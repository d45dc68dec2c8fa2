package io.github.saleskpi.jackson;

import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.jackson.JsonTokens.Token;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Goal.AttainmentRule;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.plan.Target.Audience;
import io.github.saleskpi.plan.Target.Schedule;
import io.github.saleskpi.plan.Target.Spread;
import io.github.saleskpi.time.Granularity;
import io.github.saleskpi.time.ReportingCalendar;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads the targets of a plan, which need a fiscal year and names for indicators. */
final class TargetReader {
    private static final List<String> REQUIRED = List.of("id", "indicator", "who", "goal");
    private static final List<String> OPTIONAL = List.of(
            "team",
            "period",
            "every",
            "from",
            "to",
            "threshold",
            "stretch",
            "weight",
            "attainment",
            "currency",
            "spread",
            "prorate");
    private static final List<String> GOALS = List.of("atLeast", "atMost", "within", "exactly");
    private static final String WHO = "must be company, team:ID, rep:ID or reps-of:ID";

    private final ReportingCalendar calendar;
    private final Function<String, Indicator> indicators;

    TargetReader(ReportingCalendar calendar, Function<String, Indicator> indicators) {
        this.calendar = calendar;
        this.indicators = indicators;
    }

    /** The targets of one version. */
    List<Target> readAll(List<DocumentValue> documents) {
        List<Target> targets = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (DocumentValue document : documents) {
            Target target = read(document.withFields(REQUIRED, OPTIONAL));
            if (!ids.add(target.id())) {
                throw document.field("id")
                        .wrong("must be given once in a version", "Maybe a number was not counted on.");
            }
            targets.add(target);
        }
        return targets;
    }

    /** A text that names something. */
    static String id(DocumentValue value) {
        String id = value.word();
        if (id.isBlank()) {
            throw value.wrong("must not be blank", "Maybe it was not filled in.");
        }
        return id;
    }

    private Target read(DocumentValue document) {
        Indicator indicator = indicator(document.field("indicator"));
        Goal goal = goal(document.field("goal"));
        DocumentValue weight = document.fieldOrNull("weight");
        BigDecimal weighed = weight == null ? BigDecimal.ONE : weight.decimal();
        if (weight != null && weighed.signum() < 0) {
            throw weight.wrong("must not be negative", "Maybe a sign is off.");
        }
        return new Target(
                id(document.field("id")),
                indicator,
                audience(document, indicator.primary()),
                schedule(document),
                goal,
                decimalOrNull(document.fieldOrNull("threshold")),
                decimalOrNull(document.fieldOrNull("stretch")),
                weighed,
                attainment(document.fieldOrNull("attainment"), goal),
                currency(document, indicator.primary()),
                spread(document, indicator.primary()));
    }

    private Indicator indicator(DocumentValue value) {
        Indicator indicator = value.text(name -> {
            try {
                return indicators.apply(name);
            } catch (IllegalArgumentException unknown) {
                throw broken(unknown);
            }
        });
        if (indicator.primary().unit() == Unit.LIST) {
            throw value.wrong("a list has no goal", "Maybe a count was meant.");
        }
        return indicator;
    }

    private static Audience audience(DocumentValue document, Figure figure) {
        Audience audience = document.field("who").text(TargetReader::audience);
        DocumentValue team = document.fieldOrNull("team");
        if (team == null) {
            return audience;
        }
        if (audience.rep().isEmpty()) {
            throw team.wrong("only a rep is asked about within a team, and who is " + audience, "Maybe leave it out.");
        }
        if (!figure.needsTeam()) {
            throw team.wrong(
                    "only a figure that needs a team is asked of a rep within one, such as a share of the team",
                    "Maybe leave it out.");
        }
        return Audience.repIn(audience.rep().get(), id(team));
    }

    private static Audience audience(String who) {
        int colon = who.indexOf(':');
        String id = who.substring(colon + 1);
        if (who.equals("company")) {
            return Audience.company();
        }
        if (colon < 0 || id.isEmpty() || Surrogates.isUnpaired(id)) {
            throw BrokenRule.of(WHO, "Maybe an id is missing.");
        }
        String kind = who.substring(0, colon);
        return switch (kind) {
            case "team" -> Audience.team(id);
            case "rep" -> Audience.rep(id);
            case "reps-of" -> Audience.repsOf(id);
            default -> throw BrokenRule.of(WHO, near(kind, List.of("team", "rep", "reps-of")));
        };
    }

    private Schedule schedule(DocumentValue document) {
        DocumentValue period = document.fieldOrNull("period");
        DocumentValue every = document.fieldOrNull("every");
        if (period != null) {
            Stream.of("every", "from", "to").map(document::fieldOrNull).forEach(other -> {
                if (other != null) {
                    throw other.wrong("must not stand beside period", "Maybe one of the two is a left-over.");
                }
            });
            return period.text(this::once);
        }
        if (every == null) {
            throw DocumentValue.wrong(
                    document.prefix() + "period",
                    "absent",
                    "is required, or every, from and to",
                    "Maybe one of them has another name.");
        }
        Granularity length = every.text(TargetReader::length);
        LocalDate from = document.field("from").date();
        DocumentValue to = document.field("to");
        if (!from.isBefore(to.date())) {
            throw to.wrong("must be after from (" + from + "), for it is exclusive", "Maybe the two are swapped.");
        }
        return Schedule.every(length, from, to.date());
    }

    private Schedule once(String text) {
        try {
            return Schedule.in(calendar.parse(text));
        } catch (IllegalArgumentException refused) {
            throw broken(refused);
        }
    }

    private static Granularity length(String word) {
        List<String> words = new ArrayList<>();
        for (Granularity length : Granularity.values()) {
            if (length != Granularity.ALL) {
                if (length.toString().equals(word)) {
                    return length;
                }
                words.add(length.toString());
            }
        }
        throw BrokenRule.of("must be one of " + String.join(", ", words), near(word, words));
    }

    private static Goal goal(DocumentValue goal) {
        goal.withFields(List.of(), GOALS);
        if (goal.fields().size() != 1) {
            throw goal.wrong(
                    "must have one field: " + String.join(", ", GOALS), "Maybe within was meant for two limits.");
        }
        String word = goal.fields().keySet().iterator().next();
        DocumentValue value = goal.field(word);
        return switch (word) {
            case "atLeast" -> Goal.atLeast(value.decimal());
            case "atMost" -> Goal.atMost(value.decimal());
            case "exactly" -> Goal.exactly(value.decimal());
            default -> within(value);
        };
    }

    private static Goal within(DocumentValue limits) {
        List<DocumentValue> both = limits.items();
        if (both.size() != 2) {
            throw limits.wrong("must be two limits, such as [2, 5]", "Maybe one is missing.");
        }
        BigDecimal low = both.get(0).decimal();
        BigDecimal high = both.get(1).decimal();
        return refusing(limits, () -> Goal.within(low, high));
    }

    private static AttainmentRule attainment(@Nullable DocumentValue value, Goal goal) {
        if (value == null) {
            return AttainmentRule.defaultOf(goal);
        }
        AttainmentRule rule = value.text(TargetReader::rule);
        if (!rule.fits(goal)) {
            throw value.wrong("has no meaning for this goal", "Maybe " + AttainmentRule.defaultOf(goal) + ".");
        }
        return rule;
    }

    private static AttainmentRule rule(String word) {
        List<String> words = new ArrayList<>();
        for (AttainmentRule rule : AttainmentRule.values()) {
            if (rule.toString().equals(word)) {
                return rule;
            }
            words.add(rule.toString());
        }
        throw BrokenRule.of("must be one of " + String.join(", ", words), near(word, words));
    }

    private static @Nullable CurrencyUnit currency(DocumentValue document, Figure figure) {
        DocumentValue value = document.fieldOrNull("currency");
        if (value == null && figure.unit() == Unit.MONEY) {
            throw DocumentValue.wrong(
                    document.prefix() + "currency", "absent", "is required of money", "Maybe the one of the rates.");
        }
        if (value != null && figure.unit() != Unit.MONEY) {
            throw value.wrong(
                    "only money has one, and this is a " + figure.unit(), "Maybe another indicator was meant.");
        }
        return value == null ? null : value.text(Currencies::parse);
    }

    private static @Nullable Spread spread(DocumentValue document, Figure figure) {
        DocumentValue value = document.fieldOrNull("spread");
        DocumentValue prorate = document.fieldOrNull("prorate");
        if (!figure.accrues()) {
            for (DocumentValue given : new DocumentValue[] {value, prorate}) {
                if (given != null) {
                    throw given.wrong(
                            "a " + figure.unit() + " that does not accrue is never spread nor pro-rated",
                            "Maybe leave it out.");
                }
            }
            return null;
        }
        Spread spread = value == null ? Spread.overWorkingDays() : spread(value);
        return prorate == null || prorate.flag() ? spread : spread.withoutProrating();
    }

    private static Spread spread(DocumentValue value) {
        if (value.kind() == Token.START_OBJECT) {
            DocumentValue shares = value.withFields("shares").field("shares");
            List<BigDecimal> parts =
                    shares.items().stream().map(DocumentValue::decimal).toList();
            return refusing(shares, () -> Spread.inShares(parts));
        }
        return value.text(word -> switch (word) {
            case "workingDays" -> Spread.overWorkingDays();
            case "calendarDays" -> Spread.overCalendarDays();
            default ->
                throw BrokenRule.of(
                        "must be workingDays, calendarDays or shares, such as {\"shares\":[\"0.4\",\"0.6\"]}",
                        near(word, List.of("workingDays", "calendarDays")));
        });
    }

    private static @Nullable BigDecimal decimalOrNull(@Nullable DocumentValue value) {
        return value == null ? null : value.decimal();
    }

    /** What is made, or the reason why it was refused at that place. */
    private static <T> T refusing(DocumentValue place, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            throw place.wrong(refused);
        }
    }

    private static BrokenRule broken(IllegalArgumentException refused) {
        BrokenRule broken = BrokenRule.from(refused);
        return BrokenRule.of(broken.rule(), broken.hint());
    }

    private static String near(String word, List<String> words) {
        return Nearest.to(word, words).map(near -> "Maybe " + near + ".").orElse("Maybe a spelling differs.");
    }
}
