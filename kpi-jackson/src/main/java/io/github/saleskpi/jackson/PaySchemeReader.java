package io.github.saleskpi.jackson;

import io.github.saleskpi.jackson.JsonTokens.Token;
import io.github.saleskpi.pay.Curve;
import io.github.saleskpi.pay.PayComponent;
import io.github.saleskpi.pay.PayComponent.Pays;
import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.pay.PayScheme.Combination;
import io.github.saleskpi.pay.PayScheme.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads pay schemes, such as those of {@code docs/pay.md}. */
final class PaySchemeReader {
    private static final int MOST_DECIMALS = 18;
    private static final List<String> MODES = Stream.of(RoundingMode.values())
            .filter(mode -> mode != RoundingMode.UNNECESSARY)
            .map(PaySchemeReader::word)
            .toList();

    private PaySchemeReader() {}

    /** @throws IllegalArgumentException if the document breaks a rule; the message begins with the path */
    static PayScheme read(byte[] document, JsonTokens tokens) {
        DocumentValue root = DocumentValue.of("the pay scheme", document, tokens)
                .withFields(
                        List.of("id", "version", "currency", "rounding", "components"),
                        List.of("base", "combination", "floor", "cap", "deductsFromBase"));
        BigDecimal base = notNegative(root.fieldOrNull("base"));
        PayScheme scheme = PayScheme.of(
                        root.field("id").word(),
                        whole(root.field("version"), 1, Integer.MAX_VALUE),
                        root.field("currency").text(Currencies::parse),
                        base == null ? BigDecimal.ZERO : base,
                        rounding(root.field("rounding")))
                .withFloor(notNegative(root.fieldOrNull("floor")));
        DocumentValue combination = root.fieldOrNull("combination");
        if (combination != null) {
            scheme = scheme.withCombination(combination(combination));
        }
        for (DocumentValue value : root.field("components").items()) {
            PayScheme before = scheme;
            PayComponent component = component(value, scheme.combination());
            scheme = checked(value.field("id"), () -> before.with(component));
        }
        return limited(scheme, root);
    }

    private static PayScheme limited(PayScheme scheme, DocumentValue root) {
        DocumentValue cap = root.fieldOrNull("cap");
        BigDecimal most = notNegative(cap);
        PayScheme capped = cap == null ? scheme : checked(cap, () -> scheme.withCap(most));
        DocumentValue words = root.fieldOrNull("deductsFromBase");
        String said = words == null ? null : words.word();
        return words == null ? capped : checked(words, () -> capped.deductingFromBase(said));
    }

    private static Rounding rounding(DocumentValue rounding) {
        DocumentValue mode = rounding.withFields("mode", "scale").field("mode");
        return new Rounding(mode.text(PaySchemeReader::mode), whole(rounding.field("scale"), 0, MOST_DECIMALS));
    }

    private static RoundingMode mode(String text) {
        if (!MODES.contains(text)) {
            throw BrokenRule.of(
                    "must be one of " + String.join(", ", MODES),
                    Nearest.to(text, MODES).map(near -> "Maybe " + near + ".").orElse("Maybe half-up."));
        }
        return RoundingMode.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String word(RoundingMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Combination combination(DocumentValue value) {
        if (value.kind() == Token.START_OBJECT) {
            return new Combination.OnTop(pays(value.withFields("onTop").field("onTop")));
        }
        return value.text(text -> switch (text) {
            case "additive" -> new Combination.Additive();
            case "ofBase" -> new Combination.OfBase();
            default ->
                throw BrokenRule.of(
                        "must be \"additive\", \"ofBase\" or {\"onTop\": ...}",
                        "Maybe it is left out where components add up.");
        });
    }

    private static PayComponent component(DocumentValue value, Combination combination) {
        value.withFields(
                List.of("id", "input", "curve"),
                List.of("pays", "weight", "gates", "ramp", "threshold", "cap", "clawback"));
        DocumentValue pays = value.fieldOrNull("pays");
        DocumentValue id = value.field("id");
        String name = id.word();
        Input input = PayInputs.read(value.field("input"));
        Pays paid = pays == null ? unsaid(combination) : pays(pays);
        Curve curve = CurveReader.read(value.field("curve"));
        PayComponent component = checked(id, () -> PayComponent.of(name, input, curve, paid));
        BigDecimal weight = notNegative(value.fieldOrNull("weight"));
        DocumentValue ramp = value.fieldOrNull("ramp");
        DocumentValue threshold = value.fieldOrNull("threshold");
        component = component
                .withWeight(weight == null ? BigDecimal.ONE : weight)
                .withRamp(ramp == null ? null : CurveReader.read(ramp))
                .withThreshold(threshold == null ? null : threshold.decimal())
                .withCap(notNegative(value.fieldOrNull("cap")))
                .withClawback(notNegative(value.fieldOrNull("clawback")));
        for (DocumentValue gate : value.itemsOf("gates")) {
            gate.withFields("input", "atLeast");
            component = component.withGate(
                    PayInputs.read(gate.field("input")), gate.field("atLeast").decimal());
        }
        return component;
    }

    /** What a component that says nothing of it pays: the result of its curve. */
    static Pays unsaid(Combination combination) {
        return combination instanceof Combination.Additive ? new Pays.Amount(BigDecimal.ONE) : new Pays.Factor();
    }

    private static Pays pays(DocumentValue value) {
        if (value.kind() == Token.START_OBJECT) {
            value.withFields(List.of(), List.of("amount", "rateOf"));
            BigDecimal amount = notNegative(value.fieldOrNull("amount"));
            DocumentValue rate = value.fieldOrNull("rateOf");
            if (amount != null && rate == null) {
                return new Pays.Amount(amount);
            }
            if (amount == null && rate != null) {
                return new Pays.RateOf(PayInputs.read(rate));
            }
            throw value.wrong(
                    "must have either amount or rateOf", "Maybe one of the two was meant for another component.");
        }
        return value.text(text -> switch (text) {
            case "shareOfBase" -> new Pays.ShareOfBase();
            default ->
                throw BrokenRule.of(
                        "must be {\"amount\": ...}, {\"rateOf\": ...} or \"shareOfBase\"",
                        "Maybe it is left out where the curve gives money or a factor.");
        });
    }

    private static <T> T checked(DocumentValue at, Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException refused) {
            throw at.wrong(refused);
        }
    }

    private static @Nullable BigDecimal notNegative(@Nullable DocumentValue value) {
        if (value == null) {
            return null;
        }
        BigDecimal number = value.decimal();
        if (number.signum() < 0) {
            throw value.wrong("must be at least 0", "Maybe a sign is off.");
        }
        return number;
    }

    private static int whole(DocumentValue value, int least, int most) {
        BigDecimal number = value.decimal();
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw value.wrong("must be a whole number from " + least + " to " + most, "Maybe it was left out.");
        }
        return number.intValueExact();
    }
}
