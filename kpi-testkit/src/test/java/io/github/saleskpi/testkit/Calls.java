package io.github.saleskpi.testkit;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.indicator.Totals;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts calls, and is as it should be; subclasses plant a fault each. */
class Calls implements Indicator, Storyline<Calls.Role> {
    enum Role {
        CALL
    }

    static final Measure<Long, Long> CALLS = Measure.count("calls");

    @Override
    public IndicatorId id() {
        return IndicatorId.of("calls-made", 1);
    }

    @Override
    public List<Storyline<?>> storylines() {
        return List.of(this);
    }

    @Override
    public List<Figure> figures() {
        return List.of(figure("calls", Unit.COUNT, t -> KpiValue.count(t.of(CALLS))));
    }

    static Figure figure(String name, Unit unit, Function<Totals, KpiValue> reading) {
        return new Figure(name, unit, Direction.HIGHER_IS_BETTER, "", reading);
    }

    @Override
    public Subject subject() {
        return Subject.PERSON;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        return event instanceof CallEnded ? Role.CALL : null;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        story.facts().forEach(call -> tell(call, out));
    }

    /** Tells one call. */
    void tell(Fact<Role> call, Contributions out) {
        out.credit(call.rep(), call).count(CALLS);
    }
}
