package io.github.saleskpi.jackson;

import io.github.saleskpi.quality.DataQuality;
import io.github.saleskpi.quality.DataQuality.Symptom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Writes what is suspicious in events; the same symptoms and counts give the same bytes. */
final class QualityWriter {
    private QualityWriter() {}

    static void write(DataQuality quality, EventCounts counts, ZoneId zone, ReportOutput json) {
        json.startObject();
        json.text("asOf", quality.viewpoint().asOf().toString());
        if (!quality.viewpoint().knownAt().equals(Instant.MAX)) {
            json.text("knownAt", quality.viewpoint().knownAt().toString());
        }
        json.text("zone", zone.getId());
        ReportWriter.writeCounts(counts, json);
        json.number("inForce", quality.inForce());
        json.name("symptoms").startArray();
        for (Symptom symptom : quality.symptoms()) {
            json.startObject();
            json.text("check", symptom.check());
            json.text("severity", symptom.severity().name().toLowerCase(Locale.ROOT));
            json.text("what", symptom.what());
            json.number("count", symptom.count());
            json.number("lookedAt", symptom.lookedAt());
            json.text("effect", symptom.effect());
            ReportWriter.writeTexts("examples", symptom.examples(), json);
            json.endObject();
        }
        json.endArray();
        json.name("healthy").startArray();
        for (Symptom symptom : quality.healthy()) {
            json.startObject();
            json.text("check", symptom.check());
            json.number("lookedAt", symptom.lookedAt());
            json.endObject();
        }
        json.endArray().endObject().end();
    }
}
