package io.github.saleskpi.oracle;

import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.List;
import java.util.SortedSet;

/** Leans on a subject that retractions and merges name too, and on a role for any event whatever. */
final class ActedBy implements Storyline<ActedBy.Role> {
    enum Role {
        ACT
    }

    private static final Subject REP = Subject.of(
            "acting-rep",
            event -> event.actor().repId() == null
                    ? List.of()
                    : List.of(event.actor().repId()));
    private static final Measure<Long, Long> ACTS = Measure.count("acts");
    private static final Measure<String, SortedSet<String>> ORDER = Measure.distinct("order");

    static final Indicator INDICATOR = OddIndicators.of(
            "acted-by",
            List.of(new ActedBy()),
            OddIndicators.figure("acts", Unit.COUNT, t -> KpiValue.count(t.of(ACTS))),
            OddIndicators.figure("order", Unit.LIST, t -> KpiValue.list(t.of(ORDER))));

    @Override
    public Subject subject() {
        return REP;
    }

    @Override
    public Role role(SalesEvent event) {
        return Role.ACT;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        int place = 0;
        for (Fact<Role> fact : story.facts()) {
            String line = story.key().orElse("-")
                    + place++
                    + fact.as(SalesEvent.class).type()
                    + fact.id();
            out.credit(story.ownerNow(), fact).count(ACTS).add(ORDER, line);
        }
    }
}
