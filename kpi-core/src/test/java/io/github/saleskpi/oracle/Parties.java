package io.github.saleskpi.oracle;

import io.github.saleskpi.event.LinkClicked;
import io.github.saleskpi.event.MeetingHeld;
import io.github.saleskpi.event.MessageSent;
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
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Leans on a subject whose events name up to three keys, some of them twice, and on messages and their clicks. */
final class Parties implements Storyline<Parties.Role> {
    enum Role {
        CONTACT,
        CLICK
    }

    private static final Subject PARTY = Subject.of("party", Parties::keys);
    private static final Measure<String, SortedSet<String>> SEEN = Measure.distinct("seen");
    private static final Measure<Long, Long> FACTS = Measure.count("facts");

    static final Indicator INDICATOR = OddIndicators.of(
            "parties",
            List.of(new Parties(PARTY), new Parties(Subject.MESSAGE)),
            OddIndicators.figure("facts", Unit.COUNT, t -> KpiValue.count(t.of(FACTS))),
            OddIndicators.figure("seen", Unit.LIST, t -> KpiValue.list(t.of(SEEN))));

    private final Subject subject;

    private Parties(Subject subject) {
        this.subject = subject;
    }

    private static Collection<String> keys(SalesEvent event) {
        return Stream.of(event.opportunityId(), event.personId(), event.requestId())
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (event instanceof LinkClicked) {
            return Role.CLICK;
        }
        return event instanceof MessageSent || event instanceof MeetingHeld ? Role.CONTACT : null;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        for (Fact<Role> fact : story.facts()) {
            out.credit(fact.rep(), story.facts().get(0), fact.moment())
                    .because(fact)
                    .count(FACTS)
                    .add(SEEN, subject + " " + story.key().orElse("-") + " " + fact.id());
        }
    }

    @Override
    public List<Fact<Role>> judged(Story<Role> story) {
        return story.facts().subList(1, story.facts().size());
    }
}
