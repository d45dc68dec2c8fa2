package io.github.saleskpi.oracle;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
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
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leans on what happens when a role, a telling or a figure throws. */
final class FragileDeals implements Storyline<FragileDeals.Role> {
    enum Role {
        OPENED,
        MOVED,
        MET
    }

    private static final Measure<Long, Long> DEALS = Measure.count("deals");

    static final Indicator INDICATOR = OddIndicators.of(
            "fragile-deals",
            List.of(new FragileDeals()),
            OddIndicators.figure("deals", Unit.COUNT, t -> KpiValue.count(t.of(DEALS))),
            OddIndicators.figure("fragile", Unit.COUNT, t -> {
                if (t.of(DEALS) % 3 == 2) {
                    throw new IllegalStateException("two too many of " + t.of(DEALS));
                }
                return KpiValue.count(t.of(DEALS));
            }));

    @Override
    public Subject subject() {
        return Subject.OPPORTUNITY;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (event instanceof CallEnded call && Duration.ofMinutes(13).equals(call.duration())) {
            throw new IllegalArgumentException("thirteen minutes in " + event.id());
        }
        if (event instanceof OpportunityOpened) {
            return Role.OPENED;
        }
        if (event instanceof OpportunityMoved) {
            return Role.MOVED;
        }
        return event instanceof MeetingHeld ? Role.MET : null;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        for (Fact<Role> fact : story.facts()) {
            out.credit(story.ownerAt(fact.moment()), fact).count(DEALS);
        }
        boolean isBad = story.facts().size() == 4
                && story.reached(story.facts().get(0).at().plus(Duration.ofHours(40)));
        if (isBad) {
            throw new IllegalStateException("four facts of " + story.key() + " by " + story.ownerNow());
        }
    }
}
