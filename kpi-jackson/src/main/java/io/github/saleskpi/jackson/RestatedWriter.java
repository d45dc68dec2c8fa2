package io.github.saleskpi.jackson;

import io.github.saleskpi.engine.Restated;
import io.github.saleskpi.engine.Restated.Cause;
import io.github.saleskpi.engine.Restated.Change;
import io.github.saleskpi.engine.Restated.Difference;
import io.github.saleskpi.event.EventRetracted;
import io.github.saleskpi.event.IdentityMerged;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.team.Dimension;
import io.github.saleskpi.time.Viewpoint;
import java.time.Instant;
import java.util.List;

/** Writes the part {@code "restated"} of a report: the cells that differ from those of another viewpoint, and by which events. */
final class RestatedWriter {
    private RestatedWriter() {}

    /** All of it, inside the report's object. */
    static void write(Restated restated, List<Dimension> groupBy, ReportOutput json) {
        json.name("restated").startObject();
        write("before", restated.before(), json);
        write("after", restated.after(), json);
        json.name("changes").startArray();
        for (Change change : restated.changes()) {
            json.startObject();
            ReportWriter.writePlace(change.scope(), change.period(), groupBy, json);
            json.text("indicator", change.indicator().id().toString());
            json.name("figures").startArray();
            change.differences().forEach(difference -> write(difference, json));
            json.endArray().name("causes").startArray();
            change.causes().forEach(cause -> write(restated, cause, json));
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private static void write(String name, Viewpoint view, ReportOutput json) {
        json.name(name).startObject().text("asOf", view.asOf().toString());
        if (!view.knownAt().equals(Instant.MAX)) {
            json.text("knownAt", view.knownAt().toString());
        }
        json.endObject();
    }

    private static void write(Difference difference, ReportOutput json) {
        json.startObject().text("figure", difference.figure().name());
        json.name("before").startObject();
        ReportWriter.writeValue(difference.figure().unit(), difference.before(), json);
        json.endObject().name("after").startObject();
        ReportWriter.writeValue(difference.figure().unit(), difference.after(), json);
        json.endObject().endObject();
    }

    private static void write(Restated restated, Cause cause, ReportOutput json) {
        SalesEvent event = cause.event();
        json.startObject();
        json.text("id", event.id());
        json.text("type", event.type());
        json.text("what", restated.what(cause).toString());
        json.text("occurredAt", event.occurredAt().toString());
        json.text("recordedAt", event.recordedAt().toString());
        if (event instanceof EventRetracted retraction) {
            json.text("targetId", retraction.targetId());
        } else if (event instanceof IdentityMerged merge) {
            json.text("kind", merge.kind().toString());
            json.text("fromId", merge.fromId());
            json.text("intoId", merge.intoId());
        }
        json.name("stands").flag(cause.after() != null);
        json.endObject();
    }
}
