package io.github.saleskpi.indicator;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.SocialActivity;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.RepDays;
import io.github.saleskpi.tally.RepDays.RepDay;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** On how many of their working days reps are active on social networks. */
final class SocialUse implements Indicator, Storyline<SocialUse.Role> {
    /** What an event is to this indicator. */
    enum Role {
        ACTIVITY,
        MACHINE_ACTIVITY
    }

    private static final IndicatorId ID = IndicatorId.of("social-use", 1);
    private static final Measure<RepDay, RepDays> ACTIVE = Measure.days("active");
    private static final Measure<RepDay, RepDays> SEEN = Measure.days("seen");
    private static final Measure<Long, Long> ACTIVITIES = Measure.count("activities");
    private static final Map<SocialActivity.Kind, Measure<Long, Long>> BY_KIND = byKind();
    private static final Measure<String, SortedSet<String>> NETWORKS = Measure.distinct("networks");
    private static final Rule REACTION = new Rule("reaction", "only reacts to what others wrote");
    private static final List<Rule> RULES = List.of(Rule.NOT_HUMAN, REACTION, Rule.NOT_A_WORKING_DAY);

    private final SocialOpportunities opportunities;
    private final List<Figure> figures;

    SocialUse(SocialOpportunities opportunities) {
        this.opportunities = opportunities;
        this.figures = allFigures();
    }

    private static Map<SocialActivity.Kind, Measure<Long, Long>> byKind() {
        Map<SocialActivity.Kind, Measure<Long, Long>> measures = new EnumMap<>(SocialActivity.Kind.class);
        Arrays.stream(SocialActivity.Kind.values())
                .forEach(kind -> measures.put(kind, Measure.count("activities/" + kind)));
        return measures;
    }

    private static List<Figure> allFigures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("social-use", Unit.RATIO, "Active working days / working days", SocialUse::activeShare));
        figures.add(figure("activities", Unit.COUNT, "Activities", t -> KpiValue.count(t.of(ACTIVITIES))));
        BY_KIND.forEach((kind, measure) -> figures.add(figure(
                "activities/" + kind,
                Unit.COUNT,
                "Activities of the kind " + kind,
                t -> KpiValue.count(t.of(measure)))));
        figures.add(figure(
                        "networks",
                        Unit.COUNT,
                        "Distinct networks",
                        t -> KpiValue.count(t.of(NETWORKS).size()))
                .accruing(false));
        figures.addAll(SocialOpportunities.FIGURES);
        return List.copyOf(figures);
    }

    private static Figure figure(String name, Unit unit, String text, Function<Totals, KpiValue> reading) {
        return new Figure(name, unit, Direction.HIGHER_IS_BETTER, text, reading);
    }

    private static KpiValue activeShare(Totals totals) {
        long days = totals.frame().workingDays(totals.of(SEEN).reps());
        return KpiValue.ratio(totals.of(ACTIVE).size(), days);
    }

    @Override
    public IndicatorId id() {
        return ID;
    }

    @Override
    public String formula() {
        return "active working days / working days of the period so far, summed over the reps of the scope";
    }

    @Override
    public List<Rule> rules() {
        return RULES;
    }

    @Override
    public List<ReferenceFigure> referenceFigures() {
        return List.of(ReferenceFigures.SOCIAL_LEADERS);
    }

    @Override
    public List<Storyline<?>> storylines() {
        return List.of(this, opportunities);
    }

    @Override
    public List<Figure> figures() {
        return figures;
    }

    @Override
    public Subject subject() {
        return Subject.ALONE;
    }

    @Override
    public boolean readsKindOnly() {
        return true;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (!(event instanceof SocialActivity)) {
            return null;
        }
        return event.actor().isHuman() ? Role.ACTIVITY : Role.MACHINE_ACTIVITY;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        Fact<Role> fact = story.facts().get(0);
        if (fact.role() == Role.MACHINE_ACTIVITY) {
            out.leaveOut(fact, Rule.NOT_HUMAN);
            return;
        }
        SocialActivity activity = fact.like(SocialActivity.class);
        RepDay day = new RepDay(fact.rep(), fact.moment().date());
        Rule rule = activity.kind() == SocialActivity.Kind.REACTION
                ? REACTION
                : story.isAtWork(day.rep(), day.day()) ? null : Rule.NOT_A_WORKING_DAY;
        if (rule != null) {
            out.leaveOut(fact, rule);
        }
        Contribution counted = (rule == null ? out : out.aside()).credit(fact.rep(), fact);
        if (rule == null) {
            counted.add(ACTIVE, day);
        }
        Measure<Long, Long> ofKind = BY_KIND.get(activity.kind());
        if (ofKind != null) {
            counted.add(ofKind, (long) fact.count());
        }
        counted.add(SEEN, day).add(ACTIVITIES, (long) fact.count()).add(NETWORKS, activity.network());
    }
}
