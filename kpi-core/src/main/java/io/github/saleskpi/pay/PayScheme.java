package io.github.saleskpi.pay;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.plan.Finding;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * By what rules a rep is paid for a period. Immutable and thread-safe.
 *
 * @param id its name
 * @param version changes when pay does; at least 1
 * @param currency of all amounts; money in another currency counts as {@code NOT_APPLICABLE}
 * @param base the salary of a period that is paid in any case, at least 0
 * @param components what it pays for, in the order of the statement's lines
 * @param combination how components come together
 * @param rounding of the total and of each line
 * @param floor the least total, or null for none
 * @param cap the greatest total, at least the base; null for none
 * @param deductsFromBase the words under which clawbacks and factors may take from the base; null if they may not
 */
public record PayScheme(
        String id,
        int version,
        CurrencyUnit currency,
        BigDecimal base,
        List<PayComponent> components,
        Combination combination,
        Rounding rounding,
        @Nullable BigDecimal floor,
        @Nullable BigDecimal cap,
        @Nullable String deductsFromBase) {
    /**
     * @throws IllegalArgumentException if the id is empty, the version below 1, an amount below 0, the cap below base or
     *     floor, either finer than the rounding, two components have one id, a component is a factor where the combination adds or the other way round,
     *     a factor has a weight or a clawback, or the words of a deduction are blank
     */
    public PayScheme {
        if (id.isEmpty() || version < 1) {
            throw new IllegalArgumentException("scheme (" + id + "@" + version
                    + "): must have an id and a version of at least 1. Maybe it was left out.");
        }
        Exact.atLeastZero("base", base);
        Exact.atLeastZero("floor", floor);
        if (cap != null && cap.compareTo(floor == null ? base : floor.max(base)) < 0) {
            throw new IllegalArgumentException("cap (" + Exact.words(cap)
                    + "): must not be below base or floor. Maybe it caps the variable pay, not the total.");
        }
        checkFits("floor", floor, rounding);
        checkFits("cap", cap, rounding);
        if (deductsFromBase != null && deductsFromBase.isBlank()) {
            throw new IllegalArgumentException(
                    "deductsFromBase (" + deductsFromBase + "): must say so in words. Maybe quote the contract.");
        }
        if (combination instanceof Combination.OnTop top && top.pays instanceof Pays.Factor) {
            throw new IllegalArgumentException(
                    "combination (a factor): must multiply an amount. Maybe a share of the base.");
        }
        components = List.copyOf(components);
        Set<String> ids = new HashSet<>();
        for (PayComponent component : components) {
            check(component, combination);
            if (!ids.add(component.id())) {
                throw new IllegalArgumentException("component (" + component.id()
                        + "): must be named once. Maybe give one of the two an id of its own.");
            }
        }
        base = Exact.of(base);
        floor = Exact.orNull(floor);
        cap = Exact.orNull(cap);
    }

    /** A limit that is finer than what is paid could be passed by rounding. */
    private static void checkFits(String what, @Nullable BigDecimal limit, Rounding rounding) {
        if (limit != null && Exact.of(limit).scale() > rounding.scale()) {
            throw new IllegalArgumentException(what + " (" + Exact.words(limit) + "): must not have more than "
                    + rounding.scale() + " decimals, as what is paid. Maybe round it.");
        }
    }

    /** How components come together. */
    public sealed interface Combination {
        /** Their amounts add up. */
        record Additive() implements Combination {}

        /**
         * They are factors, and their product multiplies an amount that is paid beside the base.
         *
         * @param pays what the product is multiplied by; no factor itself
         */
        record OnTop(Pays pays) implements Combination {}

        /** They are factors, and their product multiplies the base; below 1 that takes from it. */
        record OfBase() implements Combination {}
    }

    /**
     * To what amounts are rounded: the total by the mode, the lines by largest remainder so that they add up to it.
     *
     * @param mode of the total; not {@code UNNECESSARY}
     * @param scale digits after the decimal point, 0 to 18
     */
    public record Rounding(RoundingMode mode, int scale) {
        /** @throws IllegalArgumentException if the mode may fail or the scale is out of range */
        public Rounding {
            if (mode == RoundingMode.UNNECESSARY || scale < 0 || scale > 18) {
                throw new IllegalArgumentException("rounding (" + mode + ", " + scale
                        + "): must be a mode that rounds and a scale of 0 to 18. Maybe HALF_UP and 2.");
            }
        }
    }

    /** One that pays the base and nothing else; components are added to it. */
    public static PayScheme of(String id, int version, CurrencyUnit currency, BigDecimal base, Rounding rounding) {
        return new PayScheme(
                id, version, currency, base, List.of(), new Combination.Additive(), rounding, null, null, null);
    }

    /** The same, but its components multiply; to be said before the first of them. */
    public PayScheme withCombination(Combination how) {
        return new PayScheme(id, version, currency, base, components, how, rounding, floor, cap, deductsFromBase);
    }

    /** The same with one more component. */
    public PayScheme with(PayComponent component) {
        List<PayComponent> more = new ArrayList<>(components);
        more.add(component);
        return new PayScheme(id, version, currency, base, more, combination, rounding, floor, cap, deductsFromBase);
    }

    /** The same with that least total. */
    public PayScheme withFloor(@Nullable BigDecimal least) {
        return new PayScheme(
                id, version, currency, base, components, combination, rounding, least, cap, deductsFromBase);
    }

    /** The same with that greatest total. */
    public PayScheme withCap(@Nullable BigDecimal most) {
        return new PayScheme(
                id, version, currency, base, components, combination, rounding, floor, most, deductsFromBase);
    }

    /** The same, but clawbacks and factors may take from the base, under those words. */
    public PayScheme deductingFromBase(@Nullable String words) {
        return new PayScheme(id, version, currency, base, components, combination, rounding, floor, cap, words);
    }

    /** All that its components look at, sorted. */
    public SortedSet<Input> inputs() {
        SortedSet<Input> all = new TreeSet<>();
        components.forEach(component -> all.addAll(component.inputs()));
        if (combination instanceof Combination.OnTop top && top.pays instanceof Pays.RateOf rate) {
            all.add(rate.of());
        }
        return all;
    }

    /** The indicators and companions whose facts it looks at: what a query must compute for it. Sorted. */
    public SortedSet<IndicatorId> indicators() {
        SortedSet<IndicatorId> all = new TreeSet<>();
        inputs().forEach(input -> {
            if (input instanceof Input.Fact fact) {
                all.add(fact.indicator());
            }
        });
        return all;
    }

    /** What it pays for those facts, line by line; the same facts give the same statement. */
    public PayStatement statement(PayFacts facts) {
        return Outlook.statement(this, facts);
    }

    /** Whether that value is no money or money in this currency. */
    boolean isIn(KpiValue.Defined value) {
        return value.currency() == null || value.currency().equals(currency);
    }

    /**
     * What may not be meant so, the worst first: gaps and overlaps of tiers, cliffs, curves that fall, weights that do not
     * add up to 1, components that the rep cannot influence, targets and indicators that are not known, gates that cannot
     * open, and caps below what a tier gives.
     *
     * @param plan whose targets it looks at; null if they are not to be checked
     * @param own indicators that are known beside the built-in ones
     */
    public List<Finding> lint(@Nullable Plan plan, Collection<? extends Indicator> own) {
        return new PaySchemeLinter(this, plan, List.copyOf(own)).findings();
    }

    private static void check(PayComponent component, Combination combination) {
        boolean factors = !(combination instanceof Combination.Additive);
        boolean isFactor = component.pays() instanceof Pays.Factor;
        if (factors != isFactor) {
            throw new IllegalArgumentException("component (" + component.id() + "): must "
                    + (factors ? "be a factor where components multiply" : "pay an amount where components add up")
                    + ". Maybe set the combination first.");
        }
        if (isFactor && (component.weight().compareTo(BigDecimal.ONE) != 0 || component.clawback() != null)) {
            throw new IllegalArgumentException("component (" + component.id()
                    + "): a factor has neither weight nor clawback. Maybe the combination should be additive.");
        }
    }
}
