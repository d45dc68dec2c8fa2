package io.github.saleskpi.jackson;

import io.github.saleskpi.indicator.IndicatorId;
import io.github.saleskpi.jackson.JsonTokens.Token;
import io.github.saleskpi.pay.PayFacts.Input;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pay depends on, as it is written: {@code {"attainment":"t1"}}, {@code {"fact":"win-rate:won@1"}}, {@code "score"},
 * {@code "monthsSinceHire"} and, in statements only, {@code {"clawback":"2026-02"}}.
 */
final class PayInputs {
    private static final Pattern INDICATOR =
            Pattern.compile("(?:(activities/task:.+?)|([^:@]+)(?::([^@]+))?)(?:@([1-9][0-9]{0,8}))?");

    private PayInputs() {}

    static Input read(DocumentValue value) {
        if (value.kind() == Token.START_OBJECT) {
            value.withFields(List.of(), List.of("attainment", "fact"));
            DocumentValue target = value.fieldOrNull("attainment");
            DocumentValue fact = value.fieldOrNull("fact");
            if (target != null && fact == null) {
                return new Input.Attainment(target.word());
            }
            if (target == null && fact != null) {
                return new Input.Fact(fact.text(PayInputs::indicator));
            }
            throw value.wrong("must have either attainment or fact", "Maybe the other was meant as a gate.");
        }
        return value.text(text -> switch (text) {
            case "score" -> new Input.Score();
            case "monthsSinceHire" -> new Input.MonthsSinceHire();
            default ->
                throw BrokenRule.of(
                        "must be {\"attainment\": ...}, {\"fact\": ...}, \"score\" or \"monthsSinceHire\"",
                        "Maybe it is the id of a target, which is an attainment.");
        });
    }

    /** An indicator or companion, of version 1 unless said otherwise; of tasks the rest is the kind, no companion. */
    private static IndicatorId indicator(String text) {
        Matcher parts = INDICATOR.matcher(text);
        if (!parts.matches() || Surrogates.isUnpaired(text)) {
            throw BrokenRule.of("must be an indicator or companion, such as \"win-rate:won\"", "Maybe it is empty.");
        }
        String task = parts.group(1);
        String version = parts.group(4);
        try {
            return new IndicatorId(
                    task == null ? parts.group(2) : task,
                    parts.group(3),
                    version == null ? 1 : Integer.parseInt(version));
        } catch (IllegalArgumentException refused) {
            BrokenRule broken = BrokenRule.from(refused);
            throw BrokenRule.of(broken.rule(), broken.hint());
        }
    }

    static void write(Input input, ReportOutput json) {
        if (input instanceof Input.Score) {
            json.text("score");
        } else if (input instanceof Input.MonthsSinceHire) {
            json.text("monthsSinceHire");
        } else {
            json.startObject();
            if (input instanceof Input.Attainment attainment) {
                PaySchemeWriter.text("attainment", attainment.target(), json);
            } else if (input instanceof Input.Fact fact) {
                PaySchemeWriter.text("fact", fact.indicator().toString(), json);
            } else if (input instanceof Input.Clawback clawback) {
                PaySchemeWriter.text("clawback", clawback.id(), json);
            }
            json.endObject();
        }
    }
}
