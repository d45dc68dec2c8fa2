package io.github.saleskpi.jackson;

import io.github.saleskpi.pay.PayFacts.Input;
import io.github.saleskpi.pay.PayFacts.Source;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the {@code "pay"} of a report. Amounts are money strings with the digits to which the scheme rounds. */
final class PayStatements {
    private PayStatements() {}

    static void write(List<PayStatement> statements, ReportOutput json) {
        json.name("pay").startArray();
        statements.forEach(statement -> write(statement, json));
        json.endArray();
    }

    private static void write(PayStatement statement, ReportOutput json) {
        json.startObject();
        PaySchemeWriter.text("rep", statement.rep(), json);
        json.text("period", statement.period().toString());
        PaySchemeWriter.text("scheme", statement.scheme(), json);
        json.text("currency", statement.currency().getCode());
        json.text("total", statement.total().toPlainString());
        if (statement.carriedForward().signum() > 0) {
            json.text("carriedForward", statement.carriedForward().toPlainString());
        }
        json.name("lines").startArray();
        statement.lines().forEach(line -> write(line, json));
        json.endArray().endObject();
    }

    /** A line and whose it is, inside an object. */
    static void writeLine(PayStatement statement, PayStatement.Line line, ReportOutput json) {
        PaySchemeWriter.text("rep", statement.rep(), json);
        json.text("period", statement.period().toString());
        PaySchemeWriter.text("scheme", statement.scheme(), json);
        json.text("currency", statement.currency().getCode());
        json.name("line");
        write(line, json);
    }

    private static void write(PayStatement.Line line, ReportOutput json) {
        json.startObject();
        PaySchemeWriter.text("id", line.id(), json);
        json.text("kind", line.kind().name().toLowerCase(Locale.ROOT));
        json.text("amount", line.amount().toPlainString());
        json.text("exact", Unit.MONEY.print(line.exact()));
        if (!line.inputs().isEmpty()) {
            json.name("inputs").startArray();
            line.inputs()
                    .forEach(
                            (input, value) -> write(input, value, line.sources().get(input), json));
            json.endArray();
        }
        if (line.result() != null) {
            json.number("result", Unit.NUMBER.print(line.result()));
        }
        if (line.tier() != null) {
            json.name("tier");
            PaySchemeWriter.tier(line.tier(), json);
        }
        PaySchemeWriter.text("words", line.words(), json);
        if (line.unpaid() != null) {
            PaySchemeWriter.text("unpaid", line.unpaid(), json);
        }
        PayStatement.Next next = line.next();
        if (next != null) {
            json.name("next").startObject().name("input");
            PayInputs.write(next.input(), json);
            json.text("at", Decimals.text(next.at()));
            json.text("more", next.more().toPlainString());
            json.endObject();
        }
        json.endObject();
    }

    private static void write(Input input, KpiValue value, @Nullable Source source, ReportOutput json) {
        json.startObject().name("input");
        PayInputs.write(input, json);
        if (value instanceof KpiValue.Defined known) {
            if (known.currency() == null) {
                json.number("value", Unit.NUMBER.print(known.amount()));
            } else {
                json.text("value", Unit.MONEY.print(known.amount()));
                json.text("currency", known.currency().getCode());
            }
        } else if (value instanceof KpiValue.Undefined undefined) {
            json.name("value").nothing();
            json.text("undefined", undefined.reason().name());
        }
        if (source != null) {
            json.name("source").startObject();
            json.text("indicator", source.indicator().toString());
            json.text("who", source.scope().toString());
            json.endObject();
        }
        json.endObject();
    }
}
