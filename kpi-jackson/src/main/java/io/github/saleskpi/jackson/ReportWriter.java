package io.github.saleskpi.jackson;

import io.github.saleskpi.engine.KpiReport;
import io.github.saleskpi.engine.Restated;
import io.github.saleskpi.indicator.Figure;
import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.team.Scope;
import io.github.saleskpi.time.Period;
import io.github.saleskpi.value.Bounds;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes reports as JSON in UTF-8, each cell on a line of its own. Immutable and thread-safe; the same report and counts
 * give the same bytes.
 */
public final class ReportWriter {
    private final Function<OutputStream, ReportOutput> outputs;
    private final @Nullable Scorecard scorecard;
    private final @Nullable List<PayStatement> pay;
    private final @Nullable Restated restated;

    private ReportWriter(
            Function<OutputStream, ReportOutput> outputs,
            @Nullable Scorecard scorecard,
            @Nullable List<PayStatement> pay,
            @Nullable Restated restated) {
        this.outputs = outputs;
        this.scorecard = scorecard;
        this.pay = pay;
        this.restated = restated;
    }

    /** One that writes with Jackson 3. */
    public static ReportWriter withJackson3() {
        return new ReportWriter(Jackson3ReportOutput::new, null, null, null);
    }

    /** One that also writes how the report stands to a plan, as {@code "plan"} and {@code "scores"}. */
    public ReportWriter withScorecard(Scorecard card) {
        return new ReportWriter(outputs, card, pay, restated);
    }

    /** One that also writes these statements, in their order, as {@code "pay"}. */
    public ReportWriter withPay(List<PayStatement> statements) {
        return new ReportWriter(outputs, scorecard, List.copyOf(statements), restated);
    }

    /** One that also writes how the report differs from one of the same query from another viewpoint, as {@code "restated"}. */
    public ReportWriter withRestated(Restated differences) {
        return new ReportWriter(outputs, scorecard, pay, differences);
    }

    /**
     * Writes the report, and flushes the output, which stays open.
     *
     * @throws java.io.UncheckedIOException if the output fails
     */
    public void write(KpiReport report, EventCounts counts, OutputStream out) {
        ReportOutput json = outputs.apply(out);
        json.startObject();
        json.text("asOf", report.viewpoint().asOf().toString());
        json.text("zone", report.query().calendar().zone().getId());
        writeCounts(counts, json);
        report.historyStarts().ifPresent(date -> json.text("historyStarts", date.toString()));
        if (report.forgotten() > 0) {
            json.number("forgotten", report.forgotten());
        }
        writeLeftOut(report, json);
        writeFailures(report.failures(), json);
        json.name("cells").startArray();
        for (KpiReport.Cell cell : report.cells()) {
            writeCell(cell, report.query().groupBy(), json);
        }
        json.endArray();
        if (scorecard != null) {
            ScorecardWriter.write(scorecard, json);
        }
        if (pay != null) {
            PayStatements.write(pay, json);
        }
        if (restated != null) {
            RestatedWriter.write(restated, report.query().groupBy(), json);
        }
        json.endObject().end();
    }

    static void writeCounts(EventCounts counts, ReportOutput json) {
        json.name("events").startObject();
        json.number("read", counts.read());
        json.number("accepted", counts.accepted());
        json.number("duplicates", counts.duplicates());
        json.number("conflicts", counts.conflicts());
        json.number("rejected", counts.rejected());
        json.endObject();
    }

    private static void writeLeftOut(KpiReport report, ReportOutput json) {
        if (report.leftOut().isEmpty()) {
            return;
        }
        json.name("leftOut").startObject();
        report.leftOut().forEach((indicator, rules) -> {
            json.name(indicator).startObject();
            rules.forEach(json::number);
            json.endObject();
        });
        json.endObject();
    }

    static void writeFailures(List<KpiReport.Failure> failures, ReportOutput json) {
        if (failures.isEmpty()) {
            return;
        }
        json.name("failures").startArray();
        for (KpiReport.Failure failure : failures) {
            json.startObject();
            json.text("indicator", failure.indicator().id().toString());
            json.text("place", failure.place());
            json.text("message", failure.message());
            json.endObject();
        }
        json.endArray();
    }

    private static void writeCell(KpiReport.Cell cell, List<Dimension> groupBy, ReportOutput json) {
        Indicator indicator = cell.indicator();
        json.startObject();
        writePlace(cell.scope(), cell.period(), groupBy, json);
        json.name("complete").flag(cell.complete());
        json.text("indicator", indicator.id().toString());
        writeValue(indicator.primary().unit(), cell.value(), json);
        if (!indicator.companions().isEmpty()) {
            json.name("companions").startObject();
            for (Figure companion : indicator.companions()) {
                json.name(companion.name()).startObject();
                writeValue(companion.unit(), cell.value(companion.name()), json);
                json.endObject();
            }
            json.endObject();
        }
        json.endObject();
    }

    static void writePlace(Scope scope, Period period, List<Dimension> groupBy, ReportOutput json) {
        for (Dimension dimension : groupBy) {
            textOrNull(dimension.name(), scope.values().get(dimension.name()), json);
        }
        json.text("period", period.toString());
    }

    static void textOrNull(String name, @Nullable String text, ReportOutput json) {
        json.name(name);
        if (text == null) {
            json.nothing();
        } else {
            json.text(text);
        }
    }

    /** The fields of a value, inside the object that is its cell's or its own. */
    static void writeValue(Unit unit, KpiValue value, ReportOutput json) {
        json.text("unit", unit.toString());
        if (value instanceof KpiValue.Defined defined) {
            writeDefined(unit, defined, json);
        } else if (value instanceof KpiValue.Undefined undefined) {
            json.name("value").nothing();
            json.text("undefined", undefined.reason().name());
            numberIfAny("lowerBound", unit, undefined.lowerBound(), json);
            json.number("sample", undefined.sample());
        }
        if (!value.notes().isEmpty()) {
            writeTexts("notes", value.notes(), json);
        }
    }

    private static void writeDefined(Unit unit, KpiValue.Defined defined, ReportOutput json) {
        if (unit == Unit.LIST) {
            writeTexts("value", defined.items(), json);
        } else if (unit == Unit.MONEY) {
            json.text("value", unit.print(defined.amount()));
        } else {
            json.number("value", unit.print(defined.amount()));
        }
        // parts are exact whatever they count
        numberIfAny("numerator", Unit.MONEY, defined.numerator(), json);
        numberIfAny("denominator", Unit.MONEY, defined.denominator(), json);
        json.number("sample", defined.sample());
        Bounds bounds = defined.bounds();
        if (bounds != null) {
            numberIfAny("low", unit, bounds.low(), json);
            numberIfAny("high", unit, bounds.high(), json);
        }
        if (defined.currency() != null) {
            json.text("currency", defined.currency().getCode());
        }
    }

    private static void numberIfAny(String name, Unit unit, @Nullable BigDecimal number, ReportOutput json) {
        if (number != null) {
            json.number(name, unit.print(number));
        }
    }

    static void writeTexts(String name, List<String> texts, ReportOutput json) {
        json.name(name).startArray();
        texts.forEach(json::text);
        json.endArray();
    }
}
