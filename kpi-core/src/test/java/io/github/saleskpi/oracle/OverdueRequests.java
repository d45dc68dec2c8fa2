package io.github.saleskpi.oracle;

import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Distribution;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.Observation;
import io.github.saleskpi.time.Moment;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leans on deadlines, on the owner at a moment that is no fact, and on the owner now. */
final class OverdueRequests implements Storyline<OverdueRequests.Role> {
    enum Role {
        ASKED,
        SERVED
    }

    private static final Measure<Long, Long> KEPT = Measure.count("kept");
    private static final Measure<Long, Long> MISSED = Measure.count("missed");
    private static final Measure<Long, Long> OWNED = Measure.count("owned");
    private static final Measure<Observation, Distribution> AGE = Measure.distribution("age");
    private static final Rule PENDING = new Rule("pending");
    private static final Rule NOTHING_ASKED = new Rule("nothing-asked");

    static final Indicator INDICATOR = OddIndicators.of(
            "overdue-requests",
            List.of(new OverdueRequests()),
            OddIndicators.figure(
                    "missed-share",
                    Unit.RATIO,
                    t -> KpiValue.proportion(t.of(MISSED), Math.addExact(t.of(MISSED), t.of(KEPT)))),
            OddIndicators.figure("missed", Unit.COUNT, t -> KpiValue.count(t.of(MISSED))),
            OddIndicators.figure("owned", Unit.COUNT, t -> KpiValue.count(t.of(OWNED))),
            OddIndicators.figure("age", Unit.DURATION, t -> t.of(AGE).quantile(new BigDecimal("0.25"))));

    @Override
    public Subject subject() {
        return Subject.REQUEST;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (event instanceof RequestReceived) {
            return Role.ASKED;
        }
        return event instanceof MessageSent || event instanceof MeetingHeld ? Role.SERVED : null;
    }

    @Override
    public List<Fact<Role>> judged(Story<Role> story) {
        return List.of(story.facts().get(0));
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        Fact<Role> first = story.facts().get(0);
        Optional<Fact<Role>> asked = story.first(Role.ASKED);
        if (story.key().isEmpty() || asked.isEmpty()) {
            out.leaveOut(first, NOTHING_ASKED);
            return;
        }
        out.aside().credit(story.ownerNow(), asked.get()).count(OWNED);
        Instant due = asked.get().at().plus(Duration.ofHours(30));
        Moment passed = new Moment(due, false, story.calendar());
        Optional<Fact<Role>> served = story.facts(Role.SERVED).stream()
                .filter(fact -> !fact.isBefore(asked.get()) && !fact.moment().isAfter(passed))
                .findFirst();
        if (served.isPresent()) {
            out.credit(story.ownerAt(served.get().moment()), served.get())
                    .because(first)
                    .count(KEPT);
        } else if (story.reached(due)) {
            out.credit(story.ownerAt(passed), first, passed)
                    .add(AGE, Observation.running(asked.get().at()))
                    .count(MISSED);
        } else {
            out.leaveOut(story.ownerAt(asked.get().moment()), first, PENDING);
        }
    }
}
