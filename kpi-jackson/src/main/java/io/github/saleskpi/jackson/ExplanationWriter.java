package io.github.saleskpi.jackson;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.event.CustomEvent;
import io.github.saleskpi.event.Header;
import io.github.saleskpi.pay.PayStatement;
import io.github.saleskpi.plan.Comparison;
import io.github.saleskpi.plan.Scorecard;
import io.github.saleskpi.tally.Observation;
import io.github.saleskpi.tally.RepDays.RepDay;
import io.github.saleskpi.value.Unit;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * Writes explanations as JSON in UTF-8, each figure and each story on a line of its own. Immutable and thread-safe; the
 * same explanation gives the same bytes.
 */
public final class ExplanationWriter {
    private final Function<OutputStream, ReportOutput> outputs;

    ExplanationWriter(Function<OutputStream, ReportOutput> outputs) {
        this.outputs = outputs;
    }

    /** One that writes with Jackson 3. */
    public static ExplanationWriter withJackson3() {
        return new ExplanationWriter(Jackson3ReportOutput::new);
    }

    /**
     * Writes the explanation, and flushes the output, which stays open.
     *
     * @throws java.io.UncheckedIOException if the output fails
     */
    public void write(Explanation explanation, OutputStream out) {
        ReportOutput json = outputs.apply(out);
        write(explanation, json);
        json.end();
    }

    /**
     * Writes a comparison with its arithmetic, and the explanation of its fact, and flushes the output, which stays open.
     *
     * @throws java.io.UncheckedIOException if the output fails
     */
    public void write(Comparison comparison, Explanation fact, OutputStream out) {
        ReportOutput json = outputs.apply(out);
        json.startObject().name("comparison");
        ScorecardWriter.writeWithArithmetic(comparison, json);
        json.name("explanation");
        write(fact, json);
        json.endObject().end();
    }

    /**
     * Writes a line of a pay statement, and what lies behind it, and flushes the output, which stays open.
     *
     * @param score that it looks at, or null
     * @param comparisons whose attainments it looks at, or of which the score is made
     * @param facts the explanations of what it and the comparisons look at
     * @throws java.io.UncheckedIOException if the output fails
     */
    public void write(
            PayStatement statement,
            PayStatement.Line line,
            Scorecard.@Nullable Score score,
            List<Comparison> comparisons,
            List<Explanation> facts,
            OutputStream out) {
        ReportOutput json = outputs.apply(out);
        json.startObject();
        PayStatements.writeLine(statement, line, json);
        if (score != null) {
            json.name("score");
            ScorecardWriter.writeWithArithmetic(score, json);
        }
        json.name("comparisons").startArray();
        comparisons.forEach(comparison -> ScorecardWriter.writeWithArithmetic(comparison, json));
        json.endArray().name("explanations").startArray();
        facts.forEach(fact -> write(fact, json));
        json.endArray().endObject().end();
    }

    private static void write(Explanation explanation, ReportOutput json) {
        json.startObject();
        json.text("asOf", explanation.viewpoint().asOf().toString());
        if (!explanation.viewpoint().knownAt().equals(Instant.MAX)) {
            json.text("knownAt", explanation.viewpoint().knownAt().toString());
        }
        json.text("indicator", explanation.indicator().id().toString());
        json.text("who", explanation.scope().toString());
        json.text("period", explanation.period().toString());
        json.name("complete").flag(explanation.complete());
        json.name("figures").startArray();
        explanation.values().forEach(value -> writeFigure(value, json));
        json.endArray().name("leftOut").startObject();
        explanation.leftOutByRule().forEach(json::number);
        json.endObject();
        writeRules(explanation, json);
        ReportWriter.writeFailures(explanation.failures(), json);
        json.name("stories").startArray();
        explanation.stories().forEach(story -> writeStory(story, json));
        json.endArray().endObject();
    }

    /** What the rules say that left something out, by name; those whose name says it all are not there. */
    private static void writeRules(Explanation explanation, ReportOutput json) {
        SortedMap<String, String> texts = new TreeMap<>();
        explanation.stories().stream()
                .flatMap(story -> story.leftOut().stream())
                .filter(left -> !left.rule().text().isEmpty())
                .forEach(left -> texts.put(left.rule().name(), left.rule().text()));
        json.name("rules").startObject();
        texts.forEach(json::text);
        json.endObject();
    }

