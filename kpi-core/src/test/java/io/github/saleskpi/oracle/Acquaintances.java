package io.github.saleskpi.oracle;

import io.github.saleskpi.event.CallEnded;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.IdentityKind;
import io.github.saleskpi.event.MessageReceived;
import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.indicator.Contributions;
import io.github.saleskpi.indicator.Fact;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Rule;
import io.github.saleskpi.indicator.Story;
import io.github.saleskpi.indicator.Storyline;
import io.github.saleskpi.indicator.Subject;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.RepDays;
import io.github.saleskpi.tally.RepDays.RepDay;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Leans on persons, on facts without a key, on keys by their roots, and on two storylines in one indicator. */
final class Acquaintances implements Storyline<Acquaintances.Role> {
    enum Role {
        TALK,
        LETTER
    }

    private static final Measure<String, SortedSet<String>> NAMES = Measure.distinct("names");
    private static final Measure<RepDay, RepDays> DAYS = Measure.days("days");
    private static final Measure<BigDecimal, BigDecimal> QUANTITY = Measure.sum("quantity");
    private static final Measure<Long, Long> TALKS = Measure.count("talks");
    private static final Rule UNKNOWN_PERSON = new Rule("unknown-person");
    private static final Rule NOT_HUMAN = new Rule("not-human");

    static final Indicator INDICATOR = OddIndicators.of(
            "acquaintances",
            List.of(new Acquaintances(), new Quantities()),
            OddIndicators.figure("names", Unit.LIST, t -> KpiValue.list(t.of(NAMES))),
            OddIndicators.figure(
                    "share-of-ever",
                    Unit.RATIO,
                    t -> KpiValue.ratio(t.of(TALKS), t.ever().of(TALKS))),
            OddIndicators.figure(
                    "share-of-company",
                    Unit.RATIO,
                    t -> KpiValue.ratio(t.of(TALKS), t.company().of(TALKS))),
            OddIndicators.figure(
                    "talks",
                    Unit.COUNT,
                    t -> t.of(TALKS) > 1
                            ? KpiValue.undefined(KpiValue.Reason.NOT_APPLICABLE, t.of(TALKS))
                            : KpiValue.count(t.of(TALKS))),
            OddIndicators.figure(
                    "days", Unit.NUMBER, t -> KpiValue.count(t.of(DAYS).size())),
            OddIndicators.figure("quantity", Unit.NUMBER, t -> KpiValue.of(t.of(QUANTITY), t.of(TALKS))));

    @Override
    public Subject subject() {
        return Subject.PERSON;
    }

    @Override
    public @Nullable Role role(SalesEvent event) {
        if (event instanceof CallEnded) {
            return Role.TALK;
        }
        return event instanceof MessageReceived ? Role.LETTER : null;
    }

    @Override
    public List<Fact<Role>> judged(Story<Role> story) {
        return story.facts(Role.TALK);
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        for (Fact<Role> talk : story.facts(Role.TALK)) {
            if (story.key().isEmpty()) {
                out.leaveOut(talk, UNKNOWN_PERSON);
                continue;
            }
            SortedSet<String> named = new TreeSet<>();
            for (IdentityKind kind : IdentityKind.values()) {
                named.add(kind + "=" + talk.named(kind));
            }
            out.credit(talk.rep(), talk)
                    .count(TALKS)
                    .add(DAYS, new RepDay(talk.rep(), talk.moment().date()))
                    .add(
                            NAMES,
                            story.key().orElseThrow() + " " + named + " of "
                                    + story.facts().size());
        }
    }

    /** Each event alone. */
    private static final class Quantities implements Storyline<Role> {
        @Override
        public Subject subject() {
            return Subject.ALONE;
        }

        @Override
        public @Nullable Role role(SalesEvent event) {
            return event instanceof CustomEvent || event instanceof PaymentReceived ? Role.LETTER : null;
        }

        @Override
        public void tell(Story<Role> story, Contributions out) {
            Fact<Role> only = story.facts().get(0);
            if (!only.as(SalesEvent.class).actor().isHuman()) {
                out.leaveOut(only, NOT_HUMAN);
            } else {
                BigDecimal quantity =
                        only.as(SalesEvent.class) instanceof CustomEvent custom && custom.quantity() != null
                                ? custom.quantity()
                                : BigDecimal.ONE;
                out.credit(only.rep(), only).add(QUANTITY, quantity);
            }
        }
    }
}
