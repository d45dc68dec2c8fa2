package io.github.saleskpi.benchmarks;

import io.github.saleskpi.event.Header;
import io.github.saleskpi.event.PaymentReceived;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.BigMoney;

/** The money that comes in for what was won. Not thread-safe. */
final class Payments {
    private final Desk desk;
    private final Dice dice;

    Payments(Desk desk, Dice dice) {
        this.desk = desk;
        this.dice = dice;
    }

    /** At once or in two parts; some is paid back. */
    void follow(Deal deal, BigMoney amount) {
        boolean inParts = dice.happens(0.35);
        BigMoney part = amount.multipliedBy(new BigDecimal(inParts ? "0.5" : "1"));
        Instant paid = deal.closed().plus(Duration.ofHours(dice.between(24, 700)));
        pay(deal, "-paid", paid, part);
        if (inParts) {
            pay(deal, "-paid2", paid.plus(Duration.ofDays(30)), part);
        }
        if (dice.happens(0.05)) {
            BigDecimal share = new BigDecimal(dice.happens(0.5) ? "-1" : "-0.2");
            pay(deal, "-refund", paid.plus(Duration.ofHours(dice.between(100, 900))), part.multipliedBy(share));
        }
    }

    private void pay(Deal deal, String what, Instant at, BigMoney amount) {
        String id = deal.id() + what;
        desk.log()
                .write(PaymentReceived.of(did(deal, id, at), id, amount)
                        .withOpportunityId(dice.happens(0.97) ? deal.id() : null));
    }

    private Header did(Deal deal, String id, Instant at) {
        return desk.did(id, at).withAttribute("segment", deal.segment().word());
    }
}