    private static void writeFigure(Explanation.Value value, ReportOutput json) {
        json.startObject();
        json.text("figure", value.figure().name());
        ReportWriter.writeValue(value.figure().unit(), value.value(), json);
        json.text("arithmetic", value.arithmetic());
        json.name("readings").startArray();
        for (Explanation.Reading reading : value.readings()) {
            json.startObject().text("name", reading.name()).text("part", word(reading.part()));
            if (reading.reading() instanceof Long || reading.reading() instanceof BigDecimal) {
                writeAmount(reading.reading(), json);
            }
            json.text("text", reading.text()).endObject();
        }
        json.endArray().endObject();
    }

    private static void writeStory(Explanation.Story story, ReportOutput json) {
        json.startObject();
        json.text("story", story.place());
        json.name("counted").startArray();
        for (Explanation.Counted counted : story.counted()) {
            json.startObject();
            writeEvidence(counted.fact(), json);
            ReportWriter.textOrNull("rep", counted.rep(), json);
            json.text("decidedAt", counted.decidedAt().at().toString());
            json.text("date", counted.decidedAt().date().toString());
            writeAside(counted.aside(), json);
            json.name("parts").startArray();
            counted.parts().forEach(part -> json.text(word(part)));
            json.endArray().name("amounts").startArray();
            counted.amounts().forEach(amount -> writeAmount(amount, json));
            json.endArray();
            writeAll("because", counted.because(), json);
            json.endObject();
        }
        json.endArray().name("leftOut").startArray();
        for (Explanation.LeftOut left : story.leftOut()) {
            json.startObject();
            writeEvidence(left.fact(), json);
            ReportWriter.textOrNull("rep", left.rep(), json);
            json.text("rule", left.rule().name());
            writeAside(left.aside(), json);
            json.endObject();
        }
        json.endArray();
        writeAll("context", story.context(), json);
        json.endObject();
    }

    private static void writeAll(String name, List<Explanation.Evidence> facts, ReportOutput json) {
        json.name(name).startArray();
        for (Explanation.Evidence fact : facts) {
            json.startObject();
            writeEvidence(fact, json);
            json.endObject();
        }
        json.endArray();
    }

    private static void writeEvidence(Explanation.Evidence fact, ReportOutput json) {
        json.text("id", fact.id());
        json.text("type", fact.event().type());
        if (fact.event() instanceof CustomEvent custom) {
            json.text("name", custom.name());
        }
        json.text("occurredAt", fact.event().occurredAt().toString());
        if (fact.event().header().precision() == Header.Precision.DAY) {
            json.text("precision", Header.Precision.DAY.toString());
        }
        json.text("role", fact.role());
        json.name("judged").flag(fact.judged());
    }

    private static void writeAside(boolean aside, ReportOutput json) {
        if (aside) {
            json.name("companionsOnly").flag(true);
        }
    }

    static void writeAmount(Explanation.Amount amount, ReportOutput json) {
        json.startObject().text("measure", amount.measure().name());
        writeAmount(amount.added(), json);
        if (!amount.told().equals(amount.added())) {
            json.name("told").startObject();
            writeAmount(amount.told(), json);
            json.endObject();
        }
        json.endObject();
    }

    private static void writeAmount(Object amount, ReportOutput json) {
        if (amount instanceof Long number) {
            json.number("amount", number);
        } else if (amount instanceof BigDecimal decimal) {
            json.number("amount", Unit.MONEY.print(decimal)); // exact
        } else if (amount instanceof BigMoney money) {
            json.text("amount", Unit.MONEY.print(money.getAmount()));
            json.text("currency", money.getCurrencyUnit().getCode());
        } else if (amount instanceof Observation.Ended ended) {
            json.number("seconds", seconds(ended.length()));
        } else if (amount instanceof Observation.CutOff cutOff) {
            json.number("seconds", seconds(cutOff.length())).name("censored").flag(true);
        } else if (amount instanceof Observation.Running running) {
            json.text("runningSince", running.since().toString());
        } else if (amount instanceof RepDay day) {
            json.text("date", day.day().toString());
            ReportWriter.textOrNull("rep", day.rep(), json);
        } else {
            json.text("amount", amount.toString());
        }
    }

    private static String seconds(Duration length) {
        return Unit.MONEY.print(BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9)));
    }

    private static String word(Explanation.Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
