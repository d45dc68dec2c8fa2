package io.github.saleskpi.pay;

import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.pay.Curve.Tier;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayScheme.Rounding;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Short words for tests of pay. */
final class Schemes {
    static final IndicatorId REVENUE = IndicatorId.of("revenue", 1);
    static final IndicatorId WIN_RATE = IndicatorId.of("win-rate", 1);
    static final Input REVENUE_FACT = new Input.Fact(REVENUE);
    static final Input WIN_RATE_FACT = new Input.Fact(WIN_RATE);
    static final Input QUOTA = new Input.Attainment("quota");
    static final Period MARCH = Period.month(2026, 3);
    static final Rounding CENTS = new Rounding(RoundingMode.HALF_UP, 2);

    private Schemes() {}

    static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    static Tier tier(String from, @Nullable String to, String rate) {
        return new Tier(n(from), to == null ? null : n(to), n(rate));
    }

    static Curve.Point point(String at, String gives) {
        return new Curve.Point(n(at), n(gives));
    }

    static PayScheme scheme(String base, PayComponent... components) {
        PayScheme scheme = PayScheme.of("s", 1, CurrencyUnit.EUR, n(base), CENTS);
        for (PayComponent component : components) {
            scheme = scheme.with(component);
        }
        return scheme;
    }

    static PayFacts facts() {
        return PayFacts.of("r1", MARCH);
    }

    static KpiValue eur(String amount) {
        return KpiValue.money(BigMoney.of(CurrencyUnit.EUR, n(amount)), 1);
    }

    static PayFacts revenue(String amount) {
        return facts().withFact(REVENUE, eur(amount));
    }

    static PayStatement.Line line(PayStatement statement, String id) {
        return statement.line(id).orElseThrow();
    }
}
