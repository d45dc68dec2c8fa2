package io.github.saleskpi.pay;

import io.github.saleskpi.pay.Curve.Linear;
import io.github.saleskpi.pay.Curve.Tiers;
import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayScheme.Combination;
import io.github.saleskpi.value.KpiValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A text in which equal things are written equally and different ones differently: each piece after its length, lists
 * after their size, numbers in plain digits. Not thread-safe.
 */
final class CanonicalText {
    private final StringBuilder text = new StringBuilder();

    CanonicalText add(@Nullable String piece) {
        text.append(piece == null ? "-" : piece.length() + ":" + piece).append('\n');
        return this;
    }

    CanonicalText add(@Nullable BigDecimal number) {
        return add(number == null ? null : Exact.of(number).toPlainString());
    }

    CanonicalText add(int number) {
        return add(Integer.toString(number));
    }

    <T> CanonicalText all(Collection<T> items, BiConsumer<CanonicalText, T> each) {
        add(items.size());
        items.forEach(item -> each.accept(this, item));
        return this;
    }

    CanonicalText scheme(PayScheme scheme) {
        add(scheme.id()).add(scheme.version()).add(scheme.currency().getCode()).add(scheme.base());
        all(scheme.components(), CanonicalText::component);
        add(scheme.combination().getClass().getSimpleName());
        if (scheme.combination() instanceof Combination.OnTop top) {
            pays(top.pays());
        }
        add(scheme.rounding().mode().name()).add(scheme.rounding().scale());
        return add(scheme.floor()).add(scheme.cap()).add(scheme.deductsFromBase());
    }

    private CanonicalText component(PayComponent component) {
        add(component.id()).add(component.input().toString());
        curve(component.curve()).pays(component.pays()).add(component.weight());
        all(component.gates(), (to, gate) -> to.add(gate.input().toString()).add(gate.atLeast()));
        if (component.ramp() == null) {
            add((String) null);
        } else {
            curve(component.ramp());
        }
        return add(component.threshold()).add(component.cap()).add(component.clawback());
    }

    private CanonicalText curve(Curve curve) {
        if (curve instanceof Tiers tiers) {
            add(tiers.reading().name());
            return all(
                    tiers.tiers(),
                    (to, tier) -> to.add(tier.from()).add(tier.to()).add(tier.rate()));
        }
        return add("LINEAR")
                .all(
                        ((Linear) curve).points(),
                        (to, point) -> to.add(point.at()).add(point.gives()));
    }

    private CanonicalText pays(Pays pays) {
        add(pays.getClass().getSimpleName());
        if (pays instanceof Pays.Amount amount) {
            add(amount.amount());
        } else if (pays instanceof Pays.RateOf rate) {
            add(rate.of().toString());
        }
        return this;
    }

    CanonicalText facts(PayFacts facts) {
        add(facts.rep()).add(facts.period().toString());
        all(
                facts.values().entrySet(),
                (to, entry) -> to.add(entry.getKey().toString()).value(entry.getValue()));
        return all(
                facts.splits(),
                (to, split) -> to.add(split.opportunity())
                        .add(split.fact().toString())
                        .add(split.creditedTo())
                        .add(split.amount())
                        .all(
                                split.shares().entrySet(),
                                (of, share) -> of.add(share.getKey()).add(share.getValue())));
    }

    /** What pay depends on in a value: its amount and currency, or why there is none. */
    CanonicalText value(KpiValue value) {
        if (value instanceof KpiValue.Defined known) {
            return add(known.amount())
                    .add(known.currency() == null ? null : known.currency().getCode());
        }
        return add("undefined").add(((KpiValue.Undefined) value).reason().name());
    }

    static String of(KpiValue value) {
        return new CanonicalText().value(value).text.toString();
    }

    String sha256() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every platform has SHA-256", impossible);
        }
    }
}
