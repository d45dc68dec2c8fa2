package io.github.saleskpi.indicator;

import io.github.saleskpi.event.PaymentReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.tally.Measure;
import io.github.saleskpi.tally.MoneyTotal;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.Unit;
import java.util.List;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** What came in, net of what went back: for plans and pay. */
final class Revenue implements Indicator, Storyline<Revenue.Role> {
    /** What an event is to this indicator. */
    enum Role {
        PAYMENT
    }

    private static final IndicatorId ID = IndicatorId.of("revenue", 1);
    private static final Measure<BigMoney, MoneyTotal> REVENUE = Measure.money("revenue");

    @Override
    public IndicatorId id() {
        return ID;
    }

    @Override
    public String formula() {
        return "payments net of refunds, credited to the acting rep";
    }

    @Override
    public List<Storyline<?>> storylines() {
        return List.of(this);
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure(
                        "revenue",
                        Unit.MONEY,
                        Direction.HIGHER_IS_BETTER,
                        formula(),
                        t -> t.of(REVENUE).value(t.frame().baseCurrency()))
                .accruing(true));
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
        return event instanceof PaymentReceived ? Role.PAYMENT : null;
    }

    @Override
    public void tell(Story<Role> story, Contributions out) {
        Fact<Role> payment = story.facts().get(0);
        out.credit(payment.rep(), payment).add(REVENUE, Objects.requireNonNull(payment.amount()));
    }
}
