package io.github.saleskpi.pay;

import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.pay.PayComponent.Gate;
import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.plan.Finding;
import io.github.saleskpi.plan.Goal;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.plan.Target;
import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for what an author of a scheme may not mean. */
final class PaySchemeLinter {
    private static final String STOCK = "catalogue";
    private static final BigDecimal GREATEST_SCORE = BigDecimal.valueOf(2);

    private final PayScheme scheme;
    private final @Nullable Plan plan;
    private final List<Indicator> own;
    private final List<Finding> findings = new ArrayList<>();

    PaySchemeLinter(PayScheme scheme, @Nullable Plan plan, List<Indicator> own) {
        this.scheme = scheme;
        this.plan = plan;
        this.own = own;
    }

    List<Finding> findings() {
        for (PayComponent component : scheme.components()) {
            CurveLinter curve = new CurveLinter(scheme, component, findings);
            curve.lint(lessIsBetter(component.input()));
            component.inputs().forEach(input -> checkKnown(component, input));
            checkInfluence(component);
            component.gates().forEach(gate -> checkGate(component, gate));
            if (component.pays() instanceof Pays.RateOf rate) {
                checkMoney(component, rate.of());
            }
        }
        checkWeights();
        return findings.stream().sorted().toList();
    }

    private void checkWeights() {
        List<PayComponent> weighted = scheme.components().stream()
                .filter(component -> component.weight().compareTo(BigDecimal.ONE) != 0)
                .toList();
        BigDecimal sum = weighted.stream().map(PayComponent::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!weighted.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) {
            findings.add(Finding.warning(
                    weighted.stream().map(PayComponent::id).toList(),
                    "weights (" + Exact.words(sum) + "): should add up to 1. Maybe one was changed alone."));
        }
    }

    private void checkKnown(PayComponent component, Input input) {
        if (input instanceof Input.Fact fact && figure(fact.indicator()).isEmpty()) {
            findings.add(Finding.error(
                    List.of(component.id()),
                    "indicator (" + fact.indicator() + ") of " + component.id()
                            + ": is not known. Maybe its name or version is off."));
        }
        if (input instanceof Input.Attainment attainment
                && plan != null
                && targets(attainment.target()).isEmpty()) {
            findings.add(Finding.error(
                    List.of(component.id()),
                    "target (" + attainment.target() + ") of " + component.id() + ": is not in plan " + plan.id()
                            + ". Maybe it has another id there."));
        }
    }

    private void checkInfluence(PayComponent component) {
        if (component.input() instanceof Input.Fact fact
                && STOCK.equals(fact.indicator().companion())) {
            findings.add(Finding.warning(
                    List.of(component.id()),
                    "component (" + component.id() + "): pays for " + fact.indicator()
                            + ", which a rep cannot influence. Maybe for what is used of it."));
        }
        if (component.input() instanceof Input.Attainment attainment
                && targets(attainment.target()).stream()
                        .anyMatch(target -> target.audience().scope().values().isEmpty())) {
            findings.add(Finding.warning(
                    List.of(component.id()),
                    "component (" + component.id() + "): pays for target " + attainment.target()
                            + " of the whole company, which a rep hardly influences. Maybe a gate was meant."));
        }
    }

    private void checkGate(PayComponent component, Gate gate) {
        BigDecimal most = greatest(gate.input());
        if (most == null || gate.atLeast().compareTo(most) <= 0) {
            return;
        }
        boolean isScore = gate.input() instanceof Input.Score;
        String message = "gate (" + gate + ") of " + component.id() + ": can never open, since " + gate.input()
                + " is at most " + Exact.words(most);
        findings.add(
                isScore
                        ? Finding.warning(List.of(component.id()), message + " by default. Maybe its cap is raised.")
                        : Finding.error(List.of(component.id()), message + ". Maybe it is a per cent."));
    }

    private void checkMoney(PayComponent component, Input of) {
        boolean isMoney = of instanceof Input.Fact fact
                && figure(fact.indicator())
                        .map(figure -> figure.unit() == Unit.MONEY)
                        .orElse(true);
        if (!isMoney) {
            findings.add(Finding.warning(
                    List.of(component.id()),
                    "component (" + component.id() + "): pays a rate of " + of
                            + ", which is no money. Maybe an amount for each was meant."));
        }
    }

    /** The greatest value that it can have, or null if none is known. */
    private @Nullable BigDecimal greatest(Input input) {
        if (input instanceof Input.Score) {
            return GREATEST_SCORE;
        }
        if (input instanceof Input.Fact fact) {
            boolean isShare = figure(fact.indicator())
                    .map(figure -> figure.unit() == Unit.RATIO)
                    .orElse(false);
            return isShare ? BigDecimal.ONE : null;
        }
        if (input instanceof Input.Attainment attainment) {
            List<Target> targets = targets(attainment.target());
            boolean isBounded = !targets.isEmpty() && targets.stream().allMatch(PaySchemeLinter::isAtMostOne);
            return isBounded ? BigDecimal.ONE : null;
        }
        return null;
    }

    private static boolean isAtMostOne(Target target) {
        return target.attainment() == Goal.AttainmentRule.DEVIATION || target.attainment() == Goal.AttainmentRule.BAND;
    }

    private boolean lessIsBetter(Input input) {
        return input instanceof Input.Fact fact
                && figure(fact.indicator())
                        .map(figure -> figure.direction() == Direction.LOWER_IS_BETTER)
                        .orElse(false);
    }

    private List<Target> targets(String id) {
        return plan == null
                ? List.of()
                : plan.versions().stream()
                        .flatMap(version -> version.targets().stream())
                        .filter(target -> target.id().equals(id))
                        .toList();
    }

    private Optional<Figure> figure(IndicatorId id) {
        for (Indicator indicator : own) {
            if (indicator.id().equals(id)) {
                return Optional.of(indicator.primary());
            }
            if (indicator.id().equals(IndicatorId.of(id.name(), id.version()))) {
                return indicator.companions().stream()
                        .filter(figure -> figure.name().equals(id.companion()))
                        .findFirst();
            }
        }
        try {
            Indicator builtIn = Indicators.named(id.toString());
            return builtIn.id().equals(id) ? Optional.of(builtIn.primary()) : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
