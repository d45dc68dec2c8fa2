package io.github.saleskpi.engine;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An indicator of one's own that adds 1 to its measure for each event of some kind, and has one figure. */
record Counting(
        String name,
        Subject subject,
        Predicate<SalesEvent> which,
        Measure<Long, ?> measure,
        Function<Totals, KpiValue> reading)
        implements Indicator, Storyline<Counting.Role> {
    enum Role {
        FACT
    }

    private static final Measure<Long, Long> FACTS = Measure.count("facts");

    /** One that is read as a number of facts. */
    static Counting of(String name, Subject subject, Predicate<SalesEvent> which) {
        return new Counting(name, subject, which, FACTS, totals -> KpiValue.count(totals.of(FACTS)));
    }

    @Override
    public IndicatorId id() {
        return IndicatorId.of(name, 1);
    }

    @Override
    public List<Storyline<?>> storylines() {
        return List.of(this);
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure(name, Unit.COUNT, Direction.NEUTRAL, "", reading));
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        return which.test(event) ? Role.FACT : null;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        story.facts().forEach(fact -> out.credit(fact.rep(), fact).add(measure, 1L));
    }
}
