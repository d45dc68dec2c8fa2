package io.github.saleskpi.tally;

import io.github.saleskpi.time.Viewpoint;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Adds up money exactly, each currency by itself. */
final class MoneyTally implements Tally<BigMoney, MoneyTotal> {
    /** What there is of one currency. */
    record Part(long facts, BigDecimal sum) {
        Part plus(Part more) {
            return new Part(Math.addExact(facts, more.facts), sum.add(more.sum));
        }

        boolean isNothing() {
            return facts == 0 && sum.signum() == 0;
        }
    }

    private final SortedMap<CurrencyUnit, Part> parts = new TreeMap<>();

    @Override
    public void add(BigMoney amount, long times) {
        add(amount.getCurrencyUnit(), new Part(times, amount.getAmount().multiply(BigDecimal.valueOf(times))));
    }

    @Override
    public void merge(Tally<BigMoney, MoneyTotal> other) {
        Tallies.same(this, other).parts.forEach(this::add);
    }

    private void add(CurrencyUnit currency, Part more) {
        Part sum = parts.getOrDefault(currency, new Part(0, BigDecimal.ZERO)).plus(more);
        if (sum.isNothing()) {
            parts.remove(currency);
        } else {
            parts.put(currency, sum);
        }
    }

    @Override
    public MoneyTotal read(Viewpoint view) {
        parts.forEach((currency, part) -> {
            if (part.facts <= 0) {
                throw Tallies.pending(currency + " " + part.sum.toPlainString());
            }
        });
        return new MoneyTotal(parts);
    }
}
