package io.github.saleskpi.indicator;

import io.github.saleskpi.event.OpportunityMoved;
import io.github.saleskpi.event.OpportunityOpened;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.MoneyTotal;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Opportunities that came from social networks, by the channel of their opening: those opened, and the amount won. */
record SocialOpportunities(Set<String> networks) implements Storyline<SocialOpportunities.Role> {
    /** What an event is to an opportunity. */
    enum Role {
        OPENING,
        MOVE
    }

    static final SocialOpportunities STANDARD = new SocialOpportunities(
            Set.of("linkedin", "facebook", "instagram", "x", "twitter", "xing", "vk", "telegram", "tiktok", "youtube"));
    private static final Measure<Long, Long> OPENED = Measure.count("social-opportunities");
    private static final Measure<BigMoney, MoneyTotal> REVENUE = Measure.money("social-revenue");
    static final List<Figure> FIGURES = List.of(
            new Figure(
                    "social-opportunities",
                    Unit.COUNT,
                    Direction.HIGHER_IS_BETTER,
                    "Opportunities opened on a social network, invalid ones aside",
                    t -> KpiValue.count(t.of(OPENED))),
            new Figure(
                            "social-revenue",
                            Unit.MONEY,
                            Direction.HIGHER_IS_BETTER,
                            "Amount of those won that were opened on a social network",
                            t -> t.of(REVENUE).value(t.frame().baseCurrency()))
                    .accruing(true));

    SocialOpportunities {
        networks = Set.copyOf(networks);
    }

    @Override
    public Subject subject() {
        return Subject.OPPORTUNITY;
    }

    @Override
    public boolean readsKindOnly() {
        return true;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (event instanceof OpportunityOpened) {
            return Role.OPENING;
        }
        return event instanceof OpportunityMoved ? Role.MOVE : null;
    }

    @Override
    public List<Fact<Role>> judged(Story<Role> story) {
        return List.of();
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        story.first(Role.OPENING).ifPresent(opening -> {
            String channel = opening.like(SalesEvent.class).header().channel();
            Course<Role> course = Course.of(story.facts(Role.MOVE));
            if (channel == null || !networks.contains(channel) || course.status() == OpportunityMoved.Status.INVALID) {
                return;
            }
            out.aside().credit(story.ownerAt(opening.moment()), opening).count(OPENED);
            Fact<Role> close = course.close();
            if (close != null && course.status() == OpportunityMoved.Status.WON) {
                String owner = story.ownerAt(close.moment());
                Contribution won = out.aside().credit(owner != null ? owner : close.rep(), close);
                Course.lastAmount(story.facts()).ifPresent(amount -> won.add(REVENUE, amount));
            }
        });
    }
}
