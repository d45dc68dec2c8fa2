package io.github.saleskpi.jackson;

import io.github.saleskpi.pay.Curve;
import io.github.saleskpi.pay.PayComponent;
import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.pay.PayScheme.Combination;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes pay schemes as they are read; accelerators and decelerators as the tiers that they make. */
final class PaySchemeWriter {
    private PaySchemeWriter() {}

    static void write(PayScheme scheme, ReportOutput json) {
        json.startObject();
        text("id", scheme.id(), json);
        json.number("version", scheme.version());
        json.text("currency", scheme.currency().getCode());
        decimal("base", scheme.base(), json);
        json.name("rounding").startObject();
        json.text("mode", PaySchemeReader.word(scheme.rounding().mode()));
        json.number("scale", scheme.rounding().scale());
        json.endObject();
        if (scheme.combination() instanceof Combination.OfBase) {
            json.text("combination", "ofBase");
        } else if (scheme.combination() instanceof Combination.OnTop top) {
            json.name("combination").startObject();
            json.name("onTop");
            pays(top.pays(), json);
            json.endObject();
        }
        decimal("floor", scheme.floor(), json);
        decimal("cap", scheme.cap(), json);
        if (scheme.deductsFromBase() != null) {
            text("deductsFromBase", scheme.deductsFromBase(), json);
        }
        json.name("components").startArray();
        scheme.components().forEach(component -> component(component, scheme.combination(), json));
        json.endArray().endObject().end();
    }

    private static void component(PayComponent component, Combination combination, ReportOutput json) {
        json.startObject();
        text("id", component.id(), json);
        json.name("input");
        PayInputs.write(component.input(), json);
        json.name("curve");
        curve(component.curve(), json);
        if (!component.pays().equals(PaySchemeReader.unsaid(combination))) {
            json.name("pays");
            pays(component.pays(), json);
        }
        decimal("weight", component.weight().compareTo(BigDecimal.ONE) == 0 ? null : component.weight(), json);
        if (!component.gates().isEmpty()) {
            json.name("gates").startArray();
            for (PayComponent.Gate gate : component.gates()) {
                json.startObject().name("input");
                PayInputs.write(gate.input(), json);
                decimal("atLeast", gate.atLeast(), json);
                json.endObject();
            }
            json.endArray();
        }
        if (component.ramp() != null) {
            json.name("ramp");
            curve(component.ramp(), json);
        }
        decimal("threshold", component.threshold(), json);
        decimal("cap", component.cap(), json);
        decimal("clawback", component.clawback(), json);
        json.endObject();
    }

    private static void curve(Curve curve, ReportOutput json) {
        json.startObject();
        if (curve instanceof Curve.Tiers tiers) {
            json.name(tiers.reading().name().toLowerCase(Locale.ROOT)).startArray();
            tiers.tiers().forEach(tier -> tier(tier, json));
        } else if (curve instanceof Curve.Linear line) {
            json.name("linear").startArray();
            for (Curve.Point point : line.points()) {
                json.startObject();
                decimal("at", point.at(), json);
                decimal("gives", point.gives(), json);
                json.endObject();
            }
        }
        json.endArray().endObject();
    }

    static void tier(Curve.Tier tier, ReportOutput json) {
        json.startObject();
        decimal("from", tier.from(), json);
        decimal("to", tier.to(), json);
        decimal("rate", tier.rate(), json);
        json.endObject();
    }

    private static void pays(Pays pays, ReportOutput json) {
        if (pays instanceof Pays.Amount amount) {
            json.startObject();
            decimal("amount", amount.amount(), json);
            json.endObject();
        } else if (pays instanceof Pays.RateOf rate) {
            json.startObject().name("rateOf");
            PayInputs.write(rate.of(), json);
            json.endObject();
        } else {
            json.text("shareOfBase");
        }
    }

    private static void decimal(String name, @Nullable BigDecimal number, ReportOutput json) {
        if (number != null) {
            json.text(name, Decimals.text(number));
        }
    }

    static void text(String name, String text, ReportOutput json) {
        if (Surrogates.isUnpaired(text)) {
            throw new IllegalArgumentException(name + " (" + Printable.of(text)
                    + "): must not have half a surrogate pair. Maybe a text was cut inside an emoji.");
        }
        json.text(name, text);
    }
}
