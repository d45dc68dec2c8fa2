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
import java.util.SortedSet;
import java.util.stream.Collectors;
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
            return unpaid(input, "closed gate: " + shown(gate));
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
        String words = component.input() + " " + facts.words(component.input(), input) + ": " + onCurve(input, result);
        words += ramp == null ? "" : " x " + Exact.words(share) + " of the ramp (months since hire: " + months() + ")";
        if (component.pays() instanceof Pays.Factor) {
            return line(Kind.FACTOR, BigDecimal.ZERO, result.multiply(share), input, words + openGates(), null);
        }
        BigDecimal paid = result.multiply(amount.exact()).multiply(share).multiply(component.weight());
        words += "; " + amount.words(result.multiply(share)) + weighted(component) + openGates();
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
        SortedSet<Input> inputs = component.inputs();
        Tier tier = input == null ? null : component.curve().tier(input).orElse(null);
        return new Line(
                component.id(),
                kind,
                paid,
                Exact.of(paid),
                facts.values(inputs),
                facts.sources(inputs),
                result,
                tier,
                words,
                unpaid,
                null);
    }

    private String onCurve(BigDecimal input, BigDecimal result) {
        BigDecimal given = component.curve().at(input);
        String capped = given.compareTo(result) == 0 ? "" : ", capped at " + Exact.words(result);
        if (!(component.curve() instanceof Curve.Tiers tiers)) {
            return ((Curve.Linear) component.curve()).words(input) + ", " + Exact.words(given) + capped;
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

    private String openGates() {
        return component.gates().stream()
                .map(gate -> "; open gate: " + shown(gate))
                .collect(Collectors.joining());
    }

    private String shown(Gate gate) {
        return gate + ", is " + shown(gate.input());
    }

    private String months() {
        return shown(new Input.MonthsSinceHire());
    }

    private String shown(Input input) {
        KpiValue value = facts.value(input);
        return value instanceof KpiValue.Defined known
                ? facts.words(input, known.amount())
                : Amount.words((KpiValue.Undefined) value);
    }
}
