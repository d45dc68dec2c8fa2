package io.github.saleskpi.pay;

import io.github.saleskpi.pay.Curve.Reading;
import io.github.saleskpi.pay.Curve.Tier;
import io.github.saleskpi.pay.PayComponent.Gate;
import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayStatement.Kind;
import io.github.saleskpi.pay.PayStatement.Line;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one component pays for some facts. */
final class Payout {
    private final PayScheme scheme;
    private final PayComponent component;
    private final PayFacts facts;

    Payout(PayScheme scheme, PayComponent component, PayFacts facts) {
        this.scheme = scheme;
        this.component = component;
        this.facts = facts;
    }

    Line line() {
        KpiValue value = facts.value(component.input());
        if (!(value instanceof KpiValue.Defined known) || !scheme.isIn(known)) {
            return unpaid(null, Amount.why(component.input(), value, scheme));
        }
        BigDecimal input = known.amount();
        BigDecimal result = component.result(input);
        Gate gate = Reckoning.closed(component, facts);
        if (gate != null) {
            return unpaid(input, "closed gate: " + gate + ", is " + shown(facts.value(gate.input())));
        }
        BigDecimal threshold = component.threshold();
        if (threshold != null && component.isBelowThreshold(input)) {
            return unpaid(input, "below the threshold " + Exact.words(threshold));
        }
        Curve ramp = component.ramp();
        BigDecimal share = ramp == null ? BigDecimal.ONE : shareOf(ramp);
        if (share == null) {
            return unpaid(input, "months since hire are not known, and the component has a ramp");
        }
        Amount amount = Amount.of(component.pays(), scheme, facts);
        if (amount.missing() != null) {
            return unpaid(input, amount.missing());
        }
        String words = component.input() + " " + Exact.words(input) + ": " + onCurve(input, result);
        words += ramp == null ? "" : " x " + Exact.words(share) + " of the ramp";
        if (component.pays() instanceof Pays.Factor) {
            return line(Kind.FACTOR, BigDecimal.ZERO, result.multiply(share), input, words, null);
        }
        BigDecimal paid = result.multiply(amount.exact()).multiply(share).multiply(component.weight());
        words += "; " + amount.words(result.multiply(share)) + weighted(component);
        return line(Kind.COMPONENT, paid, result, input, words, null);
    }

    static String weighted(PayComponent component) {
        return component.weight().compareTo(BigDecimal.ONE) == 0 ? "" : " x weight " + Exact.words(component.weight());
    }

    private @Nullable BigDecimal shareOf(Curve ramp) {
        return facts.value(new Input.MonthsSinceHire()) instanceof KpiValue.Defined months
                ? ramp.at(months.amount())
                : null;
    }

    private Line unpaid(@Nullable BigDecimal input, String why) {
        boolean isFactor = component.pays() instanceof Pays.Factor;
        return line(
                isFactor ? Kind.FACTOR : Kind.COMPONENT,
                BigDecimal.ZERO,
                isFactor ? BigDecimal.ZERO : null,
                input,
                "nothing: " + why,
                why);
    }

    private Line line(
            Kind kind,
            BigDecimal paid,
            @Nullable BigDecimal result,
            @Nullable BigDecimal input,
            String words,
            @Nullable String unpaid) {
        SortedMap<Input, KpiValue> inputs = new TreeMap<>();
        component.inputs().forEach(one -> inputs.put(one, facts.value(one)));
        Tier tier = input == null ? null : component.curve().tier(input).orElse(null);
        return new Line(component.id(), kind, paid, Exact.of(paid), inputs, result, tier, words, unpaid, null);
    }

    private String onCurve(BigDecimal input, BigDecimal result) {
        BigDecimal given = component.curve().at(input);
        String capped = given.compareTo(result) == 0 ? "" : ", capped at " + Exact.words(result);
        if (!(component.curve() instanceof Curve.Tiers tiers)) {
            return "on the line, " + Exact.words(given) + capped;
        }
        List<Tier> reached = tiers.tiers().stream()
                .filter(tier -> tiers.reading() == Reading.MARGINAL
                        ? tier.part(input).signum() > 0
                        : tiers.tier(input).equals(Optional.of(tier)))
                .toList();
        if (reached.isEmpty()) {
            return tiers.tier(input).map(tier -> "at the start of " + tier).orElse("in no tier") + ", 0" + capped;
        }
        if (tiers.reading() == Reading.STEP) {
            return "in " + reached.get(0) + ", " + Exact.words(given) + capped;
        }
        List<String> parts = reached.stream()
                .map(tier -> Exact.words(tiers.reading() == Reading.MARGINAL ? tier.part(input) : input) + " x "
                        + Exact.words(tier.rate()))
                .toList();
        return String.join(" + ", parts) + " = " + Exact.words(given) + capped;
    }

    private static String shown(KpiValue value) {
        return value instanceof KpiValue.Defined known
                ? Exact.words(known.amount())
                : ((KpiValue.Undefined) value).reason().toString();
    }
}
