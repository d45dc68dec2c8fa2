package io.github.saleskpi.pay;

import io.github.saleskpi.pay.PayComponent.Gate;
import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayScheme.Combination;
import io.github.saleskpi.pay.PayStatement.Kind;
import io.github.saleskpi.pay.PayStatement.Line;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The exact lines of a scheme for some facts, not rounded yet. */
final class Reckoning {
    private final PayScheme scheme;
    private final PayFacts facts;
    private final List<Line> lines = new ArrayList<>();

    private Reckoning(PayScheme scheme, PayFacts facts) {
        this.scheme = scheme;
        this.facts = facts;
    }

    static List<Line> lines(PayScheme scheme, PayFacts facts) {
        Reckoning reckoning = new Reckoning(scheme, facts);
        reckoning.reckon();
        return reckoning.lines;
    }

    private void reckon() {
        add("base", Kind.BASE, scheme.base(), "base salary " + Exact.words(scheme.base()));
        scheme.components().forEach(component -> lines.add(new Payout(scheme, component, facts).line()));
        product();
        scheme.components().forEach(this::takeBack);
        for (Input input : facts.values().keySet()) {
            if (input instanceof Input.Clawback clawback) {
                takeBack(clawback);
            }
        }
        BigDecimal variable = sum().subtract(scheme.base());
        if (variable.signum() < 0 && scheme.deductsFromBase() == null) {
            protect(variable.negate());
        }
        limit();
    }

    /** Carried forward is what was to be taken back, and no factor or curve that fell short. */
    private void protect(BigDecimal lack) {
        BigDecimal carried = takenBack(lines, Line::exact).min(lack);
        String words = Exact.words(lack) + " is not taken from the base";
        if (carried.signum() > 0) {
            words += carried.compareTo(lack) == 0
                    ? " but carried forward"
                    : "; " + Exact.words(carried) + " of it is carried forward";
        }
        add("protection", Kind.PROTECTION, lack, words);
    }

    /** What clawbacks take back, at least 0. */
    static BigDecimal takenBack(List<Line> lines, Function<Line, BigDecimal> amount) {
        return lines.stream()
                .filter(line -> line.kind() == Kind.CLAWBACK)
                .map(amount)
                .reduce(BigDecimal.ZERO, BigDecimal::subtract)
                .max(BigDecimal.ZERO);
    }

    private BigDecimal sum() {
        return lines.stream().map(Line::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void add(String id, Kind kind, BigDecimal amount, String words) {
        lines.add(line(id, kind, amount, List.of(), words, null));
    }

    private Line line(
            String id, Kind kind, BigDecimal amount, Collection<Input> of, String words, @Nullable String unpaid) {
        return new Line(
                id,
                kind,
                amount,
                Exact.of(amount),
                facts.values(of),
                facts.sources(of),
                null,
                null,
                words,
                unpaid,
                null);
    }

    private void product() {
        if (scheme.combination() instanceof Combination.Additive) {
            return;
        }
        SortedSet<Input> inputs = new TreeSet<>(scheme.inputs());
        List<BigDecimal> factors = lines.stream()
                .filter(line -> line.kind() == Kind.FACTOR)
                .map(line -> line.result() == null ? BigDecimal.ZERO : line.result())
                .toList();
        BigDecimal product = factors.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
        String words = String.join(" x ", factors.stream().map(Exact::words).toList());
        boolean onTop = scheme.combination() instanceof Combination.OnTop;
        Pays pays = scheme.combination() instanceof Combination.OnTop top ? top.pays() : new Pays.ShareOfBase();
        Amount amount = Amount.of(pays, scheme, facts);
        BigDecimal paid = product.multiply(amount.exact());
        words = (words.isEmpty() ? "no factors" : words) + " = " + Exact.words(product) + "; " + amount.words(product)
                + (onTop ? "" : " in place of the base");
        lines.add(line(
                "product", Kind.PRODUCT, onTop ? paid : paid.subtract(scheme.base()), inputs, words, amount.missing()));
    }

    private void takeBack(PayComponent component) {
        boolean isRate = component.pays() instanceof Pays.RateOf;
        Input of = component.pays() instanceof Pays.RateOf rate ? rate.of() : component.input();
        if (component.clawback() == null
                || !(facts.value(of) instanceof KpiValue.Defined net)
                || net.amount().signum() >= 0
                || !scheme.isIn(net)) {
            return;
        }
        BigDecimal result = net.amount().multiply(component.clawback());
        Amount amount = Amount.of(isRate ? new Pays.Amount(BigDecimal.ONE) : component.pays(), scheme, facts);
        lines.add(line(
                component.id() + ":clawback",
                Kind.CLAWBACK,
                result.multiply(amount.exact()).multiply(component.weight()),
                component.inputs(),
                of + " is below 0: " + facts.words(of, net.amount()) + " x "
                        + Exact.words(component.clawback()) + " = " + Exact.words(result) + "; "
                        + amount.words(result) + Payout.weighted(component),
                amount.missing()));
    }

    private void takeBack(Input.Clawback clawback) {
        KpiValue value = facts.value(clawback);
        String id = "clawback:" + clawback.id();
        if (value instanceof KpiValue.Defined known && scheme.isIn(known)) {
            String words = Exact.words(known.amount()) + " is taken back";
            lines.add(line(id, Kind.CLAWBACK, known.amount().negate(), List.of(clawback), words, null));
        } else {
            String why = Amount.why(clawback, value, scheme);
            lines.add(line(id, Kind.CLAWBACK, BigDecimal.ZERO, List.of(clawback), "nothing is taken back", why));
        }
    }

    private void limit() {
        BigDecimal sum = sum();
        if (scheme.floor() != null && sum.compareTo(scheme.floor()) < 0) {
            limit("floor", Kind.FLOOR, "at least ", scheme.floor(), sum);
        }
        if (scheme.cap() != null && sum.compareTo(scheme.cap()) > 0) {
            limit("cap", Kind.CAP, "at most ", scheme.cap(), sum);
        }
    }

    private void limit(String id, Kind kind, String side, BigDecimal limit, BigDecimal sum) {
        BigDecimal amount = limit.subtract(sum);
        String most = Exact.words(limit);
        add(id, kind, amount, side + most + ": " + most + " - " + Exact.words(sum) + " = " + Exact.words(amount));
    }

    /** The first gate that is closed, or null if all are open. */
    static @Nullable Gate closed(PayComponent component, PayFacts facts) {
        for (Gate gate : component.gates()) {
            if (!(facts.value(gate.input()) instanceof KpiValue.Defined known)
                    || known.amount().compareTo(gate.atLeast()) < 0) {
                return gate;
            }
        }
        return null;
    }
}
