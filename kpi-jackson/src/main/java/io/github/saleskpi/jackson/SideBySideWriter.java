package io.github.saleskpi.jackson;

import io.github.saleskpi.engine.Explanation;
import io.github.saleskpi.engine.SideBySide;
import io.github.saleskpi.engine.SideBySide.Difference;
import io.github.saleskpi.engine.SideBySide.Row;
import io.github.saleskpi.engine.SideBySide.Verdict;
import java.time.Instant;
import java.util.List;

/** Writes variants side by side, each row on a line of its own; the same rows give the same bytes. */
final class SideBySideWriter {
    private SideBySideWriter() {}

    static void write(SideBySide sideBySide, ReportOutput json) {
        List<String> variants = sideBySide.variants().stream()
                .map(variant -> variant.id().toString())
                .toList();
        json.startObject();
        json.text("asOf", sideBySide.viewpoint().asOf().toString());
        if (!sideBySide.viewpoint().knownAt().equals(Instant.MAX)) {
            json.text("knownAt", sideBySide.viewpoint().knownAt().toString());
        }
        json.text("zone", sideBySide.query().calendar().zone().getId());
        ReportWriter.writeTexts("variants", variants, json);
        json.name("rows").startArray();
        for (Row row : sideBySide.rows()) {
            json.startObject();
            ReportWriter.writePlace(
                    row.scope(), row.period(), sideBySide.query().groupBy(), json);
            json.name("values").startArray();
            row.values().forEach(value -> write(value, json));
            json.endArray().name("facts").startArray();
            row.differences().forEach(difference -> write(difference, json));
            json.endArray().endObject();
        }
        json.endArray().endObject().end();
    }

    private static void write(Explanation.Value value, ReportOutput json) {
        json.startObject();
        ReportWriter.writeValue(value.figure().unit(), value.value(), json);
        json.text("arithmetic", value.arithmetic()).endObject();
    }

    private static void write(Difference difference, ReportOutput json) {
        json.startObject();
        json.text("story", difference.story());
        json.text("id", difference.event().id());
        json.text("type", difference.event().type());
        json.text("occurredAt", difference.event().occurredAt().toString());
        json.name("verdicts").startArray();
        for (List<Verdict> verdicts : difference.verdicts()) {
            json.startArray();
            verdicts.forEach(verdict -> write(verdict, json));
            json.endArray();
        }
        json.endArray().endObject();
    }

    private static void write(Verdict verdict, ReportOutput json) {
        json.startObject();
        json.text("id", verdict.event().id());
        json.name("here").flag(verdict.isHere());
        json.text("period", verdict.period().toString());
        ReportWriter.textOrNull("rep", verdict.rep(), json);
        if (verdict.rule() != null) {
            json.text("leftOut", verdict.rule().name());
        } else {
            json.name("amounts").startArray();
            verdict.amounts().forEach(amount -> ExplanationWriter.writeAmount(amount, json));
            json.endArray();
        }
        json.endObject();
    }
}
