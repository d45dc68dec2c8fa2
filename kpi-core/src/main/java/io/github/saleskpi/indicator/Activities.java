package io.github.saleskpi.indicator;

import io.github.saleskpi.event.CallDirection;
import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CallOutcome;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.event.TaskCompleted;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How many activities of a kind humans did: for plans. */
final class Activities implements Indicator, Storyline<Activities.Role> {
    /** What an event is to this indicator. */
    enum Role {
        ACTIVITY,
        MACHINE_ACTIVITY
    }

    private static final Measure<Long, Long> COUNT = Measure.count("activities");

    private final IndicatorId id;
    private final String text;
    private final Predicate<SalesEvent> which;

    private Activities(String kind, String text, Predicate<SalesEvent> which) {
        this.id = IndicatorId.of("activities/" + kind, 1);
        this.text = text;
        this.which = which;
    }

    static Activities calls() {
        return new Activities(
                "call",
                "calls by humans that did not fail, inbound ones if answered",
                event -> event instanceof CallEnded call
                        && (call.direction() == CallDirection.OUTBOUND
                                ? call.outcome() != CallOutcome.FAILED
                                : call.outcome().atLeast(CallOutcome.ANSWERED)));
    }

    static Activities messages() {
        return new Activities(
                "message",
                "messages by humans that the customer sees",
                event -> event instanceof MessageSent sent && sent.visible());
    }

    static Activities meetings(MeetingHeld.Kind kind) {
        return new Activities(
                kind.toString(),
                kind + "s held by humans",
                event -> event instanceof MeetingHeld held && held.kind() == kind);
    }

    static Activities tasks(String kind) {
        return new Activities(
                "task:" + kind,
                "tasks of the kind " + kind + " completed by humans",
                event -> event instanceof TaskCompleted task && task.kind().equals(kind));
    }

    @Override
    public IndicatorId id() {
        return id;
    }

    @Override
    public String formula() {
        return text;
    }

    @Override
    public List<Rule> rules() {
        return List.of(Rule.NOT_HUMAN);
    }

    @Override
    public List<Storyline<?>> storylines() {
        return List.of(this);
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure(
                "activities", Unit.COUNT, Direction.HIGHER_IS_BETTER, text, t -> KpiValue.count(t.of(COUNT))));
    }

    @Override
    public Subject subject() {
        return Subject.ALONE;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (!which.test(event)) {
            return null;
        }
        return event.actor().isHuman() ? Role.ACTIVITY : Role.MACHINE_ACTIVITY;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        Fact<Role> fact = story.facts().get(0);
        if (fact.role() == Role.ACTIVITY) {
            out.credit(fact.rep(), fact).count(COUNT);
        } else {
            out.leaveOut(fact, Rule.NOT_HUMAN);
        }
    }
}
